"""Where statements on one matter do not agree."""

from dataclasses import dataclass
from typing import Literal

from twosource.domain.finding import Conclusion

ConflictKind = Literal["quantity", "date", "place", "actor", "certainty", "polarity", "wording"]


SURE = 0.3
"""How likely a conflict is from which on it is told as one."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: its value in extracted words, and the ids of the statements that hold it."""

    value: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(Conclusion):
    """Two or more sides on one matter; ``basis`` holds the ids of the statements.

    ``likely``: how likely it is that they part, 0 to 1, by a decision learned from readers' conflicts; from ``SURE`` on it is told
    as a conflict, below as a possible one. ``update``: a later number replaces an earlier one. ``same_origin``: both sides come from one party.
    """

    kind: ConflictKind
    claims: tuple[str, ...]
    sides: tuple[Side, ...]
    likely: float = 1.0
    update: bool = False
    same_origin: bool = False

    @property
    def sure(self) -> bool:
        """Whether it is told as a conflict, not as a possible one."""
        return self.likely >= SURE
