"""An office, a body or a land in the clause behind a person's name tells whose the person is; what else one may lead or know does not."""

from collections.abc import Callable

import pytest

from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Roy Tandu, who was Zambia's foreign minister until 2010, spoke.", "ZMB"),
        ("Roy Tandu, who heads the Bank of Zambia, spoke.", "ZMB"),
        ("Roy Tandu, who serves in the Zambian army, spoke.", "ZMB"),
        ("Roy Tandu, a native of Lusaka, spoke.", "ZMB"),
        ("Roy Tandu, who led the attack on Zambia, spoke.", None),
        ("Roy Tandu, who led troops in Zambia, spoke.", None),
        ("Roy Tandu, who was a Zambian player for a year, spoke.", None),
    ],
)
def test_country(read: Read, text: str, country: str | None) -> None:
    assert {p.name: p.country for p in read(text).of(LocalParty)}["Roy Tandu"] == country


def test_a_surname_that_is_a_town_elsewhere_tells_nothing_of_a_relative(read: Read) -> None:
    told = {p.name: p.country for p in read("Turkish businessman Kemal Oran left. His sister Leyla Borat said so.").of(LocalParty)}
    assert told["Leyla Borat"] != "DZA"


def test_a_name_behind_the_body_that_one_speaks_for_is_the_speakers(read: Read) -> None:
    told = {p.name: p for p in read("A spokesman for the Movement for Free Burundi, Jean Ndaro, spoke in Brussels.").of(LocalParty)}
    assert (told["Jean Ndaro"].country, told["Jean Ndaro"].body) == ("BDI", told["Movement for Free Burundi"].id)


def test_what_is_called_a_group_is_no_person(read: Read) -> None:
    (group,) = (p for p in read("She works for a Swedish aid organisation, Torvex, in Peru.").of(LocalParty) if p.name == "Torvex")
    assert (group.kind, group.country) == ("organisation", "SWE")
