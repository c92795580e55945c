"""Independence: on how many parties a claim rests, as a minimum vertex cut."""

from collections.abc import Iterable

from twosource.domain.claim import Claim, Independence
from twosource.domain.conflict import Conflict
from twosource.domain.copy import Copy
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.party import Party
from twosource.domain.reading import Dossier


class Independences:
    """On how many parties a claim rests, as a minimum vertex cut."""

    name = "independence"
    needs: tuple[type[Finding], ...] = (Claim, Party, Copy, Conflict)
    makes: tuple[type[Finding], ...] = (Independence,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        return ()
