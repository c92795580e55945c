"""Parties: names, nominals and pronouns that stand for one party in the article."""

from collections.abc import Iterable, Sequence

from twosource.domain.finding import Finding, Observation
from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence


class Parties:
    """Names, nominals and pronouns that stand for one party in the article."""

    name = "parties"
    needs: tuple[type[Finding], ...] = (Sentence,)
    makes: tuple[type[Finding], ...] = (LocalParty,)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [() for _ in readings]
