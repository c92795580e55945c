"""What comes in: text unaltered, titles, days, encodings, folders, and a Problem for everything else."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.readers.days import day
from twosource.readers.html import Html
from twosource.readers.inputs import READERS, read
from twosource.readers.jsonl import Jsonl
from twosource.readers.languages import english
from twosource.readers.reader import Reader, Source
from twosource.readers.text import Text
from twosource.readers.titles import titled
from twosource.settings import Settings
from twosource.writers.faces import WRITERS, Look

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferry runs aground off Tarn - The Tarn Gazette</title>
<meta property="og:site_name" content="The Tarn Gazette"><meta name="author" content="Mira Holt">
<meta property="article:published_time" content="2025-04-02T10:00:00Z"><link rel="canonical" href="https://www.gazette.example/ferry"></head>
<body><nav><a href="/">Home</a><a href="/news">News</a></nav><article><h1>Ferry runs aground off Tarn</h1>
<p>A ferry ran aground off the island of Tarn on Wednesday with 40 people aboard, the coast guard said.</p>
<p>Nobody was hurt, said Captain Ole Brand, who was on the bridge when the ship touched the rocks.</p>
<p>The ferry company said that it would look into the accident and that the line would run again on Friday.</p></article>
<script>alert("A long line of script words that nobody should ever read as news text, is it not so?")</script></body></html>"""


def rows(reader: Reader, data: bytes, settings: Settings | None = None) -> list[Article | Problem]:
    return list(reader.read(Source("in", io.BytesIO(data)), settings or Settings()))


def article(reader: Reader, data: bytes) -> Article:
    (one,) = rows(reader, data)
    assert isinstance(one, Article), one
    return one


def problem(reader: Reader, data: bytes, settings: Settings | None = None) -> Problem:
    (one,) = rows(reader, data, settings)
    assert isinstance(one, Problem), one
    assert one.message.startswith("in")
    return one


def row(**fields: Any) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def test_text_is_not_altered() -> None:
    text = "First.\r\n\r\n“Second”\u00a0line \r third\n"
    one = article(Text(), text.encode())
    assert (one.text, one.ref, one.path, one.title, one.published_from) == (text, "in", "in", None, "none")


def test_utf_16_with_its_mark_is_read() -> None:
    assert article(Text(), "“News”.".encode("utf-16")).text == "“News”."
    assert "Nobody was hurt" in article(Html(), PAGE.encode("utf-16")).text
    assert problem(Jsonl(), row(text="News.").decode().encode("utf-16").removesuffix(b"\0")).kind == "encoding"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert article(Text(), "\ufeffNews.".encode()).text == "News."
    assert article(Jsonl(), "\ufeff".encode() + row(text="News.")).text == "News."


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        ("news".encode("utf-16") + b"!", "encoding"),
        (b"a\0b", "binary"),
        (b"%PDF-1.7 of an article", "binary"),
        (b"PK\x03\x04 of a document", "binary"),
        (b"bplist00 of a page", "binary"),
        (b"\xff\xd8\xff\xe0 of a ferry", "binary"),
        (b"x" * 2_000, "too-long"),
    ],
)
@pytest.mark.parametrize("reader", [Text(), Html()], ids=lambda r: r.name)
def test_what_is_no_text_is_a_problem(reader: Reader, data: bytes, kind: str) -> None:
    assert problem(reader, data, Settings(longest_article=100, largest_page=1_000)).kind == kind


def test_a_text_of_unknown_encoding_is_not_guessed_at() -> None:
    assert problem(Text(), "café".encode("latin-1")).kind == "encoding"


def test_an_address_is_told_that_nothing_is_fetched() -> None:
    listed = problem(Text(), b"https://gazette.example/a\n\nhttps://gazette.example/b\n")
    (named,) = read(["https://gazette.example/a"], Settings())
    assert isinstance(named, Problem)
    for found in (listed, named):
        assert found.kind == "missing" and "fetches nothing" in found.message
    assert article(Text(), b"See https://gazette.example/a for more.").path == "in"


def test_a_text_in_place_of_a_path_is_known() -> None:
    (told,) = read(["The ferry ran aground off Tarn on Wednesday. " * 9], Settings())
    assert isinstance(told, Problem) and told.kind == "missing" and "is no path" in told.message and len(told.message) < 200


