"""The grammar of time expressions holds for any text."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.grammar.calendar import day_of, first_day, moved, week
from twosource.grammar.dates.dating import dated
from twosource.grammar.dates.reckoning import Known
from twosource.grammar.dates.timexes import joined, timexes

PIECES = """on in since last next this the Monday Tuesday May March Feb. 29 30 31 2017 1990s week month year years ago two few a an of to and
between from soon quarter first half 31/12/2017 2017-02-30 ’90s summer Christmas Eve the day at 5 p.m. 18:00 UTC third straight in-row '82
 Q3 2014-18 19th century within before September 11 attacks yesterday later early mid- , . 9999 centuries decades"""
WORDS = st.sampled_from(PIECES.split())
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join))
DAYS = st.dates()


@given(TEXTS, st.one_of(st.none(), DAYS), st.sampled_from(["past", "future", ""]), st.one_of(st.none(), DAYS.map(str)))
@settings(deadline=None)
def test_spans_lie_in_the_text_and_every_expression_has_a_reason(text: str, published: date | None, tense: str, anchor: str | None) -> None:
    found = timexes(text)
    end = 0
    for timex in found:
        assert end <= timex.start < timex.end <= len(text)
        end = timex.end
        value, reason = dated(timex, Known(published, tense, anchor))  # type: ignore[arg-type]
        assert reason
        assert value is None or value[0] in "0123456789.["
    assert sum(1 + (second is not None) for _, second in joined(text, found)) == len(found)


@given(DAYS, st.integers(-(10**6), 10**6), st.integers(-(10**5), 10**5))
def test_moving_a_day_stays_in_the_calendar(day: date, days: int, months: int) -> None:
    assert isinstance(moved(day, days=days, months=months), date)


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31)), st.integers(-50, 50))
def test_a_week_runs_from_monday_to_sunday(day: date, weeks: int) -> None:
    first, last = (date.fromisoformat(end) for end in week(day, weeks).split("/"))
    assert (first.weekday(), last.weekday(), (last - first).days) == (0, 6, 6)


def test_first_day_of_a_value() -> None:
    assert first_day("2017-09") == date(2017, 9, 1)
    assert first_day("2017-09/..") == date(2017, 9, 1)
    assert first_day("../2017") is None
    assert first_day("2015-22") is None
    assert day_of("2018-02-01T15:56:46") == date(2018, 2, 1)
    assert day_of("soon") is None


def test_a_long_run_of_expressions_is_read_in_linear_time() -> None:
    assert len(timexes("on Monday, " * 20_000)) == 20_000
