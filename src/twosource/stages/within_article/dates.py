"""Dates: time expressions with their values, open where the text leaves them open."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from twosource.domain.date import Date
from twosource.domain.finding import Finding, Observation
from twosource.domain.furniture import Furniture
from twosource.domain.identity import identity
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.grammar import calendar
from twosource.grammar.dates.beside import told_in_full
from twosource.grammar.dates.dateline import Filed, filed
from twosource.grammar.dates.dating import dated
from twosource.grammar.dates.figures import order_of, order_told
from twosource.grammar.dates.publication import bound
from twosource.grammar.dates.reckoning import UNKNOWN, Dated, Known
from twosource.grammar.dates.sides import side, side_of_verb
from twosource.grammar.dates.timexes import Timex, joined, position, timexes, word_before
from twosource.reference.lexicon import words


class Dates:
    """Finds time expressions and dates them from publication, or from the dateline above them, from tense, and from the dates told before."""

    name = "dates"
    needs: tuple[type[Finding], ...] = (Furniture, Sentence)
    makes: tuple[type[Finding], ...] = (Date,)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [tuple(_dates(reading)) for reading in readings]


def _dates(reading: Reading) -> list[Date]:
    article, sentences = reading.article, reading.of(Sentence)
    published = calendar.day_of(article.published)
    lines = list(filed(article.text, (f.span for f in reading.of(Furniture) if f.kind == "dateline"), published))
    told: list[tuple[Span, Dated]] = [(line.span, (line.value, line.reason)) for line in lines]
    anchor: str | None = None
    day: tuple[int, str] | None = None
    order = order_of(t for s in sentences if "/" in (said := s.span.of(article.text)) for t in timexes(said) if t.form == "slashed")
    for n, sentence in enumerate(sentences):
        scene = day[1] if day is not None and n - day[0] <= _SAME_SCENE else None
        since = _filing(lines, sentence) or published
        for span, (value, reason) in _in_sentence(article.text, sentence, Known(published=since, anchor=anchor, day=scene, order=order)):
            told.append(
                (span, (value, reason if since == published else f"{reason.replace('publication', 'filing')}; filed on {since}, the dateline's day"))
            )
            anchor = value if value and calendar.first_day(value) else anchor
            day = (n, value) if value and _is_day(value) else day
    if published is None:
        full = told_in_full(article.text, told)
        told = [(span, full.get(span, found)) for span, found in told]
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


def _filing(lines: Sequence[Filed], sentence: Sentence) -> date | None:
    """The day of the dateline that a sentence stands under."""
    return next((line.day for line in reversed(lines) if line.end <= sentence.span.start), None)


_SAME_SCENE = 3
"""Sentences after which "at 5 p.m." need not lie on the day told last."""
_OF_THE_SCENE = frozenset({"clock", "theday", "running"})


def _is_day(value: str | None) -> bool:
    return value is not None and len(value) == 10 and calendar.day_of(value) is not None


def _in_sentence(text: str, sentence: Sentence, known: Known) -> Iterator[tuple[Span, Dated]]:
    """The sentence's expressions with their values, in order; those that lie on the day of the scene know the days told beside them."""
    base = sentence.span.start
    said = text[base : sentence.span.end]
    starts = [t.start - base for t in sentence.tokens]
    known = replace(known, order=order_told(said) or known.order)
    pairs = [(a, b) for a, b in joined(said, timexes(said)) if not _is_no_time(said, sentence, starts, a)]
    told: dict[int, tuple[Span, Dated]] = {}
    for first, second in pairs:
        if first.form not in _OF_THE_SCENE:
            told[first.start] = _one(said, sentence, starts, (first, second), known)
            value = told[first.start][1][0]
            known = replace(known, anchor=value) if value and calendar.first_day(value) else known
    days = [(start, value) for start, (_, (value, _)) in told.items() if value and _is_day(value)]
    for first, second in pairs:
        if first.form in _OF_THE_SCENE:
            near = min(days, key=lambda d: abs(d[0] - first.start), default=None)
            told[first.start] = _one(said, sentence, starts, (first, second), replace(known, day=near[1] if near else known.day))
    for start in sorted(told):
        span, found = told[start]
        yield Span(base + span.start, base + span.end), found


def _one(said: str, sentence: Sentence, starts: list[int], pair: tuple[Timex, Timex | None], known: Known) -> tuple[Span, Dated]:
    """One expression, or the range of two, with its span in the sentence's text and its value."""
    first, second = pair
    at = replace(known, tense=side(said, sentence, starts, first))
    if second is not None:
        return Span(first.start, second.end), _range(first, second, at)
    found, start = dated(first, at), first.start
    if word_before(said, first.start) == "since" and found[0] and calendar.first_day(found[0]):
        start, found = _since(said, sentence, first, found, at)
    return Span(start, first.end), found


def _is_no_time(said: str, sentence: Sentence, starts: list[int], timex: Timex) -> bool:
    """Numbers that count ("2000 people"), comparisons ("as soon as") and lengths of time ("took two days") are no times."""
    token = sentence.tokens[position(starts, timex.start)]
    after = said[timex.end : timex.end + 12].lower().split()
    if timex.form == "year" and not timex.parts["edge"]:
        if _within_name(sentence, position(starts, timex.start)):
            return True
        if token.dep == "nummod" and sentence.tokens[token.head].tag == "NNS" and token.entity != "DATE":
            return True
        return token.entity != "DATE" and word_before(said, timex.start) not in _YEAR_AFTER
    if timex.form == "years":
        return token.entity != "DATE" and word_before(said, timex.start) not in _YEAR_AFTER
    if timex.form == "vague" and timex.parts["phrase"] in _LIGHT:
        return (
            word_before(said, timex.start) in _NOT_OPEN
            or side_of_verb(sentence, starts, timex) == "past"
            or after[:1] in (["as"], ["after"], ["before"], ["afterwards"], ["thereafter"])
            or said.startswith("-", timex.end)
        )
    if timex.form in ("ahead", "within"):
        return side_of_verb(sentence, starts, timex) != "future"
    if timex.form == "weekday":
        return _TITLE.search(said, max(0, timex.start - 60), timex.start) is not None and said[timex.end :].lstrip(".,")[:1] in _CLOSING
    return timex.form == "month" and token.entity == "PERSON"


def _within_name(sentence: Sentence, i: int) -> bool:
    """Whether a number stands between two words of a name: "the Sorley 2000 Index"."""
    beside = sentence.tokens[max(0, i - 1) : i + 2]
    return len(beside) == 3 and all(t.pos == "PROPN" and t.entity != "DATE" for t in (beside[0], beside[2]))


_TITLE = re.compile(r"[\"“‘'](?:[A-Z][\w&.-]{0,20}[\s\u00a0]){1,4}$")
"""Words in quotation marks up to a weekday that ends what they name: a programme's title (\"Norland News Sunday\")."""
_CLOSING = frozenset("\"”’'")
_YEAR_AFTER = words("before_times") | {"year", "the"}
_LIGHT = frozenset({"soon", "shortly"})
_NOT_OPEN = frozenset({"as", "too", "how", "very", "so", "pretty"})


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
    opening = calendar.first_day(value or "") if timex.parts.get("edge") in ("start", "beginning") else None
    return start, (
        calendar.interval(opening.isoformat() if opening else (value or "").split("/", maxsplit=1)[0], end),
        f"since then, up to publication: {reason}",
    )
