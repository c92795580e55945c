"""Telling: a likely disagreement without a rule is told by what shows in it, and is not told where nothing does."""

import pytest
from tests.comparison.conflicts.conftest import Beside

from twosource.comparison.conflicts.telling import differing


@pytest.mark.parametrize(
    ("one", "other", "kind", "sides"),
    [
        ("Mayor Tilda Oren lived in Larsa.", "Mayor Tilda Oren never lived in Larsa.", "polarity", ("+", "-")),
        ("The fire killed 12 sailors.", "The fire killed 19 sailors.", "quantity", ("12", "19")),
        ("The ferry sank on 3 May 2021.", "The ferry sank on 9 May 2021.", "date", ("2021-05-03", "2021-05-09")),
        ("The ferry may have sunk.", "The ferry sank.", "certainty", ("unsure", "sure")),
        ("The ferry sank on Friday.", "The ferry sank on Sunday.", "date", ("friday", "sunday")),
        ("The owner will scrap the ferry.", "The owner scrapped the ferry.", "certainty", ("to come", "come about")),
        ("The report is a hoax.", "The report tells of a fire.", "polarity", ("-", "+")),
    ],
)
def test_what_shows_is_the_kind(beside: Beside, one: str, other: str, kind: str, sides: tuple[str, str]) -> None:
    parting = differing(*beside(one, other))
    assert parting is not None
    assert (parting.kind, parting.left_side, parting.right_side) == (kind, *sides)


def test_nothing_shows_where_both_tell_the_same(beside: Beside) -> None:
    assert differing(*beside("The ferry sank in the storm.", "The old ferry sank.")) is None


def test_what_is_not_yet_may_still_come(beside: Beside) -> None:
    assert differing(*beside("The date of the visit has not been announced.", "The date of the visit will be announced.")) is None
