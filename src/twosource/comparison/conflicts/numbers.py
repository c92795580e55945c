"""Where two accounts give different numbers of one thing."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from twosource.comparison.conflicts.beside import Beside, laid
from twosource.comparison.conflicts.days import days
from twosource.comparison.conflicts.deeds import Deed, bits
from twosource.comparison.conflicts.said import Parting, Said
from twosource.domain.quantity import Quantity
from twosource.grammar.slots import classes, stem

# How far a number may lie from "about 30" and still be the same, as a share of it.
_ABOUT = 0.15
# How many times "dozens" of something, at least two dozen, may be.
_VAGUE = 10
# Words by which a number counts what another number has left out.
_REST = frozenset({"other", "others", "another", "additional", "further", "more"})
# Years are dates, not numbers, wherever a stage before took one for a number.
_YEARS = (1900.0, 2100.0)
# How alike two statements must be where a verb ties their numbers, and the share of the matter where nobody thought them alike.
_LEAST, _SAME_MATTER = 0.1, 0.6
# How alike statements must be that tell one thing but for a number, and how many bits of words they must share.
_ALIKE, _MATTER = 0.7, 40.0
# A toll in the lead of an article is that of its story; sentences, the headline among them.
_LEAD = 4
# From this ratio on a toll is another count, whatever bounds its words leave open.
_RISE = 1.1
_AMONG = re.compile(r"(?i)\b(?:including|among (?:them|whom|the))\b")
_FROM = re.compile(r"(?i)\s+from\b")
# What goes on counting behind a whole number ("6 1/2 feet"), and what stands between the numbers of a list.
_FRACTION = re.compile(r"\s?(?:\d{1,2}[/⁄]\d|[¼½¾⅓⅔])")
_NEXT = re.compile(r"\s*(?:,|and|,\s*and|&)\s*")
# How far two numbers may lie apart of which one is the other rounded ("$4,999" and "$5,000"), as a share.
_ROUNDED = 0.005
_OF = re.compile(r"(?i)\s+of\s+(?:(?:the|its|their|his|her|these|those|some)\s+)?")
# How many times the other a toll of one happening may be: where two statements are as alike as this, and elsewhere.
_ONE_THING, _FARTHEST, _FAR = 0.5, 10, 4
# Days within which an article that gives a toll without a date tells of it.
_FRESH = 3
_HARM = ("=kill", "=wound")
# What may stand between those whom a number counts and what befell them, and how far that is looked for.
_ARE = frozenset({"are", "were", "is", "was", "have", "had", "been", "being", "left", "reported", "confirmed", "feared"})
_AHEAD = 40
_MARKS = ".,;:!?'\"’”)]"
LIVES = frozenset(stem(w) for w in ("people", "person", "civilian", "dead", "body", "victim", "fatality", "life", "death", "wounded", "casualty"))

Counted = tuple[Quantity, str]
"""A quantity with its words."""


def compatible(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers may both be right: "about 30" and 31, "at least 7" and 12, but not two different "at least"."""
    if a.low is not None and b.low is not None and a.high is None and b.high is None:
        return a.low == b.low
    if _rounded(a, b) or _rounded(b, a):
        return True
    low_a, high_a = _bounds(a)
    low_b, high_b = _bounds(b)
    return low_a <= high_b and low_b <= high_a


def _rounded(whole: Quantity, exact: Quantity) -> bool:
    """Whether a whole number is the other without what stands behind its point ("97" and "97.1"), or by a hair ("350" and "349")."""
    x, y = whole.low, exact.low
    if x is None or y is None or x != whole.high or y != exact.high or x % 1 != 0:
        return False
    return round(y) == x if y % 1 != 0 else x % 10 == 0 and abs(x - y) <= _ROUNDED * x


def _bounds(q: Quantity) -> tuple[float, float]:
    low = -float("inf") if q.low is None else q.low
    high = float("inf") if q.high is None else q.high
    if q.approximate and q.low and q.high is None:
        high = _VAGUE * q.low  # nobody says "dozens" of hundreds
    return (low * (1 - _ABOUT), high * (1 + _ABOUT)) if q.approximate else (low, high)


def count_one_thing(a: Counted, b: Counted) -> bool:
    """Whether two numbers count the same: the heads of their units are one word or near synonyms, and neither counts the others."""
    (p, said), (q, other) = a, b
    left, right = (p.unit or "").split(), (q.unit or "").split()
    if not left or not right or _rest(said) != _rest(other):
        return False
    x, y = stem(left[-1]), stem(right[-1])
    return x == y or not set(classes(x)).isdisjoint(classes(y))


def _rest(phrase: str) -> bool:
    told = phrase.lower().split()
    return any(w in _REST and told[n + 1 : n + 2] != ["than"] for n, w in enumerate(told))


