"""Annotated stories as slots with the claim of each, as the claims stage would see them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twosource.comparison.claims.matter import Matter, matter
from twosource.domain.article import Article
from twosource.domain.reading import Dossier, Reading
from twosource.domain.span import Span
from twosource.domain.story import Story
from twosource.stages.across_articles.copies import Copies
from twosource.stages.across_articles.parties import Parties


@dataclass(frozen=True)
class Sample:
    """One story: items, for each the claims whose mention it is and those whose mention it only touches.

    ``mentions`` holds for every annotated mention its claim and the number of the item that is it, or None;
    ``right`` the annotated number of independent parties of each claim.
    """

    dossier: Dossier
    known: Matter
    claims: list[set[str]]
    touched: list[set[str]]
    mentions: list[tuple[str, int | None]]
    right: dict[str, int]


def readings(path: Path, read: Any) -> dict[str, Reading]:
    """The articles of a file by their id, run through ``read``."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    return {r.article.ref: r for r in read([Reading(article(row)) for row in rows])}


def article(row: dict[str, Any]) -> Article:
    """The article of a row; its title, where there is one, begins the text."""
    title = row.get("title")
    text = f"{title}\n\n{row['text']}" if title else row["text"]
    known: dict[str, Any] = {key: row.get(key) for key in ("outlet", "url")}
    published = (row.get("published") or "")[:10] or None
    return Article(ref=row["id"], text=text, title=Span(0, len(title)) if title else None, published=published, **known)


def stories(folder: Path, read: dict[str, Reading]) -> Iterator[tuple[str, dict[str, Any], dict[str, Reading]]]:
    """Each annotated story of a folder: its name, its annotations, and its articles as read, by the names that the annotations know them by."""
    for file in sorted(folder.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        found = {a["id"]: read.get(f"{file.stem}/{a['id']}") for a in gold["articles"]}
        yield file.stem, gold, {name: r for name, r in found.items() if r}


def as_read(folder: Path, read: dict[str, Reading], most: int | None = None) -> Iterator[Sample]:
    """The stories of a folder: the statements that the stages before read, with the mentions that they cover.

    ``most`` keeps the first articles of a story only: in a small story words are rarer and fewer pairs compete.
    """
    for name, gold, every in stories(folder, read):
        found = dict(list(every.items())[:most])
        order = sorted(found.values(), key=lambda r: (r.article.published or "9999", r.article.id))
        dossier = Dossier(Story(id=name, basis=tuple(r.article.id for r in order), title=name), tuple(order))
        for stage in (Parties(), Copies()):
            dossier = dossier.with_(stage.run(dossier))
        yield _laid(dossier, gold, found)


def _laid(dossier: Dossier, gold: dict[str, Any], found: dict[str, Reading]) -> Sample:
    """Annotated mentions laid on the items of a story, as ``../shared/score/gold.py`` lays them on statements."""
    texts = {r.article.id: r.article.text for r in found.values()}
    known = matter(dossier)
    right = {claim["id"]: claim["independent_sources"] for claim in gold["claims"]}
    made = Sample(dossier, known, [set() for _ in known.items], [set() for _ in known.items], [], right)
    of: dict[str, list[tuple[int, set[int]]]] = {}
    for n, item in enumerate(known.items):
        for s in item.statements:
            of.setdefault(s.article, []).append((n, _words(texts[s.article], s.span.start, s.span.end)))
    for claim in gold["claims"]:
        for m in (m for m in claim["mentions"] if m["article"] in found):
            article = found[m["article"]].article.id
            title = found[m["article"]].article.title  # annotators saw the text below it
            below = title.end + 2 if title else 0
            wanted = _words(texts[article], m["start"] + below, m["end"] + below)
            mine = of.get(article, [])
            for i, words in mine:
                if words & wanted:
                    made.touched[i].add(claim["id"])
            best, words = max(mine, key=lambda one: len(one[1] & wanted) / max(1, len(one[1] | wanted)), default=(None, set()))
            if best is not None and not (len(words & wanted) >= 0.5 * len(wanted) and len(words & wanted) >= 0.25 * len(words)):
                best = None
            if best is not None:
                made.claims[best].add(claim["id"])
            made.mentions.append((claim["id"], best))
    return made


def _words(text: str, start: int, end: int) -> set[int]:
    """Where the words of a stretch begin: two stretches share a word when they share its place."""
    return {m.start() for m in re.finditer(r"\w+", text) if start <= m.start() < end}
