"""Parties: local parties that are one across the articles of a story."""

from collections.abc import Iterable

from twosource.domain.finding import Conclusion, Finding
from twosource.domain.party import LocalParty, Party
from twosource.domain.reading import Dossier


class Parties:
    """Local parties that are one across the articles of a story."""

    name = "parties"
    needs: tuple[type[Finding], ...] = (LocalParty,)
    makes: tuple[type[Finding], ...] = (Party,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        return ()
