"""Voices: who tells a claim, those first whose word tells most, and how sure they are."""

from typing import Any

import pytest

from twosource.writers.voices import Voice, sureness, voices

Row = dict[str, Any]

NAMES = {"p": "Ada Brook", "q": "the ministry", "r": "Lutra News", "a": "The Sun", "b": "The Moon"}


def _said(text: str, article: str = "a", chain: str = "", factuality: str = "CT+", inferred: bool = False) -> Row:
    links = [{"party": p, "text": p, "inferred": inferred} for p in chain]
    place = {"id": f"{text}/{article}/{chain}", "article": article, "start": 10, "end": 40, "text": text}
    return {
        **place,
        "in_full": text,
        "alone": True,
        "chain": links,
        "factuality": factuality,
        "trigger": None,
        "commitment": None,
        "correction": False,
    }


def _who(found: list[Voice]) -> list[str]:
    return [v.who + v.where for v in found]


def test_a_chain_and_its_outlets_are_one_voice() -> None:
    (voice,) = voices([_said("The bridge fell", "a", "pr"), _said("the bridge fell", "b", "pr")], NAMES, "the bridge fell")
    assert voice.who + voice.where == "Ada Brook, through Lutra News, in The Sun, The Moon"
    assert (voice.words, voice.sure) == ("the bridge fell", "certain")


def test_who_puts_it_in_other_words_is_another_voice() -> None:
    found = voices([_said("it collapsed", "a"), _said("the bridge fell", "b")], NAMES, "the bridge fell")
    assert [(v.who, v.words) for v in found] == [("The Moon", "the bridge fell"), ("The Sun", "it collapsed")]


def test_an_article_that_says_it_twice_is_one_voice() -> None:
    (voice,) = voices([_said("Bridge down", "a", "p"), _said("the bridge fell", "a", "p")], NAMES, "the bridge fell")
    assert (voice.words, voice.outlets, len(voice.statements)) == ("the bridge fell", ("The Sun",), 2)


def test_outlets_that_speak_themselves() -> None:
    assert _who(voices([_said("it fell")], NAMES)) == ["The Sun, in its own voice"]
    assert _who(voices([_said("it fell"), _said("it fell", "b")], NAMES)) == ["The Sun, The Moon, each in its own voice"]


def test_a_link_is_inferred_where_no_statement_names_it() -> None:
    assert _who(voices([_said("x", "a", "p", inferred=True)], NAMES)) == ["Ada Brook (inferred), in The Sun"]
    assert _who(voices([_said("x", "a", "p", inferred=True), _said("y", "b", "p")], NAMES)) == ["Ada Brook, in The Sun, The Moon"]


def test_the_very_words_come_first_then_who_denies_then_each_party_it_rests_on() -> None:
    said = [_said("it sank", "a"), _said("it sank", "b", "q"), _said("it went down", "a", "r", "CT-"), _said("it fell", "a", "p")]
    said[2]["trigger"] = {"start": 0, "end": 5}
    assert _who(voices(said, NAMES, "it fell", ("Ada Brook", "the ministry"))) == [
        "Ada Brook, in The Sun",
        "Lutra News, in The Sun",
        "the ministry, in The Moon",
        "The Sun, in its own voice",
    ]


@pytest.mark.parametrize(
    ("value", "trigger", "words"),
    [("CT-", (12, 18), "certain"), ("PS-", (12, 18), "possible"), ("CT-", (2, 8), "denied"), ("PR+", None, "probable"), ("Uu", None, "left open")],
)
def test_a_denial_is_told_apart_from_words_that_say_no(value: str, trigger: tuple[int, int] | None, words: str) -> None:
    row = _said("x", factuality=value) | {"trigger": {"start": trigger[0], "end": trigger[1]} if trigger else None}
    assert sureness(row) == words
    assert sureness(row | {"correction": True, "commitment": "will"}) == "taken back, will"


def test_a_plan_told_as_certain_is_its_word() -> None:
    row = _said("x") | {"commitment": "promised"}
    assert (sureness(row), sureness(row | {"factuality": "PR+"})) == ("promised", "probable, promised")


def test_words_that_can_be_read_alone_are_shown_before_those_that_are_nearer() -> None:
    (voice,) = voices(
        [_said("when the bridge in Lutra had fallen") | {"alone": False}, _said("the whole bridge is down")], NAMES, "the bridge in Lutra fell"
    )
    assert voice.words == "the whole bridge is down"


def test_a_subject_that_had_to_be_looked_for_is_shown_last() -> None:
    said = [_said("fell in Lutra on Sunday"), _said("all fell in Lutra on Sunday")]
    said[0]["in_full"] = "[The bridges] fell in Lutra on Sunday"
    (voice,) = voices(said, NAMES, "it fell in Lutra on Sunday")
    assert voice.in_full == "all fell in Lutra on Sunday"


@pytest.mark.parametrize(
    ("full", "shown"),
    [
        ("I’m [Ada Brook] tired and my [Ada Brook’s] feet hurt", "I’m tired and my feet hurt"),
        ("I [Vello Arn] am tired", "I [Vello Arn] am tired"),
        ("She [Ada Brook] is tired", "She [Ada Brook] is tired"),
    ],
)
def test_beside_who_says_it_i_needs_no_name(full: str, shown: str) -> None:
    (voice,) = voices([_said("it", "a", "p") | {"in_full": full}], NAMES)
    assert voice.in_full == shown
