"""What one party said at one time, as quotations of it give it."""

from dataclasses import dataclass

from twosource.domain.finding import Conclusion
from twosource.domain.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A quotation of an utterance: the article, the words in quotation marks, and the id of the statement they stand in."""

    article: str
    span: Span
    statement: str


@dataclass(frozen=True, slots=True)
class Alteration:
    """The same place of an utterance in other words: the words of either piece with one word around them on both sides."""

    a: Piece
    b: Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance(Conclusion):
    """What one party said; ``basis`` holds the ids of the quotations of it.

    Attributes:
        speaker: id of the story's party that said it.
        pieces: the quotations, in the order of what was said, then of the articles.
        alterations: where two pieces should agree and do not, spans cut to the words that differ.
    """

    speaker: str
    pieces: tuple[Piece, ...]
    alterations: tuple[Alteration, ...] = ()
