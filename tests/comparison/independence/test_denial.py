"""Denial: the same words turned round, and no other wording."""

import pytest

from twosource.comparison.independence.denial import denies


@pytest.mark.parametrize(
    ("statement", "other", "answer"),
    [
        ("the captain was not seriously hurt", "The captain was seriously hurt in the fall", True),
        ("no passenger was hurt", "all who were on board are safe", False),
        ("crossings have been cancelled until the cause is known", "no ferry will sail before investigators name a cause", False),
        ("the mayor took the money", "he accepted a bribe", True),
        ("she didn't sign the treaty", "she signed the treaty", True),
        ("", "", True),
    ],
)
def test_a_denial_turns_the_words_of_another_round(statement: str, other: str, answer: bool) -> None:
    assert denies(statement, other) is answer
    assert denies(other, statement) is answer
