"""Days that two accounts give to one deed: which deed a date is of, and on which day somebody said it."""

from collections.abc import Callable

import pytest
from tests.comparison.conflicts.conftest import by_rule

from twosource.domain.article import Article
from twosource.domain.reading import Dossier

Compare = Callable[..., Dossier]
PIER = "Captain Sven Halder rammed the pier of Tarvo with a ferry of Larsa Lines."


def _found(dossier: Dossier) -> list[tuple[str, list[str]]]:
    return [(x.kind, sorted(side.value for side in x.sides)) for x in by_rule(dossier)]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "Larsa Lines called its boycott a protest against new harbour tariffs in Tarvo this week.",
            "Larsa Lines began its boycott in protest against new harbour tariffs last week in Tarvo.",
            [("date", ["last week", "this week"])],
        ),
        # the date of something else
        ("Larsa Lines bought the ferry in 2004.", "Larsa Lines bought the ferry that had been built in 1987.", []),
        ("Larsa Lines bought the ferry in 2004.", "It was the first ferry that Larsa Lines bought since 1987.", []),
    ],
)
def test_a_date_is_of_what_it_hangs_on(compare: Compare, one: str, other: str, found: list[tuple[str, list[str]]]) -> None:
    first, second = (Article(ref=str(n), text=f"{PIER} {told}", published="2021-03-03") for n, told in enumerate((one, other)))
    assert _found(compare(first, second)) == found


def test_the_day_on_which_one_thing_was_said(compare: Compare) -> None:
    dossier = compare(
        Article(
            ref="a",
            text=f"{PIER} Captain Sven Halder said on Saturday that he would never again steer a ferry past the lighthouse of Tarvo.",
            published="2021-03-03",
        ),
        Article(
            ref="b",
            text=f"{PIER} Captain Sven Halder said on Sunday he would never steer a ferry past the lighthouse of Tarvo again.",
            published="2021-03-03",
        ),
    )
    assert ("date", ["Saturday", "Sunday"]) in _found(dossier)
