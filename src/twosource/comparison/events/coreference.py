"""Coreference of event words: which verbs and nouns of several articles speak of one happening."""

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.comparison.claims.matching import clusters
from twosource.comparison.events.happenings import Parsed
from twosource.comparison.events.likeness import Tellings, threshold
from twosource.comparison.events.telling import telling
from twosource.domain.span import Span


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that stand for an event, in one text of several."""

    text: int
    span: Span


def coreferent(texts: Sequence[Parsed], mentions: Sequence[EventMention]) -> list[int]:
    """A number a mention, the same for mentions of one event: average-link clusters over the learned likeness of every pair."""
    texts = [[sentence for sentence in text if sentence] for text in texts]
    told = [telling(m.text, texts[m.text], m.span) for m in mentions]
    like = Tellings(texts, told)
    ends = [(i, j) for i in range(len(told)) for j in range(i + 1, len(told)) if like.kind(told[i], told[j]) is not None]
    probable = like.probabilities((told[i], told[j]) for i, j in ends)
    made = clusters(len(told), [(i, j, p) for (i, j), p in zip(ends, probable, strict=True)], threshold())
    number = {i: n for n, group in enumerate(made) for i in group}
    return [number[i] for i in range(len(told))]
