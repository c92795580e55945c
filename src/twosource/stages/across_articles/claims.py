"""Claims: what statements of several articles have in common."""

from collections.abc import Iterable

from twosource.domain.claim import Claim
from twosource.domain.event import Event
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.party import Party
from twosource.domain.reading import Dossier
from twosource.domain.statement import Statement


class Claims:
    """What statements of several articles have in common."""

    name = "claims"
    needs: tuple[type[Finding], ...] = (Statement, Party, Event)
    makes: tuple[type[Finding], ...] = (Claim,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        return ()
