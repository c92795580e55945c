"""A party without a country has that of whom it belongs to, else of its articles where they tell of nearly nothing else."""

from dataclasses import replace

from twosource.comparison.parties.homes import homes as told_homes
from twosource.domain.party import Mention, Party
from twosource.domain.span import Span


def party(name: str, country: str | None = None, mentions: int | tuple[Mention, ...] = 1, **fields: object) -> Party:
    said = mentions if isinstance(mentions, tuple) else tuple(Mention("a1", Span(n, n + 1)) for n in range(mentions))
    made = Party(id=name, basis=(name,), name=name, aliases=(), kind="person", country=country, sectors=(), roles=(), mentions=said)
    return replace(made, **fields)  # type: ignore[arg-type]


def homes(parties: list[Party], texts: dict[str, str] | None = None) -> dict[str, str]:
    return {party: code for party, (code, _) in told_homes(parties, texts or {}).items()}


def test_who_speaks_for_a_body_is_of_its_country() -> None:
    assert homes([party("Norland Ferries", "NOR", kind="organisation"), party("Ilse Brandt", body="Norland Ferries")]) == {"Ilse Brandt": "NOR"}


def test_titles_tell_whose_somebody_is_over_two_steps() -> None:
    told = homes([
        party("Ilse Brandt", "NOR"),
        party("Tom Lund", roles=("Brandt’s lawyer",)),
        party("Eva Dahl", roles=("Lund spokeswoman",)),
        party("Per Moe", roles=("lawyer",), mentions=(Mention("a2", Span(0, 1)),)),
    ])  # fmt: skip
    assert told == {"Tom Lund": "NOR", "Eva Dahl": "NOR"}


def test_of_two_who_bear_a_name_neither_is_meant() -> None:
    assert homes([party("Ilse Brandt", "NOR"), party("Uwe Brandt", "DEU"), party("Tom Lund", roles=("Brandt’s lawyer",))]) == {}


def test_each_country_says_what_told_it() -> None:
    told = told_homes([
        *(party(f"Norland {n}", "NOR", kind="organisation") for n in range(3)),
        party("Ilse Brandt", body="Norland 1"),
        party("Ann Holm", "SWE"),
        party("Eva Holm"),
        party("Per Moe", roles=("Ann Holm’s brother",)),
        party("Lutra", roles=("Lehi mayor",), mentions=(Mention("a2", Span(0, 1)),)),
        party("Utah", "USA", mentions=(Mention("a2", Span(0, 1)),), kind="place"),
        party("Tom Lund"),
        party("Lund’s aide", roles=("Tom Lund’s aide",)),
    ])  # fmt: skip
    assert told == {
        "Ilse Brandt": ("NOR", "body"),
        "Eva Holm": ("SWE", "kin"),
        "Per Moe": ("SWE", "kin"),
        "Lutra": ("USA", "words"),
        "Tom Lund": ("NOR", "articles"),
        "Lund’s aide": ("NOR", "articles"),
    }


def test_a_club_tells_nothing_of_where_its_striker_is_from() -> None:
    club = party("Torve", "NOR", kind="organisation")
    assert homes([club, party("Tom Lund", roles=("Torve striker",)), party("Eva Dahl", roles=("Torve spokeswoman",))]) == {"Eva Dahl": "NOR"}


def test_the_words_before_a_name_tell_whose_somebody_is() -> None:
    text = "President Odo Varga’s longtime spokesman Ilia Brenn met Odo Varga 's rival Tom Lund and Odo Varga's aide, Per Moe."

    def said(name: str) -> tuple[Mention, ...]:
        return (Mention("a1", Span(text.rindex(name), text.rindex(name) + len(name))),)

    owner = tuple(Mention("a1", Span(at, at + 9)) for at in (10, text.index("Odo Varga '"), text.rindex("Odo Varga")))
    told = [party("Odo Varga", "HUN", mentions=owner), *(party(name, mentions=said(name)) for name in ("Ilia Brenn", "Tom Lund", "Per Moe"))]
    assert {name: by for name, (_, by) in told_homes(told, {"a1": text}).items()} == {"Ilia Brenn": "body", "Per Moe": "body", "Tom Lund": "articles"}


def test_a_rival_named_after_somebody_may_be_from_anywhere() -> None:
    rest = [party("Tom Lund", roles=("Brandt’s counterpart",)), party("Eva Dahl", roles=("Brandt’s aide",))]
    assert homes([party("Ilse Brandt", "NOR"), *rest]) == {"Eva Dahl": "NOR"}


def test_what_one_article_tells_of_most_is_no_evidence_for_others() -> None:
    guessed = [party(name, "SWE", country_from="articles") for name in ("Tom Lund", "Per Moe", "Ann Roe")]
    told = told_homes([*guessed, party("Eva Dahl", roles=("Tom Lund’s aide",)), party("Odd Vik")])
    assert told == dict.fromkeys(("Tom Lund", "Per Moe", "Ann Roe", "Eva Dahl"), ("SWE", "articles"))


def test_who_bears_the_surname_of_others_of_one_country_is_of_it() -> None:
    told = [party("Ilse Brandt", "NOR"), party("Per Holm", "NOR"), party("Ann Holm", "SWE")]
    afar = (Mention("a2", Span(0, 1)),)
    rest = [party(name, mentions=afar) for name in ("Tom Brandt", "Eva Holm", "Brandt Lund", "Uwe B.")]
    assert homes([*told, *rest]) == {"Tom Brandt": "NOR"}
    assert homes([party("the Lund family", "SWE", kind="group"), party("Eva Lund")]) == {"Eva Lund": "SWE"}


def test_what_the_articles_of_a_story_make_likely_stands_above_what_one_seems_to_be_about() -> None:
    told = [party(f"Norland {n}", "NOR", kind="organisation") for n in range(4)]
    guess = party("Tom Lund", "SWE", country_from="articles")
    assert told_homes([*told, guess])["Tom Lund"] == ("NOR", "articles")
    assert told_homes([*told[:2], guess])["Tom Lund"] == ("SWE", "articles")
