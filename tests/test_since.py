"""Living verdicts: a further article changes only what hangs on it, and every change opens to the words that made it."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.test_properties import EXAMPLE, SENTENCES, STORY, texts
from tests.writers.test_document import schema

from twosource.desk import Desk
from twosource.domain.article import Article
from twosource.inference.shipped import Models
from twosource.pipeline import standard
from twosource.settings import Settings

few = settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
Document = dict[str, Any]


@pytest.fixture(scope="module")
def desk(models: Models) -> Desk:
    return Desk(standard(models), Settings(), models.digests)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("answers")


def answer(desk: Desk, articles: Sequence[Article], since: Path | None = None) -> list[Document]:
    intake = desk.take(articles, since=str(since) if since else None)
    return desk.documents(desk.check(intake), intake)


def kept(folder: Path, documents: list[Document]) -> Path:
    file = folder / "old.json"
    file.write_text(json.dumps(documents), encoding="utf-8")
    return file


def shipped() -> list[Article]:
    rows = [json.loads(line) for line in EXAMPLE.read_text(encoding="utf-8").splitlines()]
    return [Article(ref=r["id"], outlet=r["outlet"], published=r["published"], text=f"{r['title']}\n\n{r['text']}") for r in rows]


def told(documents: list[Document]) -> dict[tuple[str, ...], tuple[str, int]]:
    """Standing and number of every claim, by its statements."""
    return {tuple(c["statements"]): (c["standing"], c["independent"]) for d in documents for c in d["claims"]}


def untouched(documents: list[Document], new: set[str]) -> list[Document]:
    """The claims that no path ties to the new articles: none of their statements, conflicts, copies or parties is in one."""
    rows = []
    for d in documents:
        article = {s["id"]: s["article"] for s in d["statements"]}
        chain = {s["id"]: {link["party"] for link in s["chain"]} for s in d["statements"]}
        met = {m for p in d["parties"] for m in (p["id"],) if any(x["article"] in new for x in p["mentions"])}
        parted = {c for x in d["conflicts"] if any(article[s] in new for side in x["sides"] for s in side["statements"]) for c in x["claims"]}
        copied = {a for c in d["copies"] if new & set(c["articles"]) for a in c["articles"]}
        for c in d["claims"]:
            mine = {article[s] for s in c["statements"]}
            if not (mine & new or mine & copied or c["id"] in parted or any(chain[s] & met for s in c["statements"])):
                rows.append(c)
    return rows


def check_changes(documents: list[Document]) -> None:
    """Every document keeps the contract, and every reason of a change reads as said."""
    gone = {a["id"]: a["text"] for d in documents for a in d["changes"]["gone"]}
    known = gone | {a["id"]: a["text"] for d in documents for a in d["articles"]}
    for d in documents:
        schema().validate(d)
        for row in d["changes"]["rows"]:
            assert row["was"] or row["now"]
            assert row["because"] or row["of"] == "article"
            assert all(known[g["article"]][g["start"] : g["end"]] == g["text"] for g in row["because"])


ELSEWHERE = [
    "The parliament of Sorland passed a budget on Tuesday, the finance ministry said.",
    "Taxes on tobacco will rise in Sorland, the finance minister, Ada Brook, said.",
    "Seven members of parliament voted against the budget.",
]


@few
@given(parts=st.lists(st.sampled_from(ELSEWHERE), min_size=1, max_size=3, unique=True))
def test_an_unrelated_article_changes_nothing(desk: Desk, folder: Path, parts: list[str]) -> None:
    before = answer(desk, STORY)
    after = answer(desk, [Article(ref="new", text="\n\n".join(parts), published="2025-04-03")], kept(folder, before))
    check_changes(after)
    assert {(row["of"], row["kind"]) for d in after for row in d["changes"]["rows"]} == {("article", "new"), ("claim", "new")}
    assert told(before).items() <= told(after).items()


@few
@given(parts=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True), odd=texts, story=st.sampled_from(["invented", "shipped"]))
def test_an_article_changes_only_what_hangs_on_it(desk: Desk, folder: Path, parts: list[str], odd: str, story: str) -> None:
    before = answer(desk, STORY if story == "invented" else shipped())
    new = Article(ref="new", text="\n\n".join([*parts, odd]), published="2025-04-04", outlet="The New Post", language="en")
    after = answer(desk, [new], kept(folder, before))
    check_changes(after)
    was, now = told(before), told(after)
    for claim in untouched(after, {new.id}):
        statements = tuple(claim["statements"])
        assert was.get(statements) == now[statements], claim["text"]
    for d in after:
        assert not [row for row in d["changes"]["rows"] if (row["of"], row["kind"]) in {("claim", "parted"), ("claim", "gone"), ("article", "gone")}]


@pytest.mark.parametrize("held_back", range(5))
def test_an_answer_gone_on_with_has_every_article_and_statement(desk: Desk, folder: Path, held_back: int) -> None:
    articles = shipped()
    late = articles.pop(held_back)
    after = answer(desk, [late], kept(folder, answer(desk, articles)))
    whole = answer(desk, [*articles, late])
    assert {s for claim in told(after) for s in claim} == {s for claim in told(whole) for s in claim}
    assert [(row["of"], row["now"]["text"]) for d in after for row in d["changes"]["rows"] if row["of"] == "article"] == [("article", late.outlet)]


def test_a_denial_lowers_what_it_denies_and_nothing_else(desk: Desk, folder: Path) -> None:
    before = answer(desk, STORY[:1])
    denial = Article(
        ref="denial", outlet="The Arn Post", published="2025-04-04", text="The ferry Tarn Star did not run aground off Tarn, Mira Holt said."
    )
    (document,) = answer(desk, [denial], kept(folder, before))
    check_changes([document])
    (fallen,) = [row for row in document["changes"]["rows"] if row["kind"] == "fallen"]
    assert "ran aground" in fallen["was"]["text"] and fallen["now"]["standing"] == "disputed"
    assert [g["kind"] for g in fallen["because"]] == ["denial"]
    assert not [row for row in document["changes"]["rows"] if row["kind"] in ("risen", "gone", "joined", "parted")]


def test_a_correction_retracts_what_nobody_else_says(desk: Desk, folder: Path) -> None:
    before = answer(
        desk,
        [
            *STORY[:1],
            Article(ref="radio", outlet="Tarn Radio", published="2025-04-03", text="The captain of the Tarn Star was drunk, Mira Holt said."),
        ],
    )
    notice = "The ferry Tarn Star ran aground.\n\nCorrection: Tarn Radio wrongly reported on Thursday that the captain of the Tarn Star was drunk."
    (document,) = answer(desk, [Article(ref="later", outlet="Tarn Radio", published="2025-04-04", text=notice)], kept(folder, before))
    check_changes([document])
    (fallen,) = [row for row in document["changes"]["rows"] if row["kind"] == "fallen"]
    assert "drunk" in fallen["was"]["text"] and (fallen["now"]["standing"], fallen["now"]["independent"]) == ("retracted", 0)
    assert [(g["kind"], g["by"]) for g in fallen["because"]] == [("correction", ["Tarn Radio"])]


def test_articles_come_back_as_they_were(desk: Desk, folder: Path) -> None:
    made = [replace(a, published_from="page", language="en", authors=("Ada Brook",), url=f"https://x.example/{a.ref}") for a in shipped()]
    intake = desk.take([], since=str(kept(folder, answer(desk, made))))
    articles = {a.id: a for a in made}
    for r in intake.readings:
        was = articles[r.article.id]
        assert replace(r.article, title=None) == replace(was, title=None)
        assert was.title is None or r.article.title == was.title


def test_what_another_twosource_made_is_read_anew_and_said_so(desk: Desk, folder: Path) -> None:
    before = answer(desk, STORY)
    for d in before:
        d["made_by"]["twosource"] = "0.0.9"
    assert [d["changes"]["same_maker"] for d in answer(desk, [], kept(folder, before))] == [False]
