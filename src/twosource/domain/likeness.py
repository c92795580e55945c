"""How alike what is said at two places is: what claims and conflicts start from."""

from dataclasses import dataclass

from twosource.domain.finding import Conclusion


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Conclusion):
    """Statements of the same words about the same names; ``basis`` holds their ids, the one in the longest article first.

    Every statement of a story is in exactly one: what copies repeat is one thing said.
    """

    @property
    def statements(self) -> tuple[str, ...]:
        """Ids of the statements."""
        return self.basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness(Conclusion):
    """How probable it is that two wordings say one thing; ``basis`` holds the ids of both.

    Pairs that nobody would take for one are left out and count as 0.
    """

    probability: float
