"""Conflicts as questions: every kind has one, and the notes stand only where they hold."""

from typing import get_args

import pytest

from twosource.domain.conflict import ConflictKind
from twosource.writers.conflicts import partings
from twosource.writers.html import Html
from twosource.writers.markdown import Markdown
from twosource.writers.names import labels
from twosource.writers.terminal import Terminal
from twosource.writers.writer import Document


@pytest.mark.parametrize("kind", get_args(ConflictKind))
def test_every_kind_is_a_question(said: Document, kind: str) -> None:
    said["conflicts"][0]["kind"] = kind
    (one,) = partings(said, labels(said))
    assert one.question and one.heading == one.question
    # What words were said can only be told with the words around them.
    sides = ["Seven people died on Sunday", "Ten people died"] if kind == "wording" else ["7 people", "10 people"]
    assert [value for value, _ in one.sides] == sides
    assert one.brief == one.question + (f": {' / '.join(sides)}" if kind != "certainty" else "")


def test_a_side_is_shown_as_it_reads_alone(said: Document) -> None:
    ids = [side["statements"][0] for side in said["conflicts"][0]["sides"]]
    row = next(s for s in said["statements"] if s["id"] == ids[1])
    said["conflicts"][0] |= {"kind": "polarity"}
    said["conflicts"][0]["sides"][1]["value"] = row["text"]
    row["in_full"] = "Ten people [of Lutra] died"
    (one,) = partings(said, labels(said))
    assert [value for value, _ in one.sides] == ["7 people", "Ten people [of Lutra] died"]


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


def test_what_only_may_be_is_folded_and_flags_no_claim(said: Document) -> None:
    said["conflicts"][0]["likely"] = 0.1
    assert [x.sure for x in partings(said, labels(said))] == [False]
    shown, every = (Terminal(every=of).write([said]) for of in (False, True))
    assert "1 place where accounts may part: --all shows it" in shown and "accounts part on" not in shown
    assert "where accounts may part" in every.lower() and "10 people" in every
    page, marked = Html().write([said]), Markdown(every=True).write([said])
    assert "1 place where accounts may part</summary>" in page and "<h2>Where accounts part</h2>" not in page
    assert "## Where accounts may part" in marked


def test_sure_conflicts_come_first(said: Document) -> None:
    sure = said["conflicts"][0]
    said["conflicts"] = [sure | {"id": "x8", "likely": 0.1}, sure | {"id": "x9", "likely": 0.2}, sure | {"likely": 0.9}]
    assert [x.id for x in partings(said, labels(said))] == [sure["id"], "x9", "x8"]
