"""The dates and factuality tasks answer every row, through the shipped stages."""

from typing import Any

from evaluation.tasks.dates import answer as dates
from evaluation.tasks.dates import timeml
from evaluation.tasks.factuality import answer as factuality


def test_dates_are_spelled_as_timeml_has_them() -> None:
    text = "The bridge fell last week. Work lasted from 2000 to 2006, and the road is shut since 2013."
    rows: list[dict[str, Any]] = [{"id": "a", "text": text, "published": "2018-01-31"}, {"id": "b", "text": "", "published": None}]
    first, second = dates(rows)
    assert {text[d["start"] : d["end"]]: d["value"] for d in first["dates"]} == {
        "last week": "2018-W04",
        "2000": "2000",
        "2006": "2006",
        "2013": "2013",
    }
    assert second == {"id": "b", "dates": []}


def test_spellings() -> None:
    values = ["2018-01-27/2018-01-28", "2018-07/2018-09", "1990/1999", "2015-22", "2018-01-01/2018-01-05", None]
    assert [timeml(v) for v in values] == ["2018-W04-WE", "2018-Q3", "199", "2015-SU", "2018-01-01/2018-01-05", None]


def test_factuality_gives_one_number_an_event_in_order() -> None:
    rows: list[dict[str, Any]] = [
        {"id": "a", "tokens": ["The", "duke", "left", ",", "and", "he", "may", "return", "."], "events": [{"i": 2}, {"i": 7}]},
        {"id": "b", "tokens": ["He", "did", "n't", "go", "."], "events": [{"i": 3}]},
        {"id": "c", "tokens": ["Nothing"], "events": []},
    ]
    answers = list(factuality(rows))
    assert [a["id"] for a in answers] == ["a", "b", "c"]
    left, returned = answers[0]["values"]
    assert left > returned
    assert answers[1]["values"][0] < 0
    assert answers[2]["values"] == []
