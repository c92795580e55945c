"""Statements of one story laid side by side: which pairs are worth a look, and what each pair has in common, slot by slot."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from twosource.grammar.slots import Slots, classes
from twosource.reference.lexicon import table

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bag = Mapping[str, float]

CROWD = 400  # a word in more statements than this tells no two of them apart
_BUDGET = 10_000_000  # shared words of pairs that are looked at for one kind of bag; a giant story lowers the crowd to keep to it
_SMALLEST_CROWD = 8
_SMALL_CROWD = 32  # couples of so many are kept, and no larger tables
_FEW = 12  # so many of one thing and so many of another are met in any story
_RAREST = 4.0  # level (log2 per million sentences) given to a stem that the background does not hold
_MILLION = math.log2(1e6)

BAGS = ("words", "verbs", "subjects", "objects", "names", "classes", "pairs", "pieces", "around", "near", "origin")
# Bags whose keys no sentence counts: how common they are is counted over the statements.
_OF_STATEMENTS = ("classes", "pairs", "pieces")
NAMES = (
    *(f"cosine {b}" for b in BAGS),
    *(f"shared {b}" for b in ("words", "names", "pairs", "classes")),
    *("held words", "held classes", "held names", "least words", "most words"),
    *("rarest shared", "same numbers", "other numbers", "one has numbers", "other unit"),
    *("same polarity", "both quoted", "one quoted", "a headline", "both own voice", "one own voice"),
    *("same article", "distance", "touching", "overlap", "place in article", "least length", "most length"),
    *("same head", "head in the other", "same holder", "other holder", "same dates", "other dates", "same sign", "same time", "as sure"),
)
"""Names of the features of a pair, in their order."""


@cache
def _levels() -> Mapping[str, float]:
    return {row["stem"]: float(row["level"]) for row in table("frequencies")}


@lru_cache(maxsize=1 << 16)
def rarity(stem: str) -> float:
    """How many bits a stem is worth by its frequency in news at large."""
    return _MILLION - _levels().get(stem.lstrip("="), _RAREST)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of statements by number (``left`` < ``right``) that share a word, a meaning or a name, with a row of features each, as in ``NAMES``."""

    left: Ints
    right: Ints
    features: Floats


