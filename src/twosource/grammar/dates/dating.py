"""Dating: what a time expression stands for, given what is known of the article's own time."""

from collections.abc import Callable, Mapping
from datetime import date

from twosource.grammar import calendar
from twosource.grammar.calendar import MONTHS, WEEKDAYS, interval, moved
from twosource.grammar.dates.figures import year_of
from twosource.grammar.dates.reckoning import RECKONED, UNKNOWN, Dated, Known
from twosource.grammar.dates.stretches import STRETCHES, article, which_year
from twosource.grammar.dates.timexes import Timex
from twosource.grammar.tense import Tense
from twosource.reference.lexicon import table


def dated(timex: Timex, known: Known) -> Dated:
    """The value of one expression and how it follows from the words; None where the text leaves it open."""
    return _RULES[timex.form](timex.parts, known)


def _month_number(word: str) -> int:
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word[:3]))


def _year(word: str) -> int:
    return int(word)


def _iso(parts: dict[str, str], _: Known) -> Dated:
    value = calendar.day(int(parts["year"]), int(parts["month"]), int(parts["day"]))
    return value, "the day in full" if value else "no such day in the calendar"


def _slashed(parts: dict[str, str], known: Known) -> Dated:
    """Day and month in figures: told where one order alone is possible, or the article tells its order."""
    a, b, year = int(parts["a"]), int(parts["b"]), year_of(parts["year"])
    month_first, day_first = calendar.day(year, a, b), calendar.day(year, b, a)
    readings = {v for v in (month_first, day_first) if v}
    if len(readings) == 1:
        return readings.pop(), "the day in figures, which only one order of day and month allows"
    if known.order and readings:
        return (month_first if known.order == "month" else day_first), f"the day in figures, the {known.order} first as the article tells elsewhere"
    if not readings:
        return None, "figures that are no day of the calendar"
    likely = {r for r in readings if _on_side(r, known)}
    if len(likely) == 1:
        return likely.pop(), "the day in figures; the other order of day and month lies on the other side of publication"
    return None, f"day and month could be either way round: {' or '.join(sorted(readings))}"


def _on_side(day: str, known: Known) -> bool:
    """Whether a day lies on the clause's side of publication, as far as both are known."""
    if known.published is None or known.tense not in ("past", "future"):
        return True
    return day <= known.published.isoformat() if known.tense == "past" else day >= known.published.isoformat()


def _day(parts: dict[str, str], known: Known) -> Dated:
    number, of = int(parts["day"]), _month_number(parts["month"])
    if parts["year"]:
        value = calendar.day(_year(parts["year"]), of, number)
        return value, "the day in full" if value else "no such day in the calendar"
    if known.published is None:
        return None, f"{number} {MONTHS[of - 1].capitalize()} of a year not told; {UNKNOWN}"
    year = _nearest_year(known.published, known.tense, of, number)
    value = calendar.day(year, of, number)
    return value, "the nearest such day as seen from publication" if value else "no such day in the calendar"


def _sense(known: Known) -> str:
    return {"past": "last", "future": "next"}.get(known.tense, "nearest")


def _nearest_year(published: date, tense: Tense, of: int, number: int) -> int:
    """The year that puts a day on the clause's side of publication; the nearest where the tense tells no side."""
    days = [date(y, of, number) for y in range(max(1, published.year - 4), min(9999, published.year + 4) + 1) if calendar.is_day(y, of, number)]
    if not days:
        return published.year
    near = min(days, key=lambda d: abs((d - published).days))
    if abs((near - published).days) <= _NEAR_DAYS:
        return near.year
    if tense == "past" and near > published:
        return max((d for d in days if d <= published), default=near).year
    if tense == "future" and near < published:
        return min((d for d in days if d >= published), default=near).year
    return near.year


_NEAR_DAYS = 45
"""A day told without its year is the one so near, whatever the tense: a tense that points away is then another verb's."""


def _days(parts: dict[str, str], known: Known) -> Dated:
    first, reason = _day(parts, known)
    second, _ = _day({**parts, "day": parts["day2"], "year": parts["year"] or (first or "")[:4]}, known)
    if first is None or second is None or second < first:
        return None, reason
    return interval(first, second), f"from the first day to the second: {reason}"


def _month(parts: dict[str, str], known: Known) -> Dated:
    of = _month_number(parts["month"])
    if parts["year"]:
        return calendar.month(_year(parts["year"]), of), "the month in full"
    name = MONTHS[of - 1].capitalize()
    if known.published is None:
        return None, f"{article(name)} {name}, year unknown; {UNKNOWN}"
    if known.tense == "future":
        later = of < known.published.month
        return calendar.month(known.published.year + later, of), f"the next {name} as seen from publication"
    ahead = (of - known.published.month) % 12
    if known.tense == "" and 0 < ahead <= _SOON:
        return moved(known.published, months=ahead).isoformat()[:7], f"the next {name} as seen from publication, which is near"
    earlier = of > known.published.month
    return calendar.month(known.published.year - earlier, of), f"the most recent {name} as seen from publication"


