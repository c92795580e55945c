"""Where two accounts date one deed differently."""

from collections.abc import Iterator
from datetime import date

from twosource.comparison.conflicts.beside import ALIKE, laid
from twosource.comparison.conflicts.said import Parting, Said
from twosource.grammar.calendar import first_day, moved

# How alike two statements must be, or what share of their matter they must have in common.
_LEAST, _SAME_MATTER = 0.25, 0.6
# Words of a date that two different dates may share.
_SHARED = frozenset({"the", "of", "on", "in", "last", "this", "next", "week", "month", "year", "day", "late", "early", "a", "ago"})


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
    """The only date of one statement and the only date of the other, where both tell of one deed and cannot both be right."""
    if len(a.dates) != 1 or len(b.dates) != 1:
        return
    (p,), (q,) = a.dates, b.dates
    left, right = p.span.of(a.text), q.span.of(b.text)
    if _apart(days(p.value), days(q.value), left, right) and not _told_alike(left, right) and _one_deed(a, b, alike):
        yield Parting("date", left, right, p.value or "", q.value or "")


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


def _one_deed(a: Said, b: Said, alike: float) -> bool:
    x, y = a.factuality, b.factuality
    if x and y and (x.time == "future") != (y.time == "future"):
        return False
    for pair in laid(a, b, alike):
        if not (a.tree.verbal(pair.f.at) and b.tree.verbal(pair.g.at)):
            continue  # the date of a post or a picture
        if not (pair.f.main and pair.g.main) or pair.f.denied != pair.g.denied or pair.other_subject:
            continue
        if alike >= _LEAST or (pair.tied and pair.same_word and min(pair.left, pair.right) >= _SAME_MATTER):
            return True
    return alike >= ALIKE and not set(a.slots.verbs).isdisjoint(b.slots.verbs) and _same_subject(a, b)


def _same_subject(a: Said, b: Said) -> bool:
    return not a.slots.subjects or not b.slots.subjects or not set(a.slots.subjects).isdisjoint(b.slots.subjects)
