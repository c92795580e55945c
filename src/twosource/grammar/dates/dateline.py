"""Dateline: the day of publication that a text prints on a line of its own above its body."""

import re

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
