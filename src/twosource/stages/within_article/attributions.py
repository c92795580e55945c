"""Attributions: source, cue and content of what is said."""

from collections.abc import Iterable, Sequence

from twosource.domain.attribution import Attribution, Quotation
from twosource.domain.finding import Finding, Observation
from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence


class Attributions:
    """Source, cue and content of what is said."""

    name = "attributions"
    needs: tuple[type[Finding], ...] = (Sentence, LocalParty)
    makes: tuple[type[Finding], ...] = (Attribution, Quotation)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [() for _ in readings]
