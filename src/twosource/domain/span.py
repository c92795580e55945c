"""A stretch of an article's text, the ground everything else stands on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``[start, end)`` in an article's text, in Unicode code points.

    Raises:
        ValueError: if the span is empty, reversed or begins before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The words the span stands for."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


def hull(spans: "tuple[Span, ...] | list[Span]") -> Span:
    """The smallest span that covers all of ``spans`` (at least one)."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without blanks at its edges, or None if nothing else is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
