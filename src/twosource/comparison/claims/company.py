"""How a pair of statements stands among all other pairs: whether each is the other's best match, and what matches both."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LARGEST = 2000  # statements; above it the square table would not fit the memory that one story may take
_BLOCK = 2_000_000  # cells looked at in one go

NAMES = (
    *("first score", "first probability", "left's best there", "right's best there", "short of left's best", "short of right's best"),
    *("is left's best", "is right's best", "bests", "shortest of best", "least short of best", "same company", "strength of company"),
    *("best go-between", "better for left", "better for right"),
)
"""Names of the features, in their order."""


def company(left: Ints, right: Ints, first: Floats, article: Ints, titles: NDArray[np.bool_], *, asked: NDArray[np.bool_] | None = None) -> Floats:
    """Features of each pair (that is ``asked`` for) from the first probabilities of all pairs.

    ``article`` numbers the article of each statement: two accounts of one thing usually hold one best match for each other,
    while neighbours in one article are alike without being one. ``titles`` tells which statements are headlines: they are nobody's
    company, as they say again what stands below them.
    """
    n = len(article)
    table = np.zeros((n, n), dtype=np.float32)
    table[left, right] = table[right, left] = first
    table[:, titles] = 0.0
    best = np.zeros((n, int(article.max(initial=-1)) + 1), dtype=np.float32)
    for one in range(best.shape[1]):
        best[:, one] = table[:, article == one].max(axis=1)
    top = table.max(axis=1)
    here = table + np.eye(n, dtype=np.float32)
    length = np.sqrt((here * here).sum(axis=1))
    if asked is not None:
        left, right, first = left[asked], right[asked], first[asked]
    mine, other = best[left, article[right]], best[right, article[left]]
    short_left, short_right = first - top[left], first - top[right]
    columns = [
        np.log((first + 1e-3) / (1.001 - first)),
        first,
        mine,
        other,
        first - mine,
        first - other,
        first >= mine - 1e-6,
        first >= other - 1e-6,
        top[left] + top[right],
        np.minimum(short_left, short_right),
        np.maximum(short_left, short_right),
    ]
    step = max(1, _BLOCK // max(n, 1))
    blocks = [_shared(table, here, left[i : i + step], right[i : i + step], first[i : i + step]) for i in range(0, len(left), step)]
    shared = np.concatenate(blocks) if blocks else np.zeros((0, 5))
    shared[:, 0] /= np.maximum(length[left] * length[right], 1e-9)
    return np.column_stack([*columns, shared]).astype(float)


def _shared(table: NDArray[np.float32], here: NDArray[np.float32], left: Ints, right: Ints, first: Floats) -> Floats:
    a, b = table[left], table[right]
    both = np.einsum("ij,ij->i", here[left], here[right])
    strength = np.sqrt(np.einsum("ij,ij->i", a, b))
    between = np.minimum(a, b).max(axis=1)
    level = first[:, None] + 1e-6
    return np.column_stack([both, strength, between, (a > level).sum(axis=1), (b > level).sum(axis=1)]).astype(float)
