"""Dateline: the day that a text prints above its body, of publication on a line of its own, or of filing before an agency's first words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from twosource.domain.span import Span
from twosource.grammar import calendar
from twosource.grammar.dates.dating import dated
from twosource.grammar.dates.reckoning import Known
from twosource.grammar.dates.timexes import timexes

_LINES = 12
"""So many lines open a text: a date alone on a line further down is another's, of a comment or an older article."""
_LONGEST = 80
_LABEL = re.compile(r"(?:first[\s\u00a0]|last[\s\u00a0])?(?:published|posted|updated|date|on)\b[\s\u00a0:]{0,3}(?:(?:at|on)[\s\u00a0])?", re.I)
_FIRST = re.compile(r"(?:first[\s\u00a0])?(?:published|posted)", re.I)
_BESIDE = re.compile(
    r"[\s\u00a0,.|•·—–-]*(?:(?:at[\s\u00a0])?\d{1,2}[:.]\d\d(?:[\s\u00a0]?[ap]\.?m\.?)?(?:[\s\u00a0][A-Z]{2,4})?)?[\s\u00a0,.|•·—–-]*", re.I
)


_AHEAD, _BEHIND = 1, 7
"""Days that a text may be filed after the day it is published (it is a day further east) and before it; else the day is another's."""


@dataclass(frozen=True, slots=True)
class Filed:
    """The day in an agency's dateline ("TORVE, Dec 31 (Wire) - ").

    Attributes:
        span: the day's words.
        value: the day, or None where its year is not told.
        reason: how it follows from the words.
        end: where the dateline ends and what is told under it begins.
        day: the day that "Sunday" and "yesterday" are counted from below; None where the dateline tells none that fits publication.
    """

    span: Span
    value: str | None
    reason: str
    end: int
    day: date | None


def filed(text: str, datelines: Iterable[Span], published: date | None) -> Iterator[Filed]:
    """The days that the datelines of an article tell, in order; one without a year is the nearest to publication."""
    for line in sorted(datelines):
        days = [t for t in timexes(line.of(text)) if t.form == "day"]
        if len(days) != 1:
            continue
        value, _ = dated(days[0], Known(published=published))
        span = Span(line.start + days[0].start, line.start + days[0].end)
        day = calendar.day_of(value)
        apart = (published - day).days if published and day else 0
        reason = "the day in the dateline" if value else "the day in the dateline, of a year not told"
        yield Filed(span, value, reason, line.end, day if -_AHEAD <= apart <= _BEHIND else None)


def printed(text: str) -> str | None:
    """The ISO 8601 day that one of the first lines consists of ("January 22, 2024", "Published: 22 Jan 2024, 10:15 GMT"), or None.

    A line that says "published" goes before others. None where the lines tell of several days: which is the publication's the text does not say.
    """
    lines = [(line.strip(), _day(line.strip())) for line in text[: _LINES * 500].splitlines()[: 2 * _LINES]]
    told = [(line, day) for line, day in lines if day is not None]
    days = {day for line, day in told if _FIRST.match(line)} or {day for _, day in told}
    return days.pop() if len(days) == 1 else None


def _day(line: str) -> str | None:
    """The day that a line consists of, or None."""
    if not line or len(line) > _LONGEST:
        return None
    label = _LABEL.match(line)
    rest = line[label.end() :] if label else line
    found = timexes(rest)
    days = [t for t in found if t.form in ("day", "iso")]
    if len(days) != 1 or any(t.form not in ("day", "iso", "clock") for t in found):
        return None
    value, _ = dated(days[0], Known())
    alone = _BESIDE.fullmatch(rest[: days[0].start]) and _BESIDE.fullmatch(rest[days[0].end :])
    return value if value and len(value) == 10 and alone else None
