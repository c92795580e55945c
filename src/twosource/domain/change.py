"""What an answer tells otherwise than an earlier one, and why."""

from dataclasses import dataclass
from typing import Literal

from twosource.domain.article import Article
from twosource.domain.span import Span

ChangeOf = Literal["article", "claim", "conflict", "date", "quantity"]
ChangeKind = Literal["new", "gone", "replaced", "risen", "fallen", "joined", "parted", "told", "settled", "updated"]
GroundKind = Literal[
    "denial",
    "correction",
    "further-origin",
    "same-origin",
    "own-voice",
    "no-longer-told",
    "copy",
    "conflict",
    "conflict-settled",
    "parties-joined",
    "parties-parted",
    "read-otherwise",
]


@dataclass(frozen=True, slots=True)
class Words:
    """A place in an article: of this answer, or of one that is gone (see ``Changes.gone``)."""

    article: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason of a change, with the words that show it.

    Attributes:
        kind: what happened.
        by: names of those through whom the words came, the origin first and the outlet last.
        words: the words.
    """

    kind: GroundKind
    by: tuple[str, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class State:
    """How something stood in one of the two answers; ``standing``, ``independent`` and ``rests_on`` (names) are a claim's."""

    id: str
    text: str
    standing: str | None = None
    independent: int | None = None
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is told otherwise.

    Attributes:
        of: what changed.
        kind: ``risen`` and ``fallen`` are said of a claim's standing or number; ``joined`` and ``parted`` of claims that were two or one;
            ``told`` of a claim that more statements make without a change of its number; ``updated`` of a value that a later one replaces.
        was: how it stood, None for what is new.
        now: how it stands, None for what is gone or settled.
        because: the reasons, the weightiest first.
    """

    of: ChangeOf
    kind: ChangeKind
    was: State | None
    now: State | None
    because: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What one story tells otherwise.

    Attributes:
        same_maker: whether both answers were made by the same version and models; if not, a change may come from the reading.
        rows: the changes, the gravest first.
        gone: articles of the earlier answer that this one does not have.
    """

    same_maker: bool
    rows: tuple[Change, ...]
    gone: tuple[Article, ...] = ()