def is_year(q: Quantity) -> bool:
    return q.low is not None and q.low == q.high and _YEARS[0] <= q.low <= _YEARS[1]


def numbers_apart(left: Sequence[Counted], right: Sequence[Counted]) -> tuple[Counted, Counted] | None:
    """The first two numbers that count one thing and cannot both be right; a number that the other side gives elsewhere is agreed on."""

    def agreed(one: Counted, others: Sequence[Counted]) -> bool:
        return any(count_one_thing(one, x) and compatible(one[0], x[0]) for x in others)

    for p in left:
        for q in right:
            if is_year(p[0]) or is_year(q[0]) or not count_one_thing(p, q) or compatible(p[0], q[0]):
                continue
            if not agreed(p, right) and not agreed(q, left):
                return p, q
    return None


def quantities(a: Said, b: Said, alike: float) -> Iterator[Parting]:
    """Two numbers of one thing in one deed, or two tolls of the story."""
    if not a.quantities or not b.quantities:
        return
    if alike >= _LEAST or (_leads(a) and _leads(b)):
        later = _days(a).isdisjoint(_days(b)) and None not in _days(a) | _days(b)
        tolls = [(harm, apart) for harm in _HARM if (apart := _tolls_apart(_tolls(a, harm), _tolls(b, harm), later))]
        dated_apart = _long_before(a, b) or _long_before(b, a)
        yield from (_parting(*apart, harm) for harm, apart in tolls if _of_one(*apart, alike) and not dated_apart and not _of_some(*apart, a, b))
        if tolls:
            return
    apart = _in_one_deed(a, b, alike) or _in_one_matter(a, b, alike)
    if apart is not None and not _counted_on(*apart, a, b) and not _of_some(*apart, a, b):
        yield _parting(*apart, "")


def _parting(left: Counted, right: Counted, about: str) -> Parting:
    return Parting("quantity", left[1], right[1], told_number(left[0]), told_number(right[0]), about)


def _days(said: Said) -> set[str | None]:
    return {day for _, day in said.everywhere}


def _tolls_apart(left: Sequence[Counted], right: Sequence[Counted], later: bool) -> tuple[Counted, Counted] | None:
    """The only toll of the one and the only toll of the other, where they cannot both be right, or one was counted ``later``."""
    if len(left) != 1 or len(right) != 1 or _rest(left[0][1]) or _rest(right[0][1]):
        return None
    return (left[0], right[0]) if _risen(left[0][0], right[0][0], later) else None


def _in_one_deed(a: Said, b: Said, alike: float) -> tuple[Counted, Counted] | None:
    for pair in laid(a, b, alike):
        if pair.other_subject or pair.f.denied != pair.g.denied or pair.f.before != pair.g.before or not _one_matter(pair):
            continue
        apart = numbers_apart(_counted(a, pair.f), _counted(b, pair.g))
        if apart is not None and same_unit(*apart):
            return apart
    return None


def _in_one_matter(a: Said, b: Said, alike: float) -> tuple[Counted, Counted] | None:
    """The only number of its unit here and there, where statements are one but for it, whatever their verbs."""
    if alike < _ALIKE or bits(frozenset(a.slots.words.keys() & b.slots.words.keys())) < _MATTER or _of_others(a, b):
        return None
    left, right = ([(q, q.span.of(x.text)) for q in counting(x)] for x in (a, b))
    apart = numbers_apart(left, right)
    if apart is None or not same_unit(*apart):
        return None
    alone = all(sum(same_unit(mine, one) for one in every) == 1 for mine, every in zip(apart, (left, right), strict=True))
    return apart if alone else None


def _of_others(a: Said, b: Said) -> bool:
    """Whether both tell of somebody by name, and neither of whom the other tells of."""
    left, right = ({w for d in x.deeds if d.main for w in d.subject if w in x.slots.names} for x in (a, b))
    return bool(left and right) and left.isdisjoint(b.slots.words) and right.isdisjoint(a.slots.words)


def counting(said: Said) -> list[Quantity]:
    """The numbers of a statement but for those that others are taken out of: "200" in "three of the 200 sailors"."""
    ends = [q.span.end for q in said.quantities]
    whole = [q for q in said.quantities if not _FRACTION.match(said.text, q.span.end)]
    return [q for q in whole if not any(_OF.fullmatch(said.text, end, q.span.start) for end in ends if end < q.span.start)]


def _of_some(p: Counted, q: Counted, a: Said, b: Said) -> bool:
    """Whether one number alone counts those from somewhere, or of one kind: "12 people" are no other number of "10 from Larsa"."""
    if _listed(a, p[0]) != _listed(b, q[0]):
        return True
    return (_FROM.match(a.text, p[0].span.end) is None) != (_FROM.match(b.text, q[0].span.end) is None)


