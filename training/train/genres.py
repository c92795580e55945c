"""python -m train.genres RUN ...: scores of several runs by genre, with intervals, and what the card says of them.

Exports every run to RUNS/NAME/model unless that is newer than the run's weights, has `evaluation.tables.genres` measure the folders in the Python
that has twosource installed, and writes what came of it into the shipped card. Three runs that differ in their seed show how far a score is off.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "evaluation" / "results"
CARD = ROOT / "src" / "twosource" / "models" / "attribution" / "card.json"
TABLES = {"runs": "runs_polnear", "genres, GUM": "genres_gum", "genres, annotated stories": "genres_stories"}


def spread(results: Path = RESULTS) -> dict[str, Any]:
    """For the card: each table's title, and its rows by their first cell; empty where nothing was measured."""
    found: dict[str, Any] = {}
    for name, table in TABLES.items():
        path = results / f"{table}.json"
        if path.exists():
            told = json.loads(path.read_text(encoding="utf-8"))
            columns = [column.strip() for column in told["columns"][1:]]
            rows = {row[0]: ", ".join(f"{column} {_cell(cell)}" for column, cell in zip(columns, row[1:], strict=True)) for row in told["rows"]}
            found[name] = {"on": told["title"], "notes": told["notes"], **rows}
    return found


def _cell(cell: object) -> str:
    return "–" if cell is None else f"{cell:.1f}" if isinstance(cell, float) else str(cell)


def exported(run: Path, given: list[str]) -> Path:
    """The model folder of a run, made if its weights are newer."""
    folder = run / "model"
    card = folder / "card.json"
    if not card.exists() or card.stat().st_mtime < (run / "mean.pt").stat().st_mtime:
        subprocess.run([sys.executable, "-m", "train.export", run.name, "--runs", str(run.parent), "--folder", str(folder), *given], check=True)
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m train.genres", description=__doc__)
    parser.add_argument("run", nargs="+")
    parser.add_argument("--runs", type=Path, default=Path(__file__).resolve().parents[1] / "out" / "runs")
    parser.add_argument("--shared", default=None)
    parser.add_argument("--python", default=str(ROOT / ".venv" / "bin" / "python"), help="the Python that has twosource installed")
    asked = parser.parse_args()
    given = ["--shared", asked.shared] if asked.shared else []
    folders = [str(exported(asked.runs / name, given)) for name in asked.run]
    subprocess.run([asked.python, "-m", "evaluation.tables.genres", *folders], check=True, cwd=ROOT)
    card = json.loads(CARD.read_text(encoding="utf-8"))
    card["quality"] = {key: value for key, value in card["quality"].items() if key not in TABLES} | spread()
    CARD.write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
