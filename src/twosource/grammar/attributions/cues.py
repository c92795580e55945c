"""Words that attribute: verbs and nouns with what they take, read from data files."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from twosource.reference.lexicon import table

Strength = Literal["strong", "weak", ""]


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb that attributes: for every form of content whether its subject says it (strong) or only stands to it somehow (weak).

    ``act``: the forms of content by which it does what it says ("vowed to stay"), and so is an act to tell of, no statement.
    """

    kind: str
    clause: Strength
    infinitive: Strength
    object: Strength
    predicate: Strength
    quotation: Strength
    prepositions: frozenset[str]
    act: frozenset[str]


@dataclass(frozen=True, slots=True)
class CueNoun:
    """A noun that attributes the clause or infinitive that hangs on it."""

    kind: str
    strength: Strength


def _strength(word: str) -> Strength:
    return "strong" if word == "strong" else "weak" if word == "weak" else ""


@cache
def cue_verbs() -> dict[str, CueVerb]:
    """Cue verbs by lemma."""
    return {
        row["lemma"]: CueVerb(
            row["kind"],
            _strength(row["clause"]),
            _strength(row["infinitive"]),
            _strength(row["object"]),
            _strength(row["predicate"]),
            _strength(row["quotation"]),
            frozenset(filter(None, row["prepositions"].split(","))),
            frozenset(filter(None, row["act"].split(","))),
        )
        for row in table("cue_verbs")
    }


@cache
def cue_nouns() -> dict[str, CueNoun]:
    """Cue nouns by lemma."""
    return {row["lemma"]: CueNoun(row["kind"], _strength(row["strength"])) for row in table("cue_nouns")}
