"""The party task answers every row, through the shipped stages."""

from typing import Any

from evaluation.parties import kind_fits, match, words
from evaluation.tasks.party import answer


def test_rows_are_answered_in_order() -> None:
    rows = [
        {"id": 1, "phrase": "Peruvian police", "context": "Peruvian police arrested two men in Lima.", "date": "2001-01-01"},
        {"id": 2, "phrase": "the mayor", "context": "", "date": None},
        {"id": 3, "phrase": "President Ana Quispe", "context": "President Ana Quispe of Bolivia resigned on Friday.", "date": None},
        {"id": 4, "phrase": "", "context": "", "date": None},
    ]
    answers = list(answer(rows))
    assert [a["id"] for a in answers] == [1, 2, 3, 4]
    assert (answers[0]["country"], answers[0]["sectors"]) == ("PER", ["COP"])
    assert answers[1]["sectors"] == ["GOV"]
    assert answers[2]["country"] == "BOL"


def test_names_match_by_their_words() -> None:
    parties: list[dict[str, Any]] = [
        {"name": "KCNA", "aliases": ["Korean Central News Agency"], "mentions": [1]},
        {"name": "The KCNA", "aliases": [], "mentions": []},
    ]
    assert match({"name": "the Korean Central News Agency"}, parties) is parties[0]
    assert words("Mr. José Núñez") == ("josé", "núñez")
    assert kind_fits("place", "government") and not kind_fits("person", "place")
