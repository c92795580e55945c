"""The shape that all stages share."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from twosource.domain.decision import Decision
from twosource.domain.finding import Conclusion, Finding, Observation
from twosource.domain.reading import Dossier, Reading
from twosource.domain.story import Story
from twosource.errors import StageOrderError


class Stage(Protocol):
    """A step: what it is called, which findings it needs to be there, which it makes."""

    @property
    def name(self) -> str:
        """One word of the trade, the same as its file's."""

    @property
    def needs(self) -> tuple[type[Finding], ...]:
        """Kinds of finding that earlier stages must make."""

    @property
    def makes(self) -> tuple[type[Finding], ...]:
        """Kinds of finding this stage makes."""


class WithinArticle(Stage, Protocol):
    """Reads one article at a time: a pure function, so that a million of them can be read side by side."""

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        """New observations for each reading, in the same order; nothing given is changed."""


class IntoStories(Stage, Protocol):
    """Puts articles of one happening together."""

    def run(self, readings: Sequence[Reading], known: Sequence[Story] = (), decisions: Sequence[Decision] = ()) -> Iterable[Story]:
        """Stories that together hold every reading's article once; ``known`` ones are kept and may grow, and ``decisions`` hold above all."""


class AcrossArticles(Stage, Protocol):
    """Draws conclusions from the readings of one story."""

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        """New conclusions; nothing given is changed."""


def check_order(stages: Sequence[Stage], given: tuple[type[Finding], ...] = ()) -> None:
    """Refuse an order in which a stage needs what none before it makes.

    Raises:
        StageOrderError: naming the stage and the kind of finding that is missing.
    """

    made: set[type[Finding]] = set(given)
    for stage in stages:
        missing = [kind.__name__ for kind in stage.needs if kind not in made]
        if missing:
            raise StageOrderError(f"stage {stage.name!r} needs {', '.join(missing)}, which no stage before it makes")
        made.update(stage.makes)
