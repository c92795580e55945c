"""Clauses: sentences cut into stretches that each say one thing."""

from collections.abc import Iterable, Sequence

from twosource.domain.attribution import Attribution
from twosource.domain.finding import Finding, Observation
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.statement import Clause


class Clauses:
    """Sentences cut into stretches that each say one thing."""

    name = "clauses"
    needs: tuple[type[Finding], ...] = (Sentence, Attribution)
    makes: tuple[type[Finding], ...] = (Clause,)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [() for _ in readings]
