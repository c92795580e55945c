"""What the relation model learns from: PLV, the examples of the PLOVER manual's authors, and the folds that both models share."""

import hashlib
import json
from pathlib import Path
from typing import Any

from twosource.domain.span import Span

FOLDS = 5
OUT_OF_FOLD = Path(__file__).with_name("folds.jsonl")
"""What the models of the folds say of the rows that they have not seen: one row of ``key`` and ``root`` each."""
Row = dict[str, Any]
_LATER = {"DEMAND": "REQUEST", "FIGHT": "ASSAULT", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "RETREAT": "YIELD", "CONCEDE": "YIELD"}
"""Types of the first PLOVER by the type that holds them in PLOVER 2.0, as PLV has it."""
_ALIKE = 0.3


def plv(shared: Path) -> list[Row]:
    """The rows of PLV's training part."""
    return _rows(shared / "data/events/plv_train.jsonl")


def quads(rows: list[Row]) -> dict[str, int]:
    """The quad of every root."""
    return {row["root"]: row["quad"] for row in rows}


def manual(shared: Path, against: list[Row]) -> list[Row]:
    """The examples of PLOVER's gold standard records, as rows; those that resemble a row of ``against`` are left out."""
    known = [_trigrams(row["text"]) for row in against]
    made = []
    for record in _rows(shared / "data/events/plover_gsr.jsonl"):
        mine = _trigrams(record["text"])
        if not mine or any(len(mine & other) > _ALIKE * max(1, min(len(mine), len(other))) for other in known):
            continue
        source, target = _parties(record)
        root = _LATER.get(record["event"], record["event"])
        made.append({"id": record["id"], "text": record["text"], "root": root, "source": source, "target": target})
    return made


def folds_of(rows: list[Row]) -> list[int]:
    """A fold for every row, by its sentence: no sentence is in two."""
    return [int(hashlib.sha256(str(row["text"]).encode()).hexdigest(), 16) % FOLDS for row in rows]


def span_of(row: Row, side: str) -> Span:
    """Where a party stands; rows without a place for it get the text's first or last character."""
    size = max(len(row["text"]), 1)
    return Span(*row[side]) if row.get(side) else Span(0, 1) if side == "source" else Span(size - 1, size)


def key(row: Row) -> str:
    """What tells a row again: its text and where its parties stand."""
    spans = [span_of(row, side) for side in ("source", "target")]
    told = f"{row['text']}|{[(s.start, s.end) for s in spans]}"
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _trigrams(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[i : i + 3]) for i in range(len(words) - 2)}


def _parties(record: Row) -> tuple[list[int] | None, list[int] | None]:
    """The first source found in the text and the first target that is another; of two who act together the second is the target."""
    names = {side: [a.get("actorText") or "" for a in record.get(side) or [] if isinstance(a, dict)] for side in ("source", "target")}
    found = {side: [[at, at + len(n)] for n in names[side] if n and (at := record["text"].find(n)) >= 0] for side in names}
    source = next(iter(found["source"]), None)
    others = [span for span in (*found["target"], *found["source"][1:]) if span != source]
    return source, next(iter(others), None)
