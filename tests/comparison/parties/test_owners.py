"""Whose somebody is stands in a title, or beside a name: a relative's or a spokesman's, not a rival's or a player's."""

from dataclasses import replace

import pytest

from twosource.comparison.parties.owners import Owner, owners_beside, owners_by_title
from twosource.domain.party import Mention, Party
from twosource.domain.span import Span


def party(name: str, text: str = "", **fields: object) -> Party:
    said = (Mention("a1", Span(text.index(name), text.index(name) + len(name))),) if text else ()
    made = Party(id=name, basis=(name,), name=name, aliases=(), kind="person", country=None, sectors=(), roles=(), mentions=said)
    return replace(made, **fields)  # type: ignore[arg-type]


def beside(text: str, *, kind: str = "person") -> Owner | None:
    """Whose Ilia Brenn is, where "he" and the like stand for Odo Varga."""
    at = [n for n in range(len(text)) if text[n:].lower().startswith(("his ", "her "))]
    owner = party("Odo Varga", text, country="HUN", kind=kind) if "Odo Varga" in text else party("Odo Varga", country="HUN", kind=kind)
    owner = replace(owner, mentions=(*owner.mentions, *(Mention("a1", Span(n, n + 3), "pronoun") for n in at)))
    return owners_beside([owner, party("Ilia Brenn", text)], {"a1": text}).get("Ilia Brenn")


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        ("Odo Varga’s longtime spokesman Ilia Brenn agreed.", False),
        ("On Monday his spokesman, Ilia Brenn, agreed.", False),
        ("His late father Ilia Brenn was a baker.", True),
        ("Ilia Brenn, his sister, agreed.", True),
        ("Ilia Brenn, 34, Odo Varga's aide, agreed.", False),
        ("Ilia Brenn was Odo Varga’s uncle.", True),
        ("Ilia Brenn, the mother of German striker Odo Varga, agreed.", True),
        ("Ilia Brenn is a second cousin of Odo Varga.", True),
        ("The son of President Odo Varga, Ilia Brenn, agreed.", True),
    ],
)
def test_the_words_beside_a_name_tell_whose_somebody_is(text: str, kin: bool) -> None:
    assert beside(text) == Owner("Odo Varga", kin)


@pytest.mark.parametrize(
    "text",
    [
        "Odo Varga’s rival Ilia Brenn disagreed.",
        "His friend Ilia Brenn disagreed.",
        "Ilia Brenn, his sister said, disagreed.",
        "Ilia Brenn, a critic of Odo Varga, disagreed.",
        "Ilia Brenn, who met the mother of Odo Varga, disagreed.",
        "Odo Varga, Ilia Brenn and others disagreed.",
    ],
)
def test_a_rival_and_who_only_stands_near_are_nobodys(text: str) -> None:
    assert beside(text) is None


def test_a_club_owns_no_player_but_whoever_serves_it() -> None:
    assert beside("Odo Varga’s striker Ilia Brenn scored.", kind="organisation") is None
    assert beside("Odo Varga’s chairman Ilia Brenn wept.", kind="organisation") == Owner("Odo Varga", kin=False)


def test_whose_country_is_told_is_not_asked_for_an_owner() -> None:
    text = "Odo Varga’s wife Ilia Brenn left."
    known = [party("Odo Varga", text), party("Ilia Brenn", text, country="NOR", country_from="words")]
    assert owners_beside(known, {"a1": text}) == {}
    guessed = [known[0], replace(known[1], country_from="articles")]
    assert owners_beside(guessed, {"a1": text}) == {"Ilia Brenn": Owner("Odo Varga", kin=True)}


def test_titles_tell_relatives_from_staff() -> None:
    told = [party("Ilse Brandt"), party("Tom Lund", roles=("Brandt’s late husband",)), party("Eva Dahl", roles=("Ilse Brandt spokeswoman",))]
    assert owners_by_title(told) == {
        "Tom Lund": (Owner("Ilse Brandt", kin=True),),
        "Eva Dahl": (Owner("Ilse Brandt", kin=False),),
    }
