"""Number words spell numbers."""

import pytest

from twosource.grammar.numerals import small, spelled


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two", 2),
        ("twenty one", 21),
        ("two hundred and ten", 210),
        ("a million", 1_000_000),
        ("2.5 billion", 2_500_000_000),
        ("a dozen", 12),
        ("five hundred thousand and six", 500_006),
        ("1,250", 1250),
        ("house", None),
        ("", None),
    ],
)
def test_spelled(words: str, value: float | None) -> None:
    assert spelled(words.split()) == value


def test_small() -> None:
    assert (small("a"), small("14"), small("twenty-one"), small("few")) == (1, 14, 21, None)
