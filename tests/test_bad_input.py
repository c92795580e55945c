"""docs/bad-input.md, row by row: what each gets, with which exit status, in which time and memory."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

TABLE = Path(__file__).resolve().parents[1] / "docs" / "bad-input.md"
# Of processor time, so that a busy machine does not fail them; nearly all of it is loading the language model.
MOST_SECONDS = 20
MOST_BYTES = 1 << 30
NEWS = "The ferry ran aground off Tarn on Wednesday, the coast guard said. “Nobody was hurt,” said Captain Ole Brand of the ship.\n"
MENU = "<html><body><ul>" + "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(50)) + "</ul></body></html>"


@dataclass(frozen=True)
class Outcome:
    """What a run of the command left behind."""

    status: int
    dossiers: list[dict[str, Any]]
    errors: str

    @property
    def kinds(self) -> list[str]:
        """Kinds of problem, without the missing days that every plain text has."""
        return sorted({p["kind"] for d in self.dossiers for p in d["problems"]} - {"no-publication-date"})


def run(folder: Path, *paths: str) -> Outcome:
    """The command on files of the folder, with its bounds held."""
    with (folder / "out").open("wb") as out, (folder / "err").open("wb") as err:
        process = subprocess.Popen([sys.executable, "-m", "twosource", "check", "--json", *paths], cwd=folder, stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert usage.ru_utime + usage.ru_stime < MOST_SECONDS
    assert usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) < MOST_BYTES
    errors = (folder / "err").read_text(encoding="utf-8")
    assert "Traceback" not in errors
    return Outcome(process.returncode, json.loads((folder / "out").read_text(encoding="utf-8")), errors)


def _write(name: str, data: str | bytes) -> Callable[[Path], list[str]]:
    def write(folder: Path) -> list[str]:
        (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
        return [name]

    return write


def _twice(folder: Path) -> list[str]:
    return _write("one.txt", NEWS)(folder) + _write("two.txt", NEWS)(folder)


def _beside(folder: Path) -> list[str]:
    (folder / "pages" / "ferry_files").mkdir(parents=True)
    (folder / "pages" / "ferry.html").write_text(PAGE, encoding="utf-8")
    (folder / "pages" / "ferry_files" / "frame.html").write_text(MENU, encoding="utf-8")
    return ["pages"]


LINE = "word " * 10_000_000
PAGE = f'<html><head><meta charset="utf-8"></head><body><article><h1>Ferry runs aground</h1><p>{NEWS}</p><p>{NEWS}</p></article></body></html>'
EMOJI = (
    "👩‍🚒 The fire chief said on Monday: “The fire is out 🔥.” "
    "\u202bרב־החובל\u202c, as Dana Levy is called, said that the people of مرحبا street may go home."
)

ROWS: dict[str, tuple[Callable[[Path], list[str]], str | None, int]] = {
    "empty file": (_write("a.txt", ""), "empty", 1),
    "50 MB line": (_write("a.txt", LINE), "too-long", 1),
    "50 MB line of JSON": (_write("a.jsonl", json.dumps({"text": LINE})), "too-long", 1),
    "invalid UTF-8": (_write("a.txt", "Café closed".encode("latin-1")), "encoding", 1),
    "binary": (_write("a.txt", bytes(range(256)) * 100), "binary", 1),
    "HTML without an article": (_write("a.html", MENU), "no-article", 1),
    "an answer of `check --json`": (_write("a.json", '[{"schema": "twosource/dossier/1", "articles": []}]'), "no-text", 1),
    "a page that lies about its encoding": (
        _write("a.html", PAGE.encode().replace(b"Tarn", b"T\xe9rn")),
        "encoding",
        0,
    ),
    "a folder beside a saved page": (_beside, "passed-over", 0),
    "hostile HTML": (_write("a.html", "<p>x" * 750_000), "too-long", 1),
    "missing path": (lambda folder: ["a.txt"], "missing", 1),
    "another language": (_write("a.txt", "Die Fähre lief am Mittwoch vor der Insel auf Grund, niemand wurde verletzt. " * 4), "language", 1),
    "the same article twice": (_twice, "duplicate", 0),
    "10,000 quotation marks": (_write("a.txt", '"' * 10_000), None, 0),
    "1,000 quotations": (_write("a.txt", "“Yes,” he said. " * 1_000), None, 0),
    "right-to-left and emoji text": (_write("a.txt", EMOJI), None, 0),
}

MESSAGE_OF = {
    "empty": "empty",
    "too-long": "longer|more than",
    "encoding": "not valid UTF-8",
    "binary": "binary",
    "no-article": "no article",
    "no-text": "--since a.json",
    "missing": "does not exist",
    "language": "not in English",
}


@pytest.mark.parametrize("row", ROWS)
def test_bad_input_gets_what_the_table_says(row: str, tmp_path: Path) -> None:
    write, kind, status = ROWS[row]
    paths = write(tmp_path)
    outcome = run(tmp_path, *paths)
    assert outcome.status == status, outcome.errors
    if status:
        assert outcome.dossiers == []
        assert paths[0] in outcome.errors and re.search(MESSAGE_OF[str(kind)], outcome.errors)
    else:
        assert outcome.kinds == ([kind] if kind else [])


def test_the_run_goes_on(tmp_path: Path) -> None:
    """A good article among all that is bad is read, and every fault is a row."""
    bad = [name for n, row in enumerate(ROWS) if ROWS[row][2] for name in _renamed(tmp_path, row, n)]
    outcome = run(tmp_path, *bad, *_write("good.txt", NEWS)(tmp_path))
    assert outcome.status == 0
    (dossier,) = outcome.dossiers
    assert [a["ref"] for a in dossier["articles"]] == ["good.txt"]
    assert set(outcome.kinds) == {kind for _, kind, status in ROWS.values() if status}


def _renamed(folder: Path, row: str, n: int) -> list[str]:
    names = []
    for name in ROWS[row][0](folder):
        other = f"{n}-{name}"
        if (folder / name).exists():
            (folder / name).rename(folder / other)
        names.append(other)
    return names


def test_every_row_of_the_table_is_a_test() -> None:
    table = [line.split("|") for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("| ") and not line.startswith("| input")]
    told = {cells[1].strip(): (cells[2].strip(), cells[4].strip()) for cells in table}
    assert {row: (f"`{kind}`" if kind else "none", str(status)) for row, (_, kind, status) in ROWS.items()} == told


def test_right_to_left_and_emoji_keep_their_offsets(tmp_path: Path) -> None:
    outcome = run(tmp_path, *_write("a.txt", EMOJI)(tmp_path))
    (dossier,) = outcome.dossiers
    assert dossier["articles"][0]["text"] == EMOJI
    assert dossier["statements"]
    for statement in dossier["statements"]:
        assert EMOJI[statement["start"] : statement["end"]] == statement["text"]
