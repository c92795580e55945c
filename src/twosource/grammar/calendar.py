"""The calendar: days, weeks, months and years as EDTF values (ISO 8601-2)."""

import calendar as gregorian
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""EDTF's codes for seasons, which stand where the month stands."""
SEASON_OPENS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The months in which seasons begin north of the equator."""


def day_of(value: str | None) -> date | None:
    """The day an ISO 8601 date or time names, or None when it names none."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def day(year: int, month: int, number: int) -> str | None:
    """A day's value, or None when the calendar has no such day."""
    return date(year, month, number).isoformat() if is_day(year, month, number) else None


def is_day(year: int, month: int, number: int) -> bool:
    """Whether the calendar has such a day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= number <= gregorian.monthrange(year, month)[1]


def month(year: int, number: int) -> str:
    """A month's value."""
    return f"{year:04d}-{number:02d}"


def season(year: int, name: str) -> str:
    """A season's value by EDTF's codes ("1980-23" is autumn 1980)."""
    return f"{year:04d}-{SEASONS[name]}"


def interval(start: str, end: str) -> str:
    """An interval's value; ".." leaves a side open."""
    return f"{start}/{end}"


def week(of: date, weeks: int = 0) -> str:
    """The week from Monday to Sunday, ``weeks`` away from the one of that day."""
    monday = moved(of, days=7 * weeks - of.weekday())
    return interval(monday.isoformat(), moved(monday, days=6).isoformat())


def weekend(of: date, weeks: int = 0) -> str:
    """Saturday and Sunday of the week that is ``weeks`` away."""
    saturday = moved(of, days=7 * weeks + 5 - of.weekday())
    return interval(saturday.isoformat(), moved(saturday, days=1).isoformat())


def moved(of: date, *, days: int = 0, months: int = 0) -> date:
    """That day moved; a month without such a day gives its last day; stays within the years 1 to 9999."""
    at = min(max(of.year * 12 + of.month - 1 + months, 12), 9999 * 12 + 11)
    year, index = divmod(at, 12)
    there = date(year, index + 1, min(of.day, gregorian.monthrange(year, index + 1)[1]))
    room = min(max(there.toordinal() + days, 1), date.max.toordinal())
    return date.fromordinal(room)


def weekday_back(of: date, weekday: int) -> date:
    """The last such weekday on or before that day (0 is Monday)."""
    return moved(of, days=-((of.weekday() - weekday) % 7))


def weekday_on(of: date, weekday: int) -> date:
    """The first such weekday on or after that day (0 is Monday)."""
    return moved(of, days=(weekday - of.weekday()) % 7)


def nth_weekday(year: int, number: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; a negative ``nth`` counts from its end."""
    if nth > 0:
        return weekday_on(date(year, number, 1), weekday) + timedelta(days=7 * (nth - 1))
    last = date(year, number, gregorian.monthrange(year, number)[1])
    return weekday_back(last, weekday) + timedelta(days=7 * (nth + 1))


def first_day(value: str) -> date | None:
    """The earliest day an EDTF day, month, season-free year or interval allows; None for open or coded ones."""
    start = value.split("/", maxsplit=1)[0].strip("[]~").split(",")[0]
    parts = start.split("-")
    if not all(p.isdigit() for p in parts) or len(parts[0]) != 4:
        return None
    numbers = [int(p) for p in parts] + [1, 1]
    return date(*numbers[:3]) if is_day(*numbers[:3]) else None
