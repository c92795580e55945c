"""Conflicts: where statements on one matter do not agree."""

from collections.abc import Iterable

from twosource.domain.claim import Claim
from twosource.domain.conflict import Conflict
from twosource.domain.date import Date
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.quantity import Quantity
from twosource.domain.reading import Dossier
from twosource.domain.statement import Factuality


class Conflicts:
    """Where statements on one matter do not agree."""

    name = "conflicts"
    needs: tuple[type[Finding], ...] = (Claim, Factuality, Date, Quantity)
    makes: tuple[type[Finding], ...] = (Conflict,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        return ()
