"""What had not come about in one article and has in another."""

from collections.abc import Callable

import pytest
from tests.comparison.conflicts.conftest import by_rule

from twosource.domain.article import Article
from twosource.domain.reading import Dossier

FIRE = "A fire destroyed the harbour of Tarvo in Ostmark on Monday."


@pytest.mark.parametrize(
    ("first", "later", "kinds"),
    [
        ("No arrests have been made, the harbour authority said.", "Two men have been arrested in Larsa over the fire in Tarvo.", ["polarity"]),
        ("No one was injured, the harbour authority said.", "Two dockers of Tarvo were injured in the fire.", ["polarity"]),
        ("No arrests have been made, the harbour authority said.", "Two men have been honoured in Larsa after the fire in Tarvo.", []),
        ("No arrests will be made, the harbour authority said.", "Two men have been arrested in Larsa over the fire in Tarvo.", []),
    ],
)
def test_outcomes(compare: Callable[..., Dossier], first: str, later: str, kinds: list[str]) -> None:
    dossier = compare(
        Article(ref="a", text=f"{FIRE} {first}", published="2021-03-02"), Article(ref="b", text=f"{later} {FIRE}", published="2021-03-03")
    )
    assert [x.kind for x in by_rule(dossier)] == kinds
