"""The desk: what is admitted, what is a double, where problems go."""

from itertools import permutations

import pytest

from twosource.desk import Desk
from twosource.domain.article import Article
from twosource.inference.scripted import ScriptedModel, ScriptedTagger
from twosource.inference.shipped import Models
from twosource.intake import Intake
from twosource.pipeline import standard
from twosource.settings import Settings

NEWS = "The ferry ran aground off Tarn on Wednesday, the coast guard said."


@pytest.fixture
def desk() -> Desk:
    return Desk(standard(Models(ScriptedModel(), ScriptedTagger())), Settings(), {"scripted": "0" * 64})


def _article(ref: str, **fields: str | None) -> Article:
    return Article(**({"ref": ref, "text": NEWS, "path": ref, "published": "2025-04-02"} | fields))  # type: ignore[arg-type]


def _outlets(intake: Intake) -> list[str | None]:
    return [r.article.outlet for r in intake.readings]


def _doubles(intake: Intake) -> list[str | None]:
    return [p.path for r in intake.readings for p in r.problems if p.kind == "duplicate"]


def test_one_text_of_one_outlet_is_one_article_in_any_order(desk: Desk) -> None:
    same = [_article("a", outlet="Gazette"), _article("b"), _article("c", outlet="Gazette", url="https://g.example"), _article("d", outlet="Radio")]
    for order in permutations(same):
        intake = desk.take(order)
        assert sorted(map(str, _outlets(intake))) == ["Gazette", "Radio"]
        assert {r.article.ref for r in intake.readings} == {"c", "d"}
        assert sorted(map(str, _doubles(intake))) == ["a", "b"]


def test_doubles_of_no_outlet_are_one_and_blanks_do_not_matter(desk: Desk) -> None:
    intake = desk.take([_article("b"), _article("a", text=NEWS.replace(" ", "\r\n"))])
    assert [r.article.ref for r in intake.readings] == ["a"]


@pytest.mark.parametrize(("outlet", "told"), [(None, "--published and --outlet."), ("Gazette", "it with --published.")])
def test_what_is_not_known_of_an_article_is_told_with_the_way_to_give_it(desk: Desk, outlet: str | None, told: str) -> None:
    (reading,) = desk.take([_article("a", published=None, outlet=outlet)]).readings
    assert [p.message.endswith(told) for p in reading.problems] == [True]


def test_an_input_given_twice_is_told_so(desk: Desk) -> None:
    (reading,) = desk.take([_article("a"), _article("a")]).readings
    assert [p.message for p in reading.problems] == ["a was given twice and counted once."]


def test_a_day_printed_above_the_text_is_its_day_where_no_other_is_given(desk: Desk) -> None:
    text = f"Ferry aground\nApril 3, 2025\n{NEWS}"
    told = [r.article for r in desk.take([_article("a", text=text, published=None), _article("b", text=f"{text} Rain fell.")]).readings]
    assert [(a.ref, a.published, a.published_from) for a in told] == [("a", "2025-04-03", "text"), ("b", "2025-04-02", "given")]


def test_of_doubles_the_dated_one_is_kept(desk: Desk) -> None:
    intake = desk.take([_article("a", published=None), _article("b")])
    assert [r.article.ref for r in intake.readings] == ["b"]


@pytest.mark.parametrize(("language", "kept"), [("en", 1), ("en-GB", 1), ("EN_us", 1), ("und", 1), ("de", 0), ("zxx", 0)])
def test_a_declared_language_is_believed(desk: Desk, language: str, kept: int) -> None:
    intake = desk.take([_article("a", language=language)])
    assert len(intake.readings) == kept
    assert [p.kind for p in intake.problems] == ([] if kept else ["language"])


def test_an_undeclared_language_becomes_english(desk: Desk) -> None:
    assert desk.take([_article("a", language="und")]).readings[0].article.language == "en"


def test_problems_of_inputs_stand_in_the_first_dossier_once(desk: Desk) -> None:
    intake = desk.take([_article("a", published=None), "/no/such/file.txt"])
    dossiers = desk.check(intake)
    assert sorted(p.kind for d in dossiers for p in d.problems) == ["missing", "no-publication-date"]
    assert [p.kind for p in dossiers[0].problems][-1] == "missing"


def test_nothing_read_is_no_dossier(desk: Desk) -> None:
    assert desk.check(desk.take(["/no/such/file.txt"])) == []


def test_the_watch_is_told_every_stage(desk: Desk) -> None:
    seen: list[tuple[str, int]] = []
    desk.check(desk.take([_article("a")]), lambda stage, articles, seconds: seen.append((stage, articles)))
    assert len(seen) > 10 and {articles for _, articles in seen} == {1}


def test_a_document_says_what_made_it(desk: Desk) -> None:
    (dossier,) = desk.check(desk.take([_article("a")]))
    assert desk.document(dossier)["made_by"]["models"] == {"scripted": "0" * 64}


def test_half_a_character_is_no_text(desk: Desk) -> None:
    intake = desk.take([_article("a", text=NEWS + " \ud800"), _article("b")])
    assert [r.article.ref for r in intake.readings] == ["b"]
    assert [p.kind for p in intake.problems] == ["encoding"]


def test_models_are_not_loaded_where_there_is_nothing_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.desk.shipped", lambda: pytest.fail("the models were opened"))
    desk = Desk.open()
    assert desk.check(desk.take([_article("a", language="de")])) == []