def test_standard_input_is_called_so() -> None:
    (found,) = read(["-"], Settings(), io.BytesIO())
    assert isinstance(found, Problem) and found.message.startswith("standard input is empty")


def test_a_row_gives_everything_it_knows() -> None:
    fields = {"id": 7, "title": "Ferry aground", "text": "It ran aground.\r\n", "outlet": "Gazette", "language": "en-GB"}
    one = article(Jsonl(), row(**fields, url="https://www.gazette.example/a?b", published="2025-04-02T00:00:00"))
    assert one.text == "Ferry aground\n\nIt ran aground.\r\n"
    assert one.title is not None and one.title.of(one.text) == "Ferry aground"
    assert (one.ref, one.path, one.outlet, one.domain, one.language) == ("7", "in", "Gazette", "gazette.example", "en-GB")
    assert (one.published, one.published_from) == ("2025-04-02", "given")


def test_a_row_may_have_text_alone() -> None:
    one, two = rows(Jsonl(), row(text="One.") + b"\n" + row(text="Two.", title=None, url=None))
    assert isinstance(one, Article) and isinstance(two, Article)
    assert (one.ref, two.ref, one.outlet, one.title) == ("in:1", "in:3", None, None)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (b"{", "bad-row"),
        (b"[" * 100_000, "bad-row"),
        (b'["text"]', "bad-row"),
        (b'{"title": "t"}', "no-text"),
        (b'{"text": 5}', "no-text"),
        (b'{"text": " "}', "empty"),
        (b'{"text": "half \\ud83d"}', "encoding"),
        (b'{"text": "\xff"}', "encoding"),
        (b'{"text": "a", "n": ' + b"9" * 5_000 + b"}", "bad-row"),
    ],
    ids=range(9),
)
def test_a_bad_row_costs_itself_alone(line: bytes, kind: str) -> None:
    bad, good = rows(Jsonl(), line + b"\n" + row(text="News."))
    assert isinstance(bad, Problem) and bad.kind == kind and "in:1" in bad.message
    assert isinstance(good, Article)


@pytest.mark.parametrize(
    ("field", "value", "kind"), [("published", "spring 2025", "bad-date"), ("published", 2025, "bad-field"), ("url", [], "bad-field")]
)
def test_an_odd_field_does_not_cost_the_article(field: str, value: object, kind: str) -> None:
    one, told = rows(Jsonl(), row(text="News.", **{field: value}))
    assert isinstance(one, Article) and one.published is None and one.url is None
    assert isinstance(told, Problem) and told.kind == kind and told.article == one.id


def test_a_row_longer_than_the_limit_is_passed_over_in_pieces() -> None:
    settings = Settings(longest_article=10)
    long, good = rows(Jsonl(), row(text="x" * 3_000_000) + row(text="News."), settings)
    assert isinstance(long, Problem) and long.kind == "too-long"
    assert isinstance(good, Article)


def test_many_bad_rows_are_counted() -> None:
    made = rows(Jsonl(), b"no json\n" * 100, Settings(most_bad_rows=3))
    assert [p.kind for p in made if isinstance(p, Problem)] == ["bad-row"] * 3 + ["bad-rows"]
    assert isinstance(made[-1], Problem) and "97 more" in made[-1].message


def test_a_page_gives_its_article() -> None:
    one = article(Html(), PAGE.encode())
    assert one.title is not None and one.title.of(one.text).startswith("Ferry runs aground off Tarn")
    assert "Nobody was hurt, said Captain Ole Brand" in one.text
    assert "Home" not in one.text and "script words" not in one.text and "<p>" not in one.text
    assert (one.outlet, one.domain, one.authors) == ("The Tarn Gazette", "gazette.example", ("Mira Holt",))
    assert (one.published, one.published_from) == ("2025-04-02", "page")


def test_a_page_in_the_encoding_it_declares() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').replace("Nobody was hurt", "“Nobody was hurt at the café”")
    assert "“Nobody was hurt at the café”" in article(Html(), page.encode("cp1252")).text


def test_a_page_that_declares_no_encoding_is_read_as_browsers_do() -> None:
    page = PAGE.replace("Nobody was hurt", "“Nobody was hurt at the café”")
    assert "“Nobody was hurt at the café”" in article(Html(), page.encode("cp1252")).text


