"""Web pages saved as one file."""

import base64
import io
import quopri

import pytest
from tests.readers.test_readers import PAGE

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.readers.inputs import read
from twosource.readers.mhtml import Mhtml
from twosource.readers.reader import Source
from twosource.settings import Settings

HEAD = b'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="-b-"\r\n\r\n'


def part(kind: str, encoding: str, body: bytes) -> bytes:
    head = f"---b-\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: https://www.gazette.example/f\r\n\r\n"
    return head.encode() + body + b"\r\n"


def made(data: bytes) -> Article | Problem:
    (one,) = Mhtml().read(Source("in.mhtml", io.BytesIO(data)), Settings())
    return one


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_the_page_in_it_is_read(encoding: str) -> None:
    page = PAGE.replace('<link rel="canonical" href="https://www.gazette.example/ferry">', "").replace("Nobody was hurt", "“Nobody was hurt”")
    body = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}.get(encoding, bytes)(page.encode())
    picture = part("image/png", "base64", base64.encodebytes(bytes(10_000)))
    one = made(HEAD + part("text/html", encoding, body) + picture + b"---b---\r\n")
    assert isinstance(one, Article), one
    assert "“Nobody was hurt”, said Captain Ole Brand" in one.text and "script words" not in one.text
    assert (one.url, one.domain, one.published) == ("https://www.gazette.example/f", "gazette.example", "2025-04-02")


def test_its_own_encoding_is_known() -> None:
    body = PAGE.replace("Nobody was hurt", "“Nobody was hurt”").encode("cp1251")
    one = made(HEAD + part('text/html; charset="windows-1251"', "8bit", body))
    assert isinstance(one, Article) and "“Nobody was hurt”" in one.text


@pytest.mark.parametrize(
    "data", [b"", HEAD, HEAD + part("image/png", "base64", b"AAAA"), HEAD * 2_000, b"Content-Type: multipart/mixed\r\n\r\n" * 2_000]
)
def test_a_message_without_a_page(data: bytes) -> None:
    assert isinstance(one := made(data), Problem) and one.kind == "no-article"


def test_it_is_known_by_its_opening() -> None:
    (one,) = read(["-"], Settings(), io.BytesIO(HEAD + part("text/html", "8bit", PAGE.encode())))
    assert isinstance(one, Article)
