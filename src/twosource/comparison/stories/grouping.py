"""Grouping: which texts tell of one happening, by their rare words and their days."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cache

from twosource.reference import lexicon

_WORD = re.compile(r"[^\W_]+")
# News says what it is about early; the bound keeps a text of any length as cheap as a long article.
_READ = 20_000
_TITLE_COUNTS = 2
# How many stories the background table weighs as against the batch; words kept for a text; both tuned on dated news stories.
_BACKGROUND = 300
_KEPT = 60
# A word in more texts than this pairs each text with its neighbours in time only, so that the work stays near linear.
_COMMON = 200
_NEIGHBOURS = 60
_SAMPLE = 12
THRESHOLD = 0.12
# A word in more of the news than this is no reason to show a reader.
_TELLING = 0.3
# A text this short is judged by how much of it the other holds: cosine would hold its shortness against it.
_SHORT = 30
_SHORT_WEIGHT = 0.3
# Days apart that cost nothing, cost of each day more, and the least that is left: dates of pages are often those of a crawl.
_FREE_DAYS = 2
_COST = 0.02
_LEAST = 0.5
# What is left where a day is not known: most texts that could be of another year are.
_UNKNOWN_DAY = 0.85


@dataclass(frozen=True, slots=True)
class Bag:
    """A text as grouping sees it: how often each word occurs (stemmed), in what form it is shown, and its day, when known."""

    id: str
    words: Mapping[str, int]
    shown: Mapping[str, str]
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Ids of texts of one happening, sorted; the most central one; the words they share that weigh most, heaviest first."""

    members: tuple[str, ...]
    central: str
    shared: tuple[str, ...]


def stem(word: str) -> str:
    """The word without a common English ending, lower case; the same cut that ``data/news_words.tsv`` is counted by."""
    low = word.lower()
    for ending in ("ing", "ed", "es", "s"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: -len(ending)]
    return low


def bag(name: str, text: str, title: str = "", published: str | None = None) -> Bag:
    """The bag of a text; ``title`` counts besides, and may be part of the text."""
    words: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for part, count in ((text[:_READ], 1), (title[:_READ], _TITLE_COUNTS)):
        for match in _WORD.finditer(part):
            if len(word := match.group()) > 1:
                words[key := stem(word)] += count
                shown.setdefault(key, word)
    return Bag(name, words, shown, _day(published))


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


@cache
def _background() -> Mapping[str, float]:
    return {row["word"]: float(row["share"]) for row in lexicon.table("news_words")}


@dataclass(frozen=True, slots=True)
class _Vector:
    bag: Bag
    weights: Mapping[str, float]
    short: bool


def _vectors(bags: Sequence[Bag]) -> list[_Vector]:
    """Weights of length one over each text's most telling words; batch and background say together what is telling."""
    occurs = Counter(word for b in bags for word in b.words)
    share = _background()
    vectors = []
    for b in bags:
        weighed = {
            w: (1 + math.log(n)) * math.log((_BACKGROUND + len(bags) + 1) / (_BACKGROUND * share.get(w, 0.0) + occurs[w])) for w, n in b.words.items()
        }
        kept = sorted(((x, w) for w, x in weighed.items() if x > 0), key=lambda one: (-one[0], one[1]))[:_KEPT]
        length = math.sqrt(sum(x * x for x, _ in kept)) or 1.0
        vectors.append(_Vector(b, {w: x / length for x, w in kept}, len(kept) < _SHORT))
    return vectors


def _nearness(a: _Vector, b: _Vector) -> float:
    """Cosine of the two, lowered for days apart and for days not known; 0 to 1."""
    shared = a.weights.keys() & b.weights.keys()
    if not shared:
        return 0.0
    near = math.fsum(a.weights[w] * b.weights[w] for w in shared)
    if a.short or b.short:
        near = max(near, _SHORT_WEIGHT * _held(min(a, b, key=lambda v: (len(v.weights), v.bag.id)), shared))
    if a.bag.day is None or b.bag.day is None:
        return near * _UNKNOWN_DAY
    apart = abs(a.bag.day - b.bag.day) - _FREE_DAYS
    return near * max(_LEAST, 1 - _COST * max(0, apart))


def _held(short: _Vector, shared: set[str]) -> float:
    """The part of a short text's weight that the other holds too; nothing for a single word."""
    if len(shared) < 2:
        return 0.0
    return math.fsum(short.weights[w] for w in shared) / math.fsum(short.weights.values())


