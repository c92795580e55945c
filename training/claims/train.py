"""Fits the pair decision of the claims stage on annotated stories and writes ``models/claims/pairs.json``.

usage: python -m training.claims.train GOLD_DIR ARTICLES.jsonl OUT.json
"""

import collections
import hashlib
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from training.claims.gold import Sample, as_annotated, as_read, readings

from twosource.inference.logistic import Logistic
from twosource.inference.shipped import shipped
from twosource.pipeline import standard
from twosource.stages import alignment, company
from twosource.stages.matching import Matches, groups

Floats = NDArray[np.float64]
FOLDS = 5
# B-cubed is nearly flat between 0.1 and 0.3, and it sees only annotated statements: the strictest of these joins the fewest others.
JOIN = 0.3
VERSIONS = 3  # in how many ways a story is cut
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
        ends = list(zip(self.pairs.left.tolist(), self.pairs.right.tolist(), strict=True))
        claims, touched = sample.claims, sample.touched
        self.same = np.array([bool(claims[i] & claims[j]) for i, j in ends], dtype=float)
        near = np.array([bool(touched[i] & touched[j]) for i, j in ends], dtype=bool)
        annotated = np.array([bool(claims[i] or claims[j]) for i, j in ends], dtype=bool)
        self.used = (self.same > 0) | (annotated & ~near)
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
        model = learned([s for i, s in enumerate(stories) if i // VERSIONS % FOLDS != fold], second)
        for s in (s for i, s in enumerate(stories) if i // VERSIONS % FOLDS == fold):
            scores = model.probability(s.rows(second))
            if second:
                s.second = scores
            else:
                s.first = scores


def b_cubed(stories: Sequence[Story], score: Callable[[Story], Floats], join: float) -> tuple[float, float, float]:
    """F1, precision and recall in percent, over annotated mentions grouped among all statements."""
    gold: list[tuple[str, str]] = []
    found: list[tuple[str, int]] = []
    for s in stories:
        grouped = groups(len(s.sample.slots), Matches(s.pairs.left, s.pairs.right, score(s), s.pairs.features), join)
        owner = {i: number for number, group in enumerate(grouped) for i in group}
        for n, (claim, i) in enumerate(s.sample.mentions):
            gold.append((s.sample.story, claim))
            found.append((s.sample.story, -n - 1 if i is None else owner[i]))
    both = collections.Counter(zip(gold, found, strict=True))
    of_gold, of_found = collections.Counter(gold), collections.Counter(found)
    p = sum(n * n / of_found[f] for (_, f), n in both.items()) / len(gold)
    r = sum(n * n / of_gold[g] for (g, _), n in both.items()) / len(gold)
    return 200 * p * r / (p + r), 100 * p, 100 * r


def written(model: Logistic) -> dict[str, object]:
    """The model as JSON."""
    shown = {key: [round(float(x), 5) for x in getattr(model, key)] for key in ("mean", "spread", "weight")}
    return {"names": list(model.names), **shown, "bias": round(model.bias, 5)}


def kept_apart(stories: Sequence[Story]) -> tuple[Logistic, Logistic]:
    """Both decisions; every story is left with scores from folds that did not see it."""
    cross(stories, second=False)
    first = learned(stories, second=False)
    cross(stories, second=True)
    return first, learned(stories, second=True)


def best(stories: Sequence[Story], score: Callable[[Story], Floats]) -> tuple[tuple[float, float, float], float]:
    """The best B-cubed over thresholds, and its threshold."""
    return max((b_cubed(stories, score, join), round(float(join), 3)) for join in np.arange(0.1, 0.6, 0.025))


def main(folder: str, articles: str, out: str) -> None:
    read = readings(Path(articles), standard(shipped()).read)
    annotated = [Story(s) for s in as_annotated(Path(folder), read)]
    predicted = [Story(s) for s in as_read(Path(folder), read)]
    small = [Story(s) for s in as_read(Path(folder), read, most=2)]
    # All ways of cutting a story teach; a story's versions stay in one fold.
    first, second = kept_apart([s for versions in zip(annotated, predicted, small, strict=True) for s in versions])
    quality = {}
    for name, stories in (("gold mentions", annotated), ("two articles as read", small), ("statements as read", predicted)):
        for which, score in (("first", lambda s: s.first), ("second", lambda s: s.second)):
            (f1, p, r), join = best(stories, score)
            quality[f"{name}, {which} decision"] = f"B-cubed {f1:.1f} (P {p:.1f}, R {r:.1f}) when joined at {join}"
        kept = b_cubed(stories, lambda s: s.second, JOIN)
        quality[f"{name}, as shipped"] = f"B-cubed {kept[0]:.1f} (P {kept[1]:.1f}, R {kept[2]:.1f}) when joined at {JOIN}"
    print(json.dumps(quality, indent=1))
    made = json.dumps({"first": written(first), "second": written(second), "join": JOIN}, indent=1) + "\n"
    Path(out).write_text(made, encoding="utf-8")
    Path(out).with_name("card.json").write_text(json.dumps(card(Path(out).name, made, quality), indent=1) + "\n", encoding="utf-8")


def card(name: str, made: str, quality: dict[str, str]) -> dict[str, object]:
    """What the model says of itself."""
    return {
        "name": "claims",
        "made": "python -m training.claims.train",
        "files": {name: hashlib.sha256(made.encode()).hexdigest()},
        "what": "two logistic regressions over features of a pair: slots in common, then how the pair stands among all pairs",
        "data": {
            "stories": "32 annotated stories, 396 claims, 1405 mentions (g5, Apache-2.0; BASIL, none stated); weights, no words",
            "frequencies": "counts of stems in PolNeAR, FNC-1, g5 and BASIL texts (data/frequencies.tsv)",
        },
        "quality": {f"{FOLDS} folds by story; {key}": value for key, value in quality.items()},
        "weak": [
            "paraphrases without a shared word or listed meaning are never laid side by side",
            "two deeds of the same parties in a story of two or three sentences may be joined",
            "news of politics, disasters, science and sport in English only",
        ],
    }


if __name__ == "__main__":
    main(*sys.argv[1:4])
