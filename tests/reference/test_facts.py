"""Facts are looked up by the forms that news uses."""

import pytest

from twosource.reference import facts
from twosource.reference.lexicon import table


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("U.S. senior official for North Korea", "USA"),
        ("North Korea’s state news agency", "PRK"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("envoy to Japan", None),
        ("the German chancellor", "DEU"),
        ("a senior official", None),
    ],
)
def test_country_in_a_phrase_is_whose_it_is(words: str, country: str | None) -> None:
    assert facts.country_in(words) == country


def test_agencies_tell_country_and_control() -> None:
    kcna = facts.agency("KCNA")
    assert kcna is not None and (kcna.name, kcna.country, kcna.control, kcna.trade) == ("Korean Central News Agency", "PRK", "state", "wire")
    assert facts.agency("the Korean Central News Agency") is kcna
    assert facts.agency("the Pentagon") is None and facts.body("the Pentagon") is not None


def test_roles_in_any_number_and_case() -> None:
    assert facts.role("Foreign Ministers") is not None
    spy = facts.role_at_end("the spy agency")
    assert spy is not None and spy.sectors == ("SPY",)
    assert facts.sectors_in("South Korean intelligence officers") == ("SPY",)
    assert facts.role("vice-president") is not None


def test_capitals_and_homes() -> None:
    capital = facts.country_of_capital("Pyongyang")
    assert capital is not None and capital.code == "PRK"
    assert facts.home_of("Kremlin spokesman") == "RUS"
    assert facts.home_of("Texas governor") == "USA"


def test_a_county_called_after_a_capital_is_not_in_its_country() -> None:
    assert facts.home_of("Lima County prosecutor") is None
    assert facts.home_of("Lima prosecutor") == "PER"
    assert facts.home_of_name("Lima County") is None
    assert facts.home_of_name("Lima County Court") is None


def test_offices_of_one_country_are_its_own() -> None:
    assert facts.home_of("former congressman") == "USA"
    assert facts.home_of("home secretary") == "GBR"
    assert facts.home_of("Norwegian congressman") == "NOR"
    assert facts.home_of("senior minister") is None


def test_the_name_of_a_body_or_site_tells_its_home() -> None:
    assert facts.home_of_name("Seattle Gazette") == "USA"
    assert facts.home_of_name("Los Angeles Harbour Authority") == "USA"
    assert facts.home_of_name("University of Oslo") == "NOR"
    assert facts.home_of_name("Meridian News Agency") is None  # a common word, whatever city is called so
    assert facts.home_of_name("Delta Ferries") is None  # a delta more often than the city of that name
    assert facts.home_of_name("Seattle") is None  # the place itself, which is no body's name
    assert facts.home_of_name("Ferry Line") is None
    assert facts.home_of_name("Popular Front for the Liberation of Zambia") == "ZMB"
    assert facts.home_of_name("Friends for Zambia") is None  # may be from anywhere


def test_what_many_states_send_into_one_is_not_of_it() -> None:
    assert facts.home_of_name("United Nations Mission in Zambia") is None
    assert facts.home_of_name("African Union Mission in Zambia") is None
    assert facts.home_of_name("Zambia United Nations Club") == "ZMB"


def test_no_form_names_two_bodies() -> None:
    forms = [form for row in table("bodies") for form in row["forms"].split("|")]
    assert len(forms) == len(set(forms))


def test_every_country_of_a_table_is_known() -> None:
    assert all(facts.country_of_code(row["country"]) for row in table("roles_of_countries"))
    for name in ("agencies", "bodies"):
        for row in table(name):
            assert row["forms"] and (not row["country"] or facts.country_of_code(row["country"])), row
    assert all(set(row["sectors"].split()) <= SECTORS for name in ("roles", "bodies") for row in table(name))


SECTORS = set(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO UNO EUR NGO ISM IMG MNC".split()  # noqa: SIM905
)
