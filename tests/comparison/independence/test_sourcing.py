"""Sourcing: the cut itself, and which names are one node."""

import pytest

from twosource.comparison.independence.sourcing import Node, Way, best_cut, credited, full_names, is_wire, outlet_node
from twosource.domain.article import Article
from twosource.domain.furniture import Furniture, FurnitureKind
from twosource.domain.span import Span


def way(*names: str) -> Way:
    return Way(tuple(Node("party", name, name) for name in names))


@pytest.mark.parametrize(
    ("ways", "cut"),
    [
        ([], []),
        ([way("Herald")], ["Herald"]),
        ([way("Police", "Herald"), way("Police", "Courier")], ["Police"]),
        ([way("Police", "Herald"), way("Mayor", "Courier")], ["Mayor", "Police"]),
        ([way("Police", "Wire", "Herald"), way("Mayor", "Wire", "Courier")], ["Wire"]),
        ([way("Police", "Wire", "Herald"), way("Wire", "Courier")], ["Police"]),
        ([way("a", "b", "Herald"), way("b", "a", "Courier")], ["a"]),
        ([way("a", "a", "Herald")], ["a"]),
    ],
)
def test_the_smallest_cut_nearest_the_origins(ways: list[Way], cut: list[str]) -> None:
    assert [node.key for node in best_cut(ways)] == cut
    assert [node.key for node in best_cut(ways[::-1])] == cut


def test_forms_of_an_outlets_name_are_one_node() -> None:
    assert outlet_node("AP") == outlet_node("Associated Press") == outlet_node("The Associated Press")
    assert outlet_node("The Velmar Herald") == outlet_node("Velmar Herald")
    assert outlet_node("Velmar Herald") != outlet_node("Brask Herald")


def test_agencies_are_known() -> None:
    assert is_wire("Reuters")
    assert not is_wire("Velmar Herald")
    assert not is_wire(None)


@pytest.mark.parametrize(("words", "names"), [("By AP", {"Associated Press"}), ("photo credit: AP", set()), ("By Ilse Brandt", set())])
def test_who_made_a_picture_carries_no_word(words: str, names: set[str]) -> None:
    article = Article(ref="a", text=words)
    one = Furniture(
        id="f", article=article.id, evidence=(Span(0, len(words)),), kind="credit", reason="", names=("AP",) if "AP" in words else ("Ilse Brandt",)
    )
    assert credited(article, [one]) == names


def test_an_agency_beside_a_picture_alone_carries_no_word() -> None:
    article = Article(ref="a", text="Reuters")
    one = Furniture(id="f", article=article.id, evidence=(Span(0, 7),), kind="credit", reason="photo credit", names=("Reuters",))
    assert credited(article, [one]) == frozenset()


def test_files_from_an_agency_are_no_file_photo() -> None:
    article = Article(ref="a", text="With files from Reuters")
    one = Furniture(id="f", article=article.id, evidence=(Span(0, 23),), kind="credit", reason="wire credit", names=("Reuters",))
    assert credited(article, [one]) == {"Reuters"}


@pytest.mark.parametrize(
    ("name", "kind", "names"),
    [
        ("PA", "credit", {"PA Media"}),
        ("AP Sports Writer", "byline", {"Associated Press"}),
        ("Reuters Staff", "byline", {"Reuters"}),
        ("Velmar Press Agency", "byline", {"Velmar Press Agency"}),
        ("the Velmar News Service", "credit", {"Velmar News Service"}),
        ("VPA", "dateline", {"VPA"}),
        ("VPA", "credit", set()),
        ("France", "dateline", set()),
        ("Jan 4", "dateline", set()),
        ("Ilse Brandt", "byline", set()),
    ],
)
def test_an_agency_that_no_table_knows_is_known_by_its_name_or_its_place(name: str, kind: FurnitureKind, names: set[str]) -> None:
    article = Article(ref="a", text=name)
    one = Furniture(id="f", article=article.id, evidence=(Span(0, len(name)),), kind=kind, reason="", names=(name,))
    assert credited(article, [one]) == names


def test_initials_stand_for_the_one_name_that_has_them() -> None:
    assert full_names(["VPA", "Velmar Press Agency", "Brask Herald"]) == {"VPA": "Velmar Press Agency"}
    assert full_names(["VPA", "Velmar Press Agency", "Vessin Press Agency"]) == {}
    assert full_names(["AP", "Arden Post"]) == {}
    assert is_wire("Velmar Press Agency") and not is_wire("Press Agency")
