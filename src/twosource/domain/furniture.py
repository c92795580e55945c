"""Page parts that are not the news."""

from dataclasses import dataclass
from typing import Literal

from twosource.domain.finding import Observation

FurnitureKind = Literal["byline", "dateline", "read-time", "credit", "share", "comments", "promo", "navigation", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture(Observation):
    """A part of the text that is not the news; nothing is read from it but what its kind tells.

    Attributes:
        kind: what it is.
        reason: by which form or place it was known.
        names: authors of a byline, or agencies of a credit or dateline ("AP"), as written.
    """

    kind: FurnitureKind
    reason: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline(Observation):
    """The article's title where it stands in the text."""
