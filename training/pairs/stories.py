"""Writes the annotated training stories as passages and pairs, for the interpreter that has torch.

usage: python -m training.pairs.stories GOLD_DIR ARTICLES.jsonl OUT.jsonl
"""

import json
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from evaluation.usage import command
from training.claims.gold import as_read, readings
from training.claims.train import Story, kept_apart
from training.pairs.rows import Side

from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.statement import Statement
from twosource.inference.shipped import shipped
from twosource.pipeline import standard

PARTNERS = 6  # a statement is read beside this many at most, and beside those whose best it is
LEAST = 0.02  # pairs less probable than this by their slots are not read
FAR = 0.004  # nor learnt from below this
_OWNERS = frozenset({"his", "her", "its", "their"})


class Page:
    """An article whose statements are shown in their sentence, with names where pronouns stand."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.article.text
        self._known = {s.id: s for s in reading.of(Sentence)}
        self._sentences = sorted(s.span for s in self._known.values())
        self._starts = [s.start for s in self._sentences]
        self._pronouns = sorted(
            (span, party.name)
            for party in reading.of(LocalParty)
            if party.kind != "unnamed"
            for span, form in zip(party.evidence, party.forms, strict=False)
            if form == "pronoun"
        )

    def side(self, statement: Statement) -> Side:
        """The statement as one side of a pair."""
        span = statement.span
        first = max(0, bisect_left(self._starts, span.start + 1) - 1)
        around = [s for s in self._sentences[first : bisect_left(self._starts, span.end)] if s.overlaps(span)]
        low = min([span.start, *(s.start for s in around)])
        high = max([span.end, *(s.end for s in around)])
        before, inside, after = (self._named(*edges) for edges in ((low, span.start), (span.start, span.end), (span.end, high)))
        return Side(before + inside + after, len(before), len(before) + len(inside), self._head(statement, len(before)))

    def _head(self, statement: Statement, before: int) -> tuple[int, int]:
        tokens = self._known[statement.sentence].tokens
        head = tokens[statement.head] if statement.head < len(tokens) else None
        if head is None or not statement.span.start <= head.start < head.end <= statement.span.end:
            return (0, 0)
        at = before + len(self._named(statement.span.start, head.start))
        return (at, at + head.end - head.start)

    def _named(self, low: int, high: int) -> str:
        parts, at = [], low
        for span, name in self._pronouns[bisect_left(self._pronouns, low, key=lambda one: one[0].start) :]:
            if span.start >= high:
                break
            if span.start >= at and span.end <= high:
                parts += [self._text[at : span.start], name, "'s" if span.of(self._text).lower() in _OWNERS else ""]
                at = span.end
        return "".join((*parts, self._text[at:high]))


def worth(story: Story) -> np.ndarray:
    """The pairs worth reading, the most probable ones of every statement."""
    found = np.zeros(len(story.first), dtype=bool)
    asked = [0] * len(story.article)
    for at in np.argsort(-story.first, kind="stable").tolist():
        if story.first[at] < LEAST:
            break
        a, b = int(story.pairs.left[at]), int(story.pairs.right[at])
        found[at] = asked[a] < PARTNERS or asked[b] < PARTNERS
        asked[a] += 1
        asked[b] += 1
    return found


def shown(story: Story) -> dict[str, Any]:
    """A story's statements as sides, and its pairs: [place, left, right, first probability, same, learnt from, read]."""
    pages = {r.article.id: Page(r) for r in story.sample.dossier.readings}
    sides = [pages[item.statements[0].article].side(item.statements[0]) for item in story.sample.known.items]
    read = worth(story)
    kept = np.flatnonzero(read | (story.used & ((story.same > 0) | (story.first >= FAR))))
    columns = (kept, story.pairs.left[kept], story.pairs.right[kept], story.first[kept].round(5), story.same[kept] > 0, story.used[kept], read[kept])
    return {"sides": [asdict(s) for s in sides], "pairs": [list(row) for row in zip(*(c.tolist() for c in columns), strict=True)]}


def rows(folder: Path, articles: Path) -> Iterator[dict[str, Any]]:
    """Every story whole and of two articles, as ``training.claims.train`` cuts it."""
    read = readings(articles, standard(shipped()).read)
    versions = [[Story(s) for s in as_read(folder, read, most)] for most in (None, 2)]
    kept_apart([s for both in zip(*versions, strict=True) for s in both])
    for number, both in enumerate(zip(*versions, strict=True)):
        for version, story in zip(("whole", "small"), both, strict=True):
            yield {"story": number, "version": version, **shown(story)}


if __name__ == "__main__":
    usage = command(__doc__)
    usage.add_argument("folder", metavar="GOLD_DIR", type=Path)
    usage.add_argument("articles", metavar="ARTICLES.jsonl", type=Path)
    usage.add_argument("out", metavar="OUT.jsonl", type=Path)
    given = usage.parse_args()
    lines = (json.dumps(row) + "\n" for row in rows(given.folder, given.articles))
    with given.out.open("w", encoding="utf-8") as out:
        out.writelines(lines)
