"""The words right next to a name tell whose its bearer is, and what only seems to tell it does not."""

from collections.abc import Callable

import pytest

from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Sweden's Mara Lund fell on lap two.", "Mara Lund", "SWE"),
        ("She beat German team mate Jonas Feld.", "Jonas Feld", "DEU"),
        ("Jonas Feld, a retired Norwegian engineer, said so.", "Jonas Feld", "NOR"),
        ("Secretary of State Rolf Holt left for Asia.", "Rolf Holt", "USA"),
        ("Mark Holt (R-Iowa) agreed.", "Mark Holt", "USA"),
        ("The Zurich-based maker Torvex denied it.", "Torvex", "CHE"),
        ("Torvex, a maker based in Oslo, denied it.", "Torvex", "NOR"),
        ("They hired the Panama law firm Holt Marlow.", "Holt Marlow", "PAN"),
        ("She works for a Swedish relief agency called Torvex.", "Torvex", "SWE"),
        ("A Swedish singer known as Mara Lund left.", "Mara Lund", "SWE"),
        ("She works for a Swedish aid organisation, Torvex, in Peru.", "Torvex", "SWE"),
        ("In a Swedish hospital, Mara Lund, 34, was angry.", "Mara Lund", None),
        ("He studies at Torve University in Norway.", "Torve University", "NOR"),
        ("Mara Lund, 34, from the Swedish village of Torvik, was hurt.", "Mara Lund", "SWE"),
        ("Mara Lund, from the village of Ramallah, was hurt.", "Mara Lund", "PSE"),
        ("Mara Lund, of French descent, was hurt.", "Mara Lund", None),
        ("The anti-Russian Feld Group marched.", "Feld Group", None),
        ("Jonas Feld, Sweden's top German adviser, left.", "Jonas Feld", "SWE"),
        ("The London-based Mara Lund spoke.", "Mara Lund", None),
        ("Zurich striker Mara Lund scored.", "Mara Lund", None),
    ],
)
def test_country(read: Read, text: str, name: str, country: str | None) -> None:
    told = {p.name: p.country for p in read(text).of(LocalParty)}
    assert told[name] == country


def test_a_part_of_the_world_lies_in_no_country_that_is_told_after_it(read: Read) -> None:
    told = {p.name: p.country for p in read("It grows in Siberia, the Middle East, India, Eurasia, and Peru.").of(LocalParty)}
    assert told["Middle East"] is None


def test_the_president_is_of_the_country_that_an_article_is_surely_about(read: Read) -> None:
    abroad = "President Lund spoke of Peru. Peru is at war. The army of Chile withdrew. Chilean troops left. Lund went home. "
    told = {p.name: p.country for p in read(abroad).of(LocalParty)}
    assert told["Lund"] is None
    told = {p.name: p.country for p in read(abroad + "Peruvian farmers cheered. Lima was calm. Peru rejoiced.").of(LocalParty)}
    assert told["Lund"] == "PER"
