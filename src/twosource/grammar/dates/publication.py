"""Publication: what a text itself tells of when it was published, where nothing else does."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.grammar import calendar
from twosource.grammar.numerals import small

_FIRST_IN = re.compile(
    r"\bfirst\b[^.!?]{1,120}?\bin[\s\u00a0]{1,4}((?:over|more[\s\u00a0]{1,4}than)[\s\u00a0]{1,4}([\w-]{1,20})[\s\u00a0]+(year|decade)s?)\b", re.I
)
_LAST = re.compile(r"\b(?:last|latest|previous)\b", re.I)


@dataclass(frozen=True, slots=True)
class Bound:
    """Publication lies after ``value``, because so long a time (``length``) has passed since ``date``: the two premises."""

    value: str
    length: Span
    date: Span

    def reason(self, text: str) -> str:
        """The bound with its premises, as extracted words."""
        return f"publication after {self.value}: '{self.length.of(text)}' have passed since '{self.date.of(text)}'"


def bound(text: str, sentences: Sequence[Sentence], told: Sequence[tuple[Span, str | None]]) -> Bound | None:
    """The one absolute bound that "the first in over N years" and a dated last time give together, or None.

    ``told`` holds the article's time expressions with their values. Where more than one date is told as the last time,
    the text does not say which of them the length counts from, and there is no bound.
    """
    length = _length(text, sentences)
    lasts = [(span, value) for span, value in told if value and calendar.first_day(value) and "/" not in value and _is_last(text, sentences, span)]
    if length is None or len(lasts) != 1:
        return None
    span, years = length
    date, value = lasts[0]
    start = calendar.first_day(value)
    if start is None:
        return None
    return Bound(calendar.moved(start, months=12 * years).isoformat()[: len(value)], span, date)


def _length(text: str, sentences: Sequence[Sentence]) -> tuple[Span, int] | None:
    for sentence in sentences:
        match = _FIRST_IN.search(text, sentence.span.start, sentence.span.end)
        number = small(match.group(2).lower()) if match else None
        if match and number and number <= 200:
            return Span(match.start(1), match.end(1)), number * (10 if match.group(3).lower() == "decade" else 1)
    return None


def _is_last(text: str, sentences: Sequence[Sentence], span: Span) -> bool:
    """Whether a date stands after "last" or "previous" in its sentence and names its year itself."""
    sentence = next((s for s in sentences if s.span.covers(span)), None)
    named = re.search(r"\d{4}", span.of(text)) is not None
    return sentence is not None and named and _LAST.search(text, sentence.span.start, span.start) is not None
