"""Stories: articles of one happening, put together with the reasons."""

from collections.abc import Iterable, Sequence

from twosource.domain.date import Date
from twosource.domain.finding import Finding
from twosource.domain.identity import identity
from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.story import Story


class Stories:
    """Articles of one happening, put together with the reasons."""

    name = "stories"
    needs: tuple[type[Finding], ...] = (Sentence, LocalParty, Date)
    makes: tuple[type[Finding], ...] = (Story,)

    def run(self, readings: Sequence[Reading], known: Sequence[Story] = ()) -> Iterable[Story]:
        ids = tuple(sorted(r.article.id for r in readings))
        if ids:
            yield Story(id=identity("story", *ids), basis=ids, title=readings[0].article.text[:60].split("\n")[0])
