"""Copies: who has whose words."""

import pytest

from twosource.writers.copies import copied, lines, telling

NAMES = {"a": "The Sun", "b": "The Moon", "p": "Lutra News", "q": "The Sun"}


@pytest.mark.parametrize(
    ("carrier", "tail"),
    [(None, ""), ("p", "; both have them from Lutra News"), ("q", "; The Moon has them from The Sun")],
)
def test_a_copy_says_whose_words_it_has(carrier: str | None, tail: str) -> None:
    copy = {"articles": ["a", "b"], "share": 0.604, "carrier": carrier}
    assert copied(copy, NAMES) == f"The Sun and The Moon share 60% of the shorter one's words{tail}"


def _copy(a: str, b: str, share: float, carrier: str | None = None) -> dict[str, object]:
    return {"articles": [a, b], "share": share, "carrier": carrier}


def test_articles_that_have_one_carriers_words_stand_in_one_line() -> None:
    names = NAMES | {"c": "The Star"}
    copies = [_copy("a", "b", 0.4, "p"), _copy("b", "c", 0.9, "p"), _copy("a", "c", 0.3)]
    assert lines(copies, names) == [
        "The Sun, The Moon and The Star share up to 90% of the shorter one's words; all have them from Lutra News",
        "The Sun and The Star share 30% of the shorter one's words",
    ]
    assert lines(copies[:1], names) == ["The Sun and The Moon share 40% of the shorter one's words; both have them from Lutra News"]


def test_a_sentence_that_two_articles_have_alike_is_no_news() -> None:
    copies = [_copy("a", "b", 0.04), _copy("a", "b", 0.04, "p"), _copy("a", "b", 0.05)]
    assert telling(copies) == copies[1:]
