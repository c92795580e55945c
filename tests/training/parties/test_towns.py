"""The table of towns is made of a gazetteer's rows, by the countries that have a place of the name."""

from typing import Any

from training.parties.towns import HEAD, made

COUNTRIES = {"NO": {"iso3": "NOR"}, "SE": {"iso3": "SWE"}, "QQ": {"iso3": "QQQ"}}


def town(name: str, code: str, people: int, *also: str) -> dict[str, Any]:
    return {"name": name, "countrycode": code, "population": people, "alternatenames": list(also)}


def rows(*towns: dict[str, Any], regions: tuple[dict[str, Any], ...] = ()) -> list[str]:
    text = made(towns, regions, COUNTRIES)
    assert text.startswith(HEAD)
    return text.removeprefix(HEAD).splitlines()


def test_the_country_with_the_largest_town_of_a_name_stands_first() -> None:
    assert rows(town("Torvö", "NO", 20_000), town("Torvo", "SE", 30_000), town("Karskvik", "NO", 15_000)) == ["NOR\tkarskvik", "SWE NOR\ttorvo"]


def test_small_towns_codes_and_what_the_gazetteer_knows_are_left_out() -> None:
    assert rows(town("Torvik", "NO", 9_000), town("Oslo", "NO", 600_000), town("North", "NO", 20_000), town("Elverin", "QQ", 90_000)) == []


def test_other_spellings_are_taken_of_large_towns_alone() -> None:
    assert rows(town("Torvik", "NO", 90_000, "Torvicum")) == ["NOR\ttorvik"]
    assert rows(town("Torvik", "NO", 100_000, "Torvicum", "TVK", "Tor'vik", "Торвик")) == ["NOR\ttorvicum|torvik"]


def test_regions_go_by_their_name_alone_too_and_before_towns() -> None:
    assert rows(town("Torv", "SE", 30_000), regions=({"code": "NO.01", "name": "Torv County"},)) == ["NOR\ttorv county", "NOR SWE\ttorv"]


def test_an_arabic_article_may_be_left_out() -> None:
    assert rows(town("Al Torvar", "NO", 20_000)) == ["NOR\tal torvar|torvar"]
