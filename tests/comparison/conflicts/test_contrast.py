"""Contrasts: what two statements side by side tell otherwise shows under the name of the feature that tells it."""

import pytest
from tests.comparison.conflicts.conftest import Beside

from twosource.comparison.conflicts.contrast import NAMES, contrast


@pytest.mark.parametrize(
    ("one", "other", "shown", "hidden"),
    [
        ("Mayor Tilda Oren lived in Larsa.", "Mayor Tilda Oren never lived in Larsa.", "told and denied", "told alike elsewhere"),
        ("Mayor Tilda Oren lived in Larsa.", "Mayor Tilda Oren lived in Larsa for years.", "told alike elsewhere", "other sign"),
        ("The fire killed 12 sailors.", "The fire killed 19 sailors.", "numbers apart", "one number"),
        ("The fire killed about 12 sailors.", "The fire killed 12 sailors.", "one number", "numbers apart"),
        ("The ferry sank on 3 May 2021.", "The ferry sank on 9 May 2021.", "days apart", "a day in common"),
        ("The ferry sank in May 2021.", "The ferry sank on 9 May 2021.", "a day in common", "days apart"),
        ("The ferry may have sunk.", "The ferry sank.", "steps of sureness", "other sign"),
        ("The crew is safe.", "The crew is unsafe.", "contrary words", "numbers apart"),
    ],
)
def test_what_differs_shows(beside: Beside, one: str, other: str, shown: str, hidden: str) -> None:
    left, right = beside(one, other)
    of = dict(zip(NAMES, contrast(left, right, 0.3), strict=True))
    assert of[shown] > 0, of
    assert of[hidden] == 0, of
    assert contrast(left, right, 0.3) == pytest.approx(contrast(right, left, 0.3))


def test_every_feature_has_one_name() -> None:
    assert len(NAMES) == len(set(NAMES))
