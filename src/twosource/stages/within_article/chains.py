"""Chains: statements, each with its origin and the carriers it came through."""

from collections.abc import Iterable, Sequence

from twosource.domain.attribution import Attribution
from twosource.domain.finding import Finding, Observation
from twosource.domain.furniture import Furniture
from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.statement import Clause, Statement


class Chains:
    """Statements, each with its origin and the carriers it came through."""

    name = "chains"
    needs: tuple[type[Finding], ...] = (Clause, Attribution, LocalParty, Furniture)
    makes: tuple[type[Finding], ...] = (Statement,)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [() for _ in readings]
