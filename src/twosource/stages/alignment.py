"""Statements of one story laid side by side: which pairs are worth a look, and what each pair has in common, slot by slot."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from twosource.stages.lexicon import table
from twosource.stages.slots import Slots

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bag = Mapping[str, float]

CROWD = 400  # a word in more statements than this tells no two of them apart
_BUDGET = 10_000_000  # shared words of pairs that are looked at for one kind of bag; a giant story lowers the crowd to keep to it
_SMALLEST_CROWD = 8
_RAREST = 4.0  # level (log2 per million sentences) given to a stem that the background does not hold
_MILLION = math.log2(1e6)

BAGS = ("words", "verbs", "subjects", "objects", "names", "classes", "pairs", "pieces", "around", "near", "origin")
NAMES = (
    *(f"cosine {b}" for b in BAGS),
    *(f"shared {b}" for b in ("words", "names", "pairs", "classes")),
    *("held words", "held classes", "held names", "least words", "most words"),
    *("rarest shared", "same numbers", "other numbers", "one has numbers", "other unit"),
    *("same polarity", "both quoted", "one quoted", "a headline", "both own voice", "one own voice"),
    *("same article", "distance", "touching", "overlap", "place in article", "least length", "most length"),
)
"""Names of the features of a pair, in their order."""


@cache
def _levels() -> Mapping[str, float]:
    return {row["stem"]: float(row["level"]) for row in table("frequencies")}


def rarity(stem: str) -> float:
    """How many bits a stem is worth by its frequency in news at large."""
    return _MILLION - _levels().get(stem.lstrip("="), _RAREST)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of statements by number (``left`` < ``right``) with a row of features each."""

    left: Ints
    right: Ints
    features: Floats


class _Channel:
    """One kind of bag over all statements: sparse dot products of those that share something."""

    def __init__(self, bags: Sequence[Bag], weight: Mapping[str, float]) -> None:
        self.n = len(bags)
        postings: dict[str, list[tuple[int, float]]] = {}
        square = np.zeros(self.n)
        for i, bag in enumerate(bags):
            for key, count in bag.items():
                w = weight[key] * (1 + math.log(count))
                postings.setdefault(key, []).append((i, w))
                square[i] += w * w
        self.norm: Floats = np.sqrt(square)
        keys: list[Ints] = []
        dots: list[Floats] = []
        best: list[Floats] = []
        crowd = min(CROWD, max(_SMALLEST_CROWD, _BUDGET // max(1, sum(map(len, postings.values())))))
        for key, posting in postings.items():
            if not 2 <= len(posting) <= crowd:
                continue
            who = np.array([i for i, _ in posting])
            worth = np.array([x for _, x in posting])
            a, b = np.triu_indices(len(who), 1)
            keys.append(who[a] * self.n + who[b])
            dots.append(worth[a] * worth[b])
            best.append(np.full(len(a), weight[key]))
        if not keys:
            self.keys, self.dots, self.counts, self.best = np.zeros(0, dtype=np.int64), np.zeros(0), np.zeros(0), np.zeros(0)
            return
        every = np.concatenate(keys)
        order = np.argsort(every, kind="stable")
        every = every[order]
        self.keys, first = np.unique(every, return_index=True)
        self.dots = np.add.reduceat(np.concatenate(dots)[order], first)
        self.best = np.maximum.reduceat(np.concatenate(best)[order], first)
        self.counts = np.diff(np.append(first, len(every))).astype(float)

    def at(self, keys: Ints, values: Floats) -> Floats:
        """The values for these pairs, 0 where a pair shares nothing."""
        if not len(self.keys):
            return np.zeros(len(keys))
        place = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[place] == keys, values[place], 0.0)


def _weights(bags: Sequence[Bag], everywhere: Counter[str], total: int) -> dict[str, float]:
    """What sharing a key is worth: its rarity in news at large and in this story, half and half."""
    found = {}
    for key in {k for bag in bags for k in bag}:
        parts = [p for p in key.replace(">", " ").split(" ") if p]
        here = math.log2((total + 1) / (everywhere[key] + 0.5)) if everywhere[key] else math.log2(total + 1)
        found[key] = 0.5 * sum(rarity(p) for p in parts) / max(len(parts), 1) / 2 + 0.5 * max(here, 0.1)
    return found


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
        common = everywhere if name not in ("classes", "pairs", "pieces") else Counter(k for bag in bags for k in bag)
        size = total if common is everywhere else n
        channels[name] = _Channel(bags, _weights(bags, common, size))
    keys = np.unique(np.concatenate([channels[c].keys for c in ("words", "classes", "names")]))
    left, right = keys // max(n, 1), keys % max(n, 1)
    return Pairs(left, right, _features(stories, channels, keys, left, right))


def _features(stories: Sequence[Slots], channels: Mapping[str, _Channel], keys: Ints, left: Ints, right: Ints) -> Floats:
    columns: list[Floats] = []
    dot = {name: c.at(keys, c.dots) for name, c in channels.items()}
    for name in BAGS:
        c = channels[name]
        columns.append(dot[name] / np.maximum(c.norm[left] * c.norm[right], 1e-9))
    columns.extend(channels[name].at(keys, channels[name].counts) for name in ("words", "names", "pairs", "classes"))
    for name in ("words", "classes", "names"):
        c = channels[name]
        columns.append(dot[name] / np.maximum(np.minimum(c.norm[left], c.norm[right]) ** 2, 1e-9))
    norm = channels["words"].norm
    columns += [np.minimum(norm[left], norm[right]), np.maximum(norm[left], norm[right])]
    columns.append(channels["words"].at(keys, channels["words"].best))
    rows = np.array([_relations(stories[i], stories[j]) for i, j in zip(left.tolist(), right.tolist(), strict=True)], dtype=float)
    flags = rows.reshape(len(keys), len(NAMES) - len(columns))
    return np.column_stack([*columns, flags])


def _relations(a: Slots, b: Slots) -> tuple[float, ...]:
    mine, other = {v for v, _ in a.numbers}, {v for v, _ in b.numbers}
    units_a, units_b = {u: v for v, u in a.numbers if u}, {u: v for v, u in b.numbers if u}
    clash = any(units_b[u] != v for u, v in units_a.items() if u in units_b)
    same = a.article == b.article
    size_a, size_b = len(a.words), len(b.words)
    return (
        float(len(mine & other)),
        float(bool(mine and other) and not mine & other),
        float(bool(mine) != bool(other)),
        float(clash),
        float(a.negated == b.negated),
        float(a.quoted and b.quoted),
        float(a.quoted != b.quoted),
        float(a.headline or b.headline),
        float(not a.origin and not b.origin),
        float(bool(a.origin) != bool(b.origin)),
        float(same),
        float(min(abs(a.order - b.order), 30)) if same else -1.0,
        float(same and a.order == b.order),
        float(same and a.start < b.end and b.start < a.end),
        abs(a.order / max(a.of, 1) - b.order / max(b.of, 1)),
        float(min(size_a, size_b)),
        float(max(size_a, size_b)),
    )
