"""Web pages: the article in a page, through trafilatura; nothing is fetched."""

import codecs
import logging
import re
from collections.abc import Iterator
from typing import Any

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.readers.addresses import domain
from twosource.readers.days import day
from twosource.readers.encoding import decoded, empty, encodable, too_long
from twosource.readers.reader import Source
from twosource.readers.titles import titled
from twosource.settings import Settings

# A page declares its encoding within its first 1,024 bytes (HTML Standard, 13.2.3.2).
_CHARSET = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{1,40})""")
_DECLARED_WITHIN = 1024
# A tag with what stands in it. Possessive, so that it is tried once from each "<"; only the last quotation mark can lack its other half.
_TAG = re.compile(rb"""<[A-Za-z](?:[^"'<>]|"[^"]*"|'[^']*')*+""")
_BETWEEN_ATTRIBUTES = re.compile(rb"""[\s/"']+""")
# Menus and link lists are short lines, or long ones without a stop; an article has at least one line like a sentence.
_SENTENCE_WORDS = 8


class Html:
    """Text, title, date, site name and authors of a page."""

    name = "html"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def recognises(self, opening: bytes) -> bool:
        return opening.lstrip()[:100].lower().startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<!--"))

    def read(self, source: Source, settings: Settings) -> Iterator[Article | Problem]:
        data = source.stream.read(settings.largest_page + 1)
        if len(data) > settings.largest_page or data.count(b"<") > settings.most_tags or _crowded(data, settings.most_attributes):
            message = f"{source.name} is a page of more than {settings.largest_page:,} bytes, {settings.most_tags:,} tags or "
            message += f"{settings.most_attributes:,} attributes of one tag and was not read: save its text as .txt."
            yield Problem(kind="too-long", path=source.name, message=message)
            return
        page = _decoded(data, source.name)
        if isinstance(page, Problem):
            yield page
        elif not page.strip():
            yield empty(source.name)
        else:
            yield _article(page, source.name, settings)


def _crowded(data: bytes, most: int) -> bool:
    """Whether a tag has more attributes than that; each has at least two bytes, so that nearly every tag is passed over at once."""
    long = (m.group() for m in _TAG.finditer(data) if m.end() - m.start() > 2 * most)
    return any(sum(1 for _ in _BETWEEN_ATTRIBUTES.finditer(tag)) > most for tag in long)


def _decoded(data: bytes, name: str) -> str | Problem:
    """UTF-8, else the encoding that the page declares."""
    text = decoded(data, name)
    declared = _CHARSET.search(data[:_DECLARED_WITHIN])
    if isinstance(text, str) or text.kind != "encoding" or declared is None:
        return text
    label = declared.group(1).decode("ascii").lower()
    # Browsers read "iso-8859-1" and "us-ascii" as Windows-1252 (Encoding Standard, 4.2), and pages count on it.
    label = "cp1252" if label in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else label
    try:
        if not codecs.lookup(label)._is_text_encoding:
            return text
        return data.decode(label)
    except (LookupError, UnicodeError, ValueError):
        return text


def _article(page: str, name: str, settings: Settings) -> Article | Problem:
    found = _extracted(page)
    if found is None or not _is_article(found.text or ""):
        message = f"{name} is a page in which no article was found: open it in a browser and save the article's text as .txt."
        return Problem(kind="no-article", path=name, message=message)
    text, title = titled(found.title, found.text)
    if len(text) > settings.longest_article:
        return too_long(name, settings.longest_article)
    if not encodable(text):
        return Problem(kind="encoding", path=name, message=f"{name} holds half a character (a lone surrogate), which is no text: save it again.")
    published = day(found.date) if found.date else None
    return Article(
        ref=name,
        path=name,
        text=text,
        title=title,
        url=found.url,
        outlet=found.sitename,
        domain=domain(found.url),
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
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"},
        )
    except Exception:
        return None


def _is_article(text: str) -> bool:
    return any(len(line.split()) >= _SENTENCE_WORDS and any(mark in line for mark in ".!?") for line in text.splitlines())
