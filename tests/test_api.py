"""The public names, and what they do from Python."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import twosource

NAMES = [
    "Article",
    "Claim",
    "Conflict",
    "Dossier",
    "Event",
    "Independence",
    "NothingReadError",
    "Party",
    "Problem",
    "Reading",
    "Settings",
    "Span",
    "Statement",
    "TwosourceError",
    "UsageError",
    "__version__",
    "answer",
    "check",
]
NEWS = "The ferry ran aground off Tarn on Wednesday, the coast guard said."


def test_the_public_names_are_these() -> None:
    assert twosource.__all__ == NAMES
    assert all(getattr(twosource, name) for name in NAMES)


def test_every_public_name_is_documented() -> None:
    assert all(getattr(twosource, name).__doc__ for name in NAMES if name != "__version__")


def test_the_version_is_the_packages() -> None:
    text = (Path(__file__).resolve().parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{twosource.__version__}"' in text


@pytest.mark.parametrize("module", ["twosource", "twosource.cli"])
def test_importing_loads_no_model_and_no_page_reader(module: str) -> None:
    heavy = "{'spacy', 'trafilatura', 'networkx', 'numpy', 'jinja2'}"
    code = f"import sys, {module}; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_check_gives_typed_dossiers(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    own = twosource.Article(ref="mine", text="The ferry ran aground off Tarn on Wednesday. Nobody was hurt.", outlet="The Tarn Gazette")
    dossiers = twosource.check(tmp_path / "a.txt", own, published={"a.txt": "2025-04-02", "mine": "2025-04-03"}, outlet={"a": "Tarn Radio"})
    articles = [r.article for d in dossiers for r in d.readings]
    assert {(a.outlet, a.published, a.published_from) for a in articles} == {
        ("Tarn Radio", "2025-04-02", "given"),
        ("The Tarn Gazette", "2025-04-03", "given"),
    }
    for dossier in dossiers:
        assert isinstance(dossier, twosource.Dossier)
        for statement in dossier.observed(twosource.Statement):
            article = next(a for a in articles if a.id == statement.article)
            assert article.text[statement.span.start : statement.span.end].strip()


def test_an_earlier_answer_can_be_gone_on_with(tmp_path: Path) -> None:
    first, later = (twosource.Article(ref=ref, text=NEWS + more, published="2025-04-02") for ref, more in (("one", ""), ("two", " Nobody was hurt.")))
    old, decisions = tmp_path / "old.json", tmp_path / "mine.toml"
    old.write_text(json.dumps(twosource.answer(first)), encoding="utf-8")
    (now,) = twosource.answer(later, since=str(old))
    assert {a["ref"] for a in now["articles"]} == {"one", "two"}
    assert ("article", "new") in {(row["of"], row["kind"]) for row in now["changes"]["rows"]}
    decisions.write_text('[[apart]]\narticles = ["one", "two"]\n', encoding="utf-8")
    assert len(twosource.check(later, since=str(old), stories=str(decisions))) == 2


def test_an_article_may_be_a_row_and_an_answer_the_one_in_hand() -> None:
    first, later = (
        {"id": ref, "title": "Ferry aground", "text": NEWS + more, "date": "2025-04-02"} for ref, more in (("one", ""), ("two", " All well."))
    )
    (old,) = before = twosource.answer(first)
    assert [(a["ref"], a["title"]["text"], a["published"]) for a in old["articles"]] == [("one", "Ferry aground", "2025-04-02")]
    (now,) = twosource.answer(later, since=before)
    assert {a["ref"] for a in now["articles"]} == {"one", "two"} and "changes" in now
    (again,) = twosource.answer({"id": "one", "title": "Ferry aground", "text": NEWS + " It is afloat.", "date": "2025-04-02"}, since=before)
    assert [a["text"] for a in again["changes"]["gone"]] == [old["articles"][0]["text"]]
    with pytest.raises(twosource.UsageError, match="since is no answer"):
        twosource.answer(later, since=[])


def test_models_are_opened_once(monkeypatch: pytest.MonkeyPatch) -> None:
    twosource.check({"text": NEWS})
    monkeypatch.setattr("twosource.desk.shipped", lambda: pytest.fail("the models were opened again"))
    assert twosource.check({"text": NEWS})


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(twosource.NothingReadError, match="does not exist") as told:
        twosource.check(str(tmp_path / "none.txt"))
    assert [p.kind for p in told.value.problems] == ["missing"]


def test_wrong_usage_raises(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    with pytest.raises(twosource.UsageError, match="nothing to read"):
        twosource.check()
    with pytest.raises(twosource.UsageError, match="names no day"):
        twosource.check(str(tmp_path / "a.txt"), published="last spring")
    with pytest.raises(twosource.UsageError, match=r"no article is named 'b\.txt'"):
        twosource.check(str(tmp_path / "a.txt"), outlet={"b.txt": "Tarn Radio"})
    with pytest.raises(twosource.UsageError, match="list is no input"):
        twosource.check([str(tmp_path / "a.txt")])  # type: ignore[arg-type]
