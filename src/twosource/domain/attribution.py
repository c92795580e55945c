"""The words that lay a statement at someone's door."""

from dataclasses import dataclass
from typing import Literal

from twosource.domain.finding import Observation
from twosource.domain.span import Span

Voice = Literal["quote", "paraphrase", "own"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Observation):
    """Source, cue and content, in the terms of PARC 3.0 and PolNeAR; ``evidence`` holds all their spans, content first.

    Attributes:
        source: spans of the words for whoever speaks; empty when floating ("reportedly", continued quotation).
        cue: spans of the words that attribute; may be empty ("A: '...'").
        content: spans of what is said, at least one; in pieces where the attribution interrupts it.
        voice: "quote" when the content stands in quotation marks for the most part, else "paraphrase".
        inferred: whether the attribution is carried on from an earlier sentence rather than stated here.
        reason: by which form it was known, for people who ask why.
        kind: what the cue does: "say", "report", "deny", "ask", "promise", "think" or "judge".
        strength: "strong" when the source says the content, "weak" when it only stands to it somehow (wants it, praises it), or when
            nobody is named ("reportedly"); only strong ones make a link of a chain.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    voice: Voice
    inferred: bool = False
    reason: str = ""
    kind: str = ""
    strength: Literal["strong", "weak"] = "strong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Observation):
    """Words in quotation marks, without the marks."""

    marks: Span
