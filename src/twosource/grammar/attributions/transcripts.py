"""Transcripts of talks: paragraphs that open with their speaker's name in capitals ("BERG: We saw two boats.")."""

import re
from collections.abc import Sequence

from twosource.domain.span import Span
from twosource.grammar.attributions.utterances import Said

# "OLA BERG:", "RENEE LUND, HOST:"; every repeat is bounded.
_LABEL = re.compile(r"([A-Z][A-Z.'’\- ]{1,40}[A-Z.])(?:, ([A-Z][A-Za-z ]{1,40}))?: ?")
# One or two paragraphs that open so are notes ("UPDATE: ..."), no talk, and nor is one label again and again ("STORY: ...").
_LEAST_TURNS, _LEAST_SPEAKERS = 3, 2
# Those who ask, and reporters on the air, speak for the outlet itself.
_OF_THE_OUTLET = frozenset(["HOST", "BYLINE", "ANCHOR", "REPORTER", "CORRESPONDENT"])


def turns(text: str, paragraphs: Sequence[Span]) -> list[Said]:
    """What each speaker of a transcript says; paragraphs without a name go on with the last one's words."""
    labels = [_LABEL.match(text, p.start, p.end) for p in paragraphs]
    speakers = [label[1] for label in labels if label is not None]
    if len(speakers) < _LEAST_TURNS or len(set(speakers)) < _LEAST_SPEAKERS:
        return []
    ours = {label[1].split()[-1] for label in labels if label is not None and _OF_THE_OUTLET & set((label[2] or "").split())}
    made: list[Said] = []
    speaker: Span | None = None
    for paragraph, label in zip(paragraphs, labels, strict=True):
        if label is not None:
            speaker = None if label[1].split()[-1] in ours else Span(*label.span(1))
        start = label.end() if label is not None else paragraph.start
        if speaker is not None and start < paragraph.end:
            made.append(Said((speaker,), (), (Span(start, paragraph.end),), "say", "strong", "turn", inferred=label is None))
    return made
