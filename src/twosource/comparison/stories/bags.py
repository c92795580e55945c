"""Bags: a text as grouping sees it, the words that tell it from others, and how near two are."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from sys import intern

from twosource.reference import lexicon

_WORD = re.compile(r"[^\W_]+")
# News says what it is about early; the bound keeps a text of any length as cheap as a long article.
_READ = 20_000
_TITLE_COUNTS = 2
# How many stories the background table weighs as against the batch; words kept for a text; both tuned on dated news stories.
_BACKGROUND = 300
_KEPT = 60
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
    """A text as grouping sees it: its words (stemmed), how often each occurs, and its day, when known.

    Tuples, because a hundred thousand of them are held at once.
    """

    id: str
    words: tuple[str, ...]
    counts: tuple[int, ...]
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Vector:
    """Weights of length one over a text's most telling words; ``short`` when it has few of them."""

    bag: Bag
    weights: Mapping[str, float]
    short: bool


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
    for part, count in ((text[:_READ], 1), (title[:_READ], _TITLE_COUNTS)):
        for match in _WORD.finditer(part):
            if len(word := match.group()) > 1:
                words[intern(stem(word))] += count
    return Bag(name, tuple(words), tuple(words.values()), _day(published))


def shown(stems: Sequence[str], text: str) -> list[str]:
    """The stems as the text writes them at their first place; a stem that it does not have stays as it is."""
    wanted = set(stems)
    found: dict[str, str] = {}
    for match in _WORD.finditer(text[:_READ]):
        if len(found) == len(wanted):
            break
        key = stem(match.group())
        if key in wanted:
            found.setdefault(key, match.group())
    return [found.get(one, one) for one in stems]


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


@cache
def background() -> Mapping[str, float]:
    """The share of news stories in which a stem occurs."""
    return {row["word"]: float(row["share"]) for row in lexicon.table("news_words")}


def vectors(bags: Sequence[Bag]) -> list[Vector]:
    """The vector of each bag; batch and background say together what is telling."""
    occurs: Counter[str] = Counter()
    for one in bags:
        occurs.update(one.words)
    share = background()
    rarity = {w: math.log((_BACKGROUND + len(bags) + 1) / (_BACKGROUND * share.get(w, 0.0) + n)) for w, n in occurs.items()}
    return [_vector(one, rarity) for one in bags]


def _vector(one: Bag, rarity: Mapping[str, float]) -> Vector:
    weighed = ((1 + math.log(n)) * rarity[w] for w, n in zip(one.words, one.counts, strict=True))
    kept = sorted(((x, w) for x, w in zip(weighed, one.words, strict=True) if x > 0), key=lambda found: (-found[0], found[1]))[:_KEPT]
    length = math.sqrt(sum(x * x for x, _ in kept)) or 1.0
    return Vector(one, {w: x / length for x, w in kept}, len(kept) < _SHORT)


def nearness(a: Vector, b: Vector) -> float:
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


def _held(short: Vector, shared: set[str]) -> float:
    """The part of a short text's weight that the other holds too; nothing for a single word."""
    if len(shared) < 2:
        return 0.0
    return math.fsum(short.weights[w] for w in shared) / math.fsum(short.weights.values())
