"""Events: who did what to whom, as PLOVER events."""

from collections.abc import Iterable, Sequence

from twosource.domain.date import Date
from twosource.domain.event import LocalEvent
from twosource.domain.finding import Finding, Observation
from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.statement import Statement


class Events:
    """Who did what to whom, as PLOVER events."""

    name = "events"
    needs: tuple[type[Finding], ...] = (Sentence, Statement, LocalParty, Date)
    makes: tuple[type[Finding], ...] = (LocalEvent,)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [() for _ in readings]
