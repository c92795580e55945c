"""Sources, cues and contents read off a text by an ONNX encoder; the one importer of onnxruntime and tokenizers."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from twosource.errors import ModelError

from . import card, decoding
from .decoding import Floats, Ints
from .model import TaggedSpan
from .windows import KINDS, Pieces, keepers, pieces, windows

HOME = Path(__file__).resolve().parents[1] / "models" / "attribution"
HALFWAY = "halfway"
"""The encoder's output from which other models go on."""


def session(file: Path, threads: int, *, hoards: bool = True) -> onnxruntime.InferenceSession:
    """A model's runtime; raises what the runtime raises where the file is no model.

    One that ``hoards`` keeps the memory of what it has read for what it reads next: that saves time where little is read at a time.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = hoards
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


class OnnxTagger:
    """Reads attributions with the model of a folder.

    Windows are read one at a time: int8 scales are drawn from what is read together, so a window read
    beside others would give other numbers, and on one thread a batch is no faster.

    Args:
        folder: holds model.onnx, tokenizer.json, linker.npz and card.json; the shipped model if not given.
        threads: of one window's arithmetic. More processes of one thread are faster than one of more threads.

    Raises:
        ModelError: the folder does not hold the model that its card tells of.
    """

    def __init__(self, folder: Path = HOME, threads: int = 1) -> None:
        self.card = card.load(folder)
        if self.card.labels != decoding.LABELS or self.card.kinds != KINDS:
            raise ModelError(f"The model in {folder} has other labels than this version of twosource reads. Install the two together.")
        try:
            self._session = session(folder / "model.onnx", threads, hoards=False)
            self._tokens = Tokenizer.from_file(str(folder / "tokenizer.json"))
            with np.load(folder / "linker.npz", allow_pickle=False) as kept:
                self._weights: dict[str, Floats] = {name: kept[name].astype(np.float32) for name in kept.files}
        except Exception as fault:  # the runtimes raise what they like
            raise ModelError(f"The model in {folder} cannot be loaded: {fault}. Install twosource again.") from fault
        self._tokens.no_truncation()
        self._tokens.no_padding()
        self._open, self._shut = (self._tokens.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))

    @property
    def name(self) -> str:
        return self.card.name

    @property
    def digest(self) -> str:
        return self.card.digest

    def halfway(self, text: str) -> tuple[list[tuple[int, int]], Floats]:
        """The code points of a text's pieces, and the states of the pieces halfway up the encoder; what a window does not hold is left out.

        The states begin and end with those of the two marks that enclose a window, which have no code points.
        """
        code = self._tokens.encode(text, add_special_tokens=False)
        if not code.ids:
            return [], np.zeros((0, 0), dtype=np.float32)
        these = pieces(text, code.ids, code.offsets, code.word_ids)
        (states,) = self._session.run([HALFWAY], self._fed(these, 0, self.card.size))
        return list(code.offsets[: self.card.size]), np.asarray(states[0], dtype=np.float32)

    def tag(self, texts: Sequence[str], sentences: Sequence[Sequence[tuple[int, int]]]) -> list[list[TaggedSpan]]:
        """The spans of every text, in reading order, as code points of that text.

        The answer for a text does not depend on the others. `sentences` says where windows may be cut.
        """
        return [self._one(text, cuts) for text, cuts in zip(texts, sentences, strict=True)]

    def _one(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[TaggedSpan]:
        code = self._tokens.encode(text, add_special_tokens=False)
        if not code.ids:
            return []
        these = pieces(text, code.ids, code.offsets, code.word_ids)
        emissions, states = self._read(these, sentences)
        path = decoding.viterbi(emissions, self._weights["moves"])
        found = decoding.spans(path)
        cue_of, source_of = decoding.Linker(these, found, states, self._weights, self.card.reach).link()
        links: dict[str, list[list[int | None]]] = {
            "cue": [[n] for n in range(len(found["cue"]))],
            "content": [[c] for c in cue_of],
            "source": [[c for c, s in enumerate(source_of) if s == n] or [None] for n in range(len(found["source"]))],
        }
        tagged = [
            TaggedSpan(role, int(these.starts[s]), int(these.ends[e - 1]), to)
            for role in decoding.ROLES
            for (s, e), tos in zip(found[role], links[role], strict=True)
            for to in tos
        ]
        return sorted(tagged, key=lambda span: (span.start, span.end))

    def _read(self, these: Pieces, sentences: Sequence[tuple[int, int]]) -> tuple[Floats, Floats]:
        """Label scores and link states of every word, each from the window in which it stands nearest the middle."""
        found = windows(these, sentences, self.card.size, self.card.overlap)
        labels, states = [], []
        for (low, high), (first, last) in zip(found, keepers(found, len(these.ids)), strict=True):
            a, b = self._session.run(["labels", "states"], self._fed(these, low, high))
            labels.append(a[0, first - low + 1 : last - low + 1])
            states.append(b[0, first - low + 1 : last - low + 1])
        return np.concatenate(labels)[these.first], np.concatenate(states)[these.first]

    def _fed(self, these: Pieces, low: int, high: int) -> dict[str, Ints]:
        ids = np.concatenate([[self._open], these.ids[low:high], [self._shut]])[None]
        kinds = np.concatenate([[0], these.kinds[low:high], [0]])[None]
        return {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": kinds}
