"""Source, cue and content spans of every text, as the shipped stages find them."""

from collections.abc import Iterator
from typing import Any

from twosource.domain.article import Article
from twosource.domain.attribution import Attribution
from twosource.domain.reading import Reading
from twosource.domain.span import Span
from twosource.inference.spacy import SpacyModel
from twosource.pipeline import standard

# Attributions of ours that are no separate ones in PARC's and PolNeAR's terms.
_OURS = ("told to",)


def answer(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """{id, text} -> {id, spans: [{label, start, end, attribution}]}."""
    readings = standard(SpacyModel()).read([Reading(Article(ref=str(row["id"]), text=row["text"])) for row in rows])
    for row, reading in zip(rows, readings, strict=True):
        yield {"id": row["id"], "spans": spans(reading)}


def spans(reading: Reading) -> list[dict[str, Any]]:
    """The spans of one reading's attributions, numbered."""
    found = []
    for n, a in enumerate(a for a in reading.of(Attribution) if a.reason not in _OURS):
        parts: list[tuple[str, tuple[Span, ...]]] = [("source", a.source), ("cue", a.cue), ("content", a.content)]
        found += [{"label": label, "start": s.start, "end": s.end, "attribution": n} for label, these in parts for s in these]
    return found
