"""Fits the pair decision of the claims stage on annotated stories and writes ``models/claims/pairs.json``.

usage: python -m training.claims.train GOLD_DIR ARTICLES.jsonl OUT.json
"""

import collections
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from training.claims.gold import Sample, readings, samples

from twosource.inference.logistic import Logistic
from twosource.inference.spacy import SpacyModel
from twosource.pipeline import standard
from twosource.stages import alignment, company
from twosource.stages.matching import groups

Floats = NDArray[np.float64]
FOLDS = 5
RIDGE = 3.0


def fit(rows: Floats, yes: Floats, names: Sequence[str], ridge: float = RIDGE) -> Logistic:
    """Ridge-penalised logistic regression by Newton's method."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread < 1e-3] = 1.0  # a feature that never varies here says nothing: its weight stays 0
    x = np.column_stack([(rows - mean) / spread, np.ones(len(rows))])
    w = np.zeros(x.shape[1])
    penalty = np.full(len(w), ridge)
    penalty[-1] = 0.0
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ w))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-9)
        step = np.linalg.solve(hessian, x.T @ (yes - p) - penalty * w)
        w += step
        if np.abs(step).max() < 1e-6:
            break
    return Logistic(tuple(names), mean, spread, w[:-1], float(w[-1]))


class Story:
    """One story's pairs; pairs of which neither statement was annotated are scored but never learned from."""

    def __init__(self, sample: Sample) -> None:
        self.sample = sample
        self.pairs = alignment.pairs(sample.slots, sample.stems)
        claims = np.array(sample.claims, dtype=object)
        a, b = claims[self.pairs.left], claims[self.pairs.right]
        annotated = np.array([x is not None for x in sample.claims])
        self.used = annotated[self.pairs.left] | annotated[self.pairs.right]
        self.same = ((a == b) & self.used).astype(float)
        articles = sorted({s.article for s in sample.slots})
        self.article = np.array([articles.index(s.article) for s in sample.slots])
        self.first: Floats = np.zeros(len(self.same))
        self.second: Floats = np.zeros(len(self.same))

    def rows(self, second: bool) -> Floats:
        """Features of the first or the second decision."""
        if not second:
            return self.pairs.features
        around = company.company(self.pairs.left, self.pairs.right, self.first, self.article)
        return np.column_stack([around, self.pairs.features])


def learned(stories: Sequence[Story], second: bool) -> Logistic:
    """The decision from these stories."""
    rows = np.concatenate([s.rows(second)[s.used] for s in stories])
    names = (*company.NAMES, *alignment.NAMES) if second else alignment.NAMES
    return fit(rows, np.concatenate([s.same[s.used] for s in stories]), names)


def cross(stories: Sequence[Story], second: bool) -> None:
    """Score every story by a decision learned from the other folds: what the second decision must see of the first."""
    for fold in range(FOLDS):
        model = learned([s for i, s in enumerate(stories) if i % FOLDS != fold], second)
        for s in stories[fold::FOLDS]:
            scores = model.probability(s.rows(second))
            if second:
                s.second = scores
            else:
                s.first = scores


def b_cubed(stories: Sequence[Story], score: Callable[[Story], Floats], join: float) -> tuple[float, float, float]:
    """F1, precision and recall in percent, over annotated mentions grouped among all statements."""
    gold, found = [], []
    for s in stories:
        for number, group in enumerate(groups(len(s.sample.slots), s.pairs.left, s.pairs.right, score(s), join)):
            for i in group:
                if s.sample.claims[i] is not None:
                    gold.append((s.sample.story, s.sample.claims[i]))
                    found.append((s.sample.story, number))
    both = collections.Counter(zip(gold, found, strict=True))
    of_gold, of_found = collections.Counter(gold), collections.Counter(found)
    p = sum(n * n / of_found[f] for (_, f), n in both.items()) / len(gold)
    r = sum(n * n / of_gold[g] for (g, _), n in both.items()) / len(gold)
    return 200 * p * r / (p + r), 100 * p, 100 * r


def written(model: Logistic) -> dict[str, object]:
    """The model as JSON."""
    shown = {key: [round(float(x), 5) for x in getattr(model, key)] for key in ("mean", "spread", "weight")}
    return {"names": list(model.names), **shown, "bias": round(model.bias, 5)}


def main(folder: str, articles: str, out: str) -> None:
    read = readings(Path(articles), standard(SpacyModel()).read)
    stories = [Story(s) for s in samples(Path(folder), read)]
    cross(stories, second=False)
    first = learned(stories, second=False)
    cross(stories, second=True)
    second = learned(stories, second=True)
    for name, score in (("first", lambda s: s.first), ("second", lambda s: s.second)):
        best = max((b_cubed(stories, score, join), join) for join in np.arange(0.1, 0.6, 0.05))
        print(name, "B3 F1, P, R over folds:", [round(x, 1) for x in best[0]], "join at", round(float(best[1]), 2))
    made = {"first": written(first), "second": written(second), "join": round(float(best[1]), 2)}
    Path(out).write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:4])
