"""Whether two statements say one thing: the learned decision over their slots, and the groups that follow from it."""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.comparison.claims import alignment, company
from twosource.domain.likeness import Likeness, Wording
from twosource.grammar.slots import Slots
from twosource.inference.logistic import Logistic, kept

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MODEL = "claims/pairs"
# Pairs below this are never joined: a second look at them would cost most of the time.
_HOPELESS = 0.02
# Below this a likeness is not worth keeping: neither claims nor conflicts ask for less.
LEAST = 0.1


@dataclass(frozen=True, slots=True)
class Matches:
    """Pairs of statements by number (``left`` before ``right``), how probable it is that each says one thing, and why.

    Pairs that are left out share no word, meaning or name, and count as 0. ``features`` are named in ``alignment.NAMES``.
    """

    left: Ints
    right: Ints
    probability: Floats
    features: Floats


def matches(all_slots: Sequence[Slots], sentences: Iterable[Iterable[str]]) -> Matches:
    """Lay every statement of a story beside every other that shares something with it."""
    model = kept(MODEL)
    found = alignment.pairs(all_slots, sentences)
    first = Logistic.of(model["first"], alignment.NAMES).probability(found.features)
    if not len(first) or len(all_slots) > company.LARGEST:
        return Matches(found.left, found.right, first, found.features)
    articles = sorted({s.article for s in all_slots})
    number = {article: i for i, article in enumerate(articles)}
    asked = first >= _HOPELESS
    around = company.company(found.left, found.right, first, np.array([number[s.article] for s in all_slots]), asked)
    second = Logistic.of(model["second"], (*company.NAMES, *alignment.NAMES))
    probability = first.copy()
    probability[asked] = second.probability(np.column_stack([around, found.features[asked]]))
    return Matches(found.left, found.right, probability, found.features)


def alike(a: Slots, b: Slots) -> float:
    """How probable it is that two statements say one thing when nothing is known of the story around them."""
    found = alignment.pairs([a, b], ())
    return float(Logistic.of(kept(MODEL)["first"], alignment.NAMES).probability(found.features)[0]) if len(found.left) else 0.0


def threshold(wordings: int) -> float:
    """The mean probability from which two groups are joined, as tuned with the weights.

    In a small story every word is rare, and deeds of the same parties look like one: it asks for more. Its size is counted in
    wordings, which a copy does not raise.
    """
    tuned = kept(MODEL)["join"]
    return float(tuned["small"] if wordings < tuned["few"] else tuned["large"])


def groups(wordings: Sequence[Wording], likenesses: Iterable[Likeness]) -> list[list[Wording]]:
    """The wordings that say one thing, together; every wording is in one group."""
    number = {w.id: n for n, w in enumerate(wordings)}
    found = [(number[x.basis[0]], number[x.basis[1]], x.probability) for x in likenesses]
    return [[wordings[i] for i in group] for group in clusters(len(wordings), found, threshold(len(wordings)))]


def clusters(n: int, found: Iterable[tuple[int, int, float]], join: float) -> list[list[int]]:
    """Average-link clusters of ``n`` things; a pair that is not given counts as 0.

    Ties go to the earlier one, so that the answer depends on nothing but the input.
    """
    beside: list[dict[int, float]] = [{} for _ in range(n)]
    for i, j, p in found:
        beside[i][j] = beside[j][i] = p
    members: list[list[int]] = [[i] for i in range(n)]
    version = [0] * n
    heap = [(-p, i, j, 0, 0) for i in range(n) for j, p in beside[i].items() if i < j and p >= join]
    heapq.heapify(heap)
    while heap:
        _, i, j, at_i, at_j = heapq.heappop(heap)
        if version[i] != at_i or version[j] != at_j:
            continue
        members[i] += members[j]
        members[j] = []
        version[i] += 1
        version[j] = -1
        _absorb(beside, i, j)
        for k, total in beside[i].items():
            mean = total / (len(members[i]) * len(members[k]))
            if mean >= join:
                a, b = min(i, k), max(i, k)
                heapq.heappush(heap, (-mean, a, b, version[a], version[b]))
    return [sorted(m) for m in members if m]


def _absorb(beside: list[dict[int, float]], i: int, j: int) -> None:
    del beside[i][j]
    for k, total in beside[j].items():
        if k != i:
            del beside[k][j]
            beside[i][k] = beside[k][i] = beside[i].get(k, 0.0) + total
    beside[j] = {}
