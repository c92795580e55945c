"""Copies: who has whose words."""

import pytest

from twosource.writers.copies import copied

NAMES = {"a": "The Sun", "b": "The Moon", "p": "Lutra News", "q": "The Sun"}


@pytest.mark.parametrize(
    ("carrier", "tail"),
    [(None, ""), ("p", "; both have them from Lutra News"), ("q", "; The Moon has them from The Sun")],
)
def test_a_copy_says_whose_words_it_has(carrier: str | None, tail: str) -> None:
    copy = {"articles": ["a", "b"], "share": 0.604, "carrier": carrier}
    assert copied(copy, NAMES) == f"The Sun and The Moon share 60% of the shorter one's words{tail}"
