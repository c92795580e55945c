"""The two kinds of finding: what is read off one article, and what is drawn from several."""

from dataclasses import dataclass

from twosource.domain.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Anything twosource says. Its ``id`` is a hash of what is said."""

    id: str

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError(f"a {type(self).__name__} needs an id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Finding):
    """Read off ONE article: it cannot be made without the words that show it.

    Raises:
        ValueError: if ``evidence`` is empty.
    """

    article: str
    evidence: tuple[Span, ...]

    def __post_init__(self) -> None:
        Finding.__post_init__(self)
        if not self.evidence:
            raise ValueError(f"a {type(self).__name__} needs at least one span of its article as evidence")

    @property
    def span(self) -> Span:
        """The first span of the evidence."""
        return self.evidence[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion(Finding):
    """Drawn from findings of a story: it cannot be made without naming them (their ids).

    Raises:
        ValueError: if ``basis`` is empty.
    """

    basis: tuple[str, ...]

    def __post_init__(self) -> None:
        Finding.__post_init__(self)
        if not self.basis:
            raise ValueError(f"a {type(self).__name__} needs at least one finding as its basis")


@dataclass(frozen=True, slots=True, kw_only=True)
class Working(Conclusion):
    """What one stage works out for a later one: it is put away where no later stage needs it, and no dossier keeps it."""
