"""Numbers with what they count."""

from dataclasses import dataclass

from twosource.domain.finding import Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Observation):
    """A number with what it counts; ``evidence`` is its span ("over a million artillery shells").

    Attributes:
        low, high: inclusive bounds; None where the text leaves that side open.
        unit: head noun phrase of what is counted, lower case, or a currency or measure.
        approximate: whether the words say so ("about 30").
    """

    low: float | None
    high: float | None
    unit: str | None
    approximate: bool = False
