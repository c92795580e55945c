"""What a run of several stories has, and which of them are told in full."""

from typing import Any

import pytest

from twosource.writers.contents import contents, folded, told_in_full
from twosource.writers.markdown import Markdown
from twosource.writers.terminal import Terminal


def story(title: str, rows: list[tuple[str, str]] | None = None, unread: bool = False) -> dict[str, Any]:
    lists = ("parties", "statements", "events", "claims", "conflicts", "utterances", "copies", "timeline")
    article: dict[str, Any] = {
        "id": title,
        "ref": title,
        "path": None,
        "url": None,
        "outlet": "Tarn Radio",
        "domain": None,
        "published": "2025-04-02",
    }
    article |= {"title": None, "text": "It ran aground.", "furniture": []}
    made: dict[str, Any] = {"story": {"title": title, "because": []}, "articles": [article], **{name: [] for name in lists}}
    made["problems"] = [{"article": None, "path": "x", "kind": "empty", "message": "x is empty"}] if unread else []
    if rows is not None:
        made["changes"] = {"same_maker": True, "rows": [{"of": of, "kind": kind} for of, kind in rows], "gone": []}
    return made


SAME, MOVED, NEW = story("Same", []), story("Moved", [("claim", "risen")]), story("New", [("article", "new"), ("claim", "new")])


def test_each_story_says_whether_anything_changed() -> None:
    told = [entry.rpartition(", ")[2] for entry in contents([SAME, MOVED, NEW])]
    assert told == ["nothing changed)", "1 change)", "new)"]
    assert contents([story("A"), story("B")])[0] == "A (1 article)"
    assert contents([SAME]) == []


@pytest.mark.parametrize("kept", [story("No answer before"), story("Unread", [], unread=True)])
def test_what_has_something_to_tell_is_told_in_full(kept: dict[str, Any]) -> None:
    assert told_in_full([SAME, kept]) == [kept]
    assert folded([SAME, SAME, kept]) == "nothing changed in 2 stories: --all shows them"


def test_of_a_new_story_no_change_is_listed() -> None:
    page = Terminal().write([NEW, MOVED | {"changes": {"same_maker": True, "rows": [], "gone": [{}]}}])
    assert "WHAT CHANGED\nthe story is new\n\nARTICLES" in page


def test_one_story_and_all_stories_are_told_in_full() -> None:
    assert told_in_full([SAME]) == [SAME] and told_in_full([SAME, MOVED], every=True) == [SAME, MOVED]
    assert folded([SAME]) == folded([SAME, MOVED], every=True) == ""


@pytest.mark.parametrize("face", [Terminal, Markdown])
def test_pages_keep_to_it(face: type[Terminal] | type[Markdown]) -> None:
    documents = [story("Unchanged happening", []), story("Unread beside it", [], unread=True)]
    page = face().write(documents)
    assert page.count("Unchanged happening") == 1 and page.count("Unread beside it") > 1
    assert "nothing changed in 1 story" in page
    assert face(every=True).write(documents).count("Unchanged happening") > 1
