"""Dates: time expressions with their values, open where the text leaves them open."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from twosource.domain.date import Date
from twosource.domain.finding import Finding, Observation
from twosource.domain.identity import identity
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.grammar import calendar
from twosource.grammar.dates.dating import dated
from twosource.grammar.dates.publication import bound
from twosource.grammar.dates.reckoning import UNKNOWN, Dated, Known
from twosource.grammar.dates.timexes import Timex, joined, position, timexes, word_before
from twosource.grammar.tense import Tense, governor, tense_of
from twosource.reference.lexicon import words


class Dates:
    """Finds time expressions and dates them from publication, tense, and the dates told before."""

    name = "dates"
    needs: tuple[type[Finding], ...] = (Sentence,)
    makes: tuple[type[Finding], ...] = (Date,)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [tuple(_dates(reading)) for reading in readings]


def _dates(reading: Reading) -> list[Date]:
    article, sentences = reading.article, reading.of(Sentence)
    published = calendar.day_of(article.published)
    told: list[tuple[Span, Dated]] = []
    anchor: str | None = None
    for sentence in sentences:
        for span, (value, reason) in _in_sentence(article.text, sentence, Known(published=published, anchor=anchor)):
            told.append((span, (value, reason)))
            anchor = value if value and calendar.first_day(value) else anchor
    limit = bound(article.text, sentences, [(span, value) for span, (value, _) in told]) if published is None else None
    return [
        Date(
            id=identity("d", article.id, span.start, span.end),
            article=article.id,
            evidence=(span,),
            value=value,
            reason=f"{reason}; {limit.reason(article.text)}" if limit is not None and reason.endswith(UNKNOWN) else reason,
        )
        for span, (value, reason) in told
    ]


def _in_sentence(text: str, sentence: Sentence, known: Known) -> Iterator[tuple[Span, Dated]]:
    base = sentence.span.start
    said = text[base : sentence.span.end]
    starts = [t.start - base for t in sentence.tokens]
    for first, second in joined(said, timexes(said)):
        if _is_no_time(said, sentence, starts, first):
            continue
        at = replace(known, tense=_BY_PREPOSITION.get(word_before(said, first.start)) or _tense(sentence, starts, first))
        value, reason = dated(first, at)
        end = first.end
        if second is not None:
            end = second.end
            value, reason = _range(first, second, at)
        start = first.start
        if second is None and word_before(said, first.start) == "since" and value and calendar.first_day(value):
            start, (value, reason) = _since(said, sentence, first, (value, reason), at)
        yield Span(base + start, base + end), (value, reason)


def _is_no_time(said: str, sentence: Sentence, starts: list[int], timex: Timex) -> bool:
    """Numbers that count ("2000 people"), comparisons ("as soon as") and lengths of time ("took two days") are no times."""
    token = sentence.tokens[position(starts, timex.start)]
    after = said[timex.end : timex.end + 12].lower().split()
    if timex.form == "year" and not timex.parts["edge"]:
        if token.dep == "nummod" and sentence.tokens[token.head].tag == "NNS" and token.entity != "DATE":
            return True
        return token.entity != "DATE" and word_before(said, timex.start) not in _YEAR_AFTER
    if timex.form == "vague" and timex.parts["phrase"] in _LIGHT:
        return word_before(said, timex.start) in _NOT_OPEN or after[:1] in (["as"], ["after"], ["before"], ["afterwards"], ["thereafter"])
    if timex.form == "ahead":
        return _tense(sentence, starts, timex) != "future"
    return timex.form == "month" and token.entity == "PERSON"


_YEAR_AFTER = words("before_times") | {"year", "the"}
_LIGHT = frozenset({"soon", "shortly"})
_NOT_OPEN = frozenset({"as", "too", "how", "very", "so", "pretty"})


_BY_PREPOSITION: dict[str, Tense] = {"until": "future", "till": "future", "by": "future", "since": "past"}
"""Prepositions that tell the side of publication whatever the verb: "was closed until Friday"."""


def _tense(sentence: Sentence, starts: list[int], timex: Timex) -> Tense:
    verb = governor(sentence, position(starts, timex.start), near=True)
    found = tense_of(sentence, verb) if verb is not None else ""
    return "" if found == "present" else found


def _range(first: Timex, second: Timex, known: Known) -> Dated:
    """Both ends of a range; a year told at its second end holds for the first."""
    year = second.parts.get("year") or ""
    if year and first.form in ("day", "month") and not first.parts["year"]:
        first = replace(first, parts={**first.parts, "year": year})
    (low, why), (high, _) = dated(first, known), dated(second, known)
    if low is None or high is None or not calendar.first_day(low) or not calendar.first_day(high):
        return None, f"a range with an end that is open: {why}"
    return calendar.interval(low.split("/")[0], high.split("/")[-1]), "from the first date to the second"


_SINCE = re.compile("since", re.I)
_COMPARED = 6
"""So many words before "since" tell whether it compares: "the lowest level since Nov. 2" is no stretch of time."""


def _since(said: str, sentence: Sentence, timex: Timex, told: Dated, known: Known) -> tuple[int, Dated]:
    """Where the expression begins, with "since" that makes it a stretch up to publication."""
    value, reason = told
    start = max(m.start() for m in _SINCE.finditer(said, max(0, timex.start - 9), timex.start))
    at = bisect_left(sentence.tokens, sentence.span.start + start, key=lambda t: t.start)
    before = sentence.tokens[max(0, at - _COMPARED) : at]
    if any(t.tag in ("JJS", "RBS") or t.lemma == "first" for t in before):
        return timex.start, (value, f"{reason}; a point to compare with")
    end = known.published.isoformat() if known.published else ".."
    return start, (calendar.interval((value or "").split("/", maxsplit=1)[0], end), f"since then, up to publication: {reason}")
