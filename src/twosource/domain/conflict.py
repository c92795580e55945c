"""Where statements on one matter do not agree."""

from dataclasses import dataclass
from typing import Literal

from twosource.domain.finding import Conclusion

ConflictKind = Literal["quantity", "date", "place", "actor", "certainty", "polarity", "wording"]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: its value in extracted words, and the ids of the statements that hold it."""

    value: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(Conclusion):
    """Two or more sides on one matter; ``basis`` holds the ids of the statements.

    ``update``: a later number replaces an earlier one. ``same_origin``: both sides come from one party.
    """

    kind: ConflictKind
    claims: tuple[str, ...]
    sides: tuple[Side, ...]
    update: bool = False
    same_origin: bool = False
