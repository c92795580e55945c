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
        return tuple(o for o in self.observations if isinstance(o, kind))

    def with_(self, observations: Iterable[Observation]) -> "Reading":
        """A new reading with more observations; this one stays as it is."""
        return replace(self, observations=self.observations + tuple(observations))


@dataclass(frozen=True, slots=True)
class Dossier:
    """A story with its readings and conclusions."""

    story: Story
    readings: tuple[Reading, ...]
    conclusions: tuple[Conclusion, ...] = ()
    problems: tuple[Problem, ...] = ()

    def of(self, kind: type[Drawn]) -> tuple[Drawn, ...]:
        """The conclusions of one kind."""
        return tuple(c for c in self.conclusions if isinstance(c, kind))

    def observed(self, kind: type[Seen]) -> tuple[Seen, ...]:
        """The observations of one kind, over all readings in the story's order."""
        return tuple(o for r in self.readings for o in r.of(kind))

    def with_(self, conclusions: Iterable[Conclusion]) -> "Dossier":
        """A new dossier with more conclusions; this one stays as it is."""
        return replace(self, conclusions=self.conclusions + tuple(conclusions))
