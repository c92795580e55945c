"""Whens: how far apart two times are, also where nobody said when they were written, and what tells nothing."""

import pytest

from twosource.comparison.conflicts.whens import distance, when
from twosource.domain.date import Date
from twosource.domain.span import Span


def _date(told: str, value: str | None = None) -> Date:
    return Date(id="d", article="a", evidence=(Span(0, len(told)),), value=value, reason="test")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (("Friday", None), ("Monday morning", None), 3),
        (("Sunday night", None), ("early Monday", None), 0),
        (("Sunday", None), ("Sunday afternoon", None), 0),
        (("Sunday morning", None), ("Monday", None), 1),
        (("August 20", None), ("19 August", None), 1),
        (("Aug. 20", None), ("August", None), 0),
        (("late August", None), ("early September", None), 30),
        (("May 3", None), ("5 May 2021", "2021-05-05"), 2),
        (("2011", "2011"), ("May 2012", "2012-05"), 122),
        (("2011", "2011"), ("the summer of 2012", None), 365),
        (("February 2015", "2015-02"), ("Spring 2015", "2015-21"), 30),
        (("last month", None), ("earlier this month", None), 30),
        (("last year", None), ("this year", None), 365),
        (("last week", None), ("this week", None), None),
        (("yesterday", None), ("tomorrow", None), None),
        (("3 May 2021", "2021-05-03"), ("9 May 2021", "2021-05-09"), 6),
        (("May 2021", "2021-05"), ("9 May 2021", "2021-05-09"), 0),
        (("last month", None), ("last week", None), None),
        (("Friday", None), ("last week", None), None),
        (("soon", None), ("Friday", None), None),
    ],
)
def test_days_between(one: tuple[str, str | None], other: tuple[str, str | None], apart: int | None) -> None:
    left, right = (when(_date(*told), told[0]) for told in (one, other))
    assert distance(left, right) == apart
    assert distance(right, left) == apart
