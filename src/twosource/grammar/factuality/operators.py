"""Operators: the words that make a happening less sure or turn it round, as the table of them has it."""

from dataclasses import dataclass
from functools import cache

from twosource.domain.statement import FactualityValue
from twosource.reference.lexicon import table

_ORDER = {"CT": 0, "PR": 1, "PS": 2, "Uu": 3}


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that makes a happening less sure, or turns it round.

    Attributes:
        token: index of the word in its sentence.
        certainty, positive: what it leaves of the happening.
        time: "future" where it puts the happening ahead, else "".
        commitment: rung of the ladder for plans, or "".
        kind: the row's kind ("modal", "verb" ...), "negation", "condition", or "question".
    """

    token: int
    certainty: str
    positive: bool
    time: str = ""
    commitment: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Modality:
    """The operators over one happening, innermost first, and the word it comes down to (``head``)."""

    head: int
    operators: tuple[Operator, ...]

    @property
    def value(self) -> FactualityValue:
        """All operators together: the least sure of those that count, and the sign that they make."""
        certainty = max((o.certainty for o in self._counting), key=_ORDER.__getitem__, default="CT")
        if certainty == "Uu":
            return "Uu"
        positive = sum(not o.positive for o in self.operators) % 2 == 0
        return f"{certainty}{'+' if positive else '-'}"  # type: ignore[return-value]

    @property
    def deciding(self) -> Operator | None:
        """The operator that decides the value: the least sure, else the first negation, else what tells of a plan."""
        unsure = max(self._counting, key=lambda o: _ORDER[o.certainty], default=None)
        if unsure is None or unsure.certainty != "CT":
            return unsure
        negative = next((o for o in self._counting if not o.positive), None)
        plans = [o for o in self._counting if o.commitment]
        return negative or next((o for o in reversed(plans) if o.kind != "modal"), plans[0] if plans else unsure)

    @property
    def _counting(self) -> tuple[Operator, ...]:
        """Those from the outermost denial on: who denies a plan or a chance ("denied that a visit is planned") is sure that there is none."""
        denials = (n for n, o in enumerate(self.operators) if o.kind == "verb" and o.certainty == "CT" and not o.positive)
        return self.operators[max(denials, default=0) :]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: what a word leaves of the happening under it, and with ``negated`` what it leaves when itself negated."""

    kind: str
    certainty: str
    positive: bool
    negated: str
    time: str
    commitment: str
    scope: str

    def at(self, token: int, negative: bool) -> Operator:
        """The operator this row makes of a token, itself negated or not."""
        if not negative:
            return Operator(token, self.certainty, self.positive, self.time, self.commitment, self.kind)
        certainty, positive = (self.negated, True) if self.negated == "Uu" else (self.negated[:2], self.negated[2:] == "+")
        return Operator(token, certainty, positive, self.time, self.commitment, self.kind)


@cache
def rows() -> dict[tuple[str, str], Row]:
    """The table's rows by kind and word."""
    return {
        (r["kind"], r["word"]): Row(r["kind"], r["certainty"], r["polarity"] == "+", r["negated"], r["time"], r["commitment"], r["scope"])
        for r in table("modality")
    }
