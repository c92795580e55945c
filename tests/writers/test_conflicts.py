"""Conflicts as questions: every kind has one, and the notes stand only where they hold."""

from typing import get_args

import pytest

from twosource.domain.conflict import ConflictKind
from twosource.writers.conflicts import partings
from twosource.writers.html import Html
from twosource.writers.names import labels
from twosource.writers.writer import Document


@pytest.mark.parametrize("kind", get_args(ConflictKind))
def test_every_kind_is_a_question(said: Document, kind: str) -> None:
    said["conflicts"][0]["kind"] = kind
    (one,) = partings(said, labels(said))
    assert one.question and one.heading == one.question
    assert [value for value, _ in one.sides] == ["7 people", "10 people"]
    assert one.brief == one.question + (": 7 people / 10 people" if kind != "certainty" else "")


def test_notes_stand_only_where_they_hold(said: Document) -> None:
    assert "replaces an earlier" not in Html().write([said])
    said["conflicts"][0] |= {"update": True, "same_origin": True}
    (one,) = partings(said, labels(said))
    assert one.heading == "how many (a later number replaces an earlier one; one party on both sides)"


def test_a_side_without_a_word_for_it_says_how_sure_it_is(said: Document) -> None:
    said["conflicts"][0] |= {"kind": "certainty"}
    said["conflicts"][0]["sides"][0]["value"] = "Seven people died on Sunday"
    said["conflicts"][0]["sides"][1]["value"] = "may"
    (one,) = partings(said, labels(said))
    assert [value for value, _ in one.sides] == ["certain", "may"]


def test_long_sides_do_not_stand_in_one_line(said: Document) -> None:
    said["conflicts"][0]["sides"][0]["value"] = "seven people " * 9
    assert partings(said, labels(said))[0].brief == "how many"


def test_a_claim_leads_to_its_conflict_and_words_to_their_place(said: Document) -> None:
    page = Html().write([said])
    (conflict,) = said["conflicts"]
    assert f'href="#{conflict["id"]}"' in page and f'id="{conflict["id"]}"' in page
    for s in said["statements"]:
        assert page.count(f'id="{s["id"]}"') == 1 and f'href="#{s["id"]}"' in page, s["text"]
