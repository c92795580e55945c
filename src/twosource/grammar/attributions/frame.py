"""A cue with what hangs on it, inside one sentence."""

from dataclasses import dataclass

from twosource.grammar.attributions.cues import Strength
from twosource.grammar.attributions.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue with what hangs on it, in token indices of its sentence, first and last within.

    Attributes:
        source: the words for whoever speaks, or None.
        cue: the words that attribute.
        content: stretches of what is said; none when a quotation must be looked for.
        strength: whether the source says the content (strong), or only stands to it somehow (weak).
        head: index of the cue's head.
        hearers: the words for those it was said to, or on whose pages or air: candidates for a carrier.
        borrowed: whether the source is the subject of another verb, as in "came to the hall, saying", or nobody's.
    """

    source: Stretch | None
    cue: Stretch
    content: tuple[Stretch, ...]
    kind: str
    strength: Strength
    reason: str
    head: int
    hearers: tuple[Stretch, ...] = ()
    borrowed: bool = False