def test_a_stray_byte_of_a_page_costs_itself_alone() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="utf-8">').replace("Nobody was hurt", "“Nobody was hurt at the café”").encode()
    (unseen,) = rows(Html(), page.replace(b"<nav>", b"<nav>\xe9"))
    assert isinstance(unseen, Article) and "at the café" in unseen.text
    seen, told = rows(Html(), page.replace(b"hurt", b"h\xffurt"))
    assert isinstance(seen, Article) and "h\ufffdurt at the café" in seen.text
    assert isinstance(told, Problem) and (told.kind, told.article) == ("encoding", seen.id)


def test_a_page_that_is_not_in_the_utf_8_it_declares_is_read_as_one_that_declares_nothing() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="utf-8">').replace("Nobody was hurt", "“Nobody was hurt at the café”")
    assert "“Nobody was hurt at the café”" in article(Html(), page.encode("cp1252")).text


def test_a_page_laid_out_as_a_table_keeps_its_paragraphs() -> None:
    said = "The ferry ran aground off Tarn on Wednesday with 40 people aboard, the coast guard said."
    page = f"<html><body><table><tr><td><a href=/>Home</a></td><td><h1>Ferry aground</h1><p>{said}<p>{said[4:]}</td></tr></table></body></html>"
    assert article(Html(), page.encode()).text.splitlines()[-2:] == [said, said[4:]]


def test_a_title_that_holds_the_page_is_none() -> None:
    long = "Ferry aground " * 40
    page = f"<html><head><title>{long}</title></head><body><article><h1>{long}</h1>{PAGE.partition('</h1>')[2]}"
    assert article(Html(), page.encode()).title is None


@pytest.mark.parametrize("opening", ["<rss version='2.0'>", "<?xml version='1.0'?>\n<feed xmlns='x'>", "<?xml version='1.0'?><!-- a --><rss>"])
def test_a_feed_of_headlines_is_told_from_a_page(opening: str) -> None:
    assert "fetches nothing" in problem(Html(), f"{opening}<channel><item><title>Ferry aground</title></item></channel>".encode()).message


@pytest.mark.parametrize("charset", ["rot13", "base64", "no-such"])
def test_a_page_that_lies_about_its_encoding(charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body>'.encode() + b"<p>\xe9 news</p></body></html>"
    assert problem(Html(), page).kind == "encoding"


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body>" + "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(50)),
        "<div>" * 30_000,
        "<!-- " * 1_000,
        "<html><body><script>" + "word " * 50,
        "plain words",
    ],
    ids=range(6),
)
def test_a_page_without_an_article(page: str) -> None:
    assert problem(Html(), page.encode()).kind == "no-article"


def test_a_page_of_our_own_is_no_article() -> None:
    assert "twosource wrote" in problem(Html(), WRITERS["html"](Look()).write([]).encode()).message


def test_a_page_of_too_many_tags_is_not_parsed() -> None:
    assert problem(Html(), b"<p>x" * 101_000).kind == "too-long"


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("2017-12-31", "2017-12-31"),
        ("2017-12-31T00:00:00", "2017-12-31"),
        (" 2017-12-31 23:59:59+02:00 ", "2017-12-31"),
        ("2017-12-31T23:59:59.123Z", "2017-12-31"),
        ("0001-01-01", "0001-01-01"),
        ("2017/12/31", "2017-12-31"),
        ("20171231", "2017-12-31"),
        ("31 December 2017", "2017-12-31"),
        ("Dec. 31, 2017", "2017-12-31"),
        ("Sunday, Sept. 3, 2017 at 5:00 pm ET", "2017-09-03"),
        ("Wed, 02 Apr 2025 10:00:00 GMT", "2025-04-02"),
        ("2017/1231", None),
        ("31 Decem 2017", None),
        ("31 December", None),
        ("12/31/2017", None),
        ("31 December 2017 or 2018", None),
        ("2017-12", None),
        ("2017-02-30", None),
        ("31.12.2017", None),
        ("2017-12-31 or so", None),
        ("٢٠١٧-١٢-٣١", None),
        ("", None),
    ],
)
def test_days(written: str, right: str | None) -> None:
    assert day(written) == right


