"""Dates: time expressions with their values, open where the text leaves them open."""

from collections.abc import Iterable, Sequence

from twosource.domain.date import Date
from twosource.domain.finding import Finding, Observation
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence


class Dates:
    """Time expressions with their values, open where the text leaves them open."""

    name = "dates"
    needs: tuple[type[Finding], ...] = (Sentence,)
    makes: tuple[type[Finding], ...] = (Date,)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [() for _ in readings]
