"""A party without a country has that of whom it belongs to, else of its articles where they tell of nearly nothing else."""

from dataclasses import replace

from twosource.comparison.parties.homes import homes
from twosource.domain.party import Mention, Party
from twosource.domain.span import Span


def party(name: str, country: str | None = None, mentions: int | tuple[Mention, ...] = 1, **fields: object) -> Party:
    said = mentions if isinstance(mentions, tuple) else tuple(Mention("a1", Span(n, n + 1)) for n in range(mentions))
    made = Party(id=name, basis=(name,), name=name, aliases=(), kind="person", country=country, sectors=(), roles=(), mentions=said)
    return replace(made, **fields)  # type: ignore[arg-type]


def test_who_speaks_for_a_body_is_of_its_country() -> None:
    assert homes([party("Norland Ferries", "NOR", kind="organisation"), party("Ilse Brandt", body="Norland Ferries")]) == {"Ilse Brandt": "NOR"}


def test_titles_tell_whose_somebody_is_over_two_steps() -> None:
    told = homes([
        party("Ilse Brandt", "NOR"),
        party("Tom Lund", roles=("Brandt’s lawyer",)),
        party("Eva Dahl", roles=("Lund spokeswoman",)),
        party("Per Moe", roles=("lawyer",)),
    ])  # fmt: skip
    assert told == {"Tom Lund": "NOR", "Eva Dahl": "NOR"}


def test_of_two_who_bear_a_name_neither_is_meant() -> None:
    assert homes([party("Ilse Brandt", "NOR"), party("Uwe Brandt", "DEU"), party("Tom Lund", roles=("Brandt’s lawyer",))]) == {}


def test_a_story_of_one_country_is_home_to_the_rest() -> None:
    home = party("Norland", "NOR", mentions=9, kind="government")
    away = party("Sudland", "SWE", mentions=3, kind="government")
    rest = [
        party("Tom Lund"),
        party("The Council of Nations", kind="organisation", sectors=("IGO",)),
        party("Ann Roe", body="The Council of Nations"),
        party("a witness", kind="unnamed"),
        party("Per Moe", roles=("Nils Vik’s aide",)),
        party("Nils Vik"),
    ]
    assert homes([home, away, *rest]) == {"Tom Lund": "NOR", "Nils Vik": "NOR"}
    assert homes([home, replace(away, mentions=away.mentions * 3), *rest]) == {}
    assert homes([replace(home, mentions=home.mentions[:5]), *rest]) == {}


def test_what_other_articles_tell_of_does_not_count() -> None:
    elsewhere = tuple(Mention("a2", Span(n, n + 1)) for n in range(20))
    told = homes([party("Norland", "NOR", mentions=12, kind="government"), party("Sudland", "SWE", mentions=elsewhere), party("Tom Lund")])
    assert told == {"Tom Lund": "NOR"}


def test_a_club_tells_nothing_of_where_its_striker_is_from() -> None:
    club = party("Torve", "NOR", kind="organisation")
    assert homes([club, party("Tom Lund", roles=("Torve striker",)), party("Eva Dahl", roles=("Torve spokeswoman",))]) == {"Eva Dahl": "NOR"}


def test_the_words_before_a_name_tell_whose_somebody_is() -> None:
    text = "President Odo Varga’s longtime spokesman Ilia Brenn met Odo Varga 's rival Tom Lund and Odo Varga's aide, Per Moe."

    def said(name: str) -> tuple[Mention, ...]:
        return (Mention("a1", Span(text.rindex(name), text.rindex(name) + len(name))),)

    owner = tuple(Mention("a1", Span(at, at + 9)) for at in (10, text.index("Odo Varga '"), text.rindex("Odo Varga")))
    told = [party("Odo Varga", "HUN", mentions=owner), *(party(name, mentions=said(name)) for name in ("Ilia Brenn", "Tom Lund", "Per Moe"))]
    assert homes(told, {"a1": text}) == {"Ilia Brenn": "HUN", "Per Moe": "HUN"}


def test_a_rival_named_after_somebody_may_be_from_anywhere() -> None:
    rest = [party("Tom Lund", roles=("Brandt’s counterpart",)), party("Eva Dahl", roles=("Brandt’s aide",))]
    assert homes([party("Ilse Brandt", "NOR"), *rest]) == {"Eva Dahl": "NOR"}


def test_what_stands_beside_a_party_may_part_it_from_where_its_articles_play() -> None:
    home = party("Norland", "NOR", mentions=tuple(Mention("a1", Span(n, n + 1)) for n in range(2000, 2014)), kind="government")
    away = party("Sudland", "SWE", mentions=tuple(Mention("a1", Span(n, n + 1)) for n in (100, 150, 200)), kind="government")
    beside, afar = (party(name, mentions=(Mention("a1", Span(at, at + 5)),)) for name, at in (("Tom Lund", 120), ("Eva Dahl", 1950)))
    assert homes([home, away, beside, afar]) == {"Eva Dahl": "NOR"}


def test_who_bears_the_surname_of_others_of_one_country_is_of_it() -> None:
    told = [party("Ilse Brandt", "NOR"), party("Per Holm", "NOR"), party("Ann Holm", "SWE")]
    assert homes([*told, party("Tom Brandt"), party("Eva Holm"), party("Brandt Lund"), party("Uwe B.")]) == {"Tom Brandt": "NOR"}
    assert homes([party("the Lund family", "SWE", kind="group"), party("Eva Lund")]) == {"Eva Lund": "SWE"}
