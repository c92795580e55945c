"""Reckoning: time expressions that are counted from publication, or from the date told before."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from twosource.grammar import calendar
from twosource.grammar.calendar import interval, moved
from twosource.grammar.dates.figures import Order
from twosource.grammar.numerals import small
from twosource.grammar.tense import Tense


@dataclass(frozen=True, slots=True)
class Known:
    """What a time expression hangs on.

    Attributes:
        published: the article's day, or None.
        tense: the tense of the clause the expression stands in; "" where it shows none.
        anchor: the value of the date told last before it in the text, for "a week earlier"; None where there is none.
        day: the day of the scene it stands in, for "at 5 p.m." and "ended the day": one told in its sentence, or shortly before; None where
            there is none.
        order: which of day and month the article writes first in figures, "month" or "day"; None where it does not tell.
    """

    published: date | None = None
    tense: Tense = ""
    anchor: str | None = None
    day: str | None = None
    order: Order | None = None


Dated = tuple[str | None, str]
"""An EDTF value, or None, with the reason."""

UNKNOWN = "publication is not known"
"""Ends the reason of every value that waits for the publication date."""


_STEP = {"last": -1, "the past": -1, "the previous": -1, "this past": -1, "next": 1, "the coming": 1, "this coming": 0, "the": 0}


def _period(parts: dict[str, str], known: Known) -> Dated:
    """A whole week, month, year: the one of publication, or the one before or after it."""
    which, unit = parts["which"], parts["unit"]
    if which in ("that", "the same", "the following"):
        return _told_before(unit, which, known)
    step = _STEP.get(which, 0)
    where = {-1: f"the {unit} before that of publication", 0: f"the {unit} of publication", 1: f"the {unit} after that of publication"}[step]
    if step == -1 and unit == "week":
        where = "the week before publication"
    if known.published is None:
        return None, f"{where}; {UNKNOWN}"
    return _whole(unit, known.published, step), where


def _whole(unit: str, of: date, step: int) -> str | None:
    year = of.year
    if unit == "week":
        return calendar.week(of, step)
    if unit == "weekend":
        return calendar.weekend(of, step if of.weekday() < 5 or step else 0)
    if unit == "day":
        return moved(of, days=step).isoformat()
    if unit == "month":
        return moved(of, months=step).isoformat()[:7]
    if unit == "quarter":
        return _quarter_of(moved(of, months=3 * step))
    if unit == "fortnight":
        return interval(moved(of, days=14 * min(step, 0)).isoformat(), moved(of, days=14 * max(step, 0)).isoformat())
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    start = (year // size + step) * size
    if not 1 <= start <= 9999 - size:
        return None
    return f"{start:04d}" if size == 1 else interval(f"{start:04d}", f"{start + size - 1:04d}")


def _quarter_of(of: date) -> str:
    first = (of.month - 1) // 3 * 3 + 1
    return interval(calendar.month(of.year, first), calendar.month(of.year, first + 2))


def _told_before(unit: str, which: str, known: Known) -> Dated:
    anchor = calendar.day_of(known.anchor)
    length = {"year": 4, "month": 7}.get(unit)
    if (
        which not in ("the following", "before", "after")
        and known.anchor
        and length
        and len(known.anchor.split("/")[0]) >= length
        and known.anchor[:4].isdigit()
    ):
        return known.anchor[:length], f"the {unit} of the date told before, {known.anchor}"
    if anchor is not None and unit in ("day", "morning", "afternoon", "evening", "night", "week"):
        step = {"the next": 1, "the following": 1, "after": 1, "the previous": -1, "before": -1}.get(which, 0)
        value = calendar.week(anchor, step) if unit == "week" else moved(anchor, days=step).isoformat()
        return value, f"counted from the day told before, {anchor.isoformat()}"
    return None, f"'{which} {unit}' counts from a date that the text before it does not give"


def _narrative(parts: dict[str, str], known: Known) -> Dated:
    return _told_before(parts["unit"], parts["which"], known)


def _weekend(parts: dict[str, str], known: Known) -> Dated:
    where = "the weekend after publication" if known.tense == "future" else "the last weekend begun by publication"
    if known.published is None:
        return None, f"{where}; {UNKNOWN}"
    step = 0 if known.tense == "future" or known.published.weekday() >= 5 else -1
    return calendar.weekend(known.published, step), where


_VAGUE_NUMBERS = frozenset({"few", "several", "many", "some"})


def _count(number: str) -> int | None:
    """The whole number, or None for a vague one ("a few", "several", "dozens of")."""
    if not number:
        return 1
    words = number.replace(" of", "").split()
    if any(w in _VAGUE_NUMBERS or w.endswith("s") for w in words):
        return None
    if words[-1] == "couple":
        return 2
    if words[-1] in ("dozen", "half-dozen"):
        return 12 if words[-1] == "dozen" else 6
    return small(words[-1])


def _shifted(start: date, unit: str, n: int) -> date:
    unit = {"centurie": "century"}.get(unit, unit)
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months:
        return moved(start, months=months * n)
    return moved(start, days={"week": 7, "weekend": 7, "fortnight": 14, "day": 1, "night": 1}.get(unit, 0) * n)


def _at_grain(day: date, unit: str) -> str:
    """A moved day, no finer than the unit that moved it: years give a year, months a month."""
    if unit in ("year", "decade", "century", "centurie"):
        return f"{day.year:04d}"
    return day.isoformat()[:7] if unit == "month" else day.isoformat()


def _window(parts: dict[str, str], known: Known) -> Dated:
    """A stretch that ends or begins at publication: "in the last month", "over the next two weeks"."""
    ahead = parts["side"] in ("next", "coming", "following")
    unit, n = parts["unit"], _count(parts["number"])
    side = "after" if ahead else "before"
    if n is None:
        return None, f"vague: some {unit}s {side} publication"
    named = f"the {unit}" if n == 1 else f"the {n} {unit}s"
    if known.published is None:
        return None, f"{named} {side} publication; {UNKNOWN}"
    other = _shifted(known.published, unit, n if ahead else -n)
    first, last = sorted((other, known.published))
    if first == last:
        return first.isoformat(), f"{named} {side} publication"
    return interval(first.isoformat(), last.isoformat()), f"{named} {side} publication"


def _window_vague(parts: dict[str, str], _: Known) -> Dated:
    if parts["side"] == "recent":
        return None, f"vague past: '{parts['side']} {parts['unit']}s'"
    return None, f"open future: '{parts['side']} {parts['unit']}s'"


def _distance(parts: dict[str, str], known: Known) -> Dated:
    """So many days, months, years from publication, or from the date told before."""
    unit, n, side = parts["unit"], _count(parts["number"]), parts["side"]
    named = f"{parts['number']} {unit}{'' if n == 1 else 's'} {side}"
    if n is None:
        return None, f"vague{' past' if side == 'ago' else ''}: '{named}'"
    from_publication = side in ("ago", "from now", "hence")
    if side in ("before", "after"):
        return None, f"'{named}' counts from a happening, not from a date"
    start = known.published if from_publication else calendar.first_day(known.anchor or "")
    if start is None:
        return None, f"'{named}' as seen from publication; {UNKNOWN}" if from_publication else f"'{named}' counts from a date the text does not give"
    if not from_publication and not _fine_enough(known.anchor or "", unit):
        return None, f"'{named}' counts from {known.anchor}, which is not told to the {unit}"
    back = side in ("ago", "earlier", "previously", "prior")
    there = _shifted(start, unit, -n if back else n)
    if not from_publication and not back and known.tense != "future" and known.published is not None and there > known.published:
        return None, f"'{named}' counts from a happening: from {known.anchor} on it would lie after publication"
    value = there.isoformat() if parts.get("exact") else _at_grain(there, unit)
    reason = f"'{named}' counted from {'publication' if from_publication else f'the date told before, {known.anchor}'}"
    if parts["more"]:
        if parts["more"] in ("less than",):
            return interval(value, start.isoformat() if len(value) == 10 else start.isoformat()[: len(value)]), reason
        return interval("..", value), reason
    return value + ("~" if parts["about"] else ""), reason


def _fine_enough(anchor: str, unit: str) -> bool:
    needed = {"year": 4, "decade": 4, "century": 4, "month": 7}.get(unit, 10)
    return len(anchor) >= needed and "/" not in anchor


def _ahead(parts: dict[str, str], known: Known) -> Dated:
    return _distance({**parts, "side": "from now", "more": "", "about": ""}, known)


def _within(parts: dict[str, str], known: Known) -> Dated:
    return _window({**parts, "side": "next"}, known)


def _scene(_: dict[str, str], known: Known) -> Dated:
    """A time of day, or "the day": it lies on the day that the text tells of there."""
    if known.day is None:
        return None, "on a day that the text around it does not tell"
    return known.day, f"on the day told around it, {known.day}"


def _running(parts: dict[str, str], known: Known) -> Dated:
    """The one of so many in a row that the text is about: the day of the scene's, or publication's."""
    unit = parts["unit"] or parts["unit2"]
    day = calendar.day_of(known.day) or known.published
    if day is None:
        return None, f"the {unit} of publication; {UNKNOWN}"
    return _whole("day" if unit == "night" else unit, day, 0), f"the {unit} of {'the day told around it' if known.day else 'publication'}"


RECKONED: dict[str, Callable[[dict[str, str], Known], Dated]] = {
    "period": _period,
    "period.edge": _period,
    "narrative": _narrative,
    "weekend": _weekend,
    "window": _window,
    "window.vague": _window_vague,
    "distance": _distance,
    "ahead": _ahead,
    "within": _within,
    "clock": _scene,
    "theday": _scene,
    "running": _running,
}
"""How each form of expression that is counted is resolved."""
