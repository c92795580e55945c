"""The articles of one happening."""

from dataclasses import dataclass

from twosource.domain.finding import Conclusion


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Conclusion):
    """``basis`` holds the article ids, ``because`` the reasons they were put together ("shared party: ...")."""

    title: str
    because: tuple[str, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles."""
        return self.basis


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry(Conclusion):
    """One dated event of the story, in the order of its value; ``basis`` holds event and statement ids."""

    value: str
    event: str
    statements: tuple[str, ...]
