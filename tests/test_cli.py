"""The command: options, exit status, and one sentence for whatever goes wrong."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.writers.test_document import schema

from twosource import cli
from twosource.cli.screen import progress
from twosource.desk import Desk
from twosource.inference.scripted import ScriptedModel, ScriptedTagger
from twosource.inference.shipped import Models
from twosource.pipeline import standard
from twosource.settings import Settings

NEWS = "The ferry ran aground off Tarn on Wednesday, the coast guard said."
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """The command in a folder with two files, on a scripted model: (exit status, standard output, standard error)."""
    (tmp_path / "one.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "two.txt").write_text(NEWS + " Nobody was hurt.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    opened = Desk(standard(Models(ScriptedModel(), ScriptedTagger())), Settings(), {"scripted": "0" * 64})
    monkeypatch.setattr(Desk, "open", classmethod(lambda cls, settings=None: opened))

    def _run(*arguments: str, standard_input: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["twosource", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(standard_input)))
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        out, err = capfdbinary.readouterr()
        return int(stopped.value.code or 0), out.decode(), err.decode()

    return _run


def _articles(out: str) -> list[dict[str, Any]]:
    return [a for d in json.loads(out) for a in d["articles"]]


def test_json_is_all_that_stands_on_standard_output(run: Run) -> None:
    status, out, err = run("check", "--json", "one.txt", "two.txt", "none.txt")
    assert status == 0
    assert {a["ref"] for a in _articles(out)} == {"one.txt", "two.txt"}
    assert err == "twosource: none.txt does not exist: check the path.\n"
    assert [p["path"] for d in json.loads(out) for p in d["problems"] if p["kind"] == "missing"] == ["none.txt"]


def test_days_and_outlets_by_name(run: Run) -> None:
    status, out, _ = run("check", "--json", ".", "--published", "2025-04-02", "--published", "two.txt=2025-04-03", "--outlet", "one=Tarn Radio = FM")
    assert status == 0
    assert {(a["ref"], a["published"], a["outlet"]) for a in _articles(out)} == {
        ("one.txt", "2025-04-02", "Tarn Radio = FM"),
        ("two.txt", "2025-04-03", None),
    }


def test_standard_input(run: Run) -> None:
    status, out, _ = run("check", "--json", "-", standard_input=json.dumps({"id": "r1", "text": NEWS}).encode())
    assert (status, [a["ref"] for a in _articles(out)]) == (0, ["r1"])


def test_the_page_is_for_people(run: Run) -> None:
    status, out, err = run("check", "one.txt", "two.txt", "none.txt")
    assert (status, err) == (0, "")
    for words in ("2 articles", "ARTICLES", "one.txt", "WHAT COULD NOT BE READ", "none.txt does not exist", "--published"):
        assert words in out
    assert "\x1b" not in out


def test_markdown_and_html(run: Run, tmp_path: Path) -> None:
    status, out, _ = run("check", "one.txt", "--markdown", "--html", "page.html")
    assert status == 0 and out.startswith("# ")
    assert "<!doctype html>" in (tmp_path / "page.html").read_text(encoding="utf-8").lower()


def test_events_are_a_table_of_their_own(run: Run, tmp_path: Path) -> None:
    status, out, _ = run("check", "one.txt", "--json", "--events", "events.csv")
    assert status == 0 and json.loads(out)
    assert (tmp_path / "events.csv").read_text(encoding="utf-8").startswith("Event ID,Story,Event Date")
    assert run("check", "one.txt", "--events", "no/such/events.csv")[0] == 2


@pytest.mark.parametrize("option", ["--html", "--events"])
def test_only_files_of_ours_are_written_over(run: Run, tmp_path: Path, option: str) -> None:
    (tmp_path / "empty").touch()
    for file in ("new", "new", "empty"):
        assert run("check", "one.txt", option, file)[0] == 0
    status, out, err = run("check", option, "one.txt", "two.txt")
    assert (status, out) == (2, "") and "one.txt would write over a file" in err
    assert (tmp_path / "one.txt").read_text(encoding="utf-8") == NEWS


def test_a_page_that_cannot_be_written_is_wrong_usage(run: Run) -> None:
    status, out, err = run("check", "one.txt", "--html", ".")
    assert status == 2 and "1 article" in out
    assert "cannot be written" in err and err.count("\n") == 1


def test_a_place_that_takes_no_more_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("twosource.cli.screen.typer.echo", full)
    status, out, err = run("check", "one.txt")
    assert (status, out) == (2, "")
    assert err == "twosource: standard output cannot be written (No space left on device): send it to another place.\n"


def test_a_reader_that_has_seen_enough_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(NEWS, encoding="utf-8")
    command = [sys.executable, "-m", "twosource", "check", "one.txt", "--html", "page.html"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0 and (tmp_path / "page.html").exists()


def test_the_answer_is_not_read_while_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(NEWS, encoding="utf-8")
    for _ in range(2):
        with (tmp_path / "answer.json").open("wb") as out:
            subprocess.run([sys.executable, "-m", "twosource", "check", ".", "--json"], cwd=tmp_path, stdout=out, check=True)
    (dossier,) = json.loads((tmp_path / "answer.json").read_text(encoding="utf-8"))
    assert {p["kind"] for p in dossier["problems"]} == {"no-publication-date"}


@pytest.mark.parametrize(("terminal", "coloured"), [("xterm", True), ("dumb", False)])
def test_colours_are_for_terminals_that_have_them(run: Run, monkeypatch: pytest.MonkeyPatch, terminal: str, coloured: bool) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", terminal)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert ("\x1b[" in run("check", "one.txt")[1]) is coloured


def test_stories_need_something_to_read(run: Run) -> None:
    for arguments in (("stories",), ("stories", "none.txt")):
        status, out, err = run(*arguments)
        assert status and not out and err.startswith("twosource: no")


def test_no_statement_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "word.txt").write_text("Tarn", encoding="utf-8")
    for face in ((), ("--markdown",)):
        assert "nothing that anybody says to be so" in run("check", "word.txt", *face)[1]


@pytest.mark.parametrize("json_too", [[], ["--json"]])
def test_nothing_read_is_status_one(run: Run, json_too: list[str]) -> None:
    status, out, err = run("check", "none.txt", *json_too)
    assert (status, out) == (1, "[]\n" if json_too else "")
    assert err.splitlines() == ["twosource: none.txt does not exist: check the path.", "twosource: no article could be read."]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check"], "PATH"),
        (["nothing"], "No such command"),
        (["check", "one.txt", "--colour"], "No such option"),
        (["check", "one.txt", "--json", "--markdown"], "exclude each other"),
        (["check", "one.txt", "--published", "spring"], "names no day"),
        (["check", "one.txt", "--published", "three.txt=2025-04-02"], "no article is named 'three.txt': names are ids, paths or file names of"),
        (["check", "one.txt", "--outlet", "Gazette"], "NAME=OUTLET"),
        (["check", "one.txt", "--html", "no/such/page.html"], "does not exist"),
        (["check", "one.txt", "--since", "none.json"], "none.json cannot be opened (No such file"),
        (["check", "one.txt", "--since", "."], ". cannot be opened (Is a directory"),
        (["check", "one.txt", "--since", "one.txt"], "one.txt is not JSON"),
    ],
    ids=range(11),
)
def test_wrong_usage_is_status_two(run: Run, arguments: list[str], words: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert words in err and "Traceback" not in err


def _since(run: Run, folder: Path, *more: str) -> tuple[int, str, str]:
    (folder / "old.json").write_text(run("check", "--json", "one.txt")[1], encoding="utf-8")
    return run("check", "--since", "old.json", *more)


def test_an_earlier_answer_brings_its_articles_along(run: Run, tmp_path: Path) -> None:
    status, out, _ = _since(run, tmp_path, "two.txt", "--json")
    (document,) = json.loads(out)
    schema().validate(document)
    assert status == 0 and {a["ref"] for a in document["articles"]} == {"one.txt", "two.txt"}
    assert [r["now"]["text"] for r in document["changes"]["rows"] if r["of"] == "article"] == ["two.txt"]


def test_nothing_new_is_nothing_changed(run: Run, tmp_path: Path) -> None:
    for given in ([], ["one.txt"]):
        _, out, _ = _since(run, tmp_path, *given, "--json")
        assert json.loads(out)[0]["changes"] == {"same_maker": True, "rows": [], "gone": []}
    assert "WHAT CHANGED\nnothing" in _since(run, tmp_path)[1]


def test_a_later_version_of_a_file_replaces_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text(run("check", "--json", "one.txt")[1], encoding="utf-8")
    (tmp_path / "one.txt").write_text(NEWS + " It was towed off on Thursday.", encoding="utf-8")
    (document,) = json.loads(run("check", "--since", "old.json", "one.txt", "--json")[1])
    assert len(document["articles"]) == 1
    assert [a["text"] for a in document["changes"]["gone"]] == [NEWS]
    assert ("article", "replaced") in {(r["of"], r["kind"]) for r in document["changes"]["rows"]}


@pytest.mark.parametrize(
    ("later", "kept"), [("Parliament of Sorland passed a budget with higher taxes on tobacco.", 2), (NEWS + " Nobody was hurt.", 1)]
)
def test_a_row_numbered_anew_replaces_nothing(run: Run, tmp_path: Path, later: str, kept: int) -> None:
    (tmp_path / "today.jsonl").write_text(json.dumps({"id": 1, "text": NEWS}), encoding="utf-8")
    (tmp_path / "old.json").write_text(run("check", "--json", "today.jsonl")[1], encoding="utf-8")
    (tmp_path / "today.jsonl").write_text(json.dumps({"id": 1, "text": later}), encoding="utf-8")
    assert len(_articles(run("check", "--since", "old.json", "today.jsonl", "--json")[1])) == kept


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda d: d[0].update(schema="twosource/dossier/9"), "'twosource/dossier/9', and this twosource reads 'twosource/dossier/1'"),
        (lambda d: d[0].pop("schema"), "has the schema 'none'"),
        (lambda d: d[0].pop("claims"), "[0].claims is missing"),
        (lambda d: d[0]["articles"][0].update(text="Something else."), "[0].articles[0].id is not that of its text"),
        (lambda d: d[0]["articles"][0].update(id=1), "[0].articles[0].id is missing or of another type"),
        (lambda d: d[0].update(articles=[]), "[0].articles is empty"),
        (lambda d: d[0].update(statements=[1]), "[0].statements[0] is no object"),
        (lambda d: d[0]["story"].update(because=[1]), "[0].story.because are not all text"),
        (lambda d: d[0]["articles"][0].update(published_from="hearsay"), "[0].articles[0].published_from is 'hearsay'"),
        (lambda d: d[0]["articles"][0].update(title={"start": 3, "end": 3}), "[0].articles[0].title is no stretch of its text"),
        (lambda d: d.clear(), "not a list of dossiers"),
        (lambda d: d.append("x"), "not a list of dossiers"),
    ],
    ids=range(12),
)
def test_what_is_no_answer_of_this_version_is_refused(run: Run, tmp_path: Path, spoil: Callable[[Any], Any], words: str) -> None:
    old = json.loads(run("check", "--json", "one.txt")[1])
    spoil(old)
    (tmp_path / "old.json").write_text(json.dumps(old), encoding="utf-8")
    status, out, err = run("check", "--since", "old.json", "two.txt")
    assert (status, out) == (2, "") and words in err and err.count("\n") == 1


def _told(out: str) -> dict[tuple[str, ...], list[str]]:
    return {tuple(sorted(a["ref"] for a in d["articles"])): d["story"]["because"] for d in json.loads(out)}


def test_a_decision_parts_a_story_and_sticks(run: Run, tmp_path: Path) -> None:
    assert list(_told(run("check", "one.txt", "two.txt", "--json")[1])) == [("one.txt", "two.txt")]
    status, out, _ = run("stories", ".", "--stories", "s.toml", "--apart", "one.txt", "--apart", "two", "--because", 'another "ferry"')
    assert status == 0 and 'because: kept apart by hand (one.txt from two.txt (another "ferry"))' in out
    for _ in range(2):
        told = _told(run("check", "one.txt", "two.txt", "--stories", "s.toml", "--json")[1])
        assert set(told) == {("one.txt",), ("two.txt",)} and all("by hand" in because[0] for because in told.values())
    assert "two.txt" in run("stories", "two.txt", "--stories", "s.toml")[1]


def test_an_article_of_an_earlier_answer_can_be_decided_about(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text(run("check", "--json", "one.txt")[1], encoding="utf-8")
    status, out, _ = run("stories", "two.txt", "--since", "old.json", "--stories", "s.toml", "--apart", "one", "--apart", "two")
    assert status == 0 and out.count("because: kept apart by hand") == 2


def test_a_decision_joins_stories_and_is_kept_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "far.txt").write_text("Parliament of Sorland passed a budget with higher taxes on tobacco.", encoding="utf-8")
    assert len(_told(run("check", ".", "--json")[1])) == 2
    for _ in range(2):
        run("stories", ".", "--stories", "s.toml", "--together", "far", "--together", "one")
    assert (tmp_path / "s.toml").read_text(encoding="utf-8").count("articles =") == 1
    (because,) = _told(run("check", ".", "--stories", "s.toml", "--json")[1]).values()
    assert because[0] == "put together by hand: far.txt, one.txt" or because[0] == "put together by hand: one.txt, far.txt"


def test_a_decision_goes_above_an_earlier_answer(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text(run("check", "--json", "one.txt", "two.txt")[1], encoding="utf-8")
    (tmp_path / "s.toml").write_text('[[apart]]\narticles = ["one", "two"]\n', encoding="utf-8")
    told = _told(run("check", "--since", "old.json", "--stories", "s.toml", "--json")[1])
    assert set(told) == {("one.txt",), ("two.txt",)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[apart]]\narticles = [", "is not TOML"),
        ("[[asunder]]\narticles = ['a', 'b']", "'asunder', which decides nothing"),
        ("[[apart]]\narticles = ['a']", "two names or more"),
        ("[apart]\narticles = ['a', 'b']", "write [[apart]]"),
        (
            "[[apart]]\narticles = ['a', 'c']\n[[together]]\narticles = ['a', 'b', 'c']",
            "'a' and 'c' are decided to be apart, and together through 'b'",
        ),
        ("[[apart]]\narticles = ['one.txt', 'x']\n[[together]]\narticles = ['one', 'x']", ""),
        ("[[apart]]\narticles = ['one.txt', 'two']\n[[together]]\narticles = ['one', 'two.txt']", "apart, and together: take one"),
    ],
    ids=range(7),
)
def test_decisions_that_cannot_be_kept_are_refused(run: Run, tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "s.toml").write_text(text, encoding="utf-8")
    status, _, err = run("check", "one.txt", "two.txt", "--stories", "s.toml")
    assert status == (2 if words else 0) and words in err and err.count("\n") == bool(words)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--apart", "one", "--apart", "two"], "need --stories FILE"),
        (["--stories", "s.toml", "--apart", "one"], "names one article alone"),
        (["--stories", "s.toml", "--apart", "one", "--apart", "three"], "no article is named 'three'"),
        (["--stories", "s.toml"], "s.toml cannot be opened"),
        (["--stories", "no/s.toml", "--apart", "one", "--apart", "two"], "cannot be written"),
    ],
    ids=range(5),
)
def test_wrong_use_of_stories(run: Run, tmp_path: Path, arguments: list[str], words: str) -> None:
    status, out, err = run("stories", "one.txt", "two.txt", *arguments)
    assert (status, out) == (2, "") and words in err
    assert not (tmp_path / "s.toml").exists()


def test_stories_of_nothing_is_status_one(run: Run) -> None:
    assert run("stories", "none.txt")[0] == 1


def test_a_fault_of_ours_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("odd")

    monkeypatch.setattr(Desk, "check", broken)
    status, _, err = run("check", "one.txt")
    assert status == 1 and err.count("\n") == 1 and "Please report it" in err


def test_names_of_files_cannot_command_the_terminal(run: Run) -> None:
    _, _, err = run("check", "\x1b[31mred.txt")
    assert "\x1b" not in err


@pytest.mark.parametrize("asked", [["--help"], ["check", "--help"], ["--version"]])
def test_help_and_version(run: Run, asked: list[str]) -> None:
    status, out, _ = run(*asked)
    assert status == 0 and "twosource" in out


def test_the_help_has_examples_and_every_exit_status(run: Run) -> None:
    _, out, _ = run("check", "--help")
    flat = " ".join(out.split())
    assert "twosource check feed.jsonl --json" in flat
    assert "0 when at least one article was read, 1 when none was, 2 for wrong usage" in flat


@pytest.mark.parametrize("looks", [False, True])
def test_progress_is_for_people_who_look(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], looks: bool) -> None:
    monkeypatch.setattr("rich.console.Console.is_terminal", looks)
    with progress(lambda: 3) as watch:
        for stage in ("sentences", "parties", "claims"):
            watch(stage, 5, 0.1)
    out, err = capsys.readouterr()
    assert not out and ("claims done" in err) is looks
