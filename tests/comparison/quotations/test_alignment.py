"""Two quotations side by side: where one was altered, and what is no alteration."""

import pytest

from twosource.comparison.quotations.alignment import aligned, shown
from twosource.comparison.quotations.spoken import spoken
from twosource.domain.span import Span


def _differences(one: str, other: str) -> list[tuple[str, str]]:
    a, b = spoken(one, Span(0, len(one))), spoken(other, Span(0, len(other)))
    return [(shown(a, d.a).of(one), shown(b, d.b).of(other)) for d in aligned(a, b).differences()]


SAID = "The council will never sell the old harbour to a foreign company"


@pytest.mark.parametrize(
    "other",
    [
        "The council will never sell the old harbor to a foreign company",
        "never sell the old harbour",
        "The council will never sell the old harbour ... a foreign company",
        "The council will never sell [its] old harbour to a foreign company",
        "The council will never sell the old harbour, to a foreign company!",
        "The council will never sell that old harbour to a foreign company",
        "The council will never sell the old harbuor to a foreign company",
    ],
)
def test_truncation_spelling_marks_and_insertions_are_no_alteration(other: str) -> None:
    assert _differences(SAID, other) == []


@pytest.mark.parametrize(
    ("other", "parts"),
    [
        ("The council will sell the old harbour to a foreign company", ("will never sell", "will sell")),
        ("The council will never lease the old harbour to a foreign company", ("never sell the", "never lease the")),
        ("The council will never sell the old harbour to an unknown foreign company", ("to a foreign", "to an unknown foreign")),
    ],
)
def test_changed_and_dropped_words_are_shown(other: str, parts: tuple[str, str]) -> None:
    assert _differences(SAID, other) == [parts]


def test_a_prefix_that_turns_a_word_round_is_no_slip() -> None:
    assert _differences("we find it likely that the bridge holds", "we find it unlikely that the bridge holds")


def test_another_sentence_of_the_same_speaker_is_no_alteration() -> None:
    assert _differences(SAID, "The council will meet on Monday and vote about a foreign company") == []


def test_one_turn_of_phrase_is_no_utterance_within_an_article() -> None:
    a, b = (spoken(t, Span(0, len(t))) for t in ("I think it's a blockbuster", "I think it's going to rain"))
    assert not aligned(a, b).same(one_article=True)
