"""The words beside a place's name call it one, and put it into a known country or beside a known place."""

from collections.abc import Callable

import pytest

from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The fire broke out in Almera, in the Yucatan region of Mexico.", "Almera", "MEX"),
        ("Two tourists drowned off the beach resort of Kupalo in Kenya.", "Kupalo", "KEN"),
        ("He was born in the village of Dorvan near Tbilisi.", "Dorvan", "GEO"),
        ("Fighting broke out in Harraz, a town south of Aleppo.", "Harraz", "SYR"),
        ("Kelvo, a village 30 km from Lagos, was flooded.", "Kelvo", "NGA"),
        ("Kelvo, a poor suburb of Lagos, was flooded.", "Kelvo", "NGA"),
        ("Guards at the Tolmek prison in Turkmenistan fired.", "Tolmek", "TKM"),
        ("They met in Harraz, a town where Russia has no troops.", "Harraz", None),
    ],
)
def test_a_place_lies_where_the_text_puts_it(read: Read, text: str, name: str, country: str | None) -> None:
    (party,) = (p for p in read(text).of(LocalParty) if p.name == name)
    assert (party.kind, party.country) == ("place", country)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marta Ruedas, the village doctor, agreed.", "Marta Ruedas"),
        ("Officials of the city of Oslo met Tom Lund, a region chief.", "Tom Lund"),
    ],
)
def test_who_has_an_office_in_a_place_is_none(read: Read, text: str, name: str) -> None:
    assert {p.name: p.kind for p in read(text).of(LocalParty)}[name] == "person"
