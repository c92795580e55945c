"""The contract: every field, every span as it reads, nothing lost."""

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from twosource.domain.article import Article
from twosource.domain.reading import Dossier
from twosource.writers.document import document
from twosource.writers.writer import Document

from .conftest import MADE_BY, made


def schema() -> jsonschema.Draft202012Validator:
    validator = jsonschema.Draft202012Validator(json.loads((files("twosource") / "data" / "dossier.schema.json").read_text(encoding="utf-8")))
    validator.check_schema(validator.schema)
    return validator


def test_a_document_keeps_the_contract(said: Document) -> None:
    schema().validate(said)


@pytest.mark.parametrize("at", [(), ("articles", 0), ("statements", 0), ("claims", 0), ("conflicts", 0), ("events", 0), ("problems", 0)])
def test_the_contract_refuses_what_it_does_not_name(said: Document, at: tuple[str | int, ...]) -> None:
    place: Any = said
    for step in at:
        place = place[step]
    place["more"] = 1
    assert not schema().is_valid(said)


def test_fields_stand_in_the_contracts_order(said: Document) -> None:
    order = ["schema", "made_by", "story", "articles", "parties", "statements", "events", "claims", "conflicts", "utterances", "copies", "timeline"]
    order.append("problems")
    assert list(said) == order


def test_every_span_reads_as_said(said: Document) -> None:
    texts = {a["id"]: a["text"] for a in said["articles"]}
    seen = list(spans(said, texts, None))
    assert len(seen) > 10
    for text, span in seen:
        assert text[span["start"] : span["end"]] == span.get("text", text[span["start"] : span["end"]])


def spans(value: Any, texts: dict[str, str], article: str | None) -> Any:
    """Every object with start and end, with the text of its article: its own, else that of the object around it."""
    if isinstance(value, list):
        for one in value:
            yield from spans(one, texts, article)
    elif isinstance(value, dict):
        article = value.get("article") or (value["id"] if value.get("id") in texts else article)
        if "start" in value:
            assert article is not None
            assert 0 <= value["start"] < value["end"] <= len(texts[article])
            yield texts[article], value
        for one in value.values():
            yield from spans(one, texts, article)


def test_chains_name_the_parties_of_the_story(said: Document) -> None:
    known = {p["id"] for p in said["parties"]}
    assert {link["party"] for s in said["statements"] for link in s["chain"]} <= known


def test_a_date_in_the_words_that_attribute_is_not_lost(said: Document) -> None:
    ten = next(s for s in said["statements"] if s["text"] == "Ten people died")
    assert [d["text"] for d in ten["dates"]] == ["on Monday"]
    seven = next(s for s in said["statements"] if s["text"].startswith("Seven"))
    assert [d["value"] for d in seven["dates"]] == ["2025-03-09"]
    assert [q["low"] for q in seven["quantities"]] == [7]
    assert seven["events"] == ["E1"]


def test_problems_of_articles_and_of_inputs_are_both_told(said: Document) -> None:
    assert [(p["kind"], p["article"] is None) for p in said["problems"]] == [("no-publication-date", False), ("missing", True)]


def test_the_same_dossier_gives_the_same_document() -> None:
    assert document(made(), MADE_BY) == document(made(), MADE_BY)


def test_the_day_in_a_dateline_is_told_with_the_first_statement_below_it(compare: Callable[..., Dossier]) -> None:
    text = "Ferry sinks off Torve\n\nTORVE, Dec 31 (Reuters) - A ferry sank off the coast. Nobody was hurt."
    said = document(compare(Article(ref="x", text=text, published="2018-01-01")), {})
    dates = {s["text"]: [(d["value"], d["reason"]) for d in s["dates"]] for s in said["statements"]}
    assert dates == {
        "Ferry sinks off Torve": [],
        "A ferry sank off the coast": [("2017-12-31", "the day in the dateline")],
        "Nobody was hurt": [],
    }


def test_a_weekday_is_told_as_the_other_articles_of_its_claim_date_it(compare: Callable[..., Dossier]) -> None:
    older = Article(ref="a", text="A dam near Torve burst late on Sunday, police said.", published="2024-01-13")
    later = Article(ref="b", text="A dam near Torve burst late on Sunday, police said. Two men drowned.", published="2024-01-15")
    dossier = compare(older, later)
    said = document(dossier, {})
    assert {d["value"] for s in said["statements"] for d in s["dates"]} == {"2024-01-14"}
    assert any("2024-01-13, is older" in d["reason"] for s in said["statements"] for d in s["dates"])
