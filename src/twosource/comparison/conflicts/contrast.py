"""Two statements side by side: what they share, and what of it one tells otherwise than the other."""

import math
from collections.abc import Iterable

from twosource.comparison.claims.alignment import rarity
from twosource.comparison.conflicts.anchors import anchor
from twosource.comparison.conflicts.beside import Beside, laid
from twosource.comparison.conflicts.contrary import stand_against
from twosource.comparison.conflicts.denials import accuses
from twosource.comparison.conflicts.numbers import compatible, count_one_thing, is_year, same_unit
from twosource.comparison.conflicts.signs import says_no
from twosource.comparison.conflicts.sureness import CONDITIONS, DOUBTS, HEARD, OPINIONS
from twosource.comparison.conflicts.traits import SURENESS, Traits, untrue
from twosource.comparison.conflicts.whens import When, distance
from twosource.domain.date import Date
from twosource.domain.quantity import Quantity
from twosource.grammar.slots import stem
from twosource.reference.lexicon import words

_DEEDS = (
    *("a deed beside", "both heads", "deeds beside", "same word", "one subject", "other subject", "least of the matter", "most of the matter"),
    *("bits of the matter", "tied", "told and denied", "of one subject", "of another subject", "in the same word", "of both heads", "bits of it"),
    *("tied there", "told alike elsewhere", "heads of one subject", "heads of other subjects", "one head denied", "both heads denied"),
)
_TOLD = (
    *("other sign", "other sign and head denied", "either asks", "one leaves open", "either supposes", "one calls untrue", "of what is said"),
    *("one denies all", "and is accused", "contrary words", "steps of sureness", "of one sign", "unsure by doubt", "unsure by opinion"),
    *("unsure by hearsay", "unsure by condition", "one uncommitted", "other time", "one to come"),
)
_COUNTS = ("both count", "one thing", "one number", "numbers apart", "of one unit", "alone", "times the other", "by about")
_DAYS = ("both dated", "days apart", "a day in common", "how far", "of one deed", "its matter", "only dates", "other widths")
_NAMED = ("people shared", "other people", "people besides", "places shared", "other places", "places besides")
_WORDS = (
    *("bits shared", "share of the longer", "share of the shorter", "bits besides", "bits besides in the shorter", "the same words"),
    *("words of the shorter", "words of the longer", "one origin", "other origin", "own voices", "early", "both early"),
)
NAMES = (*_DEEDS, *_TOLD, *_COUNTS, *_DAYS, *_NAMED, *_WORDS)
"""Names of the features of a pair, in their order."""
_MOST_BITS, _FARTHEST, _WIDEST = 120.0, 2000, 365
_LEAD = 4


def contrast(a: Traits, b: Traits, alike: float) -> tuple[float, ...]:
    """The features of a pair; ``alike`` is how probable it is that both say one thing."""
    return (*_deeds(a, b, alike), *_told(a, b), *_counts(a, b), *_days(a, b), *_named(a, b), *_words(a, b))


def _deeds(a: Traits, b: Traits, alike: float) -> tuple[float, ...]:
    pairs = laid(a.said, b.said, alike)
    heads = next((p for p in pairs if p.f.main and p.g.main), None)
    nearest = heads or next(iter(pairs), None)
    parted = [p for p in pairs if says_no(a.said, p.f) != says_no(b.said, p.g) and not p.f.supposed and not p.g.supposed]
    against = max(parted, key=lambda p: (p.tied, p.same_word, p.shared), default=None)
    both = a.main is not None and b.main is not None
    subjects = (a.main.subject, b.main.subject) if a.main and b.main else (frozenset[str](), frozenset[str]())
    return (
        float(bool(pairs)),
        float(heads is not None),
        float(len(pairs)),
        *_beside(nearest),
        *_parted(against),
        float(any(says_no(a.said, p.f) == says_no(b.said, p.g) and p.tied for p in pairs)),
        float(both and not subjects[0].isdisjoint(subjects[1])),
        float(both and all(subjects) and subjects[0].isdisjoint(subjects[1])),
        float(a.no != b.no),
        float(a.no and b.no),
    )


def _beside(pair: Beside | None) -> tuple[float, ...]:
    if pair is None:
        return (0.0,) * 7
    ends = (min(pair.left, pair.right), max(pair.left, pair.right), _bits(pair.shared))
    return (float(pair.same_word), float(pair.one_subject), float(pair.other_subject), *ends, float(pair.tied))


def _parted(pair: Beside | None) -> tuple[float, ...]:
    if pair is None:
        return (0.0,) * 7
    told = (pair.one_subject, pair.other_subject, pair.same_word, pair.f.main and pair.g.main)
    return (1.0, *map(float, told), _bits(pair.shared), float(pair.tied))


def _bits(found: float) -> float:
    return min(found, _MOST_BITS) / 10


