"""JSON that is one value: articles, lists of them, what a service answers, and what is none of these."""

import io
import json

import pytest

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.readers.inputs import read
from twosource.readers.json import Json
from twosource.readers.reader import Source
from twosource.settings import Settings

NEWS = "The ferry ran aground off Tarn on Wednesday."


def made(data: str | bytes, settings: Settings | None = None) -> list[Article | Problem]:
    return list(Json().read(Source("in.json", io.BytesIO(data.encode() if isinstance(data, str) else data)), settings or Settings()))


def refs(data: str | bytes) -> list[str]:
    return [one.ref for one in made(data) if isinstance(one, Article)]


def problem(data: str | bytes, settings: Settings | None = None) -> Problem:
    (one,) = made(data, settings)
    assert isinstance(one, Problem), one
    return one


def test_one_article_and_a_list_of_them() -> None:
    assert refs(json.dumps({"text": NEWS}, indent=1)) == ["in.json"]
    assert refs(json.dumps([{"text": NEWS}, {"id": "b", "text": NEWS}])) == ["in.json[0]", "b"]
    assert refs(json.dumps({"status": "ok", "articles": [{"content": NEWS, "publishedAt": "2025-04-02T10:00:00Z"}]})) == ["in.json[0]"]


def test_json_lines_under_another_name() -> None:
    assert refs('{"text": "One."}\n{"text": "Two."}\n') == ["in.json:1", "in.json:2"]


def test_utf_16() -> None:
    assert refs(json.dumps({"text": NEWS}).encode("utf-16")) == ["in.json"]


def test_a_bad_row_costs_itself_alone() -> None:
    bad, good = made(json.dumps([7, {"text": NEWS}]))
    assert isinstance(bad, Problem) and bad.message.startswith("in.json[0] is not a JSON object")
    assert isinstance(good, Article)


def test_many_bad_rows_are_counted() -> None:
    kinds = [one.kind for one in made(json.dumps([7] * 100), Settings(most_bad_rows=3)) if isinstance(one, Problem)]
    assert kinds == ["bad-row"] * 3 + ["bad-rows"]


@pytest.mark.parametrize("answer", [{"schema": "twosource/dossier/1", "articles": []}, [{"schema": "twosource/dossier/1"}]], ids=["one", "list"])
def test_an_answer_is_told_the_way_to_go_on_with_it(answer: object) -> None:
    assert "--since in.json" in problem(json.dumps(answer)).message


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("", "empty"),
        ("[]", "empty"),
        ('{"text": "a",}', "bad-row"),
        ("[" * 100_000, "bad-row"),
        ("9" * 5_000, "bad-row"),
        ('"text"', "bad-row"),
        ("{}", "no-text"),
        (b"\xff\xfe\x00", "encoding"),
        (b"[\0]", "binary"),
    ],
    ids=range(9),
)
def test_what_is_no_article(data: str | bytes, kind: str) -> None:
    assert problem(data).kind == kind


def test_more_than_the_limit_is_not_loaded() -> None:
    assert problem("[" + " " * 100, Settings(largest_table=100)).kind == "too-long"


@pytest.mark.parametrize("data", [[{"text": NEWS}], {"text": NEWS}], ids=["list", "object"])
def test_standard_input_is_known_by_its_opening(data: object) -> None:
    (one,) = read(["-"], Settings(), io.BytesIO(json.dumps(data, indent=1).encode()))
    assert isinstance(one, Article) and one.text == NEWS


def test_a_text_that_opens_with_a_bracket_is_a_text() -> None:
    (one,) = read(["-"], Settings(), io.BytesIO(b"[Editors' note] " + NEWS.encode()))
    assert isinstance(one, Article) and one.text.endswith(NEWS)
