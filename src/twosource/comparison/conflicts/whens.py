"""Time expressions beside each other: how far apart, also where neither article says when it was published."""

import re
from dataclasses import dataclass
from datetime import date

from twosource.comparison.conflicts.days import days
from twosource.domain.date import Date
from twosource.grammar.calendar import MONTHS, SEASON_OPENS, WEEKDAYS

_WORD = re.compile(r"[a-z]+|\d{1,4}")
# Words of an expression that are looked at: none that dates anything is longer.
_MOST = 12
_SHORTEST = 3  # letters of "Feb." or "Sat."
_YEARS = (1000, 2100)
_DAYS = 31
# Stretches counted from the day of writing: articles of one story are days apart, so that a "last week" may be another's "this week".
_DAYS_OF = {"month": 30, "year": 365}
_BACK, _NOW, _ON = frozenset({"last", "past", "previous"}), frozenset({"this", "current"}), frozenset({"next", "coming"})
_EARLY, _LATE = frozenset({"early", "morning"}), frozenset({"late", "night", "evening", "midnight"})


@dataclass(frozen=True, slots=True)
class When:
    """What a time expression tells by itself and by its value.

    Attributes:
        stretch: the first and last day that its value allows, where it has one.
        year, months, day, weekday: parts that its words or its value name; a season has three months, Monday is 0.
        shift: a month or a year counted from that of writing ("last month" is a month back), as its length in days and how many of it.
        early, late: whether it is the morning of its day, or the night.
    """

    stretch: tuple[date, date] | None
    year: int | None
    months: frozenset[int]
    day: int | None
    weekday: int | None
    shift: tuple[int, int] | None
    early: bool
    late: bool


def when(found: Date, text: str) -> When:
    """What a time expression of this text tells."""
    told = _WORD.findall(found.span.of(text).lower())[:_MOST]
    words = set(told)
    stretch = days(found.value)
    parts = [int(p) for p in (found.value or "").split("-") if p.isdigit()] if stretch else []
    year, month, day = (*parts, None, None, None)[:3]
    return When(
        stretch=stretch,
        year=year or next((int(w) for w in told if w.isdigit() and _YEARS[0] <= int(w) < _YEARS[1]), None),
        months=frozenset({month}) if month else _months(told),
        day=day or next((int(w) for w in told if w.isdigit() and 1 <= int(w) <= _DAYS), None),
        weekday=next((n for n, name in enumerate(WEEKDAYS) if any(_short(w, name) for w in told)), None),
        shift=_shift(told),
        early=not words.isdisjoint(_EARLY),
        late=not words.isdisjoint(_LATE),
    )


def _months(told: list[str]) -> frozenset[int]:
    for word in told:
        for n, name in enumerate(MONTHS, 1):
            if _short(word, name):
                return frozenset({n})
        if word in SEASON_OPENS:
            return frozenset((SEASON_OPENS[word] + n - 1) % 12 + 1 for n in range(3))
    return frozenset()


def _short(word: str, name: str) -> bool:
    return len(word) >= _SHORTEST and name.startswith(word)


def _shift(told: list[str]) -> tuple[int, int] | None:
    for n, word in enumerate(told):
        if word in _DAYS_OF and n:
            by = next((k for k, those in ((-1, _BACK), (0, _NOW), (1, _ON)) if told[n - 1] in those), None)
            if by is not None:
                return _DAYS_OF[word], by
    return None


def distance(p: When, q: When) -> int | None:
    """How many days lie between two times at least: 0 where they may be one, None where nothing tells."""
    if p.stretch and q.stretch:
        return max(0, (p.stretch[0] - q.stretch[1]).days, (q.stretch[0] - p.stretch[1]).days)
    if p.year and q.year and p.year != q.year:
        return abs(p.year - q.year) * 365
    if p.months and q.months:
        if p.months.isdisjoint(q.months):
            return 30 * min(min((x - y) % 12, (y - x) % 12) for x in p.months for y in q.months)
        return abs(p.day - q.day) if p.day and q.day else 0
    if p.year and q.year:
        return 0
    if p.weekday is not None and q.weekday is not None:
        return _weekdays(p, q, (q.weekday - p.weekday) % 7)
    if p.shift and q.shift and p.shift[0] == q.shift[0]:
        return p.shift[0] * abs(p.shift[1] - q.shift[1])
    return None


def _weekdays(p: When, q: When, later: int) -> int:
    """Days between two weekdays; a night and the morning after it may be one time."""
    if (later == 1 and p.late and q.early) or (later == 6 and q.late and p.early):
        return 0
    return min(later, 7 - later)
