"""Fits how likely it is that two statements part and writes ``models/conflicts/pairs.json``.

usage: python -m training.conflicts.train OUT.json
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from evaluation.usage import command
from numpy.typing import NDArray
from training.claims.train import fit
from training.claims.train import written as shown
from training.conflicts.stories import Sample, samples

from twosource.comparison.conflicts.joining import conflicts
from twosource.comparison.conflicts.judging import FIRST, SECOND, Pair, chosen, contrasts, features
from twosource.comparison.conflicts.telling import chosen as told
from twosource.domain.conflict import SURE, Conflict
from twosource.inference.logistic import Logistic
from twosource.inference.shipped import shipped
from twosource.pipeline import standard

Floats = NDArray[np.float64]
FOLDS = 5
RIDGE_FIRST, RIDGE_SECOND = 20.0, 60.0
# One in so many of the pairs of which no reader said that they part teaches the first decision, and counts for so many.
SHARE = 8
# From which likelihood on a disagreement is told that no typed rule finds.
LEAST = 0.03
TRIED = (0.04, 0.05, 0.06)


class Story:
    """A story's pairs with their scores by a decision that never saw it."""

    def __init__(self, sample: Sample, number: int) -> None:
        self.sample, self.fold = sample, number % FOLDS
        n = len(sample.parted)
        self.few = np.flatnonzero((sample.parted > 0) | (np.arange(n) % SHARE == number % SHARE))
        self.rows = features(sample.story, self.few)
        self.at = np.zeros(0, dtype=np.int64)
        self.close: Floats = np.zeros((0, len(SECOND)))
        self.likely: dict[Pair, float] = {}

    def look(self, first: Logistic) -> None:
        """Choose the pairs worth a close look."""
        self.at, rows = chosen(self.sample.story, first)
        self.close = np.column_stack([rows, contrasts(self.sample.story, self.ends())])

    def ends(self) -> list[Pair]:
        """The pairs that are looked at closely."""
        pairs = self.sample.story.pairs
        return list(zip(pairs.left[self.at].tolist(), pairs.right[self.at].tolist(), strict=True))

    def found(self, least: float) -> list[Conflict]:
        """The conflicts told."""
        s = self.sample
        return conflicts(told(s.edges, s.story, self.likely, least), s.claim_of, s.party_of)


def first_of(stories: Sequence[Story]) -> Logistic:
    """The decision over all pairs."""
    yes = np.concatenate([s.sample.parted[s.few] for s in stories])
    return fit(np.concatenate([s.rows for s in stories]), yes, FIRST, RIDGE_FIRST, np.where(yes > 0, 1.0, float(SHARE)))


def second_of(stories: Sequence[Story]) -> Logistic:
    """The decision over those that the first one leaves."""
    yes = np.concatenate([s.sample.parted[s.at] for s in stories])
    return fit(np.concatenate([s.close for s in stories]), yes, SECOND, RIDGE_SECOND)


def cross(stories: Sequence[Story]) -> None:
    """Score every story by decisions learned from the other folds."""
    for fold in range(FOLDS):
        first = first_of([s for s in stories if s.fold != fold and s.sample.learned])
        for s in (s for s in stories if s.fold == fold):
            s.look(first)
    for fold in range(FOLDS):
        second = second_of([s for s in stories if s.fold != fold and s.sample.learned])
        for s in (s for s in stories if s.fold == fold):
            s.likely = dict(zip(s.ends(), second.probability(s.close).tolist(), strict=True)) if len(s.at) else {}


def quality(stories: Sequence[Story], least: float) -> dict[str, Any]:
    """How many conflicts of the readers are found, how many are told, and how many of these stand at the sure level."""
    n: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for s in stories:
        found = s.found(least)
        n.update(told=len(found), sure=sum(x.sure for x in found))
        for kind, sides in s.sample.conflicts:
            if kind == "judged":
                continue
            met = [x for x in found if meets(sides, x)]
            n.update(conflicts=1, found=bool(met), surely=any(x.sure for x in met))
            kinds.update({kind: 1, f"{kind} found": bool(met)})
    of = {kind: f"{kinds[f'{kind} found']} of {kinds[kind]}" for kind in sorted(kinds) if not kind.endswith(" found")}
    return {
        **n,
        "share found": round(100 * n["found"] / max(1, n["conflicts"]), 1),
        "told for each": round(n["told"] / max(1, n["conflicts"]), 2),
        **of,
    }


def meets(sides: Sequence[set[str]], conflict: Conflict) -> bool:
    """Whether two sides of a conflict are in two sides of it, as ../shared/score/gold.py asks."""
    hits = {(i, j) for i, a in enumerate(sides) for j, b in enumerate(conflict.sides) if a & set(b.statements)}
    return any(i != k and j != m for i, j in hits for k, m in hits)


def main() -> None:
    """Fit, measure, write the model and its card."""
    usage = command(__doc__)
    usage.add_argument("out", metavar="OUT.json", type=Path)
    out = usage.parse_args().out
    stories = [Story(sample, n) for n, sample in enumerate(samples(standard(shipped())))]
    made, measured = fitted(stories)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(made, encoding="utf-8")
    out.with_name("card.json").write_text(json.dumps(card(out.name, made, measured), indent=1) + "\n", encoding="utf-8")


def fitted(stories: Sequence[Story]) -> tuple[str, dict[str, Any]]:
    """The model as JSON and what it reaches in folds by story."""
    cross(stories)
    by_set = {name: [s for s in stories if s.sample.part == name and s.sample.learned] for name in ("train", "further")}
    for least in sorted({LEAST, *TRIED}):
        print(least, json.dumps({name: quality(mine, least) for name, mine in by_set.items()}), file=sys.stderr, flush=True)
    measured = {name: quality(mine, LEAST) for name, mine in by_set.items()}
    taught = [s for s in stories if s.sample.learned]
    first, second = first_of(taught), second_of(taught)
    return json.dumps({"first": shown(first), "second": shown(second), "least": LEAST}, indent=1) + "\n", measured


def card(name: str, made: str, measured: dict[str, Any]) -> dict[str, object]:
    """What the model says of itself."""
    return {
        "name": "conflicts",
        "made": "python -m training.conflicts.train",
        "files": {name: hashlib.sha256(made.encode()).hexdigest()},
        "what": "two logistic regressions over features of a pair of statements: what they share and differ in, then their deeds side by side",
        "data": {
            "stories": "32 annotated stories and further ones that a language model read (BASIL, none stated; g5 and FNC-1, Apache-2.0), with the "
            "conflicts found in them; weights, no words",
        },
        "quality": {f"{FOLDS} folds by story, told from {LEAST} on; {key}": value for key, value in measured.items()},
        "sure from": SURE,
        "weak": [
            "the readers did not note every conflict: what is told and was not noted counts as wrong",
            "accounts of one thing in quite other words are not laid beside each other",
            "where, and who, are hardly found",
            "news of politics, hoaxes, disasters, science and sport in English only",
        ],
    }


if __name__ == "__main__":
    main()
