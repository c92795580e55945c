"""Names: what a page calls parties that nobody names and articles that nobody is known to have published."""

from typing import Any

import pytest

from twosource.writers.names import labels, worded


def _document(name: str, *told: str, ref: str = "a", kind: str = "unnamed") -> dict[str, Any]:
    return {
        "parties": [{"id": "p", "name": name, "kind": kind}],
        "statements": [{"chain": [{"party": "p", "text": words}]} for words in told],
        "articles": [{"id": "i", "ref": ref, "outlet": None, "domain": None}],
    }


@pytest.mark.parametrize(
    ("name", "told", "label"),
    [
        ("source", ("the source", "A source within the harbour office"), "a source within the harbour office"),
        ("spokesperson", ("a spokesperson for the zoo, who left",), "a spokesperson for the zoo"),
        ("masked man", ("he",), "masked man"),
        ("officials", ("officials " + "of the harbour " * 9,), "officials"),
    ],
)
def test_a_party_that_nobody_names_is_called_by_the_fullest_of_its_words(name: str, told: tuple[str, ...], label: str) -> None:
    assert labels(_document(name, *told))["p"] == label


def test_a_party_with_a_name_keeps_it() -> None:
    assert labels(_document("Mira Holt", "Mayor Mira Holt of Tarvo", kind="person"))["p"] == "Mira Holt"


@pytest.mark.parametrize(("ref", "label"), [("rows/a16", "article 1"), ("000_23f.txt", "article 1"), ("x/evening-sun.txt", "evening-sun.txt")])
def test_an_article_without_an_outlet_is_a_number_unless_its_file_has_a_name(ref: str, label: str) -> None:
    assert labels(_document("x", ref=ref))["i"] == label


def test_a_note_names_an_article_as_the_page_does() -> None:
    document = _document("x", ref="rows/a16")
    note = "a statement that does not go through rows/a16"
    assert worded(note, document["articles"], labels(document)) == "a statement that does not go through article 1"
    document["articles"][0]["outlet"] = "The Sun"
    assert worded(note, document["articles"], labels(document)) == note
