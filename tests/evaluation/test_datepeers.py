"""A value is right where it lies in the annotated one, and exact where it is told as finely."""

from datetime import date

import pytest
from evaluation.datepeers import Asked, right, scored, stretch

from twosource.domain.span import Span


@pytest.mark.parametrize(
    ("value", "wanted", "within", "exact"),
    [
        ("2024-01-22", "2024-01-22", True, True),
        ("2024-01-22", "2024-01", True, False),
        ("2024-02-01", "2024-01", False, False),
        ("2024-01", "2024-01-22", False, False),
        ("2024-01-15/2024-01-21", "2024-W03", True, True),
        ("2024-01-16", "2024-W03", True, False),
        ("2023-10/2023-12", "2023-Q4", True, True),
        ("1990/1999", "199", True, True),
        (None, "2024", False, False),
        ("2024-22", "2024-SU", True, True),
    ],
)
def test_right(value: str | None, wanted: str, within: bool, exact: bool) -> None:
    assert right(value, wanted) == (within, exact)


def test_stretch_of_a_weekend_and_a_quarter() -> None:
    assert stretch("2024-W03-WE") == (date(2024, 1, 20), date(2024, 1, 21))
    assert stretch("2024-Q1") == (date(2024, 1, 1), date(2024, 3, 31))
    assert stretch("PAST_REF") is None


def test_shares_are_over_what_is_asked() -> None:
    asked = [Asked("x", Span(0, 1), date(2024, 1, 22), values) for values in (("2024-01-21",), ("2024-01", "2023-01"), ("2024-01-20",))]
    assert scored(asked, ["2024-01-21", "2023-01-05", None]) == {"day": 50.0, "within": 66.7, "exact": 33.3, "silent": 33.3}
