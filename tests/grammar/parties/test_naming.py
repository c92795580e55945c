"""Names that the tables of facts know, and people who bear the same."""

from collections.abc import Callable

import pytest

from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.grammar.parties.entries import mended_label

Read = Callable[..., Reading]


def test_a_magazine_is_one_where_nobody_bears_its_name(read: Read) -> None:
    told = {p.name: p.kind for p in read("The Torve bank told Forbes on Monday that it had lost money.").of(LocalParty)}
    assert told["Forbes"] == "media"
    told = {p.name: p.kind for p in read("Ian Forbes runs the Torve bank. On Monday Forbes said that it had lost money.").of(LocalParty)}
    assert told["Ian Forbes"] == "person" and "Forbes" not in told


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Frenchman Jules Torvel won. He thanked the crowd.", "Jules Torvel", "person"),
        ("They hired the law firm Orme Lund. Tom Dahl, a partner at Orme Lund, agreed.", "Orme Lund", "organisation"),
    ],
)
def test_a_word_for_what_it_is_tells_people_from_bodies(read: Read, text: str, name: str, kind: str) -> None:
    assert {p.name: p.kind for p in read(text).of(LocalParty)}[name] == kind


def test_several_words_that_end_in_a_bodys_are_no_person() -> None:
    assert mended_label("Stone Hill Republicans", "PERSON") == mended_label("Orr Valley Committee", "PERSON") == "ORG"
    assert mended_label("Thomas Hill Masters", "PERSON") == mended_label("Orr Masters", "PERSON") == "PERSON"


def test_a_party_before_a_bodys_name_is_no_title(read: Read) -> None:
    text = "The Utah Republican State Committee met. The Utah Republican State Committee was sued."
    assert {p.kind for p in read(text).of(LocalParty) if "Committee" in p.name} == {"organisation"}


def test_a_frenchman_is_of_france(read: Read) -> None:
    told = {p.name: p.country for p in read("Frenchman Jules Torvel beat Olle Dahl in Peru. The Frenchman was glad.").of(LocalParty)}
    assert told["Jules Torvel"] == "FRA"
