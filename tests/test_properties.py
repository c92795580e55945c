"""What holds for any text: spans read as said, nothing depends on the run, on the order, or on copies."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.writers.test_document import schema, spans

from twosource.desk import Desk
from twosource.domain.article import Article
from twosource.inference.shipped import Models
from twosource.pipeline import standard
from twosource.settings import Settings
from twosource.writers.faces import WRITERS, Look
from twosource.writers.json import Json

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "karsk-footbridge.jsonl"

# The model takes tenths of a second a text, so that examples are few; each of them is long and odd instead.
# The same ones every time: a gate must not fail by chance.
few = settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])

SENTENCES = [
    "The ferry Tarn Star ran aground on Wednesday.",
    "Seven people were injured, the coast guard said.",
    "“Nobody told us to leave the ship,” said Mira Holt, a passenger.",
    "At least nine people were injured, Holt said.",
    "According to the Meridian News Agency, Captain Ole Brand said that the ferry had lost its rudder.",
    "The ferry company denied that the rudder was lost.",
    "The coast guard will question the captain on Friday, a senior official who asked not to be named said.",
    "The minister of transport may visit the island of Tarn next week.",
    'BREAKING!!! “‘"(unclosed',
    "المعبرة said: 👩‍🚒🔥 “ok” \u202eback\u202c.",
    "Share this article\r\n\r\n\r\n3 Min Read",
    "a.b.c said said said, said; said? ‘said’ “said”",
    "1,000,000 or 10^9 of 0.5 % on 31/31/2031, 2025-02-30 and the 99th of May",
]
MARKUP = [
    "<b onclick=x>",
    "[a](http://x.example)",
    "![a](x)",
    "`x` ~~~ ``` ---",
    "| a | b |\n|---|",
    "> # *x* _y_ \x1b[31m \u202e",
    "www.x.example &lt;b&gt;",
]
texts = st.lists(st.one_of(st.sampled_from(SENTENCES), st.text(max_size=40)), min_size=1, max_size=8).flatmap(
    lambda parts: st.sampled_from([" ", "\n", "\n\n", "\r\n", "", "\u2028", "\u00a0"]).map(lambda gap: gap.join(parts))
)


@pytest.fixture(scope="module")
def desk(models: Models) -> Desk:
    return Desk(standard(models), Settings(), models.digests)


def documents(desk: Desk, *articles: Article) -> list[dict[str, Any]]:
    return [desk.document(d) for d in desk.check(desk.take(articles))]


STORY = [
    Article(
        ref="agency",
        outlet="Meridian News Agency",
        published="2025-04-02",
        text="The ferry Tarn Star ran aground off Tarn on Wednesday, the coast guard said.\n\nSeven people were injured, the coast guard said.",
    ),
    Article(
        ref="gazette",
        outlet="The Tarn Gazette",
        published="2025-04-03",
        text="Seven people were injured when the ferry Tarn Star ran aground off Tarn, the coast guard said, according to the Meridian News Agency.",
    ),
    Article(
        ref="radio",
        outlet="Tarn Radio",
        published="2025-04-03",
        text="The ferry Tarn Star ran aground off Tarn on Wednesday.\n\nAt least nine people were injured, said Mira Holt, a passenger.",
    ),
]


@few
@given(text=texts)
def test_every_span_lies_inside_the_text_and_reads_as_said(desk: Desk, text: str) -> None:
    for document in documents(desk, Article(ref="x", text=text, published="2025-04-02")):
        schema().validate(document)
        assert not [p for p in document["problems"] if p["kind"] == "stage-failed"]
        known = {a["id"]: a["text"] for a in document["articles"]}
        assert list(known.values()) == [text]
        for within, span in spans(document, known, None):
            assert span.get("text", "") in ("", within[span["start"] : span["end"]])


@few
@given(text=texts, outlet=st.sampled_from(MARKUP))
def test_words_of_articles_stay_words_in_every_face(desk: Desk, text: str, outlet: str) -> None:
    marked = " ".join((text, *MARKUP, "said.\n\n", f"“{MARKUP[0]}” is {MARKUP[3]}, {MARKUP[1]} said."))
    told = documents(desk, Article(ref=outlet, text=marked, outlet=outlet, language="en"))
    pages = {name: WRITERS[name](Look(every=True)).write(told) for name in WRITERS}
    assert all(page.encode("utf-8") for page in pages.values())
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", pages["terminal"] + pages["markdown"])
    blocks = MarkdownIt("commonmark", {"html": True}).enable("table").parse(pages["markdown"])
    found = {t.type for block in blocks for t in (block, *(block.children or ())) if t.content != "<br>"}
    assert not found & {"html_block", "html_inline", "link_open", "image", "code_inline", "code_block", "fence", "hr", "blockquote_open"}


@few
@given(text=texts)
def test_the_same_input_gives_the_same_bytes(desk: Desk, text: str) -> None:
    article = Article(ref="x", text=text)
    assert Json().write(documents(desk, article, *STORY)) == Json().write(documents(desk, article, *STORY))


@few
@given(order=st.permutations(STORY), text=texts)
def test_the_order_of_the_articles_changes_nothing(desk: Desk, order: list[Article], text: str) -> None:
    odd = Article(ref="x", text=text, outlet="The Odd Post")
    told = [sorted(json.dumps(d, sort_keys=True) for d in documents(desk, *these)) for these in ([odd, *order], [*STORY, odd])]
    assert told[0] == told[1]


def _independent(found: list[dict[str, Any]]) -> dict[str, int]:
    return {statement: claim["independent"] for d in found for claim in d["claims"] for statement in claim["statements"]}


def _story(example: str) -> list[Article]:
    """The invented articles of STORY, or those that ship as an example."""
    if example == "invented":
        return STORY
    rows = [json.loads(line) for line in EXAMPLE.read_text(encoding="utf-8").splitlines()]
    return [Article(ref=r["id"], outlet=r["outlet"], published=r["published"], text=f"{r['title']}\n\n{r['text']}") for r in rows]


def _without_its_end(text: str) -> str:
    """A copy as papers print it: the last paragraphs left out, at least the half kept."""
    paragraphs = text.split("\n\n")
    return "\n\n".join(paragraphs[: max(1, (len(paragraphs) + 2) // 2)])


@pytest.mark.parametrize("example", ["invented", "shipped"])
@pytest.mark.parametrize("outlet", [None, "The Copying Post"])
@pytest.mark.parametrize("trimmed", [False, True])
def test_a_copy_changes_no_independence_number(desk: Desk, example: str, outlet: str | None, trimmed: bool) -> None:
    story = _story(example)
    before = _independent(documents(desk, *story))
    assert before
    for copied in story:
        text = _without_its_end(copied.text) if trimmed else copied.text
        after = _independent(documents(desk, *story, replace(copied, ref="copy", outlet=outlet, text=text)))
        assert before == {s: after[s] for s in before}, copied.ref
