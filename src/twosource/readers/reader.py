"""The shape that all readers share."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.settings import Settings

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """An input: what the caller calls it (a path, or "-"), and its bytes."""

    name: str
    stream: BinaryIO


class Reader(Protocol):
    """Reads one format; what cannot be read is a Problem, never an exception."""

    @property
    def name(self) -> str:
        """One word, the same as its file's."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File name endings of the format, in small letters with their dot."""

    def recognises(self, opening: bytes) -> bool:
        """Whether an input without a telling name begins like this format."""

    def read(self, source: Source, settings: Settings) -> Iterator[Article | Problem]:
        """The articles of one input, in its order; offsets will refer to their ``text`` as it is made here."""
