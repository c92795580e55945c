"""Neighbours: for each text those that may tell of the same happening, by an index of words that is followed only so far."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.comparison.stories.bags import Vector, nearness

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

# A word in more texts than this leads from each text to its neighbours in time only, so that the work stays linear in the texts.
_COMMON = 200
_NEIGHBOURS = 60
# Neighbours of a text that are looked at closely, of those that come after it: the nearest by the words that were followed.
_CLOSEST = 60
# Words that were not followed may add to what two texts share: looked at is what has this part of the threshold.
_PART = 0.5
# Texts worked through together: more would cost memory, fewer time.
_BLOCK = 64


def pairs(vectors: Sequence[Vector], threshold: float) -> list[tuple[float, int, int]]:
    """Pairs of texts (by number) that are as near as the threshold, with their nearness; nearest first, then by number."""
    order = sorted(range(len(vectors)), key=lambda i: (vectors[i].bag.day or 0, vectors[i].bag.id))
    found = []
    for one, other in _Index([vectors[i] for i in order]).candidates(threshold):
        i, j = sorted((order[one], order[other]))
        if (near := nearness(vectors[i], vectors[j])) >= threshold:
            found.append((near, i, j))
    return sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2]))


class _Index:
    """For every word the texts that have it, in the order of time."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        number: dict[str, int] = {}
        word = np.fromiter((number.setdefault(w, len(number)) for v in vectors for w in v.weights), np.int64)
        self._n = len(vectors)
        self._first: Ints = np.concatenate([[0], np.cumsum([len(v.weights) for v in vectors], dtype=np.int64)])
        text = np.repeat(np.arange(self._n), np.diff(self._first))
        weight = np.fromiter((x for v in vectors for x in v.weights.values()), np.float64)
        order = np.argsort(word, kind="stable")
        held = np.bincount(word, minlength=len(number))
        self._text, self._weight = text[order], weight[order]
        self._place: Ints = np.empty(len(word), np.int64)  # where each word of each text stands among those of its word
        self._place[order] = np.arange(len(word))
        after = np.cumsum(held)[word] - self._place - 1
        self._reach: Ints = np.where(held[word] > _COMMON, np.minimum(after, _NEIGHBOURS), after)
        self._all_followed = bool(held.max(initial=0) <= _COMMON)
        self._short = np.array([v.short for v in vectors], dtype=bool)

    def candidates(self, threshold: float) -> Iterator[tuple[int, int]]:
        """Pairs that share enough of the words that are followed; of two texts the earlier one first."""
        least = threshold * (1.0 if self._all_followed else _PART) - 1e-9
        for start in range(0, self._n, _BLOCK):
            keys, dots = self._shared(start, min(start + _BLOCK, self._n))
            one, other = start + keys // self._n, keys % self._n
            kept = (dots >= least) | self._short[one] | self._short[other]
            yield from self._closest(one[kept], other[kept], dots[kept])

    def _shared(self, start: int, end: int) -> tuple[Ints, Floats]:
        """For the texts of a block and those after them: what they share, as pairs (text in block, other) in one number."""
        mine = slice(self._first[start], self._first[end])
        place, reach = self._place[mine], self._reach[mine]
        local = np.repeat(np.arange(end - start), np.diff(self._first[start : end + 1]))
        total = int(reach.sum())
        step = np.arange(total) - np.repeat(np.cumsum(reach) - reach, reach)
        at = np.repeat(place, reach) + 1 + step
        keys, which = np.unique(np.repeat(local, reach) * self._n + self._text[at], return_inverse=True)
        worth: Floats = np.repeat(self._weight[place], reach) * self._weight[at]
        return keys, np.bincount(which, worth, len(keys)).astype(np.float64)

    def _closest(self, one: Ints, other: Ints, dots: Floats) -> Iterator[tuple[int, int]]:
        """Of each text's neighbours the nearest."""
        order = np.lexsort((other, -dots, one))
        one, other = one[order], other[order]
        rank = np.arange(len(one)) - np.searchsorted(one, one)
        near = rank < _CLOSEST
        yield from zip(one[near].tolist(), other[near].tolist(), strict=True)
