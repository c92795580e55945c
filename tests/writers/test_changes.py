"""What changed, on every page: counted, the gravest first, each with its words; and hostile words stay words."""

import re
from typing import Any

import pytest
from markdown_it import MarkdownIt

from twosource.domain.article import Article
from twosource.domain.change import Change, Changes, Ground, State, Words
from twosource.domain.span import Span
from twosource.writers.changes import told
from twosource.writers.html import Html
from twosource.writers.markdown import Markdown
from twosource.writers.terminal import Terminal
from twosource.writers.writer import Document, Writer

from .conftest import HOSTILE
from .test_document import schema

FACES: list[Writer] = [Terminal(), Markdown(), Html(), Terminal(every=True)]


def _changed(document: Document, by: str = "Vello Arn", same: bool = True) -> Document:
    article = document["articles"][1]["id"]
    ground = Ground("further-origin", (by, "arn.example"), Words(article, Span(0, 15), "Ten people died"))
    gone = Article(ref="old", text="Nobody died.")
    lost = Ground("no-longer-told", ("police", "old"), Words(gone.id, Span(0, 11), "Nobody died"))
    was, now = State("c0", "Seven people died", "single-source", 1, ("police",)), State("c1", "Seven people died", "corroborated", 2, ("police", by))
    rows = [
        Change("claim", "risen", was, now, (ground,)),
        Change("claim", "gone", State("c9", "Nobody died", "single-source", 1), None, (lost,)),
        Change("conflict", "new", None, State("x1", "quantity: 7 people / 10 people"), (ground,)),
        Change("date", "updated", State("s", "open"), State("s", "2025-03-09"), (ground,)),
        *(Change("claim", "told", was, now, (ground,)) for _ in range(3)),
    ]
    return document | {"changes": told(Changes(same, tuple(rows), (gone,)))}


def _flat(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>|[*\\]", " ", page).split())


@pytest.mark.parametrize("face", FACES, ids=range(4))
def test_a_face_tells_what_changed_and_why(face: Writer, said: Document) -> None:
    page = _flat(face.write([_changed(said)]))
    for words in (
        "claims: 1 risen, 1 gone, 3 told again",
        "single-source → corroborated, rests on at most 1 → 2",
        "a further origin: Vello Arn in arn.example: “Ten people died”",
        "no longer told: police in old: “Nobody died”",
        "accounts now part on how many",
        "7 people / 10 people",
    ):
        assert words in page, words


def test_a_claim_that_changed_is_told_in_full(said: Document) -> None:
    said["claims"][0] |= {"id": "c1", "in_full": "Seven people [of Lutra] died"}
    assert "“Seven people [of Lutra] died”" in _flat(Terminal().write([_changed(said)]))


def test_quiet_changes_are_counted_and_told_when_asked_for(said: Document) -> None:
    assert "4 more changes: --all" in Terminal().write([_changed(said)])
    assert "open → 2025-03-09" in Terminal(every=True).write([_changed(said)])


def test_another_maker_is_told(said: Document) -> None:
    assert "another version or other models" in _flat(Terminal().write([_changed(said, same=False)]))


def test_without_an_earlier_answer_nothing_is_said_of_changes(said: Document) -> None:
    assert not [face.name for face in FACES if "what changed" in face.write([said]).lower()]


def test_changes_keep_the_contract_and_open_to_their_words(said: Document) -> None:
    document = _changed(said)
    schema().validate(document)
    texts: dict[str, Any] = {a["id"]: a["text"] for a in (*document["articles"], *document["changes"]["gone"])}
    grounds = [g for row in document["changes"]["rows"] for g in row["because"]]
    assert grounds and all(texts[g["article"]][g["start"] : g["end"]] == g["text"] for g in grounds)


def test_nothing_in_a_change_is_markup(said: Document) -> None:
    document = _changed(said, by=HOSTILE)
    assert "\x1b" not in Terminal().write([document])
    blocks = MarkdownIt("commonmark", {"html": True}).parse(Markdown().write([document]))
    assert not {t.type for b in blocks for t in (b, *(b.children or ()))} & {"html_block", "html_inline", "link_open", "code_inline"}
    assert "<script>alert" not in Html().write([document])
