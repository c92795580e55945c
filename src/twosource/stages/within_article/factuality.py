"""Factuality: how sure the holder presents each statement, and the words that show it."""

from collections.abc import Iterable, Sequence

from twosource.domain.finding import Finding, Observation
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.statement import Factuality, Statement


class Factualities:
    """How sure the holder presents each statement, and the words that show it."""

    name = "factuality"
    needs: tuple[type[Finding], ...] = (Sentence, Statement)
    makes: tuple[type[Finding], ...] = (Factuality,)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [() for _ in readings]
