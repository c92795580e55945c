"""Copies: passages that one article has from another, or both from a third."""

from collections.abc import Iterable

from twosource.domain.copy import Copy
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.furniture import Furniture
from twosource.domain.reading import Dossier
from twosource.domain.sentence import Sentence


class Copies:
    """Passages that one article has from another, or both from a third."""

    name = "copies"
    needs: tuple[type[Finding], ...] = (Sentence, Furniture)
    makes: tuple[type[Finding], ...] = (Copy,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        return ()
