"""Continued reports: sentences that go on with what a paper is said to tell ("The report highlighted ... Both sides agreed ...")."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from twosource.domain.party import LocalParty
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.grammar.attributions.utterances import Said
from twosource.reference.lexicon import words

# Code points after a credit that ends its sentence: the mark.
_AT_THE_END = 3
_SPEAKING = ("media", "organisation", "government")


def continued(text: str, said: Sequence[Said], sentences: Sequence[Sentence], who: Callable[[Span], LocalParty | None]) -> list[Said]:
    """Attributions of the sentences after one that a known party's paper tells, up to the next that somebody tells or the paragraph's end.

    Nothing states them: they are marked as inferred. After a person's words the teller most often goes on himself, so only papers count.
    """
    strong = [one for one in said if one.strength == "strong" and one.source]
    told = {n for one in strong for span in (*one.source, *one.cue, *one.content) for n in _touched(sentences, span)}
    made: list[Said] = []
    for one in strong:
        if one.inferred or not _is_paper(text, one.source[0], who):
            continue
        here = max((n for span in one.content for n in _touched(sentences, span)), default=len(sentences))
        for n in range(here + 1, len(sentences)):
            if n in told or sentences[n].paragraph != sentences[here].paragraph:
                break
            made.append(Said(one.source, (), (sentences[n].span,), one.kind, "strong", "continued report", inferred=True))
    return made


def _is_paper(text: str, source: Span, who: Callable[[Span], LocalParty | None]) -> bool:
    """Whether a source is "the report" or its like, and stands for a body that the article knows."""
    article, _, noun = source.of(text).lower().partition(" ")
    if article != "the" or noun not in words("told_papers"):
        return False
    party = who(source)
    return party is not None and party.kind in _SPEAKING


def _touched(sentences: Sequence[Sentence], span: Span) -> range:
    """Numbers of the sentences that a span overlaps."""
    first = bisect_right(sentences, span.start, key=lambda s: s.span.end)
    return range(first, bisect_left(sentences, span.end, key=lambda s: s.span.start))


def reported_on(text: str, said: Sequence[Said], sentences: Sequence[Sentence]) -> list[Said]:
    """Sentences with "reportedly" right after one that ends by crediting a source: who is credited tells on. They are marked as inferred.

    Args:
        text: the article's text.
        said: its attributions.
        sentences: the article's sentences, in order.
    """
    starts = [s.span.start for s in sentences]
    floating = [one for one in said if one.reason == "floating" and text[one.cue[0].start : one.cue[0].end].lower() == "reportedly"]
    credited = {bisect_right(starts, one.frame.end) - 1: one for one in said if one.reason == "according to" and one.strength == "strong"}
    made = []
    for one in floating:
        n = bisect_right(starts, one.frame.start) - 1
        credit = credited.get(n - 1)
        if credit is None or n in credited or sentences[n].paragraph != sentences[n - 1].paragraph:
            continue
        if sentences[n - 1].span.end - credit.frame.end <= _AT_THE_END:
            made.append(Said(credit.source, one.cue, (sentences[n].span,), "report", "strong", "continued report", inferred=True))
    return made