@given(st.text(max_size=30), st.text(max_size=60))
def test_the_body_stands_unaltered_behind_its_title(title: str, body: str) -> None:
    text, span = titled(title, body)
    assert text.endswith(body)
    assert (span is None) == (not title.strip())
    assert span is None or span.of(text) == title.strip()


def test_a_body_that_opens_with_its_title_has_it_once() -> None:
    assert titled("Ferry aground", "Ferry aground\r\n\r\nIt ran.") == ("Ferry aground\r\n\r\nIt ran.", titled("Ferry aground", "")[1])
    assert titled("Ferry", "Ferry service ends.")[0] == "Ferry\n\nFerry service ends."


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Putin will soon travel, say official media", True),
        ("The ferry ran aground on Wednesday with forty people aboard, and the coast guard said that nobody was hurt by it at all.", True),
        ("Die Fähre lief am Mittwoch mit vierzig Menschen auf Grund, und die Küstenwache sagte, dass niemand verletzt wurde. " * 3, False),
        ("Færgen gik på grund onsdag med fyrre mennesker om bord, og kystvagten sagde at ingen var kommet til skade for nu. " * 3, False),
        ("El ferry encalló el miércoles con cuarenta personas a bordo, y la guardia costera dijo que nadie resultó herido. " * 3, False),
        ("המעבורת עלתה על שרטון", False),
        ('""" 123 …', True),
    ],
)
def test_languages(text: str, right: bool) -> None:
    assert english(text) is right


def test_folders_are_read_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text("Two.")
    (tmp_path / "a.jsonl").write_bytes(row(text="One."))
    (tmp_path / ".hidden.txt").write_text("No.")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    made = list(read([str(tmp_path)], Settings()))
    assert [x.text for x in made if isinstance(x, Article)] == ["One.", "Two."]
    (told,) = [x for x in made if isinstance(x, Problem)]
    assert told.kind == "passed-over" and "1 .png" in told.message


def test_what_a_browser_keeps_beside_a_page_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "Ferry - Gazette.html").write_text(PAGE, encoding="utf-8")
    for name in ("Ferry - Gazette_files", "Ferry - Gazette-Dateien", "Ferries"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "frame.html").write_text(PAGE.replace("Nobody", name), encoding="utf-8")
    made = list(read([str(tmp_path)], Settings()))
    assert [Path(x.ref).parent.name for x in made if isinstance(x, Article)] == [tmp_path.name, "Ferries"]
    assert ["2 beside a saved page" in x.message for x in made if isinstance(x, Problem)] == [True]


def test_folders_without_articles_and_paths_that_are_none(tmp_path: Path) -> None:
    names = [str(tmp_path), str(tmp_path / "no"), "a\0b", "x" * 5_000]
    kinds = [x.kind for x in read(names, Settings()) if isinstance(x, Problem)]
    assert kinds == ["empty", "missing", "missing", "unreadable"]


@pytest.mark.parametrize(("data", "named"), [(row(text="News of the day."), "-:1"), (PAGE.encode(), "-"), (b"News of the day.", "-")])
def test_standard_input_tells_its_format_by_its_opening(data: bytes, named: str) -> None:
    (one,) = read(["-"], Settings(), io.BytesIO(data))
    assert isinstance(one, Article) and one.ref == named and "<" not in one.text and "{" not in one.text


def test_a_long_text_on_standard_input_is_whole() -> None:
    text = "News. " * 20_000
    (one,) = read(["-"], Settings(), io.BytesIO(text.encode()))
    assert isinstance(one, Article) and one.text == text


@pytest.mark.parametrize("reader", READERS, ids=lambda r: r.name)
@given(data=st.binary(max_size=300))
def test_no_bytes_raise(reader: Reader, data: bytes) -> None:
    for made in rows(reader, data):
        assert isinstance(made, Article | Problem)


@pytest.mark.parametrize("attribute", ['a%d="x"', "a%d", 'a%d=">"'])
def test_a_tag_of_endless_attributes_is_not_parsed(attribute: str) -> None:
    page = "<p " + " ".join(attribute % n for n in range(100_000)) + ">" + PAGE
    assert problem(Html(), page.encode()).kind == "too-long"
