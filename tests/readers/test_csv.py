"""Tables of articles."""

import csv
import io

import pytest

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.readers.csv import Csv
from twosource.readers.reader import Source
from twosource.settings import Settings

NEWS = 'The ferry ran aground off Tarn,\r\nthe "coast guard" said; nobody was hurt.'


def made(data: bytes, settings: Settings | None = None) -> list[Article | Problem]:
    return list(Csv().read(Source("in.csv", io.BytesIO(data)), settings or Settings()))


def written(*rows: list[str], delimiter: str = ",") -> str:
    table = io.StringIO()
    csv.writer(table, delimiter=delimiter).writerows(rows)
    return table.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_row_is_an_article(delimiter: str, encoding: str) -> None:
    table = written(["id", "headline", "text", "date", "source"], ["7", "Ferry aground", NEWS, "2025-04-02", ""], delimiter=delimiter)
    (one,) = made(table.encode(encoding))
    assert isinstance(one, Article)
    assert one.text == f"Ferry aground\n\n{NEWS}"
    assert (one.ref, one.published, one.outlet, one.path) == ("7", "2025-04-02", None, "in.csv")


def test_a_row_without_text_costs_itself_alone() -> None:
    bad, good = made(written(["text", "title"], ["", "Ferry"], [NEWS, ""]).encode())
    assert isinstance(bad, Problem) and (bad.kind, bad.path) == ("no-text", "in.csv:2")
    assert isinstance(good, Article) and good.ref == "in.csv:4"


def test_a_table_of_other_things_is_told_what_lacks() -> None:
    (told,) = made(written(["name", "number"], ["a", "1"], ["b", "2"]).encode())
    assert isinstance(told, Problem) and told.kind == "no-text" and "(its first row: name, number)" in told.message


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"", "empty"), (b"text\n", "empty"), (b"text\ncaf\xe9", "encoding"), (b"text\n\0", "binary"), (b"text\n" + b"a" * 200, "too-long")],
)
def test_what_is_no_table(data: bytes, kind: str) -> None:
    assert [one.kind for one in made(data, Settings(largest_table=100)) if isinstance(one, Problem)] == [kind]


def test_an_article_may_be_longer_than_the_cells_of_most_tables() -> None:
    (one,) = made(written(["text"], ["word " * 30_000]).encode())
    assert isinstance(one, Article)


def test_a_quotation_mark_that_is_never_closed_raises_nothing() -> None:
    assert all(isinstance(one, Article | Problem) for one in made(b'text,title\n"a,b\nc,d\r"e'))
