"""Annotated stories as slots with the claim of each, as the claims stage would see them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twosource.domain.article import Article
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span, trimmed
from twosource.stages.matter import stand_ins
from twosource.stages.slots import Page, Slots, slots

_LEAST = 25  # code points of a sentence's rest that still say something


@dataclass(frozen=True)
class Sample:
    """One story; ``claims`` holds the gold claim of every statement, or None for what no claim was annotated on."""

    story: str
    slots: list[Slots]
    claims: list[str | None]
    stems: list[list[str]]


def readings(path: Path, read: Any) -> dict[str, Reading]:
    """The articles of a file by their id, run through ``read``."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    given = [Reading(Article(ref=r["id"], text=r["text"], published=(r.get("published") or "")[:10] or None, outlet=r.get("outlet"))) for r in rows]
    return {r.article.ref: r for r in read(given)}


def samples(folder: Path, read: dict[str, Reading]) -> Iterator[Sample]:
    """The stories of a folder of annotations: gold mentions, and between them the rest of every sentence as one more statement."""
    for file in sorted(folder.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        made = Sample(file.stem, [], [], [])
        for article in gold["articles"]:
            reading = read.get(f"{file.stem}/{article['id']}")
            if reading:
                _add(made, reading, article["id"], gold)
        yield made


def _add(made: Sample, reading: Reading, article: str, gold: dict[str, Any]) -> None:
    page = Page(reading.of(Sentence))
    made.stems.extend(list(bag) for bag in page.bags)
    names = stand_ins(reading)
    taken: list[Span] = []
    for claim in gold["claims"]:
        for m in (m for m in claim["mentions"] if m["article"] == article):
            span = Span(m["start"], m["end"])
            taken.append(span)
            origin = m["chain"][0] if m["chain"] else ""
            name = f"{article}-{m['start']}-{claim['id']}"
            made.slots.append(slots(page, name, article, span, stand_for=names, origin=origin, quoted=m["voice"] == "quote"))
            made.claims.append(claim["id"])
    for span in _rest(reading.article.text, page, taken):
        made.slots.append(slots(page, f"{article}-{span.start}", article, span, stand_for=names))
        made.claims.append(None)


def _rest(text: str, page: Page, taken: list[Span]) -> Iterator[Span]:
    for sentence in page.sentences:
        inside = sorted(t for t in taken if t.overlaps(sentence.span))
        at = sentence.span.start
        for edge in [*((t.start, t.end) for t in inside), (sentence.span.end, sentence.span.end)]:
            span = trimmed(text, at, max(at, min(edge[0], sentence.span.end)))
            if span and span.end - span.start >= _LEAST:
                yield span
            at = max(at, edge[1])
