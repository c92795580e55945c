"""A table of scores: printed for who runs it, kept as JSON, and shown in docs/evaluation.md from there."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).resolve().parents[1] / "results"

Cell = str | float | None


@dataclass(frozen=True)
class Table:
    """What one command measured.

    Attributes:
        name: its file in ``evaluation/results``.
        title: what is measured, on what.
        command: prints it anew.
        columns: the first is what a row is about.
        rows: numbers as they were measured; None where a system does not answer.
        notes: what a reader must know before believing a number.
        data: figures behind the table that programs read.
    """

    name: str
    title: str
    command: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"table {self.name}: every row needs {len(self.columns)} cells")

    def markdown(self) -> str:
        """Title, command, table and notes."""
        shown = [[shown_cell(cell).replace("|", "\\|") for cell in row] for row in self.rows]
        bars = ["---", *("---:" for _ in self.columns[1:])]
        lines = [f"| {' | '.join(row)} |" for row in (list(self.columns), bars, *shown)]
        notes = [f"- {note}" for note in self.notes]
        return "\n".join([f"**{self.title}** (`{self.command}`)", "", *lines, *([""] if notes else []), *notes])

    def plain(self) -> str:
        """The same for a terminal."""
        cells = [list(self.columns), *([shown_cell(cell) for cell in row] for row in self.rows)]
        wide = [max(len(row[n]) for row in cells) for n in range(len(self.columns))]
        lines = ["  ".join([row[0].ljust(wide[0]), *(cell.rjust(w) for cell, w in zip(row[1:], wide[1:], strict=True))]) for row in cells]
        return "\n".join([self.title, *lines, *(f"  {note}" for note in self.notes)])


def shown_cell(cell: Cell) -> str:
    """Numbers with one decimal, nothing as a dash."""
    if cell is None:
        return "–"
    return f"{cell:.1f}" if isinstance(cell, float) else str(cell)


def keep(table: Table, folder: Path = RESULTS) -> Table:
    """Print a table and write it to its file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{table.name}.json").write_text(json.dumps(asdict(table), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(table.plain(), end="\n\n", flush=True)
    return table


def kept(name: str, folder: Path = RESULTS) -> Table:
    """The table of a name as its command last wrote it."""
    found: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    rows = tuple(tuple(row) for row in found.pop("rows"))
    return Table(columns=tuple(found.pop("columns")), notes=tuple(found.pop("notes")), rows=rows, **found)
