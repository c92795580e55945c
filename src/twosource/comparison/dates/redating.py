"""Redating: weekdays that an article alone dates wrongly or not at all, dated by those that tell the same claim on a day that is known.

A page's date is often the day before what the page tells, and many pages bear none. Where another article says "on Sunday" of the same
claim, and lay its own Sunday on a day that the first article's date is just older than, the first one's Sunday is that day too.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from twosource.domain.claim import Claim
from twosource.domain.date import Date, Redating
from twosource.domain.event import Event
from twosource.domain.identity import identity
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Statement
from twosource.grammar.calendar import day_of
from twosource.grammar.dates.timexes import timexes

_OLDER = 1
"""Days that the date of a page may be older than what the page tells: it was put up before midnight, or is read further west."""
_FRESH = 5
"""Days after a weekday within which an article that tells it shows which one it is; later, its own date may be one that is older than it."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A bare weekday ("on Sunday", "Sunday night") as an article tells it."""

    found: Date
    weekday: str
    published: date | None

    @property
    def day(self) -> date | None:
        """The day it was dated to within its article."""
        return day_of(self.found.value)


def redatings(readings: Sequence[Reading], claims: Iterable[Claim], events: Iterable[Event]) -> Iterator[Redating]:
    """New values for the weekdays of articles without a date, or with one that is older than what they tell; in the order of the readings.

    For an article without a date the weekday must stand in both articles where they make the claim. One with a date says "Sunday" of a day
    that is next after it, or of one nearly a week gone: there any Sunday of an article that makes the claim will do.
    Nothing is told anew where others lay the weekday on different days.
    """
    hanging = _hanging(events)
    weekdays = {r.article.id: _weekdays(r) for r in readings}
    sentences = {s.id: s.span for r in readings for s in r.of(Sentence)}
    spans = {s.id: (r.article.id, sentences[s.sentence]) for r in readings for s in r.of(Statement) if s.sentence in sentences}
    shown: defaultdict[tuple[str, str], dict[str, _Told]] = defaultdict(dict)
    for claim in claims:
        beside: defaultdict[str, list[_Told]] = defaultdict(list)
        for article, span in (spans[s] for s in claim.statements if s in spans):
            beside[article].extend(_inside(weekdays[article], span))
        for article, told in beside.items():
            for one in told:
                others = (weekdays[a] if one.published is not None else near for a, near in beside.items() if a != article)
                known = (t for found in others for t in found if t.weekday == one.weekday and _is_known(t))
                shown[article, one.weekday].update((t.found.id, t) for t in known)
    for article, mine in weekdays.items():
        for one in mine:
            key = (article, one.found.value, one.found.reason)
            yield from _anew(one, shown[article, one.weekday].values(), hanging.get(key, ()))


def _hanging(events: Iterable[Event]) -> Mapping[tuple[str, str | None, str], tuple[str, ...]]:
    """Ids of events by article, value and reason of their date, by which it is told what expression it hangs on."""
    found: defaultdict[tuple[str, str | None, str], dict[str, None]] = defaultdict(dict)
    for event in events:
        for mention in event.mentions:
            found[mention.article, event.date.value, event.date.reason][event.id] = None
    return {key: tuple(ids) for key, ids in found.items()}


def _weekdays(reading: Reading) -> list[_Told]:
    """The bare weekdays of an article, in order."""
    text, published = reading.article.text, day_of(reading.article.published)
    made = []
    for found in sorted(reading.of(Date), key=lambda d: d.span):
        parts = [t for t in timexes(found.span.of(text)) if t.form == "weekday"]
        if len(parts) == 1 and not parts[0].parts["which"] and (found.value is None or day_of(found.value) is not None):
            made.append(_Told(found, parts[0].parts["weekday"], published))
    return made


def _inside(told: Sequence[_Told], span: Span) -> Sequence[_Told]:
    low, high = (bisect_left(told, at, key=lambda t: t.found.span.start) for at in (span.start, span.end))
    return told[low:high]


def _is_known(told: _Told) -> bool:
    """Whether an article lays a weekday on one of the days right before its publication, or without a date on one that it tells in full."""
    return told.day is not None and (told.published is None or 0 <= (told.published - told.day).days <= _FRESH)


def _anew(one: _Told, shown: Collection[_Told], events: tuple[str, ...]) -> Iterator[Redating]:
    days = {t.day for t in shown}
    day = days.pop() if len(days) == 1 else None
    if day is None or not _fits(one, day):
        return
    others = len({t.found.article for t in shown})
    tell = "1 other article of the claim tells" if others == 1 else f"{others} other articles of the claim tell"
    by = f"{tell} of {one.weekday.capitalize()}, {day.isoformat()}"
    older = "" if one.published is None else f"; the publication date, {one.published.isoformat()}, is older than what the article tells"
    basis = (one.found.id, *sorted({t.found.id for t in shown}))
    yield Redating(id=identity("r", *basis), basis=basis, value=day.isoformat(), reason=f"{by}{older}", events=events)


def _fits(one: _Told, day: date) -> bool:
    """Whether an article can mean that day: it has no date of its own, or one just older, which made it the same weekday a week before."""
    if one.published is None:
        return one.found.value is None
    return one.day is not None and (day - one.day).days == 7 and 1 <= (day - one.published).days <= _OLDER
