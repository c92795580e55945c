"""People: which names of a first reading a second one looks for."""

import pytest

from twosource.domain.span import Span
from twosource.grammar.parties.mentions import Found
from twosource.grammar.parties.people import people_of


def names(words: str, *labels: str, titles: int = 0) -> list[Found]:
    made = [Found(Span(9 * n, 9 * n + 9), "name", n, 0, words, words, label) for n, label in enumerate(labels)]
    for mention in made[:titles]:
        mention.titles.append("Mayor")
    return made


def test_one_sentence_misread_does_not_make_a_person_of_a_place() -> None:
    assert people_of(names("Punta Velmar", "GPE", "PERSON", "LOC"), frozenset()).full == {}


@pytest.mark.parametrize("labels", [("PERSON",), ("PERSON", "GPE"), ("ORG", "PERSON")])
def test_a_person_seen_as_often_is_looked_for(labels: tuple[str, ...]) -> None:
    assert people_of(names("Punta Velmar", *labels), frozenset()).full == {"Punta": [("Punta", "Velmar")]}


def test_a_title_tells_more_than_the_tagger() -> None:
    assert people_of(names("Punta Velmar", "PERSON", "GPE", "GPE", titles=1), frozenset()).last == {"Velmar"}


def test_headlines_neither_name_people_nor_speak_against_them() -> None:
    assert people_of(names("Punta Velmar", "PERSON", "GPE", "GPE"), frozenset({1, 2})).full == {"Punta": [("Punta", "Velmar")]}
    assert people_of(names("Punta Velmar", "PERSON"), frozenset({0})).full == {}
