"""A wording with all that another may disagree with, and one disagreement of two."""

from collections.abc import Mapping
from dataclasses import dataclass

from twosource.comparison.conflicts.deeds import Deed
from twosource.domain.conflict import ConflictKind
from twosource.domain.date import Date
from twosource.domain.quantity import Quantity
from twosource.domain.span import Span
from twosource.domain.statement import Factuality, Statement
from twosource.grammar.slots import Slots
from twosource.grammar.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A wording with all that another may disagree with.

    Attributes:
        statement: its first statement, whose article has the ``text`` and whose sentence the ``tree``.
        everywhere: its statements with their days of publication.
        names: spans in the sentence of pronouns and descriptions, with the names of the parties they stand for.
        deeds: what its verbs tell.
        origin: id of the story's party that is its origin, or "".
        told: the date of the words that attribute it ("said on Sunday").
    """

    statement: Statement
    everywhere: tuple[tuple[Statement, str | None], ...]
    slots: Slots
    text: str
    tree: Tree
    names: Mapping[Span, str]
    deeds: tuple[Deed, ...] = ()
    origin: str = ""
    factuality: Factuality | None = None
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()
    told: Date | None = None

    @property
    def words(self) -> str:
        """The statement as written."""
        return self.statement.span.of(self.text)

    @property
    def trigger(self) -> str:
        """The words that decide how sure it is, else the whole of it."""
        found = self.factuality.trigger if self.factuality else None
        return found.of(self.text) if found else self.words


@dataclass(frozen=True, slots=True)
class Parting:
    """One disagreement of two statements: its kind, the words of either side, and what makes two sides one side.

    ``about`` tells apart what two statements may disagree in at once: how many died and how many were hurt.
    """

    kind: ConflictKind
    left: str
    right: str
    left_side: str
    right_side: str
    about: str = ""
