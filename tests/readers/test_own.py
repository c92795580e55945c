"""Articles of the caller's own are held to what articles of files are held to."""

from datetime import date
from typing import Any

import pytest

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.domain.span import Span
from twosource.errors import UsageError
from twosource.readers.own import own
from twosource.settings import Settings

NEWS = "The ferry ran aground off Tarn on Wednesday."


def _own(**fields: Any) -> list[Article | Problem]:
    return own(Article(**({"ref": "a", "text": NEWS} | fields)), 0, Settings())


def test_an_article_goes_on_as_it_is() -> None:
    given = Article(ref="a", text=NEWS, title=Span(0, 9), published="2025-04-02", published_from="page", language="en")
    assert own(given, 0, Settings()) == [given]


@pytest.mark.parametrize(("written", "right"), [("2025-04-02T10:00:00Z", "2025-04-02"), ("April 2, 2025", "2025-04-02")])
def test_its_day_is_read_as_any(written: str, right: str) -> None:
    (one,) = _own(published=written)
    assert isinstance(one, Article) and (one.published, one.published_from) == (right, "given")


def test_a_day_that_is_none_is_told() -> None:
    one, told = _own(published="yesterday")
    assert isinstance(one, Article) and one.published is None
    assert isinstance(told, Problem) and (told.kind, told.article) == ("bad-date", one.id)


@pytest.mark.parametrize(("text", "kind"), [("", "empty"), (" \n", "empty"), ("x" * 300_000, "too-long")])
def test_what_is_no_article_of_a_file_is_none_here(text: str, kind: str) -> None:
    assert [one.kind for one in _own(text=text) if isinstance(one, Problem)] == [kind]


@pytest.mark.parametrize(
    "fields",
    [
        {"text": b"News."},
        {"text": None},
        {"ref": 7},
        {"title": "Ferry aground"},
        {"title": Span(0, 500)},
        {"published": date(2025, 4, 2)},
        {"authors": "Jon Reh"},
        {"language": None},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_fields_of_another_type_are_wrong_usage(fields: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=f"{next(iter(fields))} of the article"):
        _own(**fields)


def test_a_mapping_is_a_row() -> None:
    (one,) = own({"title": "Ferry aground", "text": NEWS, "date": "2025-04-02"}, 2, Settings())
    assert isinstance(one, Article) and (one.ref, one.published, one.path) == ("article 3", "2025-04-02", None)
