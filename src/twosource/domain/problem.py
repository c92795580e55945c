"""A fault in the data, kept as a row."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A fault in the data: which input, what kind, and a sentence that says what to do.

    ``article`` is an article's id when one was read; ``path`` names the input when none was.
    """

    kind: str
    message: str
    article: str | None = None
    path: str | None = None
