"""Words as they were spoken: what editors do to a quotation is set aside."""

import pytest

from twosource.comparison.quotations.spoken import folded, spoken
from twosource.domain.span import Span


def _keys(text: str) -> list[str]:
    return [w.key for w in spoken(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We honour the defence of our harbours", "We honor the defense of our harbors"),
        ("They organised a dialogue at the centre", "They organized a dialog at the center"),
        ("It's a travelling theatre", "It is a traveling theater"),
        ("We don't and won't pay two million", "We do not and will not pay 2 million"),
        ("“Stop,” he said – now!", "Stop he said now"),
    ],
)
def test_spelling_contraction_and_marks_are_no_words(one: str, other: str) -> None:
    assert _keys(one) == _keys(other)


def test_what_an_editor_put_in_and_left_out_is_known() -> None:
    text = "[The mayor] knew ... nothing"
    words = spoken(text, Span(0, len(text)))
    assert [(w.span.of(text), w.inserted, w.omitted) for w in words] == [
        ("The", True, False),
        ("mayor", True, False),
        ("knew", False, False),
        ("nothing", False, True),
    ]


def test_offsets_are_those_of_the_article() -> None:
    text = "He said “we can't go” twice"
    words = spoken(text, Span(9, 20))
    assert [w.span.of(text) for w in words] == ["we", "can't", "can't", "go"]


@pytest.mark.parametrize("odd", ["9" * 500, "²", "n't", "’s", "İ"])
def test_odd_words_do_no_harm(odd: str) -> None:
    assert folded(odd) is not None
    assert spoken(odd, Span(0, len(odd))) is not None
