"""Time expressions and their values."""

from dataclasses import dataclass

from twosource.domain.finding import Conclusion, Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Observation):
    """A time expression; ``evidence`` is its span.

    Attributes:
        value: EDTF / ISO 8601-2 ("2000-07", "2024-01-15/2024-01-21", "../2024-01-21"), or None when the text leaves it open.
        reason: how the value follows from the words, or why there is none.
    """

    value: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Redating(Conclusion):
    """A time expression of one article dated anew by other articles of its story; ``basis`` holds its id, then the ids of the dates that show it.

    Attributes:
        value: as in ``Date``, here always a day.
        reason: who shows it, and what of the article's own date speaks against it.
        events: ids of the events whose date hangs on the expression, and is told anew with it.
    """

    value: str
    reason: str
    events: tuple[str, ...] = ()
