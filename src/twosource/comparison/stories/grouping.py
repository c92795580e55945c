"""Grouping: which texts tell of one happening, nearest pairs first."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from heapq import merge
from itertools import islice

from twosource.comparison.stories.bags import Bag, Vector, background, nearness, vectors
from twosource.comparison.stories.neighbours import pairs

THRESHOLD = 0.12
_SAMPLE = 12
# A word in more of the news than this is no reason to show a reader.
_TELLING = 0.3


@dataclass(frozen=True, slots=True)
class Group:
    """Ids of texts of one happening, sorted; the most central one; the stems they share that weigh most, heaviest first."""

    members: tuple[str, ...]
    central: str
    shared: tuple[str, ...]


def grouped(
    bags: Iterable[Bag], known: Sequence[Sequence[str]] = (), together: Sequence[Sequence[str]] = (), apart: Mapping[str, Set[str]] | None = None
) -> list[Group]:
    """Put texts of one happening together, nearest pairs first, as long as two groups are near on average (average link).

    The answer does not depend on the order of ``bags``. ``known`` groups (ids) stay together and never join one another,
    but for what ``together`` (ids) ties; what is ``apart`` (ids by id) is in no group together. The caller sees to it that these can be kept.
    """
    found = vectors(sorted({b.id: b for b in bags}.values(), key=lambda b: b.id))
    groups = _Groups(found)
    place = {v.bag.id: i for i, v in enumerate(found)}
    for ids in known:
        groups.fix(sorted({place[i] for i in ids if i in place}))
    for ids in together:
        groups.tie(sorted({place[i] for i in ids if i in place}))
    groups.part({place[i]: {place[j] for j in others if j in place} for i, others in (apart or {}).items() if i in place})
    for _, i, j in pairs(found, THRESHOLD):
        groups.join(i, j)
    return sorted((_group(members, found) for members in groups.members()), key=lambda g: g.members)


@dataclass
class _Groups:
    """Groups of texts (by number) that grow; the smaller is taken into the larger, and what was refused is not asked again."""

    vectors: Sequence[Vector]
    _head: list[int] = field(init=False)
    _members: dict[int, list[int]] = field(init=False)
    _first: dict[int, list[int]] = field(init=False)
    _fixed: set[int] = field(default_factory=set)
    _strangers: Mapping[int, Set[int]] = field(default_factory=dict)
    _refused: set[tuple[int, int, int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._head = list(range(len(self.vectors)))
        self._members = {i: [i] for i in self._head}
        self._first = {i: [i] for i in self._head}

    def members(self) -> Iterable[list[int]]:
        """The groups, each sorted."""
        return map(sorted, self._members.values())

    def fix(self, texts: Sequence[int]) -> None:
        """Make one group of those that are alone yet; it joins no other fixed one."""
        alone = [i for i in texts if len(self._members.get(i, ())) == 1 and i not in self._fixed]
        for i in alone[1:]:
            self._unite(alone[0], i)
        if alone:
            self._fixed.add(self._head[alone[0]])

    def tie(self, texts: Sequence[int]) -> None:
        """Put the groups of these together, whatever they are."""
        for i in texts[1:]:
            if self._head[texts[0]] != self._head[i]:
                self._unite(self._head[texts[0]], self._head[i])

    def part(self, strangers: Mapping[int, Set[int]]) -> None:
        """From here on no group takes in two that are strangers."""
        self._strangers = strangers

    def join(self, i: int, j: int) -> None:
        """Join the groups of two texts, if they may be one and are near on average."""
        a, b = sorted((self._head[i], self._head[j]))
        if a == b or (a in self._fixed and b in self._fixed):
            return
        asked = (a, b, len(self._members[a]), len(self._members[b]))
        if asked in self._refused:
            return
        if self._average(a, b) < THRESHOLD or self._strange(a, b):
            self._refused.add(asked)
            return
        self._unite(a, b)

    def _unite(self, a: int, b: int) -> None:
        into, taken = (a, b) if len(self._members[a]) >= len(self._members[b]) else (b, a)
        for i in self._members[taken]:
            self._head[i] = into
        self._members[into] += self._members.pop(taken)
        self._first[into] = list(islice(merge(self._first[into], self._first.pop(taken)), _SAMPLE))
        if taken in self._fixed:
            self._fixed.discard(taken)
            self._fixed.add(into)

    def _strange(self, a: int, b: int) -> bool:
        if not self._strangers:
            return False
        other = self._members[b]
        return any(not self._strangers[i].isdisjoint(other) for i in self._members[a] if i in self._strangers)

    def _average(self, a: int, b: int) -> float:
        """Mean nearness over the pairs of two groups; large ones are judged by their first members, in the order of ids.

        A short text alone is judged by the nearest: it tells one thing of the happening, which not every article has.
        """
        near = [nearness(self.vectors[i], self.vectors[j]) for i in self._first[a] for j in self._first[b]]
        if any(len(self._members[one]) == 1 and self.vectors[self._members[one][0]].short for one in (a, b)):
            return max(near)
        return math.fsum(near) / len(near)


def _group(found: list[int], every: Sequence[Vector]) -> Group:
    sample = found[: 4 * _SAMPLE]
    central = max(sample, key=lambda i: (math.fsum(nearness(every[i], every[j]) for j in sample if j != i), -i))
    held = Counter(w for i in sample for w in every[i].weights)
    weight = {w: math.fsum(every[i].weights.get(w, 0.0) for i in sample) for w, n in held.items() if n > 1}
    telling = [w for w in weight if not w.isdigit() and background().get(w, 0.0) < _TELLING]
    shared = sorted(telling, key=lambda w: (-weight[w], w))
    return Group(tuple(every[i].bag.id for i in found), every[central].bag.id, tuple(shared[:8]))
