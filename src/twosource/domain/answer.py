"""An answer that was given: what ``twosource check --json`` told of its stories, as values that can be held against a later one."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from twosource.domain.article import Article
from twosource.domain.span import Span
from twosource.domain.story import Story

ValueKind = Literal["date", "quantity"]


@dataclass(frozen=True, slots=True)
class ToldValue:
    """A date or a quantity that stands with a statement: its words, and what it was read as (None: left open)."""

    kind: ValueKind
    span: Span
    text: str
    value: str | None


@dataclass(frozen=True, slots=True)
class ToldStatement:
    """A statement as it was told; ``chain`` holds names, the origin first, and ``factuality`` FactBank's value."""

    id: str
    article: str
    span: Span
    text: str
    chain: tuple[str, ...]
    factuality: str
    values: tuple[ToldValue, ...]
    correction: bool = False

    @property
    def sign(self) -> str:
        """ "+", "-", or "" where it is left open."""
        return self.factuality[-1] if self.factuality[-1:] in ("+", "-") else ""


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A claim as it was told; ``rests_on`` holds names, ``statements`` ids."""

    id: str
    text: str
    statements: tuple[str, ...]
    standing: str
    independent: int
    rests_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldSide:
    """One side of a conflict: its value in extracted words, and the ids of the statements that hold it."""

    value: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldConflict:
    """A conflict as it was told."""

    id: str
    kind: str
    update: bool
    claims: tuple[str, ...]
    sides: tuple[ToldSide, ...]


@dataclass(frozen=True, slots=True)
class ToldCopy:
    """Two articles that share passages, with the stretches of each."""

    articles: tuple[str, str]
    places: tuple[tuple[str, Span], ...]


@dataclass(frozen=True)
class ToldStory:
    """A story as it was told; ``names`` gives what a party or an article was called, by its id."""

    story: Story
    names: dict[str, str]
    articles: tuple[Article, ...]
    statements: tuple[ToldStatement, ...]
    claims: tuple[ToldClaim, ...]
    conflicts: tuple[ToldConflict, ...]
    copies: tuple[ToldCopy, ...]


@dataclass(frozen=True)
class Answer:
    """All stories of one answer, and what made it (version, and models with their digests)."""

    made_by: str
    stories: tuple[ToldStory, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """Every article once, in the order of the stories."""
        return tuple({a.id: a for story in self.stories for a in story.articles}.values())

    @cached_property
    def statements(self) -> dict[str, ToldStatement]:
        """Every statement by its id."""
        return {s.id: s for story in self.stories for s in story.statements}
