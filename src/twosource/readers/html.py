"""Web pages: the article in a page, through trafilatura; nothing is fetched."""

import codecs
import logging
import re
from collections.abc import Iterator
from typing import Any

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.domain.span import Span
from twosource.readers.addresses import domain
from twosource.readers.days import day
from twosource.readers.encoding import empty, encodable, too_long, whole
from twosource.readers.reader import Source
from twosource.readers.titles import titled
from twosource.settings import Settings

# A page declares its encoding within its first 1,024 bytes (HTML Standard, 13.2.3.2).
_CHARSET = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{1,40})""")
_DECLARED_WITHIN = 1024
# A tag with what stands in it. Possessive, so that it is tried once from each "<"; only the last quotation mark can lack its other half.
_TAG = re.compile(rb"""<[A-Za-z](?:[^"'<>]|"[^"]*"|'[^']*')*+""")
_BETWEEN_ATTRIBUTES = re.compile(rb"""[\s/"']+""")
_OWN = '<meta name="generator" content="twosource">'
# A feed opens with its own tag, behind a declaration, a style sheet or a comment.
_FEED = re.compile(r"\s*+(?:<(?:\?|!--)[^>]{0,500}>\s*+){0,5}<(?:rss|feed|rdf:RDF)[\s>]")
_UNKNOWN = "\ufffd"
# The longest headlines stay below 250 characters; a title beyond that is a page whose markup is broken.
_LONGEST_TITLE = 300
# Menus and link lists are short lines, or long ones without a stop; an article has at least one line like a sentence.
_SENTENCE_WORDS = 8


class Html:
    """Text, title, date, site name and authors of a page."""

    name = "html"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def recognises(self, opening: bytes) -> bool:
        return opening.lstrip()[:100].lower().startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<!--"))

    def read(self, source: Source, settings: Settings) -> Iterator[Article | Problem]:
        yield from of_page(source.stream.read(settings.largest_page + 1), source.name, settings)


def of_page(data: bytes, name: str, settings: Settings, charset: str | None = None, url: str | None = None) -> Iterator[Article | Problem]:
    """The article of a page.

    Args:
        data: its bytes.
        name: what its input is called.
        settings: bounds on what is read.
        charset: its encoding, where it was told beside the page.
        url: its address, the same.
    """
    if len(data) > settings.largest_page or data.count(b"<") > settings.most_tags or _crowded(data, settings.most_attributes):
        message = f"{name} is a page of more than {settings.largest_page:,} bytes, {settings.most_tags:,} tags or "
        message += f"{settings.most_attributes:,} attributes of one tag and was not read: save its text as .txt."
        yield Problem(kind="too-long", path=name, message=message)
        return
    page = _decoded(data, name, charset)
    if isinstance(page, Problem):
        yield page
    elif not page.strip():
        yield empty(name)
    elif _OWN in page[:_DECLARED_WITHIN]:
        message = f"{name} is a page that twosource wrote, not an article: give the articles themselves."
        yield Problem(kind="no-article", path=name, message=message)
    elif _FEED.match(page):
        message = f"{name} is a feed of headlines (RSS or Atom), and twosource fetches nothing: save the pages and give their files."
        yield Problem(kind="no-article", path=name, message=message)
    else:
        yield from _articles(page, name, settings, url)


def _crowded(data: bytes, most: int) -> bool:
    """Whether a tag has more attributes than that; each has at least two bytes, so that nearly every tag is passed over at once."""
    long = (m.group() for m in _TAG.finditer(data) if m.end() - m.start() > 2 * most)
    return any(sum(1 for _ in _BETWEEN_ATTRIBUTES.finditer(tag)) > most for tag in long)


def _decoded(data: bytes, name: str, charset: str | None) -> str | Problem:
    """The page's text: UTF-8, else the encoding that is declared, else Windows-1252, as browsers take it.

    A byte that the encoding does not know costs itself, and becomes U+FFFD.
    """
    text = whole(data, name)
    if isinstance(text, str) or text.kind != "encoding" or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return text
    declared = _CHARSET.search(data[:_DECLARED_WITHIN])
    label = (charset or (declared.group(1).decode("ascii") if declared else "cp1252")).lower()
    # Browsers read "iso-8859-1" and "us-ascii" as Windows-1252 (Encoding Standard, 4.2), and pages count on it.
    label = "cp1252" if label in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else label
    try:
        if not codecs.lookup(label)._is_text_encoding:
            return text
        page = data.decode(label, "replace")
    except (LookupError, UnicodeError, ValueError):
        return text
    # What is UTF-8 but for stray bytes has more of it right than wrong; a page in another encoding than it declares has none.
    right = sum(1 for c in page if c > "\x7f") - page.count(_UNKNOWN)
    return page if page.count(_UNKNOWN) <= right else data.decode("cp1252", "replace")


def _articles(page: str, name: str, settings: Settings, url: str | None) -> Iterator[Article | Problem]:
    found = _extracted(page)
    if found is None or not _is_article(found.text or ""):
        message = f"{name} is a page in which no article was found: open it in a browser and save the article's text as .txt."
        yield Problem(kind="no-article", path=name, message=message)
        return
    text, title = titled(found.title if found.title and len(found.title) <= _LONGEST_TITLE else None, found.text)
    if len(text) > settings.longest_article:
        yield too_long(name, settings.longest_article)
    elif not encodable(text):
        yield Problem(kind="encoding", path=name, message=f"{name} holds half a character (a lone surrogate), which is no text: save it again.")
    else:
        yield (article := _article(found, text, title, name, url))
        if unknown := text.count(_UNKNOWN):
            message = (
                f"{name}: {unknown} characters of the article could not be read and stand as \ufffd; its encoding is not the one that it declares."
            )
            yield Problem(kind="encoding", article=article.id, path=name, message=message)


def _article(found: Any, text: str, title: Span | None, name: str, url: str | None) -> Article:
    published = day(found.date) if found.date else None
    address = found.url or url
    return Article(
        ref=name,
        path=name,
        text=text,
        title=title,
        url=address,
        outlet=found.sitename,
        domain=domain(address),
        authors=tuple(a.strip() for a in (found.author or "").split(";") if a.strip()),
        published=published,
        published_from="page" if published else "none",
        language="und",
    )


def _extracted(page: str) -> Any:
    """What trafilatura finds in the page, or None: a hostile page may make it fail in any way, and costs itself alone."""
    import trafilatura  # noqa: PLC0415  (a quarter of a second, which runs without pages need not wait)

    for logger in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(logger).addHandler(logging.NullHandler())
    try:
        return trafilatura.bare_extraction(
            page,
            include_comments=False,
            include_tables=False,  # the cells of a table are no sentences, and old pages are a table as a whole
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"},
        )
    except Exception:
        return None


def _is_article(text: str) -> bool:
    return any(len(line.split()) >= _SENTENCE_WORDS and any(mark in line for mark in ".!?") for line in text.splitlines())