def _told(a: Traits, b: Traits) -> tuple[float, ...]:
    x, y = (t.said.factuality.value if t.said.factuality else "CT+" for t in (a, b))
    steps = abs(SURENESS[x[:2]] - SURENESS[y[:2]])
    unsure = a if SURENESS[x[:2]] < SURENESS[y[:2]] else b
    trigger = unsure.said.trigger.lower().split() if steps and unsure.said.factuality and unsure.said.factuality.trigger else []
    stems = {stem(w) for w in trigger}
    times = [t.said.factuality.time if t.said.factuality else "" for t in (a, b)]
    falsely = [not t.stems.isdisjoint(untrue()) for t in (a, b)]
    report = [f and not t.stems.isdisjoint(_accusations()) for f, t in zip(falsely, (a, b), strict=True)]
    told = (
        {x[-1], y[-1]} == {"+", "-"},
        {x[-1], y[-1]} == {"+", "-"} and a.no != b.no,
        _asks(a) or _asks(b),
        any(d.open for d in a.said.deeds) != any(d.open for d in b.said.deeds),
        any(t.main is not None and t.main.supposed for t in (a, b)),
        falsely[0] != falsely[1],
        report[0] != report[1],
        bool(a.denies) != bool(b.denies),
        bool((a.denies and accuses(b.said, a.denies)) or (b.denies and accuses(a.said, b.denies))),
        stand_against(a.sides, b.sides),
        steps,
        steps > 0 and x[-1] == y[-1],
        not stems.isdisjoint(DOUBTS),
        not stems.isdisjoint(OPINIONS),
        not HEARD.isdisjoint(trigger),
        not CONDITIONS.isdisjoint(trigger),
        steps > 0 and "Uu" in (x, y),
        times[0] != times[1],
        (times[0] == "future") != (times[1] == "future"),
    )
    return tuple(map(float, told))


def _asks(one: Traits) -> bool:
    return one.numbers[8] > 0


def _accusations() -> frozenset[str]:
    return frozenset(stem(w) for w in words("accusations"))


def _counts(a: Traits, b: Traits) -> tuple[float, ...]:
    left, right = ([q for q in t.counts if not is_year(q)] for t in (a, b))
    same = [(p, q) for p in left for q in right if count_one_thing((p, p.span.of(a.said.text)), (q, q.span.of(b.said.text)))]
    apart = [(p, q) for p, q in same if not compatible(p, q)]
    agreed = len(apart) < len(same)
    told = bool(apart) and not agreed
    loose = any(x.approximate or x.high is None for pair in apart for x in pair)
    return (
        float(bool(left and right)),
        float(bool(same)),
        float(agreed),
        float(told),
        float(told and any(same_unit((p, ""), (q, "")) for p, q in apart)),
        float(told and len(left) == len(right) == 1),
        min((_ratio(p, q) for p, q in apart), default=0.0) if told else 0.0,
        float(told and loose),
    )


def _ratio(p: Quantity, q: Quantity) -> float:
    x, y = (n.low if n.low is not None else n.high or 0.0 for n in (p, q))
    return min(abs(math.log(x / y)), 5.0) if x > 0 and y > 0 else 5.0


def _days(a: Traits, b: Traits) -> tuple[float, ...]:
    both = [(p, q, far) for p in a.days for q in b.days if (far := distance(p[1], q[1])) is not None]
    apart = [x for x in both if x[2]]
    if not both or len(apart) < len(both):
        return (float(bool(both)), 0.0, float(len(apart) < len(both)), *(0.0,) * 5)
    gap = min(min(far, _FARTHEST) for _, _, far in apart)
    width = min(_other_width(p[1], q[1]) for p, q, _ in apart)
    deed, matter = _dated(a, b, apart[0][0][0], apart[0][1][0])
    return (1.0, 1.0, 0.0, gap / 100, float(deed), matter, float(len(a.days) == len(b.days) == 1), width / 30)


def _other_width(p: When, q: When) -> int:
    if p.stretch is None or q.stretch is None:
        return 0
    return min(abs((p.stretch[1] - p.stretch[0]).days - (q.stretch[1] - q.stretch[0]).days), _WIDEST)


def _dated(a: Traits, b: Traits, p: Date, q: Date) -> tuple[bool, float]:
    """Whether two dates hang on one deed, and how much hangs on both."""
    f, g = anchor(a.said.tree, p), anchor(b.said.tree, q)
    return (not f.forms.isdisjoint(g.forms), _bits(f.shared(g))) if f and g else (False, 0.0)


def _named(a: Traits, b: Traits) -> tuple[float, ...]:
    found: list[float] = []
    for x, y in zip(a.named, b.named, strict=True):
        found += [float(bool(x & y)), float(bool(x and y and not x & y)), float(bool(x - y and y - x))]
    return tuple(found)


def _words(a: Traits, b: Traits) -> tuple[float, ...]:
    x, y = a.said.slots.words.keys(), b.said.slots.words.keys()
    shared, left, right = (_worth(found) for found in (x & y, x, y))
    order = (a.said.slots.order, b.said.slots.order)
    return (
        _bits(shared),
        shared / max(1.0, left, right),
        shared / max(1.0, min(left, right)),
        _bits(max(left, right) - shared),
        _bits(min(left, right) - shared),
        float(x == y),
        float(min(len(x), len(y))),
        float(max(len(x), len(y))),
        float(bool(a.said.origin) and a.said.origin == b.said.origin),
        float(bool(a.said.origin and b.said.origin) and a.said.origin != b.said.origin),
        float(not a.said.statement.chain and not b.said.statement.chain),
        float(min(order) < _LEAD),
        float(max(order) < _LEAD),
    )


def _worth(found: Iterable[str]) -> float:
    return sum(map(rarity, found))
