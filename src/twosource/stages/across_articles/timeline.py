"""Timeline: weekdays dated by the articles together, and the dated events of the story in order."""

from collections.abc import Iterable

from twosource.comparison.dates.redating import redatings
from twosource.domain.claim import Claim
from twosource.domain.date import Date, Redating
from twosource.domain.event import Event
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.identity import identity
from twosource.domain.reading import Dossier
from twosource.domain.statement import Statement
from twosource.domain.story import TimelineEntry

_OPEN = ("", "..")
_AFTER_ALL = "9999-99-99"
# EDTF's codes of seasons stand in the month's place; here the month a season begins in.
_SEASONS = {"21": "03", "22": "06", "23": "09", "24": "12"}


class Timeline:
    """The dated events of the story in order; an event without a date has no place in it.

    Weekdays that an article cannot date alone are dated by the other articles of their claim first.
    """

    name = "timeline"
    needs: tuple[type[Finding], ...] = (Date, Statement, Event, Claim)
    makes: tuple[type[Finding], ...] = (Redating, TimelineEntry)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        anew = list(redatings(dossier.readings, dossier.of(Claim), dossier.of(Event)))
        yield from anew
        told = {event: one.value for one in anew for event in one.events}
        dated = [(value, e) for e in dossier.of(Event) if (value := told.get(e.id, e.date.value)) is not None]
        for value, event in sorted(dated, key=lambda one: (*_order(one[0]), one[1].id)):
            yield TimelineEntry(
                id=identity("y", value, event.id), basis=(event.id, *event.statements), value=value, event=event.id, statements=event.statements
            )


def _order(value: str) -> tuple[str, str, str]:
    """Sorts EDTF values by their earliest bound, then by the latest; what is open at its beginning goes by its end.

    A month comes before its days.
    """
    first, _, last = (_in_order(side) for side in value.strip("?~%").partition("/"))
    start = first if first not in _OPEN else last
    end = _AFTER_ALL if last in _OPEN and "/" in value else last or first
    return start, end, value


def _in_order(side: str) -> str:
    return side[:5] + _SEASONS[side[5:]] if side[5:] in _SEASONS else side
