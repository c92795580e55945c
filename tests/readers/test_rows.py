"""Rows under the names that other tools give their fields."""

import itertools
from datetime import UTC, datetime
from typing import Any

import pytest

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.readers.rows import NAMES, articles, capped
from twosource.settings import Settings

NEWS = "The ferry ran aground off Tarn on Wednesday."


def made(**fields: Any) -> Article:
    (one,) = articles(fields, "in:1", "in", Settings())
    assert isinstance(one, Article), one
    return one


@pytest.mark.parametrize("name", NAMES["published"])
def test_the_day_of_publication_goes_by_many_names(name: str) -> None:
    one = made(text=NEWS, **{name: "2025-04-02T10:00:00Z"})
    assert (one.published, one.published_from) == ("2025-04-02", "given")


@pytest.mark.parametrize("name", NAMES["text"])
def test_so_does_the_text(name: str) -> None:
    assert made(**{name: NEWS}).text == NEWS


def test_our_own_name_goes_first() -> None:
    one = made(text=NEWS, body="Something else.", published="2025-04-02", date="2025-05-05", outlet="Tarn Radio", source="feed 7")
    assert (one.text, one.published, one.outlet) == (NEWS, "2025-04-02", "Tarn Radio")
    assert made(text=NEWS, published=None, date="2025-05-05").published == "2025-05-05"


def test_who_published_may_be_an_object_and_is_no_address() -> None:
    assert made(text=NEWS, source={"id": None, "name": "Tarn Radio"}).outlet == "Tarn Radio"
    assert made(text=NEWS, source="https://radio.example/feed").outlet is None


def test_days_and_gaps_of_tables() -> None:
    one = made(text=NEWS, published=datetime(2025, 4, 2, 10, tzinfo=UTC), title=float("nan"), url=None)
    assert (one.published, one.title, one.url) == ("2025-04-02", None, None)


def test_a_domain_may_be_told_without_an_address() -> None:
    assert made(text=NEWS, source_domain="www.radio.example").domain == "radio.example"
    assert made(text=NEWS, domain="other.example", url="https://radio.example/1").domain == "radio.example"


@pytest.mark.parametrize("written", ["Jon Reh", ["Jon Reh"], [{"name": "Jon Reh"}, 7, " "], {"name": "Jon Reh"}, "['Jon Reh']", '["Jon Reh"]'])
def test_authors(written: object) -> None:
    assert made(text=NEWS, author=written).authors == ("Jon Reh",)


def test_a_list_of_no_authors_names_none() -> None:
    assert made(text=NEWS, authors="[]").authors == ()


def test_a_row_without_text_names_what_it_has() -> None:
    (told,) = articles({"summary": NEWS, "id": 7}, "in:1", "in", Settings())
    assert isinstance(told, Problem) and told.kind == "no-text" and "(its fields: summary, id)" in told.message


def test_what_holds_no_article_is_not_read_to_its_end() -> None:
    seen = itertools.count()
    rows = (articles({"n": next(seen)}, "in", "in", Settings()) for _ in range(1_000_000))
    *_, last = capped(rows, "in", Settings())
    assert isinstance(last, Problem) and last.kind == "bad-rows" and next(seen) == 10_000
