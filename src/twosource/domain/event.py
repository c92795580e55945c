"""PLOVER events."""

from dataclasses import dataclass
from typing import Literal

from twosource.domain.finding import Conclusion, Observation
from twosource.domain.party import Mention

Resolution = Literal["sub-city", "city", "district", "province", "country"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where: the name as written; codes are None when not resolved, with a reason."""

    name: str
    country: str | None = None
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    resolution: Resolution | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """An event's date: EDTF value or None, always with a reason."""

    value: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalEvent(Observation):
    """A PLOVER event as one article tells it; ``evidence`` is its anchor words (the verb or noun first).

    Attributes:
        type, mode, contexts: PLOVER 2.0 names (types in capitals; modes and contexts as in the manual).
        quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
        actors, recipients: ids of LocalParty of the article.
        auxiliary: any of "historical", "future", "hypothetical", "negated".
        statement: id of the statement that tells it.
    """

    type: str
    quad: int
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    statement: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    place: Place | None = None
    date: When = When(None, "the text gives none")
    auxiliary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Conclusion):
    """A PLOVER event of a story: local events that are one (``basis`` holds their ids); parties are Party ids."""

    type: str
    quad: int
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    statements: tuple[str, ...]
    mentions: tuple[Mention, ...]
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    place: Place | None = None
    date: When = When(None, "the text gives none")
    auxiliary: tuple[str, ...] = ()
