"""Where two accounts date one deed differently."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from twosource.comparison.conflicts.anchors import Anchor, anchor
from twosource.comparison.conflicts.beside import ALIKE, TELLING, laid
from twosource.comparison.conflicts.said import Parting, Said
from twosource.domain.date import Date
from twosource.grammar.calendar import first_day, moved
from twosource.grammar.slots import stem

# How alike two statements must be, or what share of their matter they must have in common.
_LEAST, _SAME_MATTER = 0.25, 0.6
# How alike they must be where the deeds are only near synonyms.
_SYNONYMS = 0.5
# What parties make day after day: two of them are no two dates of one.
_REPEATED = frozenset(stem(w) for w in ("statement", "report", "speech", "interview", "letter", "meeting", "tweet", "post", "game", "call", "story"))
# How alike two statements must be for one party to have said them once, on a day.
_ONE_SAYING = 0.8
# Words of a date that two different dates may share.
_SHARED = frozenset({"the", "of", "on", "in", "last", "this", "next", "week", "month", "year", "day", "late", "early", "a", "ago"})


@lru_cache(maxsize=1 << 12)
def days(value: str | None) -> tuple[date, date] | None:
    """The first and the last day that an EDTF value allows, or None when it is open or coded."""
    if not value or ".." in value or "[" in value:
        return None
    start, _, end = value.partition("/")
    first, last = first_day(start), first_day(end or start)
    if first is None or last is None:
        return None
    dashes = (end or start).count("-")
    if dashes == 0:
        return first, last.replace(month=12, day=31)
    return (first, moved(moved(last, months=1), days=-1)) if dashes == 1 else (first, last)


def dates(a: Said, b: Said, alike: float) -> Iterator[Parting]:
    """The only date of one statement and the only date of the other, where both tell of one deed and cannot both be right.

    And the days on which one party is told to have said one thing.
    """
    if len(a.dates) == len(b.dates) == 1 and _differ(a, b, a.dates[0], b.dates[0]):
        f, g = anchor(a.tree, a.dates[0]), anchor(b.tree, b.dates[0])
        if f and g and _one_deed(a, b, f, g, alike):
            yield _parting(a, b, a.dates[0], b.dates[0])
    if alike >= _ONE_SAYING and a.origin and a.origin == b.origin and a.told and b.told and _differ(a, b, a.told, b.told):
        yield _parting(a, b, a.told, b.told)


def _parting(a: Said, b: Said, p: Date, q: Date) -> Parting:
    return Parting("date", p.span.of(a.text), q.span.of(b.text), p.value or "", q.value or "")


def _differ(a: Said, b: Said, p: Date, q: Date) -> bool:
    left, right = p.span.of(a.text), q.span.of(b.text)
    return _apart(days(p.value), days(q.value), left, right) and not _told_alike(left, right)


def _apart(x: tuple[date, date] | None, y: tuple[date, date] | None, left: str, right: str) -> bool:
    """Whether two stretches of about the same length share no day: a year beside a day is a date told at another distance."""
    if x is None or y is None or not (x[1] < y[0] or y[1] < x[0]):
        return False
    # "42 years ago" may be the year before or after; so may every count back in years that a year answers.
    if _counted_back(left) != _counted_back(right) and abs(x[0].year - y[0].year) <= 1:
        return False
    return abs((x[1] - x[0]).days - (y[1] - y[0]).days) <= 1


def _counted_back(told: str) -> bool:
    return "ago" in told.lower().split()


def _told_alike(left: str, right: str) -> bool:
    """Whether both dates share a telling word ("Saturday", "Saturday afternoon") and no figure tells them apart ("May 4", "May 5")."""
    x, y = set(left.lower().split()), set(right.lower().split())
    return bool(x & y - _SHARED) and _figures(x) == _figures(y)


def _figures(told: set[str]) -> set[str]:
    return {w for w in told if any(c.isdigit() for c in w)}


def _one_deed(a: Said, b: Said, p: Anchor, q: Anchor, alike: float) -> bool:
    x, y = a.factuality, b.factuality
    if x and y and (x.time == "future") != (y.time == "future"):
        return False
    if alike >= ALIKE and p.shared(q) >= 2 * TELLING:
        return True
    common = p.forms & q.forms
    if not common or (alike < _SYNONYMS and all(key.startswith("=") for key in common)):
        return False
    if not (p.verbal and q.verbal):
        return alike >= _LEAST and p.shared(q) >= TELLING and common.isdisjoint(_REPEATED)
    for pair in laid(a, b, alike):
        if (pair.f.at, pair.g.at) != (p.at, q.at):
            continue  # the date of something else
        if not (pair.f.main and pair.g.main) or pair.f.denied != pair.g.denied or pair.other_subject:
            continue
        if alike >= _LEAST or (pair.tied and pair.same_word and min(pair.left, pair.right) >= _SAME_MATTER):
            return True
    return alike >= ALIKE and not set(a.slots.verbs).isdisjoint(b.slots.verbs) and _same_subject(a, b)


def _same_subject(a: Said, b: Said) -> bool:
    return not a.slots.subjects or not b.slots.subjects or not set(a.slots.subjects).isdisjoint(b.slots.subjects)
