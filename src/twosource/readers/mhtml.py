"""Web pages saved as one file (MHTML, RFC 2557): the page in it, read as any other."""

import email
from collections.abc import Iterator
from email.message import Message

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.readers.html import of_page
from twosource.readers.reader import Source
from twosource.settings import Settings

# The page comes first, with up to three bytes for one ("=3D"); its pictures come after it and are not wanted.
_WRITTEN = 4


class Mhtml:
    """The first HTML part of the message; its own header tells its address."""

    name = "mhtml"
    suffixes: tuple[str, ...] = (".mhtml", ".mht")

    def recognises(self, opening: bytes) -> bool:
        head = opening.lower()
        return b"mime-version:" in head and b"multipart/related" in head

    def read(self, source: Source, settings: Settings) -> Iterator[Article | Problem]:
        data = source.stream.read(_WRITTEN * settings.largest_page)
        part = _page(data)
        body = part.get_payload(decode=True) if part is not None else None
        if part is None or not isinstance(body, bytes):
            message = f"{source.name} holds no page: save the page once more, as .html or as text."
            yield Problem(kind="no-article", path=source.name, message=message)
            return
        url = str(part.get("Content-Location") or "").strip()
        yield from of_page(body, source.name, settings, part.get_content_charset(), url if url.startswith("http") else None)


def _page(data: bytes) -> Message | None:
    """The part that holds the page; a message that nests without end costs itself alone."""
    try:
        parts = email.message_from_bytes(data).walk()
        return next((part for part in parts if part.get_content_type() == "text/html"), None)
    except (RecursionError, ValueError, LookupError):
        return None
