"""Beside: weekdays of a text without a date, told by the day that the same text gives in full."""

from collections.abc import Iterable, Mapping, Sequence

from twosource.domain.span import Span
from twosource.grammar import calendar
from twosource.grammar.dates.reckoning import Dated
from twosource.grammar.dates.timexes import timexes

_FULL = frozenset({"day", "iso", "slashed"})


def told_in_full(text: str, told: Iterable[tuple[Span, Dated]]) -> Mapping[Span, Dated]:
    """For bare weekdays that are left open the last day told in full, if it is of that weekday.

    A page without a date often bears the dates of posts that it shows: "released on Saturday" beside a post of "May 4, 2030", which was a
    Saturday, and nothing in the text is later. Of an earlier day the weekday may be another's.

    Args:
        told: the text's time expressions with what they stand for.
    """
    told = list(told)
    known = [(day, span) for span, (value, _) in told if (day := calendar.day_of(value)) is not None and _forms(text, span) & _FULL]
    if not known:
        return {}
    last, span = max(known, key=lambda found: (found[0], -found[1].start))
    name = calendar.WEEKDAYS[last.weekday()]
    reason = f"the {name.capitalize()} that the text dates elsewhere: '{span.of(text)}'"
    return {s: (last.isoformat(), reason) for s, (value, _) in told if value is None and _weekday(text, s) == name}


def _forms(text: str, span: Span) -> frozenset[str]:
    return frozenset(t.form for t in timexes(span.of(text)))


def _weekday(text: str, span: Span) -> str | None:
    """The weekday that an expression is, nothing said of which one."""
    found: Sequence[str] = [t.parts["weekday"] for t in timexes(span.of(text)) if t.form == "weekday" and not t.parts["which"]]
    return found[0] if len(found) == 1 else None
