"""What stages see of a language model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from twosource.domain.sentence import Token


class LanguageModel(Protocol):
    """Reads text into sentences of tokens."""

    @property
    def name(self) -> str:
        """Package and version, as it stands in a dossier's ``made_by``."""

    @property
    def digest(self) -> str:
        """SHA-256 that tells one model from another."""

    def parse(self, texts: Sequence[str]) -> list[list[tuple[Token, ...]]]:
        """The sentences of every text, each a tuple of tokens.

        Offsets of a token refer to its own text; ``head`` counts within its sentence; blanks are no tokens.
        A call is for the texts of one article: what is read together may differ in the last digit from what is read apart, so that an
        article's answer would hang on its neighbours.
        """


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A source, cue or content; offsets are code points of its text, end exclusive.

    ``label`` is source, cue or content. Spans with one ``link`` belong to one attribution: one cue, at most one source, any number of contents.
    A source of several cues stands once for each of them. ``link`` is None where no cue was found for a span.
    """

    label: str
    start: int
    end: int
    link: int | None


class Tagger(Protocol):
    """Reads sources, cues and contents off a text."""

    @property
    def name(self) -> str:
        """What the model's card calls it."""

    @property
    def digest(self) -> str:
        """SHA-256 that tells one model from another."""

    def tag(self, texts: Sequence[str], sentences: Sequence[Sequence[tuple[int, int]]]) -> list[list[TaggedSpan]]:
        """The spans of every text in reading order; ``sentences`` are the places where a window may be cut.

        The answer for a text does not depend on the others in the call.
        """


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties in a text, each as code points (start, end exclusive): who may have done something, and to whom."""

    source: tuple[int, int]
    target: tuple[int, int]


class Relater(Protocol):
    """Tells which kind of event stands between two parties of a sentence."""

    @property
    def name(self) -> str:
        """What the model's card calls it."""

    @property
    def digest(self) -> str:
        """SHA-256 that tells one model from another."""

    def relate(self, text: str, pairs: Sequence[Pair]) -> list[dict[str, float]]:
        """For each pair of a sentence: PLOVER root -> natural logarithm of how likely it is, up to a constant.

        The answer for a pair does not depend on the others in the call. CONCEDE and RETREAT are one root, YIELD, as in PLV.
        """
