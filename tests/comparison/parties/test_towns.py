"""A town tells the country of whom it is named with; one whose name is a common word only where something is in it."""

from dataclasses import replace

import pytest

from twosource.comparison.parties.towns import by_town
from twosource.domain.party import Mention, Party
from twosource.domain.span import Span

TEXT = "In Utah, Lehi and Surprise heard of it. Nobody in Hilo had, and Nobody in Meridian."


def party(name: str, **fields: object) -> Party:
    at = max(TEXT.find(name), 0)
    made = Party(id=name, basis=(name,), name=name, aliases=(), kind="place", country=None, sectors=(), roles=(), mentions=())
    return replace(made, **{"mentions": (Mention("a1", Span(at, at + len(name))),), **fields})  # type: ignore[arg-type]


def found(*parties: Party) -> dict[str, str]:
    return by_town([party("Utah", country="USA"), *parties], {"Utah": "USA"}, {"a1": TEXT})


def test_a_town_is_of_the_country_that_is_told_of() -> None:
    assert found(party("Lehi")) == {"Lehi": "USA"}


def test_a_common_word_is_a_town_only_where_something_is_in_it() -> None:
    assert found(party("Upland"), party("Surprise")) == {}
    text = "The mayor of Upland said so in Utah."
    at = text.index("Upland")
    upland = party("Upland", mentions=(Mention("a1", Span(at, at + 6)),))
    assert by_town([upland, party("Utah", country="USA")], {"Utah": "USA"}, {"a1": text}) == {"Upland": "USA"}
    assert by_town([upland], {}, {"a1": text}) == {}  # and of no country that nothing tells of


@pytest.mark.parametrize(
    ("name", "fields", "alone", "told"),
    [
        ("Lehi Fire Department", {"kind": "organisation"}, True, True),
        ("Lehi News Agency", {"kind": "media"}, False, True),
        ("Lehi Bank", {"kind": "organisation", "sectors": ("BUS",)}, False, True),
        ("Upland Police", {"kind": "organisation"}, False, False),
        ("Eva Dahl", {"kind": "person", "roles": ("Lehi mayor",)}, True, True),
        ("Eva Dahl", {"kind": "person", "roles": ("Upland mayor",)}, False, False),
    ],
)
def test_whom_a_town_tells_of_with_and_without_the_town(name: str, fields: dict[str, object], alone: bool, told: bool) -> None:
    assert found(party(name, **fields)) == ({name: "USA"} if alone else {})
    assert (name in found(party(name, **fields), party("Lehi"))) is told
