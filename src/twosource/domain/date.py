"""Time expressions and their values."""

from dataclasses import dataclass

from twosource.domain.finding import Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Observation):
    """A time expression; ``evidence`` is its span.

    Attributes:
        value: EDTF / ISO 8601-2 ("2000-07", "2024-01-15/2024-01-21", "../2024-01-21"), or None when the text leaves it open.
        reason: how the value follows from the words, or why there is none.
    """

    value: str | None
    reason: str
