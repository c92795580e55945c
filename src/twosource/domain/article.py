"""One news text as published."""

from dataclasses import dataclass, field
from typing import Literal

from twosource.domain.identity import identity
from twosource.domain.span import Span

PublishedFrom = Literal["given", "page", "text", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news text as published; ``text`` is never altered after it is read.

    Attributes:
        ref: the input's own id, or its path; what the caller knows the article by.
        text: title, blank line, body where the input gives a title apart; else the text as read.
        title: span of the title in ``text``, where one is known.
        authors: names in the byline, as metadata gives them.
        published: ISO 8601 day ("2024-01-22"), or None when not known.
        published_from: where the day comes from.
        language: BCP 47 tag; "und" when not known (then it is told from the words).
        id: hash of outlet, url and text (made, not given).
    """

    ref: str
    text: str
    title: Span | None = None
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    domain: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: PublishedFrom = "none"
    language: str = "und"
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", identity("a", self.outlet or "", self.url or "", self.text))
