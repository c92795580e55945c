"""An article with what was read off it; a story with what was drawn from it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from twosource.domain.article import Article
from twosource.domain.finding import Conclusion, Observation
from twosource.domain.problem import Problem
from twosource.domain.story import Story

Seen = TypeVar("Seen", bound=Observation)
Drawn = TypeVar("Drawn", bound=Conclusion)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its observations, in the order they were made."""

    article: Article
    observations: tuple[Observation, ...] = ()
    problems: tuple[Problem, ...] = ()

    def of(self, kind: type[Seen]) -> tuple[Seen, ...]:
        """The observations of one kind."""
        return tuple([o for o in self.observations if isinstance(o, kind)])

    def with_(self, observations: Iterable[Observation]) -> "Reading":
        """A new reading with more observations; this one stays as it is."""
        return replace(self, observations=self.observations + tuple(observations))


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was told of a story before its latest articles came.

    Attributes:
        articles: ids of the articles it was told of.
        claims: ids of the statements of each claim, as they were told.
        conclusions: of the same stages on those articles alone; none where no article came after them.
    """

    articles: frozenset[str]
    claims: tuple[tuple[str, ...], ...]
    conclusions: tuple[Conclusion, ...] = ()

    def of(self, kind: type[Drawn]) -> tuple[Drawn, ...]:
        """The conclusions of one kind."""
        return tuple(c for c in self.conclusions if isinstance(c, kind))


@dataclass(frozen=True, slots=True)
class Dossier:
    """A story with its readings and conclusions, and with what was told of it earlier, where it is gone on with."""

    story: Story
    readings: tuple[Reading, ...]
    conclusions: tuple[Conclusion, ...] = ()
    problems: tuple[Problem, ...] = ()
    earlier: Earlier | None = None

    def of(self, kind: type[Drawn]) -> tuple[Drawn, ...]:
        """The conclusions of one kind."""
        return tuple(c for c in self.conclusions if isinstance(c, kind))

    def observed(self, kind: type[Seen]) -> tuple[Seen, ...]:
        """The observations of one kind, over all readings in the story's order."""
        return tuple(o for r in self.readings for o in r.of(kind))

    def with_(self, conclusions: Iterable[Conclusion]) -> "Dossier":
        """A new dossier with more conclusions; this one stays as it is."""
        return replace(self, conclusions=self.conclusions + tuple(conclusions))
