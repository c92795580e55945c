"""How much of the figures of five folds is luck: the same folds, learned again from stories drawn with replacement.

usage: python -m training.claims.resampled GOLD_DIR ARTICLES.jsonl

A draw leaves out every third story and weighs others twice, which costs a decision little; what its figures lose beyond that, and how far
they lie apart, is no merit of the one that learned from every story once.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from evaluation.usage import command
from training.claims.train import FOLDS, JOIN, TRIED, Story, kept_apart, learned, opened, quality

DRAWS = 8


def redrawn(stories: Sequence[tuple[Story, ...]], dice: np.random.Generator) -> None:
    """Score every story by a second decision from a draw of the stories of the other folds; the ways in which one is cut are drawn together."""
    for fold in range(FOLDS):
        others = [i for i in range(len(stories)) if i % FOLDS != fold]
        model = learned([s for i in dice.choice(others, len(others)) for s in stories[i]], second=True)
        for cuts in stories[fold::FOLDS]:
            for s in cuts:
                s.second = model.probability(s.rows(second=True))


def spread(figures: Sequence[dict[str, float]]) -> dict[str, tuple[float, float]]:
    """Mean and standard deviation of each figure."""
    every = {key: [one[key] for one in figures] for key in figures[0]}
    return {key: (round(float(np.mean(found)), 1), round(float(np.std(found)), 1)) for key, found in every.items()}


def main() -> None:
    """Draw, measure, print."""
    usage = command(__doc__)
    usage.add_argument("folder", metavar="GOLD_DIR", type=Path)
    usage.add_argument("articles", metavar="ARTICLES.jsonl", type=Path)
    given = usage.parse_args()
    stories = opened(given.folder, given.articles)
    whole = [w for w, _ in stories]
    kept_apart([s for cuts in stories for s in cuts])
    joins = sorted({JOIN, *TRIED})
    once = {join: quality(whole, join) for join in joins}
    again: dict[float, list[dict[str, float]]] = {join: [] for join in joins}
    for draw in range(DRAWS):
        redrawn(stories, np.random.default_rng(draw))
        for join in joins:
            again[join].append(quality(whole, join))
    print(json.dumps({f"joined at {join}": {"every story once": once[join], "drawn": spread(again[join])} for join in joins}, indent=1))


if __name__ == "__main__":
    main()
