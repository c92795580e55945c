"""Timeline: the dated events of the story in order."""

from collections.abc import Iterable

from twosource.domain.claim import Claim
from twosource.domain.event import Event
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.reading import Dossier
from twosource.domain.story import TimelineEntry


class Timeline:
    """The dated events of the story in order."""

    name = "timeline"
    needs: tuple[type[Finding], ...] = (Event, Claim)
    makes: tuple[type[Finding], ...] = (TimelineEntry,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        return ()