class _Channel:
    """One kind of bag over all statements: who shares what, and what that is worth."""

    def __init__(self, bags: Sequence[Bag], weight: Mapping[str, float]) -> None:
        self.n = len(bags)
        keys = list(chain.from_iterable(bags))
        number = dict(zip(dict.fromkeys(keys), range(len(keys)), strict=False))
        counts = chain.from_iterable(bag.values() for bag in bags)
        self._key: Ints = np.fromiter(map(number.__getitem__, keys), np.int64, len(keys))
        self._who: Ints = np.repeat(np.arange(self.n), np.fromiter(map(len, bags), np.int64, self.n))
        self._level: Floats = np.fromiter(map(weight.__getitem__, number), float, len(number))
        self._worth = self._level[self._key] * (1 + np.log(np.fromiter(counts, float, len(keys))))
        self.norm: Floats = np.sqrt(np.bincount(self._who, self._worth**2, self.n))
        self._shared = self._meetings()

    def _meetings(self) -> tuple[Ints, Floats, Floats]:
        """For every key and every two statements that share it: their pair, the product of its worth in both, its level.

        Keys that equally many statements hold are worked through together.
        """
        order = np.argsort(self._key, kind="stable")
        who, worth = self._who[order], self._worth[order]
        held = np.bincount(self._key, minlength=len(self._level))
        start = np.cumsum(held) - held
        crowd = min(CROWD, max(_SMALLEST_CROWD, _BUDGET // max(1, len(order))))
        pairs: list[Ints] = [np.zeros(0, np.int64)]
        dots: list[Floats] = [np.zeros(0)]
        levels: list[Floats] = [np.zeros(0)]
        for m in np.unique(held):
            if not 2 <= m <= crowd:
                continue
            keys = np.flatnonzero(held == m)
            at = start[keys][:, None] + np.arange(m)
            a, b = _couples(int(m)) if m <= _SMALL_CROWD else np.triu_indices(m, 1)
            pairs.append((who[at[:, a]] * self.n + who[at[:, b]]).ravel())
            dots.append((worth[at[:, a]] * worth[at[:, b]]).ravel())
            levels.append(np.repeat(self._level[keys], len(a)))
        return np.concatenate(pairs), np.concatenate(dots), np.concatenate(levels)

    @property
    def pairs(self) -> Ints:
        """The pairs that share something, as ``left * n + right``."""
        return np.unique(self._shared[0])

    def at(self, pairs: Ints) -> tuple[Floats, Floats, Floats]:
        """For each of these (sorted) pairs: the dot product, how many keys are shared, and the rarest level of them."""
        mine, dots, levels = self._shared
        place = np.minimum(np.searchsorted(pairs, mine), max(0, len(pairs) - 1))
        known = pairs[place] == mine if len(pairs) else np.zeros(len(mine), dtype=bool)
        place = place[known]
        best = np.zeros(len(pairs))
        np.maximum.at(best, place, levels[known])
        dot = np.bincount(place, dots[known], len(pairs)).astype(float)  # without a pair to count, numpy counts in whole numbers
        count = np.bincount(place, minlength=len(pairs)).astype(float)
        return dot, count, best


@cache
def _couples(m: int) -> tuple[Ints, Ints]:
    """Every two of so many, by number."""
    a, b = np.triu_indices(m, 1)
    return a, b


def _weights(bags: Sequence[Bag], everywhere: Counter[str], total: int) -> dict[str, float]:
    """What sharing a key is worth: its rarity in news at large and in this story, half and half."""
    here = {n: math.log2((total + 1) / (n + 0.5)) for n in set(everywhere.values())} | {0: math.log2(total + 1)}
    return {key: 0.25 * _mean_rarity(key) + 0.5 * max(here[everywhere.get(key, 0)], 0.1) for key in set().union(*bags)}


@lru_cache(maxsize=100_000)
def _mean_rarity(key: str) -> float:
    parts = [p for p in key.replace(">", " ").split(" ") if p]
    return sum(map(rarity, parts)) / max(len(parts), 1)


def pairs(stories: Sequence[Slots], sentences: Iterable[Iterable[str]]) -> Pairs:
    """Every pair of statements that share a word, a meaning or a name, with its features.

    ``sentences`` gives the stems of every sentence of the story: how common a word is in it. The work grows with the
    statements and with how many share a word, which ``CROWD`` and a budget bound.
    """
    n = len(stories)
    everywhere: Counter[str] = Counter()
    total = 0
    for stems in sentences:
        total += 1
        everywhere.update(set(stems))
    channels = {}
    for name in BAGS:
        bags: list[Bag] = [getattr(s, name) for s in stories]
        common = everywhere if name not in _OF_STATEMENTS else Counter(chain.from_iterable(bags))
        channels[name] = _Channel(bags, _weights(bags, common, total if common is everywhere else n))
    keys = np.unique(np.concatenate([channels[c].pairs for c in ("words", "classes", "names")]))
    left, right = keys // max(n, 1), keys % max(n, 1)
    return Pairs(left, right, _features(stories, channels, keys, left, right))


def _features(stories: Sequence[Slots], channels: Mapping[str, _Channel], keys: Ints, left: Ints, right: Ints) -> Floats:
    columns: list[Floats] = []
    shared = {name: c.at(keys) for name, c in channels.items()}
    norm = {name: c.norm for name, c in channels.items()}
    columns.extend(shared[name][0] / np.maximum(norm[name][left] * norm[name][right], 1e-9) for name in BAGS)
    columns.extend(shared[name][1] for name in ("words", "names", "pairs", "classes"))
    columns.extend(shared[name][0] / np.maximum(np.minimum(norm[name][left], norm[name][right]) ** 2, 1e-9) for name in ("words", "classes", "names"))
    columns += [np.minimum(norm["words"][left], norm["words"][right]), np.maximum(norm["words"][left], norm["words"][right])]
    columns.append(shared["words"][2])
    return np.column_stack([*columns, *_numbers(stories, left, right), *_relations(stories, left, right), *_deeds(stories, left, right)])


def _numbers(stories: Sequence[Slots], left: Ints, right: Ints) -> list[Floats]:
    has = np.array([bool(s.numbers) for s in stories], dtype=bool)
    both = has[left] & has[right]
    same, other, clash = np.zeros((3, len(left)))
    for at in np.flatnonzero(both).tolist():
        a, b = stories[left[at]].numbers, stories[right[at]].numbers
        same[at] = len({v for v, u in a for w, x in b if v == w and (v > _FEW or _counts_alike(u, x))})
        units = {u: v for v, u in b if u}
        clash[at] = any(units[u] != v for u, v in {u: v for v, u in a if u}.items() if u in units)
    other[both] = same[both] == 0
    return [same, other, (has[left] != has[right]).astype(float), clash]


def _counts_alike(unit: str, other: str) -> bool:
    """Whether two units may be of one thing: "two decades" are no "two parties", but may be "two"."""
    return not unit or not other or unit == other or not set(classes(unit)).isdisjoint(classes(other))


def _relations(stories: Sequence[Slots], left: Ints, right: Ints) -> list[Floats]:
    def each(name: str) -> NDArray[np.generic]:
        return np.array([getattr(s, name) for s in stories])

    attributed = np.array([bool(s.origin) for s in stories], dtype=bool)
    negated, quoted, headline = (each(name).astype(bool) for name in ("negated", "quoted", "headline"))
    start, end, order, of = (each(name).astype(float) for name in ("start", "end", "order", "of"))
    place = order / np.maximum(of, 1)
    size = np.array([len(s.words) for s in stories], dtype=float)
    _, article = np.unique(np.array([s.article for s in stories], dtype=str), return_inverse=True)
    same = article[left] == article[right]
    found = [
        negated[left] == negated[right],
        quoted[left] & quoted[right],
        quoted[left] != quoted[right],
        headline[left] | headline[right],
        ~attributed[left] & ~attributed[right],
        attributed[left] != attributed[right],
        same,
        np.where(same, np.minimum(abs(order[left] - order[right]), 30), -1.0),
        same & (order[left] == order[right]),
        same & (start[left] < end[right]) & (start[right] < end[left]),
        abs(place[left] - place[right]),
        np.minimum(size[left], size[right]),
        np.maximum(size[left], size[right]),
    ]
    return [np.asarray(column, dtype=float) for column in found]


def _deeds(stories: Sequence[Slots], left: Ints, right: Ints) -> list[Floats]:
    words = [s.words.keys() | s.classes.keys() for s in stories]
    ends = list(zip(left.tolist(), right.tolist(), strict=True))
    head = [not stories[i].head.isdisjoint(stories[j].head) for i, j in ends]
    inside = [(not stories[i].head.isdisjoint(words[j])) + (not stories[j].head.isdisjoint(words[i])) for i, j in ends]
    dated = np.array([bool(s.dates) for s in stories], dtype=bool)
    share = np.array([not stories[i].dates.isdisjoint(stories[j].dates) for i, j in ends], dtype=bool)
    _, holder = np.unique(np.array(["", *(s.holder for s in stories)], dtype=str), return_inverse=True)
    holder = holder[1:]  # 0 is "", as the empty string sorts first
    held = (holder[left] > 0) & (holder[right] > 0)
    found = [
        head,
        inside,
        held & (holder[left] == holder[right]),
        held & (holder[left] != holder[right]),
        share,
        dated[left] & dated[right] & ~share,
    ]
    for part in range(3):
        _, told = np.unique(np.array([s.standing[part] for s in stories], dtype=str), return_inverse=True)
        found.append(told[left] == told[right])
    return [np.asarray(column, dtype=float) for column in found]
