"""Where accounts part: each conflict as a question, with its sides and who holds them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from twosource.domain.conflict import SURE
from twosource.writers.plain import line
from twosource.writers.voices import Voice, voices

Row = dict[str, Any]

_LONGEST = 40  # code points of a value where sides stand in one line

QUESTIONS = {
    "quantity": "how many",
    "date": "when",
    "place": "where",
    "actor": "who",
    "certainty": "how sure it is",
    "polarity": "whether it is so",
    "wording": "the words said",
}
"""What is in question in each kind of conflict, in words that go on after "accounts part on"."""


@dataclass(frozen=True, slots=True)
class Parting:
    """One conflict as it is shown: its id and kind, the ids of its claims, what to know of it, and each side's value and voices.

    ``sure``: whether it is told as a conflict, not as a place where accounts may part.
    """

    id: str
    kind: str
    claims: tuple[str, ...]
    note: str
    sides: tuple[tuple[str, tuple[Voice, ...]], ...]
    sure: bool = True

    @property
    def question(self) -> str:
        """What is in question."""
        return QUESTIONS[self.kind]

    @property
    def heading(self) -> str:
        """The question with its note."""
        return f"{self.question} ({self.note})" if self.note else self.question

    @property
    def brief(self) -> str:
        """The question, with the values of its sides where they are short and answer it."""
        values = [line(value) for value, _ in self.sides]
        fit = self.kind != "certainty" and all(len(value) <= _LONGEST for value in values)
        return f"{self.question}: {' / '.join(values)}" if fit else self.question


def partings(document: Row, names: Mapping[str, str]) -> list[Parting]:
    """The conflicts of a document: sure ones first, and of these those that touch most claims and statements; the others by how likely they are."""
    order = {s["id"]: n for n, s in enumerate(document["statements"])}
    rows = sorted(document["conflicts"], key=_order)
    return [
        Parting(
            x["id"],
            x["kind"],
            tuple(x["claims"]),
            "; ".join(_notes(x)),
            tuple(
                _side(side, x["kind"], [document["statements"][n] for n in sorted(order[s] for s in side["statements"])], names)
                for side in x["sides"]
            ),
            x["likely"] >= SURE,
        )
        for x in rows
    ]


def _order(x: Row) -> tuple[bool, float, int]:
    sure = x["likely"] >= SURE
    touched = sum(len(side["statements"]) for side in x["sides"])
    return (not sure, -len(x["claims"]) if sure else -x["likely"], -touched)


def _side(side: Row, kind: str, statements: list[Row], names: Mapping[str, str]) -> tuple[str, tuple[Voice, ...]]:
    """The value of a side with its voices: words of a statement as they read alone, and how sure it is told where that is in question."""
    held = tuple(voices(statements, names, side["value"]))
    said = next((v for v in held if v.words == side["value"]), held[0] if kind == "wording" and held else None)
    if kind == "certainty" and said is not None:
        return held[0].sure, held
    return said.in_full if said is not None else side["value"], held


def _notes(x: Row) -> list[str]:
    known = ((x["update"], "a later number replaces an earlier one"), (x["same_origin"], "one party on both sides"))
    return [note for so, note in known if so]
