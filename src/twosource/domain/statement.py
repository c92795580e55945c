"""What one article says at one place, through whom."""

from dataclasses import dataclass
from typing import Literal

from twosource.domain.attribution import Voice
from twosource.domain.finding import Observation
from twosource.domain.span import Span

FactualityValue = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]
Time = Literal["past", "present", "future", "timeless"]


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain: a party (id of a LocalParty of the article), the words that name it here, and whether
    the link is carried on from context rather than stated."""

    party: str
    span: Span
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(Observation):
    """A stretch of a sentence that says one thing, without the words that attribute it; ``evidence`` is its one span.

    Clauses of one article do not overlap, unless one is attributed inside the other's content.

    Attributes:
        sentence: id of its sentence.
        head: index of its head (a verb, or the noun of a verbless one) among the sentence's tokens.
    """

    sentence: str
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Observation):
    """One clause's worth of what the article says; ``evidence`` is its one span.

    Statements of one article do not overlap, unless one is attributed inside the other's content.

    Attributes:
        voice: "own" exactly when the chain is empty.
        cue: the words that attribute it, if any.
        chain: origin first, carriers after it, nearest the reader last; the outlet is left out.
        headline: whether it stands in the headline.
        correction: whether the article takes it back here: what "An earlier version of this article said" goes on with.
        sentence, head: its sentence's id, and the index of its head among that sentence's tokens, as in ``Clause``.
    """

    sentence: str
    head: int
    voice: Voice
    cue: Span | None = None
    chain: tuple[Link, ...] = ()
    headline: bool = False
    correction: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Factuality(Observation):
    """How sure the holder (the statement's origin, or the outlet) presents a statement; FactBank's values.

    Attributes:
        statement: id of the statement.
        commitment: for plans: "will", "promised", "intends", "willing", "may" ... the ladder word; else None.
        trigger: the words that decide the value, where it is not the plain assertion.
    """

    statement: str
    value: FactualityValue
    time: Time
    commitment: str | None = None
    trigger: Span | None = None
