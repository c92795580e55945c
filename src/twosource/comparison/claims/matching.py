"""Whether two statements say one thing: the learned decision over their slots, and the groups that follow from it."""

import heapq
from collections.abc import Collection, Iterable, Sequence
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
class Matches(alignment.Pairs):
    """Pairs of statements with how probable it is that each says one thing; pairs that are left out count as 0."""

    probability: Floats


def matches(all_slots: Sequence[Slots], sentences: Iterable[Iterable[str]]) -> Matches:
    """Lay every statement of a story beside every other that shares something with it."""
    model = kept(MODEL)
    found = alignment.pairs(all_slots, sentences)
    first = Logistic.of(model["first"], alignment.NAMES).probability(found.features)
    if not len(first) or len(all_slots) > company.LARGEST:
        return Matches(found.left, found.right, found.features, first)
    articles = sorted({s.article for s in all_slots})
    number = {article: i for i, article in enumerate(articles)}
    asked = first >= _HOPELESS
    article, titles = np.array([number[s.article] for s in all_slots]), np.array([s.headline for s in all_slots])
    around = company.company(found.left, found.right, first, article, titles, asked=asked)
    second = Logistic.of(model["second"], (*company.NAMES, *alignment.NAMES))
    probability = first.copy()
    probability[asked] = second.probability(np.column_stack([around, found.features[asked]]))
    return Matches(found.left, found.right, found.features, probability)


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


def groups(
    wordings: Sequence[Wording], likenesses: Iterable[Likeness], known: Iterable[Sequence[str]] = (), titles: Iterable[str] = ()
) -> list[list[Wording]]:
    """The wordings that say one thing, together; every wording is in one group.

    Args:
        wordings: everything said.
        likenesses: how like they are.
        known: ids of statements that an earlier answer told to be one claim each: they stay one, and two of them become one only by way
            of what came after.
        titles: ids of the wordings that stand in headlines alone: they go to what the articles tell, and tie none of it together.
    """
    number = {w.id: n for n, w in enumerate(wordings)}
    found = [(number[x.basis[0]], number[x.basis[1]], x.probability) for x in likenesses]
    last = {number[w] for w in titles}
    made = clusters(len(wordings), found, threshold(len(wordings)), _numbered(known, wordings), last)
    return [[wordings[i] for i in group] for group in made]


def _numbered(known: Iterable[Sequence[str]], wordings: Sequence[Wording]) -> list[list[int]]:
    """The wordings of each known claim by number; one that holds statements of two is the first one's."""
    number = {s: n for n, w in enumerate(wordings) for s in w.statements}
    taken: set[int] = set()
    found = []
    for claim in known:
        mine = sorted({number[s] for s in claim if s in number} - taken)
        taken.update(mine)
        found.append(mine)
    return [mine for mine in found if mine]


def clusters(
    n: int, found: Iterable[tuple[int, int, float]], join: float, known: Sequence[Sequence[int]] = (), last: Collection[int] = ()
) -> list[list[int]]:
    """Average-link clusters of ``n`` things; a pair that is not given counts as 0.

    ``known`` clusters stay together, and no two of them join before something else has joined one. Things that come ``last`` each go to
    the cluster of the others that is nearest, and are clustered among themselves where none is near enough.
    Ties go to the earlier one, so that the answer depends on nothing but the input.
    """
    if last:
        return _with_last(n, list(found), join, known, last)
    beside: list[dict[int, float]] = [{} for _ in range(n)]
    for i, j, p in found:
        beside[i][j] = beside[j][i] = p
    members: list[list[int]] = [[i] for i in range(n)]
    version = [0] * n
    settled = {mine[0] for mine in known}
    for head, *others in known:
        for other in others:
            members[head] += members[other]
            members[other] = []
            version[other] = -1
            _absorb(beside, head, other)
    heap = [
        (-p / (len(members[i]) * len(members[j])), i, j, 0, 0)
        for i in range(n)
        for j, p in beside[i].items()
        if i < j and p >= join * len(members[i]) * len(members[j])
    ]
    heapq.heapify(heap)
    while heap:
        _, i, j, at_i, at_j = heapq.heappop(heap)
        if version[i] != at_i or version[j] != at_j:
            continue
        if i in settled and j in settled:
            continue
        settled -= {i, j}
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


def _with_last(n: int, found: list[tuple[int, int, float]], join: float, known: Sequence[Sequence[int]], last: Collection[int]) -> list[list[int]]:
    """Clusters of what does not come last, then what does."""
    late = set(last)
    late.difference_update(*(mine for mine in known if late.issuperset(mine)))  # what stood as a claim of its own goes on as one
    held = [[i for i in mine if i not in late] for mine in known]
    first = clusters(n, [x for x in found if late.isdisjoint(x[:2])], join, [mine for mine in held if mine])
    made = [group for group in first if late.isdisjoint(group)]
    owner = {i: g for g, group in enumerate(made) for i in group}
    near: dict[int, dict[int, float]] = {i: {} for i in sorted(late)}
    for i, j, p in found:
        for one, other in ((i, j), (j, i)):
            if one in late and other in owner:
                near[one][owner[other]] = near[one].get(owner[other], 0.0) + p
    sizes = [len(group) for group in made]
    home = {i: owner[next(j for j in mine if j in owner)] for mine in known for i in mine if i in late}
    alone = []
    for i, beside in near.items():
        mean, g = max(((total / sizes[g], -g) for g, total in beside.items()), default=(0.0, 0))
        if i in home:
            made[home[i]].append(i)
        elif beside and mean >= join:
            made[-g].append(i)
        else:
            alone.append(i)
    place = {i: n for n, i in enumerate(alone)}
    among = [(place[i], place[j], p) for i, j, p in found if i in place and j in place]
    made += [[alone[i] for i in group] for group in clusters(len(alone), among, join)]
    return sorted(sorted(group) for group in made)


def _absorb(beside: list[dict[int, float]], i: int, j: int) -> None:
    beside[i].pop(j, None)
    for k, total in beside[j].items():
        if k != i:
            del beside[k][j]
            beside[i][k] = beside[k][i] = beside[i].get(k, 0.0) + total
    beside[j] = {}
