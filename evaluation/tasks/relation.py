"""Relation: {id, text, source: [s, e], target: [s, e]} -> {id, root}."""

from collections.abc import Iterator
from typing import Any

from twosource.domain.identity import identity
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.grammar.events.relation import root_of
from twosource.inference.spacy import SpacyModel


def answer(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The likeliest root type a row, by the relation model over the parse."""
    parsed = SpacyModel().parse([row["text"] for row in rows])
    for row, parts in zip(rows, parsed, strict=True):
        sentences = []
        for tokens in parts:
            span = Span(tokens[0].start, tokens[-1].end)
            sentences.append(Sentence(id=identity("t", row["id"], span.start), article="a", evidence=(span,), tokens=tokens, paragraph=0))
        told = root_of(None, row["text"], sentences, _span(row, "source"), _span(row, "target"))
        yield {"id": row["id"], "root": max(told, key=lambda root: (told[root], root))}


def _span(row: dict[str, Any], side: str) -> Span:
    """Where a party stands; rows without a place for it get the text's first or last character, as in training."""
    size = max(len(row["text"]), 1)
    if row.get(side):
        return Span(*row[side])
    return Span(0, 1) if side == "source" else Span(size - 1, size)
