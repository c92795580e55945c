"""Towns and the countries that have one of the name."""

from collections.abc import Callable

import pytest

from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.grammar.parties.towns import country_of_town, opening_towns

Read = Callable[..., Reading]


def test_of_several_countries_it_is_the_one_that_is_told_of() -> None:
    assert country_of_town("Carlisle", {"GBR": 3, "USA": 1}, alone=True) == "GBR"
    assert country_of_town("Carlisle", {"USA": 1}, alone=True) == "USA"
    assert country_of_town("Carlisle", {"NOR": 1}, alone=True) is None
    assert country_of_town("Macerata", {}, alone=True) == "ITA" and country_of_town("Macerata", {}, alone=False) is None
    assert country_of_town("Torve", {"NOR": 1}, alone=True) is None


def test_titles_and_names_open_with_towns() -> None:
    assert list(opening_towns("person", "Fort Lee mayor")) == ["Fort Lee", "Fort"]
    assert list(opening_towns("person", "Fort Lee striker")) == []
    assert list(opening_towns("person", "Lima County mayor")) == ["Lima County"]
    assert list(opening_towns("organisation", "Lehi Fire Department"))[-1] == "Lehi"
    assert list(opening_towns("organisation", "Anna Lund’s office")) == []


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The ferry sank off Torvik, Norway, on Monday.", "Torvik", "NOR"),
        ("They met in Springfield, Ill., on Monday.", "Springfield", "USA"),
        ("The ferry left Alexandria, Virginia, at dawn.", "Alexandria", "USA"),
        ("They met in Karachi on Monday.", "Karachi", "PAK"),
        ("Torvik, a Norway native, said so.", "Torvik", None),
        ("The lake froze in Lehi. Utah had snow.", "Lehi", "USA"),
        ("Mara Lund, 34, of Hoboken, N.J., was hurt.", "Mara Lund", "USA"),
        ("They threatened Torvik, Japan and Peru.", "Torvik", None),
        ("In Torvik, the United States has lost.", "Torvik", None),
    ],
)
def test_country(read: Read, text: str, name: str, country: str | None) -> None:
    told = {p.name: p.country for p in read(text).of(LocalParty)}
    assert told.get(name) == country
