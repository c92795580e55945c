"""Events: local events that are one across the articles of a story."""

from collections.abc import Iterable

from twosource.domain.event import Event, LocalEvent
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.party import Party
from twosource.domain.reading import Dossier


class Events:
    """Local events that are one across the articles of a story."""

    name = "events"
    needs: tuple[type[Finding], ...] = (LocalEvent, Party)
    makes: tuple[type[Finding], ...] = (Event,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        return ()