def _candidates(vectors: Sequence[_Vector]) -> set[tuple[int, int]]:
    """Pairs that share a telling word, by an inverted index."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, v in enumerate(vectors):
        for word in v.weights:
            holders[word].append(i)
    pairs: set[tuple[int, int]] = set()
    for found in holders.values():
        reach = len(found)
        if reach > _COMMON:
            found.sort(key=lambda i: (vectors[i].bag.day or 0, vectors[i].bag.id))
            reach = _NEIGHBOURS
        for n, i in enumerate(found):
            pairs.update((min(i, j), max(i, j)) for j in found[n + 1 : n + 1 + reach])
    return pairs


def grouped(
    bags: Sequence[Bag], known: Sequence[Sequence[str]] = (), together: Sequence[Sequence[str]] = (), apart: Mapping[str, Set[str]] | None = None
) -> list[Group]:
    """Put texts of one happening together, nearest pairs first, as long as two groups are near on average (average link).

    The answer does not depend on the order of ``bags``. ``known`` groups (ids) stay together and never join one another,
    but for what ``together`` (ids) ties; what is ``apart`` (ids by id) is in no group together. The caller sees to it that these can be kept.
    """
    vectors = _vectors(sorted({b.id: b for b in bags}.values(), key=lambda b: b.id))
    place = {v.bag.id: i for i, v in enumerate(vectors)}
    group = list(range(len(vectors)))
    members = {i: [i] for i in group}
    fixed: set[int] = set()
    for ids in known:
        mine = sorted(place[i] for i in ids if i in place and members.get(place[i]) == [place[i]])
        if mine:
            _join(mine, members, group)
            fixed.add(mine[0])
    for ids in together:
        heads = sorted({group[place[i]] for i in ids if i in place})
        if len(heads) > 1:
            fixed.update({heads[0]} if fixed & set(heads) else ())
            _join([i for head in heads for i in members[head]], members, group, into=heads[0])
    strangers = {place[i]: {place[j] for j in others if j in place} for i, others in (apart or {}).items() if i in place}
    nearness = {(i, j): near for i, j in _candidates(vectors) if (near := _nearness(vectors[i], vectors[j])) >= THRESHOLD}
    for i, j in sorted(nearness, key=lambda pair: (-nearness[pair], pair)):
        a, b = sorted((group[i], group[j]))
        if a == b or (a in fixed and b in fixed) or _average(members[a], members[b], vectors) < THRESHOLD:
            continue
        if any(not strangers[i].isdisjoint(members[b]) for i in members[a] if i in strangers):
            continue
        if b in fixed:
            a, b = b, a
        _join([*members[a], *members[b]], members, group, into=a)
    return sorted((_group(found, vectors) for found in members.values()), key=lambda g: g.members)


def _join(found: list[int], members: dict[int, list[int]], group: list[int], into: int | None = None) -> None:
    head = found[0] if into is None else into
    for i in found:
        members.pop(group[i], None)
    for i in found:
        group[i] = head
    members[head] = sorted(found)


def _average(a: list[int], b: list[int], vectors: Sequence[_Vector]) -> float:
    """Mean nearness over the pairs of two groups; large ones are judged by their first members, in the order of ids.

    A short text alone is judged by the nearest: it tells one thing of the happening, which not every article has.
    """
    pairs = [_nearness(vectors[i], vectors[j]) for i in a[:_SAMPLE] for j in b[:_SAMPLE]]
    if any(len(one) == 1 and vectors[one[0]].short for one in (a, b)):
        return max(pairs)
    return math.fsum(pairs) / len(pairs)


def _group(found: list[int], vectors: Sequence[_Vector]) -> Group:
    sample = found[: 4 * _SAMPLE]
    central = max(sample, key=lambda i: (math.fsum(_nearness(vectors[i], vectors[j]) for j in sample if j != i), -i))
    held = Counter(w for i in sample for w in vectors[i].weights)
    weight = {w: math.fsum(vectors[i].weights.get(w, 0.0) for i in sample) for w, n in held.items() if n > 1}
    telling = [w for w in weight if not w.isdigit() and _background().get(w, 0.0) < _TELLING]
    shared = sorted(telling, key=lambda w: (-weight[w], w))
    return Group(tuple(vectors[i].bag.id for i in found), vectors[central].bag.id, tuple(vectors[central].bag.shown.get(w, w) for w in shared[:8]))
