"""Figures: which of day and month an article writes first in dates like 7/8/07."""

import re
from collections.abc import Iterable
from typing import Literal

from twosource.grammar import calendar
from twosource.grammar.dates.timexes import Timex

Order = Literal["month", "day"]
"""What stands first."""

_TOLD = re.compile(
    r"\b(?:(?P<month>American|U\.?S\.?|month-first)|(?P<day>British|European|Australian|day-first))[\s\u00a0]"
    r"(?:(?:date|dating|calendar|way)[\s\u00a0])?(?:formats?|styles?|notation|order|convention|form)\b"
)


def order_told(sentence: str) -> Order | None:
    """The order that a sentence names beside its figures ("in the American format, 7/8/07"), or None."""
    orders: set[Order] = {"month" if m.group("month") else "day" for m in _TOLD.finditer(sentence)}
    return orders.pop() if len(orders) == 1 else None


def order_of(figures: Iterable[Timex]) -> Order | None:
    """The order of those dates of one article that allow one alone (31/12/2017); None where there is none, or they differ."""
    orders: set[Order] = set()
    for timex in figures:
        a, b, year = int(timex.parts["a"]), int(timex.parts["b"]), year_of(timex.parts["year"])
        month_first, day_first = calendar.is_day(year, a, b), calendar.is_day(year, b, a)
        if month_first != day_first:
            orders.add("month" if month_first else "day")
    return orders.pop() if len(orders) == 1 else None


def year_of(written: str) -> int:
    """A year in four figures; of two, 1951 to 2050."""
    year = int(written)
    return year if len(written) > 2 else year + (2000 if year <= 50 else 1900)
