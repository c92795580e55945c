"""How far a score may be off: between training runs, and by which articles happened to be annotated."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence

import numpy as np

Counts = Mapping[str, float]
Score = Callable[[Counts], float]

_DRAWS = 1000
_SEED = 20251122


def total(counts: Sequence[Counts]) -> Counter[str]:
    """Counts of several articles as one."""
    made: Counter[str] = Counter()
    for one in counts:
        for key, n in one.items():
            made[key] += n  # type: ignore[assignment]  # counts may be shares of a count
    return made


def rate(over: str, under: str) -> Score:
    """A share in percent, 0 where there is nothing to share."""
    return lambda counts: 100 * counts.get(over, 0) / counts[under] if counts.get(under) else 0.0


def f1(right: str, predicted: str, found: str, gold: str) -> Score:
    """F1 in percent, from hits counted on both sides."""
    precision, recall = rate(right, predicted), rate(found, gold)

    def score(counts: Counts) -> float:
        p, r = precision(counts), recall(counts)
        return 2 * p * r / (p + r) if p + r else 0.0

    return score


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """B-cubed F1 of one partition against another, in percent."""
    both, of_gold, of_found = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(n * n / of_found[f] for (_, f), n in both.items()) / max(1, len(gold))
    recall = sum(n * n / of_gold[g] for (g, _), n in both.items()) / max(1, len(gold))
    return 200 * precision * recall / (precision + recall) if precision + recall else 0.0


def interval(runs: Sequence[Sequence[Counts]], score: Score, draws: int = _DRAWS) -> tuple[float, float]:
    """95 % of the mean over runs of a score, by drawing articles anew (percentile bootstrap).

    Args:
        runs: for each run the counts of every article, in one order for all runs.
        score: of the counts of all articles together.
    """
    keys = sorted({key for run in runs for one in run for key in one})
    tables = [np.array([[float(one.get(key, 0)) for key in keys] for one in run]) for run in runs]
    dice = np.random.default_rng(_SEED)
    size = len(runs[0])
    means = []
    for _ in range(draws):
        drawn = dice.integers(0, size, size)
        means.append(np.mean([score(dict(zip(keys, table[drawn].sum(axis=0).tolist(), strict=True))) for table in tables]))
    low, high = np.percentile(means, [2.5, 97.5])
    return float(low), float(high)


def of_runs(runs: Sequence[Sequence[Counts]], score: Score) -> tuple[float, float, float]:
    """Mean, least and most over the runs."""
    each = [score(total(run)) for run in runs]
    return sum(each) / len(each), min(each), max(each)


def shown(low: float, high: float) -> str:
    """Two bounds as one cell."""
    return f"{low:.1f} to {high:.1f}"
