"""The drawing of who told whom: everybody in the column of his place in the chains, and nobody drawn who says nothing."""

from typing import Any

from twosource.writers.graph import MOST_PARTIES, graph

Row = dict[str, Any]


def _document(*chains: str) -> Row:
    """A statement a chain: letters for parties, the origin first, then a digit for the article."""
    statements = [{"id": f"s{n}", "chain": [{"party": p} for p in chain[:-1]], "article": chain[-1]} for n, chain in enumerate(chains)]
    parties = sorted({p for chain in chains for p in chain[:-1]})
    return {"statements": statements, "parties": [{"id": p, "kind": "person"} for p in parties], "articles": [{"id": a} for a in "12"]}


def _drawn(document: Row) -> Row:
    names = {p["id"]: p["id"] for p in document["parties"]} | {a["id"]: a["id"] for a in document["articles"]}
    made = graph(document, names)
    assert made is not None
    return made


def test_without_attribution_there_is_nothing_to_draw() -> None:
    assert graph(_document("1", "2"), {"1": "1", "2": "2"}) is None


def test_origins_stand_left_of_carriers_and_articles_right_of_all() -> None:
    x = {v["label"]: v["x"] for v in _drawn(_document("ab1", "b2", "c2"))["nodes"]}
    assert x["a"] == x["c"] < x["b"] < x["1"] == x["2"]


def test_every_statement_goes_through_all_its_chain() -> None:
    made = _drawn(_document("ab1", "ab1", "b2"))
    assert {e["title"] for e in made["edges"]} == {"a → b: 2 statements", "b → 1: 2 statements", "b → 2: 1 statement"}
    assert {v["label"]: v["statements"] for v in made["nodes"]} == {"a": "s0 s1", "b": "s0 s1 s2", "1": "s0 s1", "2": "s2"}


def test_no_two_nodes_cover_each_other() -> None:
    made = _drawn(_document("ab1", "cb2", "db1", "eb2", "a1", "c2", "ba1"))
    places = [(v["x"], v["y"]) for v in made["nodes"]]
    assert len(set(places)) == len(places)
    assert all(v["x"] >= 0 and v["x"] + v["width"] <= made["width"] and v["y"] >= 0 and v["y"] + v["height"] <= made["height"] for v in made["nodes"])


def test_those_with_the_fewest_statements_are_left_out_and_counted() -> None:
    many = [f"{chr(0x4E00 + n)}1" for n in range(MOST_PARTIES + 3)]
    made = _drawn(_document("a1", "a1", *many))
    assert made["left_out"] == 4
    assert sum(v["kind"] == "person" for v in made["nodes"]) == MOST_PARTIES and made["nodes"][0]["label"] == "a"
