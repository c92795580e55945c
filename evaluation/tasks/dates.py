"""Task ``dates``: rows {id, text, published} to {id, dates: [{start, end, value}]}, in the spelling of TimeML where EDTF has its own."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from twosource.domain.article import Article
from twosource.domain.date import Date
from twosource.domain.reading import Reading
from twosource.grammar import calendar
from twosource.grammar.dates.dateline import printed
from twosource.grammar.dates.timexes import timexes
from twosource.inference.spacy import SpacyModel
from twosource.stages.within_article.dates import Dates
from twosource.stages.within_article.sentences import Sentences

_BEFORE = 30
"""Code points before an expression that show what it is: "between" before "April and June"."""
_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}


def answer(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One row out for each row in; the whole text is read, so that offsets need no mending."""
    readings = [Reading(Article(ref=r["id"], text=r["text"], published=(r.get("published") or "")[:10] or printed(r["text"]))) for r in rows]
    read = [reading.with_(new) for reading, new in zip(readings, Sentences(SpacyModel()).run(readings), strict=True)]
    for row, found in zip(rows, Dates().run(read), strict=True):
        ends = (end for d in found if isinstance(d, Date) for end in apart(row["text"], d))
        yield {"id": row["id"], "dates": [{"start": s, "end": e, "value": timeml(v)} for s, e, v in ends]}


def apart(text: str, found: Date) -> list[tuple[int, int, str | None]]:
    """Start, end, value; a stretch of time told by its ends is one expression an end, as in TimeML, which has no intervals."""
    start, end, value = found.span.start, found.span.end, found.value
    opening = max(0, start - _BEFORE)
    ends = [(opening + t.start, opening + t.end) for t in timexes(text[opening:end]) if opening + t.start >= start]
    values = (value or "").split("/")
    if len(values) != 2 or not ends:
        return [(start, end, value)]
    if text[start : start + 5].lower() == "since":
        return [(ends[0][0], end, values[0])]
    if len(ends) == 2:
        return [(*stretch, v) for stretch, v in zip(ends, values, strict=True)]
    return [(start, end, value)]


def timeml(value: str | None) -> str | None:
    """TimeML's spelling of a whole week, weekend, quarter, decade or season; any other value as it is."""
    if value is None:
        return None
    start, _, end = value.partition("/")
    first, last = calendar.day_of(start), calendar.day_of(end)
    if first and last and len(start) == len(end) == 10:
        return _days(first, last) or value
    if len(start) == len(end) == 7 and start[:4] == end[:4] and int(end[5:]) - int(start[5:]) == 2:
        return f"{start[:4]}-Q{(int(start[5:]) + 2) // 3}"
    if len(start) == len(end) == 4 and end.isdigit() and int(end) - int(start) == 9 and start.endswith("0"):
        return start[:3]
    if not end and start[5:] in _SEASONS:
        return f"{start[:4]}-{_SEASONS[start[5:]]}"
    return value


def _days(first: date, last: date) -> str | None:
    length = (last - first).days
    year, week, weekday = first.isocalendar()
    if (weekday, length) == (1, 6):
        return f"{year}-W{week:02d}"
    return f"{year}-W{week:02d}-WE" if (weekday, length) == (6, 1) else None