_SOON = 2
"""Months ahead in which a month told without its year, in a clause that tells no side, is the next one."""


def _month_year(parts: dict[str, str], known: Known) -> Dated:
    year = which_year(parts["which"], known)
    if year is None:
        return None, f"{parts['month']} of {parts['which']} year; {UNKNOWN}"
    return calendar.month(year, _month_number(parts["month"])), f"the month of the year told by '{parts['which']} year'"


def _month_which(parts: dict[str, str], known: Known) -> Dated:
    of, name = _month_number(parts["month"]), parts["month"].capitalize()
    if known.published is None:
        return None, f"the {name} {'after' if parts['which'] == 'next' else 'before'} publication; {UNKNOWN}"
    year, now = known.published.year, known.published.month
    if parts["which"] == "next":
        return calendar.month(year + (of <= now), of), f"the first {name} after publication"
    if parts["which"] == "this":
        return calendar.month(year, of), f"{name} of the year of publication"
    return calendar.month(year - (of >= now), of), f"the last {name} before publication"


def _weekday(parts: dict[str, str], known: Known) -> Dated:
    which, number, name = parts["which"], WEEKDAYS.index(parts["weekday"]), parts["weekday"].capitalize()
    ahead = which in ("next", "coming", "this coming") or (known.tense == "future" and which in ("", "this"))
    side = "after" if ahead else "before"
    if which in ("", "this", "this coming"):
        side = f"on or {side}"
    published = known.published
    if published is None:
        return None, f"the {name} {side} publication; {UNKNOWN}"
    if which in ("", "this", "this coming"):
        there = calendar.weekday_on(published, number) if ahead else calendar.weekday_back(published, number)
        return there.isoformat(), f"the {name} {side} publication"
    if ahead:
        return calendar.weekday_on(moved(published, days=1), number).isoformat(), f"the first {name} after publication"
    last = calendar.weekday_back(moved(published, days=-1), number)
    if which == "last" and (published - last).days <= 2:
        earlier = moved(last, days=-7)
        return f"[{earlier.isoformat()},{last.isoformat()}]", f"ambiguous so soon after a {name}: {earlier.isoformat()} or {last.isoformat()}"
    return last.isoformat(), f"the last {name} before publication"


def _weekday_of_week(parts: dict[str, str], known: Known) -> Dated:
    number, which = WEEKDAYS.index(parts["weekday"]), parts["which"]
    where = f"the {parts['weekday'].capitalize()} of {which} week as seen from publication"
    if known.published is None:
        return None, f"{where}; {UNKNOWN}"
    step = {"last": -1, "next": 1}.get(which, 0)
    return moved(known.published, days=7 * step + number - known.published.weekday()).isoformat(), where


_DEICTIC = {"yesterday": -1, "last night": -1, "late last night": -1, "tomorrow": 1}


def _deictic(parts: dict[str, str], known: Known) -> Dated:
    word = parts["word"]
    offset = -2 if "before yesterday" in word else 2 if "after tomorrow" in word else _DEICTIC.get(word, 0)
    where = {0: "the day of publication", -1: "the day before publication", 1: "the day after publication"}.get(
        offset, f"two days {'after' if offset > 0 else 'before'} publication"
    )
    if known.published is None:
        return None, f"{where}; {UNKNOWN}"
    return moved(known.published, days=offset).isoformat(), where


def _named(parts: dict[str, str], known: Known) -> Dated:
    name = parts["name"].replace("’", "'")
    row = next(r for r in table("named_days") if r["name"] == name)
    years = [int(parts["year"])] if parts["year"] else [known.published.year + n for n in (-1, 0, 1)] if known.published else []
    if not years:
        return None, f"{name} of a year not told; {UNKNOWN}"
    days = [_named_in(row, y) for y in years if 1 <= y <= 9999]
    published = known.published or days[0]
    if known.tense == "past":
        days = [d for d in days if d <= published] or days
    elif known.tense == "future":
        days = [d for d in days if d >= published] or days
    return min(days, key=lambda d: abs((d - published).days)).isoformat(), f"the {_sense(known)} {name}" if not parts["year"] else "a named day"


def _named_in(row: Mapping[str, str], year: int) -> date:
    if row["day"]:
        return date(year, int(row["month"]), int(row["day"]))
    return calendar.nth_weekday(year, int(row["month"]), int(row["weekday"]), int(row["nth"]))


def _vague(parts: dict[str, str], _: Known) -> Dated:
    phrase = parts["phrase"]
    side = next(r["side"] for r in table("vague_times") if r["phrase"] == phrase)
    return None, f"{'open future' if side == 'future' else f'vague {side}'}: '{phrase}'"


_RULES: dict[str, Callable[[dict[str, str], Known], Dated]] = {
    "iso": _iso,
    "slashed": _slashed,
    "day": _day,
    "days": _days,
    "month": _month,
    "month.year": _month_year,
    "month.which": _month_which,
    "weekday": _weekday,
    "weekday.week": _weekday_of_week,
    "deictic": _deictic,
    "named": _named,
    "vague": _vague,
    **STRETCHES,
    **RECKONED,
}
