"""The example story shows what `make demo` promises."""

from pathlib import Path
from typing import Any

import pytest

from twosource.desk import Desk

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


@pytest.fixture(scope="module")
def story() -> dict[str, Any]:
    desk = Desk.open()
    (dossier,) = desk.check(desk.take([str(EXAMPLES)]))
    return desk.document(dossier)


def test_five_articles_are_one_story(story: dict[str, Any]) -> None:
    assert len(story["articles"]) == 5
    assert story["problems"] == []


def test_corroborated_single_source_and_disputed_claims(story: dict[str, Any]) -> None:
    assert {"corroborated", "single-source", "disputed"} <= {c["standing"] for c in story["claims"]}


def test_a_copy(story: dict[str, Any]) -> None:
    outlets = {a["id"]: a["outlet"] for a in story["articles"]}
    assert {"Meridian News Agency", "Karsk Courier"} in [{outlets[a] for a in c["articles"]} for c in story["copies"]]


def test_a_conflict_of_numbers(story: dict[str, Any]) -> None:
    sides = [{side["value"] for side in x["sides"]} for x in story["conflicts"] if x["kind"] == "quantity"]
    assert any(any("seven" in v.lower() or "7" in v for v in values) and any("ten" in v.lower() or "10" in v for v in values) for values in sides)
