"""Passages that one article has from another, or both from a third."""

from dataclasses import dataclass

from twosource.domain.finding import Conclusion
from twosource.domain.span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words at two places: spans in the first and the second article of the copy."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy(Conclusion):
    """Shared passages of two articles; ``basis`` holds the two article ids.

    Attributes:
        articles: the two article ids, sorted.
        share: shared words over the words of the shorter article, 0 to 1.
        passages: where.
        carrier: agency both credit (a name as written), or None when unseen.
    """

    articles: tuple[str, str]
    share: float
    passages: tuple[Passage, ...]
    carrier: str | None = None
