"""The timeline in words: each dated event with its day, who tells it, and the words that do."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from twosource.writers.voices import Voice, voices

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Day:
    """One entry: its date as EDTF, the PLOVER type of its event, and the voice whose words stand there."""

    value: str
    type: str
    voice: Voice


def days(document: Row, names: Mapping[str, str]) -> list[Day]:
    """The entries of a document's timeline that some words tell for themselves, in order."""
    statements = {s["id"]: s for s in document["statements"]}
    types = {e["id"]: "/".join(filter(None, (e["type"], e["mode"]))) for e in document["events"]}
    return [
        Day(
            row["value"],
            types.get(row["event"], ""),
            voices([next(s for i in row["statements"] if (s := statements[i])["alone"])], names)[0],
        )
        for row in document["timeline"]
        if any(statements[s]["alone"] for s in row["statements"])
    ]
