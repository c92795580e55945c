"""Annotated stories as slots with the claim of each, as the claims stage would see them."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twosource.domain.article import Article
from twosource.domain.reading import Dossier, Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span, trimmed
from twosource.domain.story import Story
from twosource.stages.matter import matter, stand_ins
from twosource.stages.slots import Page, Slots, slots

_LEAST = 25  # code points of a sentence's rest that still say something


@dataclass(frozen=True)
class Sample:
    """One story: statements, for each the claims whose mention it is and those whose mention it only touches.

    ``mentions`` holds for every annotated mention its claim and the number of the statement that is it, or None.
    """

    story: str
    slots: list[Slots]
    stems: list[Sequence[str]]
    claims: list[set[str]]
    touched: list[set[str]]
    mentions: list[tuple[str, int | None]]


def readings(path: Path, read: Any) -> dict[str, Reading]:
    """The articles of a file by their id, run through ``read``."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    given = [Reading(Article(ref=r["id"], text=r["text"], published=(r.get("published") or "")[:10] or None, outlet=r.get("outlet"))) for r in rows]
    return {r.article.ref: r for r in read(given)}


def _stories(folder: Path, read: dict[str, Reading]) -> Iterator[tuple[str, dict[str, Any], dict[str, Reading]]]:
    for file in sorted(folder.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        found = {a["id"]: read.get(f"{file.stem}/{a['id']}") for a in gold["articles"]}
        yield file.stem, gold, {name: r for name, r in found.items() if r}


def as_annotated(folder: Path, read: dict[str, Reading]) -> Iterator[Sample]:
    """The stories of a folder: gold mentions as statements, and between them the rest of every sentence as one more."""
    for story, gold, found in _stories(folder, read):
        made = Sample(story, [], [], [], [], [])
        for article, reading in found.items():
            _annotated(made, reading, article, gold)
        yield made


def _annotated(made: Sample, reading: Reading, article: str, gold: dict[str, Any]) -> None:
    page = Page(reading.of(Sentence))
    made.stems.extend(list(bag) for bag in page.bags)
    names = stand_ins(reading)
    taken: list[Span] = []
    for claim in gold["claims"]:
        for m in (m for m in claim["mentions"] if m["article"] == article):
            span = Span(m["start"], m["end"])
            taken.append(span)
            origin = m["chain"][0] if m["chain"] else ""
            made.mentions.append((claim["id"], len(made.slots)))
            name = f"{article}-{m['start']}-{claim['id']}"
            made.slots.append(slots(page, name, article, span, stand_for=names, origin=origin, quoted=m["voice"] == "quote"))
            made.claims.append({claim["id"]})
    for span in _rest(reading.article.text, page, taken):
        made.slots.append(slots(page, f"{article}-{span.start}", article, span, stand_for=names))
        made.claims.append(set())
    made.touched.extend(set() for _ in range(len(made.slots) - len(made.touched)))


def _rest(text: str, page: Page, taken: list[Span]) -> Iterator[Span]:
    for sentence in page.sentences:
        inside = sorted(t for t in taken if t.overlaps(sentence.span))
        at = sentence.span.start
        for edge in [*((t.start, t.end) for t in inside), (sentence.span.end, sentence.span.end)]:
            span = trimmed(text, at, max(at, min(edge[0], sentence.span.end)))
            if span and span.end - span.start >= _LEAST:
                yield span
            at = max(at, edge[1])


def as_read(folder: Path, read: dict[str, Reading], most: int | None = None) -> Iterator[Sample]:
    """The stories of a folder: the statements that the stages before read, with the mentions that they cover.

    ``most`` keeps the first articles of a story only: in a small story words are rarer and fewer pairs compete.
    """
    for story, gold, every in _stories(folder, read):
        found = dict(list(every.items())[:most])
        order = tuple(found.values())
        dossier = Dossier(Story(id=story, basis=tuple(r.article.id for r in order), title=story), order)
        known = matter(dossier)
        texts = {r.article.id: r.article.text for r in order}
        words = [_words(texts[s.article], s.span.start, s.span.end) for s in known.statements]
        made = Sample(story, list(known.slots), list(known.sentences), [set() for _ in words], [set() for _ in words], [])
        for claim in gold["claims"]:
            for m in (m for m in claim["mentions"] if m["article"] in found):
                article = found[m["article"]].article.id
                wanted = _words(texts[article], m["start"], m["end"])
                mine = [i for i, s in enumerate(known.statements) if s.article == article]
                for i in mine:
                    if words[i] & wanted:
                        made.touched[i].add(claim["id"])
                best = max(mine, key=lambda i: len(words[i] & wanted) / max(1, len(words[i] | wanted)), default=None)
                if best is not None and not (len(words[best] & wanted) >= 0.5 * len(wanted) and len(words[best] & wanted) >= 0.25 * len(words[best])):
                    best = None
                if best is not None:
                    made.claims[best].add(claim["id"])
                made.mentions.append((claim["id"], best))
        yield made


def _words(text: str, start: int, end: int) -> set[int]:
    """Where the words of a stretch begin: two stretches share a word when they share its place."""
    return {m.start() for m in re.finditer(r"\w+", text) if start <= m.start() < end}