def _counted_on(p: Counted, q: Counted, a: Said, b: Said) -> bool:
    """Whether two counts of days only differ as the days of their articles do ("not for 56 days", four days later "for 60 days")."""
    left, right = (min(filter(None, _days(x)), default="") for x in (a, b))
    if not left or not right or p[0].unit != "days" or p[0].low is None or q[0].low is None:
        return False
    return abs(q[0].low - p[0].low - (date.fromisoformat(right) - date.fromisoformat(left)).days) <= 1


def _one_matter(pair: Beside) -> bool:
    if pair.alike >= _LEAST:
        return True
    told = pair.shared > 0 or pair.f.called == "name"  # "people were killed" alone is no matter
    return told and pair.one_subject and pair.same_word and min(pair.left, pair.right) >= _SAME_MATTER


def same_unit(a: Counted, b: Counted) -> bool:
    """Whether the whole units are the same: "two female gorillas" are no other number of "three gorillas"."""
    x, y = (({stem(w) for w in (c[0].unit or "").split()}) for c in (a, b))
    return x == y or bool(x <= LIVES and y <= LIVES)


def _counted(said: Said, deed: Deed) -> list[Counted]:
    return [(q, q.span.of(said.text)) for q in counting(said) if any(q.span.covers(s) or s.covers(q.span) for s in deed.extent)]


def _risen(p: Quantity, q: Quantity, later: bool) -> bool:
    """Whether one toll is not the other: "at least 90" does not rule 120 out, but who says 120 a day later has counted again."""
    if not compatible(p, q):
        return True
    low, high = sorted((p.low or p.high or 0.0, q.low or q.high or 0.0))
    return later and low > 0 and high / low > _RISE


def _of_one(a: Counted, b: Counted, alike: float) -> bool:
    """Whether two tolls can be of one happening: a lead tells of an earlier one too, and its toll is as a rule far off."""
    low, high = sorted((x.low or x.high or 0.0) for x, _ in (a, b))
    return high <= (_FARTHEST if alike >= _ONE_THING else _FAR) * low


def _long_before(a: Said, b: Said) -> bool:
    """Whether a statement dates its toll days before the other was published, who has no date for its own: that is of another happening."""
    told = min((day for day in _days(b) if day), default="")
    if not told or b.dates:
        return False
    spans = [span for found in a.dates if (span := days(found.value))]
    return bool(spans) and all((date.fromisoformat(told) - span[1]).days > _FRESH for span in spans)


def _tolls(said: Said, harm: str) -> list[Counted]:
    """How many were killed, or hurt, by one statement; those whom it counts among them are none more."""
    every = [q for q in counting(said) if _lives(q) and _harm(said, q) == harm]
    whole = [q for q in every if not _AMONG.search(said.text, every[0].span.end, q.span.start) and not _listed(said, q)]
    return [(q, q.span.of(said.text)) for q in whole]


def _listed(said: Said, q: Quantity) -> bool:
    """Whether a number counts one kind of several ("three soldiers and two civilians"): the toll is their sum."""
    mine = _harm(said, q)
    for x in said.quantities:
        end, start = min(q.span.end, x.span.end), max(q.span.start, x.span.start)
        between = _NEXT.fullmatch(said.text, end, start)
        if x is q or mine is None or between is None:
            continue
        harm = _harm(said, x)
        if harm in (mine, None) and ("and" in between[0] or _lives(x)):  # "in two towns, nine people" is no list
            return True
    return False


def _lives(q: Quantity) -> bool:
    unit = (q.unit or "").split()
    return not unit or stem(unit[-1]) in LIVES or any(c in _HARM for c in classes(stem(unit[-1])))


def _harm(said: Said, q: Quantity) -> str | None:
    """What befell those whom a number counts, by its own noun or the verb above it."""
    after = [w.strip(_MARKS) for w in said.text[q.span.end : q.span.end + _AHEAD].lower().split()]
    beside = next((w for w in after if w not in _ARE), "")  # "70 people dead", "70 people were killed"
    own = [c for w in (*(q.unit or "").split(), beside) for c in classes(stem(w)) if c in _HARM]
    if own:
        return own[0]
    deeds = [d for d in said.deeds if any(q.span.covers(s) or s.covers(q.span) for s in d.extent)]
    return next((c for d in sorted(deeds, key=lambda d: -d.at) for c in sorted(d.forms) if c in _HARM), None)


def _leads(said: Said) -> bool:
    return said.statement.headline or said.slots.order < _LEAD


def told_number(q: Quantity) -> str:
    """What makes two numbers one side: the least that they may be."""
    known = q.low if q.low is not None else q.high
    return "" if known is None else f"{known:g}"
