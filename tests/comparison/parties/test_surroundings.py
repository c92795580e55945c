"""What a party's articles tell of, and who stands beside it, make its country likely; else it has none."""

from dataclasses import replace

import pytest

from twosource.comparison.parties import surroundings
from twosource.comparison.parties.surroundings import countries_told_of, told_around
from twosource.domain.party import Mention, Party
from twosource.domain.span import Span
from twosource.errors import ModelError


def party(name: str, *at: int, article: str = "a1", **fields: object) -> Party:
    said = tuple(Mention(article, Span(n, n + len(name))) for n in at)
    made = Party(id=name, basis=(name,), name=name, aliases=(), kind="person", country=None, sectors=(), roles=(), mentions=said)
    return replace(made, **fields)  # type: ignore[arg-type]


def likely(
    told: dict[Party, str],
    *rest: Party,
    texts: dict[str, str] | None = None,
    but: frozenset[str] = frozenset(),
    filed: dict[str, str] | None = None,
) -> dict[str, str]:
    parties, known = [*told, *rest], {p.id: code for p, code in told.items()}
    return countries_told_of(parties, told_around(parties, known, texts or {}, filed or {}), texts or {}, but | known.keys())


def test_a_story_of_one_country_is_home_to_the_rest() -> None:
    told = {party(f"N{n}", 1000 * n): "NOR" for n in range(6)} | {party("S", 3000): "SWE"}
    rest = [
        party("Tom Lund", 1100),
        party("The Council of Nations", 500, kind="organisation", sectors=("IGO",)),
        party("Ann Roe", 500, body="The Council of Nations"),
        party("a witness", 500, kind="unnamed"),
        party("Per Moe", 500),
    ]
    assert likely(told, *rest, but=frozenset({"Per Moe"})) == {"Tom Lund": "NOR"}
    assert likely(told | {party(f"T{n}", 5000): "SWE" for n in range(5)}, *rest) == {}


def test_two_who_are_of_a_country_make_no_story_of_it() -> None:
    assert likely({party(f"N{n}", 400): "NOR" for n in range(2)}, party("Tom Lund", 500)) == {}
    assert likely({party(f"N{n}", 400): "NOR" for n in range(3)}, party("Tom Lund", 500)) == {"Tom Lund": "NOR"}


def test_what_other_articles_tell_of_does_not_count() -> None:
    told = {party(f"N{n}", 1000 * n): "NOR" for n in range(3)} | {party(f"S{n}", 10, article="a2"): "SWE" for n in range(9)}
    assert likely(told, party("Tom Lund", 500)) == {"Tom Lund": "NOR"}


def test_who_stands_beside_a_party_may_part_it_from_where_its_articles_play() -> None:
    told = {party(f"N{n}", 2000 + 10 * n): "NOR" for n in range(4)} | {party("S", 100): "SWE", party("T", 150): "SWE"}
    assert likely(told, party("Tom Lund", 120), party("Eva Dahl", 2100)) == {"Tom Lund": "SWE", "Eva Dahl": "NOR"}


def test_a_body_that_is_known_to_be_of_no_country_stays_without_one_and_so_does_who_speaks_for_it() -> None:
    told = {party(f"N{n}", 1000 * n): "NOR" for n in range(3)}
    known = [party("UEFA", 500, kind="organisation"), party("Joint Chiefs of Staff", 500, kind="organisation"), party("Ann Roe", 500, body="UEFA")]
    assert likely(told, *known) == {"Joint Chiefs of Staff": "NOR"}


def test_who_is_told_of_where_a_party_comes_up_first_counts_for_more() -> None:
    told = {party(f"N{n}", 2000): "NOR" for n in range(4)} | {party(f"S{n}", 200 * n): "SWE" for n in range(4)}
    assert likely(told, party("Tom Lund", 2100, 5000, 5500), party("Eva Dahl", 1300, 2100)) == {"Tom Lund": "NOR"}


def test_a_local_is_of_where_things_are_said_to_be() -> None:
    text = "A boat sank near Torvik. Tom Lund and Eva Dahl saw it from afar."
    told = {party("Torvik", text.index("Torvik"), kind="place"): "NOR"}
    told |= {party(f"N{n}", 9000): "NOR" for n in range(2)} | {party(f"S{n}", 9000): "SWE" for n in range(2)}
    local, other = party("Tom Lund", 5000, roles=("local baker",)), party("Eva Dahl", 5000, roles=("critic",))
    assert likely(told, local, other, texts={"a1": text}, filed={"a1": "NOR"}) == {"Tom Lund": "NOR"}


def test_who_is_of_some_state_is_of_one_that_is_told_of() -> None:
    told = {party(f"N{n}", 4000): "NOR" for n in range(3)} | {party(f"S{n}", 4000): "SWE" for n in range(2)}
    told |= {party(f"Norway {n}", 4000, kind="government"): "NOR" for n in range(2)}
    assert likely(told, party("Tom Lund", 8000, sectors=("GOV",)), party("Eva Dahl", 8000)) == {"Tom Lund": "NOR"}


def test_weights_for_other_features_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surroundings, "FEATURES", ("among", "neither"))
    surroundings.weights.cache_clear()
    with pytest.raises(ModelError):
        surroundings.weights()


def test_a_place_of_no_known_country_is_where_its_articles_play() -> None:
    told = {party(f"N{n}", 1000 * n): "NOR" for n in range(5)}
    text = "x" * 20 + " in the village of Torvik and north of Europe in Torvik, under Orr, over Sund village"
    rest = [party(name, text.index(name), kind="place") for name in ("Torvik", "Europe", "Orr", "Sund")]
    assert likely(told, *rest, texts={"a1": text}) == {"Torvik": "NOR", "Sund": "NOR"}
