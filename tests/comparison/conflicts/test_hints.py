"""Hints: what may set two statements against each other shows under its name, and does not where both may be right."""

import numpy as np
import pytest
from tests.comparison.conflicts.conftest import Beside

from twosource.comparison.claims import alignment
from twosource.comparison.conflicts.hints import NAMES, hints


def _shown(beside: Beside, one: str, other: str) -> set[str]:
    left, right = beside(one, other)
    pair = alignment.Pairs(np.array([0]), np.array([1]), np.zeros((1, len(alignment.NAMES))))
    (row,) = hints([left, right], pair, np.array([0]))
    return {name for name, shows in zip(NAMES, row, strict=True) if shows}


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("The ferry sank late on Friday.", "The old ferry sank on Sunday.", {"other days"}),
        ("The ferry sank late on Friday.", "The old ferry sank on Friday.", set()),
        ("The fire killed at least 12 sailors.", "The fire killed 19 sailors.", {"other numbers"}),
        ("The fire killed 12 sailors.", "The fire killed 12 sailors of Larsa.", set()),
        ("The fire killed 12 sailors.", "The fire burned for 9 days.", set()),
        ("There was no mutiny aboard.", "The mutiny aboard lasted an hour.", {"none such"}),
        ("There was no sign of a mutiny.", "The mutiny aboard lasted an hour.", {"none such"}),
        ("There was no mutiny aboard.", "No mutiny was reported.", set()),
        ("There was no mutiny aboard.", "The captain slept aboard.", set()),
        ("The report is a hoax.", "The captain slept aboard.", {"calls a lead untrue"}),
    ],
)
def test_what_may_part_shows(beside: Beside, one: str, other: str, shown: set[str]) -> None:
    assert _shown(beside, one, other) == shown
    assert _shown(beside, other, one) == shown
    assert len(NAMES) == len(set(NAMES))
