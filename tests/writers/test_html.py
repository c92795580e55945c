"""The page: escaped, self-contained, every claim's words marked in its articles."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from twosource.domain.article import Article
from twosource.domain.reading import Dossier
from twosource.writers.document import document
from twosource.writers.html import Html
from twosource.writers.writer import Document

HOSTILE = """Minister <script>alert(1)</script> & "others" confirm plan

The ministry of Varland said on Monday that <img src=x onerror=alert(2)> seven bridges were closed. "It's {{ 7 * 7 }} 'bad'," said
Ada Brook, a spokeswoman.\x00\x1b[31m"""


class Page(HTMLParser):
    """Tags, attributes and text of a page, as a browser would see them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def page(compare: Callable[..., Dossier]) -> str:
    return Html().write([document(compare(Article(ref="<b>one</b>", text=HOSTILE, outlet='"><svg onload=alert(3)>')), {"twosource": "0"})])


def test_text_of_articles_is_escaped(page: str) -> None:
    seen = Page(page)
    assert sum(tag == "script" for tag, _ in seen.tags) == 1
    assert not any(tag in ("img", "iframe", "object") for tag, _ in seen.tags)
    assert not any(name.startswith("on") for _, attributes in seen.tags for name in attributes)
    assert "<script>alert(1)</script>" in seen.words and "{{ 7 * 7 }}" in seen.words


def test_nothing_is_fetched_and_nothing_else_may_run(page: str) -> None:
    asked = [a[name] for _, a in Page(page).tags for name in ("src", "href", "srcset", "action") if name in a]
    assert all((where or "").startswith("#") for where in asked)
    assert "default-src 'none'" in page and "unsafe-inline" not in page
    assert not re.search(r"url\(|@import", page)


def test_every_link_leads_to_one_place(page: str, said: Document) -> None:
    for one in (page, Html().write([said])):
        tags = Page(one).tags
        ids = [a["id"] for _, a in tags if "id" in a]
        links = {(a["href"] or "").removeprefix("#") for tag, a in tags if tag == "a"}
        assert len(set(ids)) == len(ids)
        assert len(links) > 1 and links <= set(ids)


def test_the_page_has_one_main_part_and_names_its_sections(said: Document) -> None:
    tags = Page(Html().write([said, said])).tags
    assert sum(tag == "main" for tag, _ in tags) == 1
    assert all("aria-label" in a or "aria-labelledby" in a for tag, a in tags if tag in ("section", "nav"))


def test_control_characters_do_not_reach_the_page(page: str) -> None:
    assert "\x00" not in page and "\x1b" not in page


def test_every_claim_lights_words_that_are_there(page: str) -> None:
    seen = Page(page)
    lights = {s for _, a in seen.tags for s in (a.get("data-lights") or "").split()}
    marked = {s for _, a in seen.tags for s in (a.get("data-s") or "").split()}
    assert lights and lights <= marked


def test_the_article_reads_as_given(page: str) -> None:
    text = re.search(r'<div class="text"[^>]*>(.*?)</div>', page, re.S)
    assert text is not None
    assert Page(text.group(1)).words == re.sub(r"[\x00\x1b]", "\ufffd", HOSTILE)


def test_no_dossiers_make_a_page_too() -> None:
    assert "<!doctype html>" in Html().write([])


def test_articles_that_nobody_is_known_to_have_published_are_no_outlets(said: Document) -> None:
    assert "· 2 outlets ·" in Html().write([said])
    said["articles"][1]["domain"] = None
    assert "· outlets not all known ·" in Html().write([said])
