"""Coreference: {id (document), topic, text, mentions: [{id, start, end}]} -> {id (mention), cluster}, all documents of several topics at once."""

from collections.abc import Iterator
from typing import Any

from twosource.comparison.events.coreference import EventMention, coreferent
from twosource.domain.span import Span
from twosource.inference.spacy import SpacyModel


def answer(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One row a mention; clusters never reach across topics."""
    parsed = SpacyModel().parse([row["text"] for row in rows])
    topics: dict[str, list[int]] = {}
    for n, row in enumerate(rows):
        topics.setdefault(str(row["topic"]), []).append(n)
    for topic, members in topics.items():
        said = [(i, m) for i, n in enumerate(members) for m in rows[n]["mentions"]]
        keys = coreferent([parsed[n] for n in members], [EventMention(i, Span(m["start"], max(m["end"], m["start"] + 1))) for i, m in said])
        for (_, mention), key in zip(said, keys, strict=True):
            yield {"id": mention["id"], "cluster": f"{topic} {key}"}
