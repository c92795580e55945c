"""Quantities: numbers with what they count and their bounds."""

from collections.abc import Iterable, Sequence

from twosource.domain.finding import Finding, Observation
from twosource.domain.quantity import Quantity
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence


class Quantities:
    """Numbers with what they count and their bounds."""

    name = "quantities"
    needs: tuple[type[Finding], ...] = (Sentence,)
    makes: tuple[type[Finding], ...] = (Quantity,)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [() for _ in readings]
