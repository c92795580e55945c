"""PLOVER 2.0: its types with their quads, and the lexicon of words that tell them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.reference.lexicon import table

# SANCTION is filed under material conflict, as in its own section of the manual; its quad table says verbal (docs/plover.md).
QUAD: Final = {
    "AGREE": 1,
    "CONSULT": 1,
    "SUPPORT": 1,
    "CONCEDE": 1,
    "COOPERATE": 2,
    "AID": 2,
    "RETREAT": 2,
    "REQUEST": 3,
    "ACCUSE": 3,
    "REJECT": 3,
    "THREATEN": 3,
    "SANCTION": 4,
    "PROTEST": 4,
    "MOBILIZE": 4,
    "COERCE": 4,
    "ASSAULT": 4,
}
CONFLICT: Final = frozenset(kind for kind, quad in QUAD.items() if quad > 2)
# the manual: future meetings and visits are AGREE, and so are future aid, cooperation and support
FUTURE_IS_AGREE: Final = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
# what is asked for, refused, threatened or agreed is told by that word; its complement is no event of its own
ABSORBING: Final = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})


@dataclass(frozen=True, slots=True)
class Condition:
    """What must (or, negated, must not) hold of a word's surroundings; ``choices`` is empty where the key says it all."""

    key: str
    choices: frozenset[str]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event, with the conditions under which it does."""

    word: str
    noun: bool
    conditions: tuple[Condition, ...]
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    roles: str


@cache
def triggers() -> dict[tuple[str, bool], tuple[Trigger, ...]]:
    """(lemma, whether a noun) -> its triggers, those with most conditions first."""
    sets = {row["word"]: frozenset(row["with"].split("|")) for row in table("events") if row["pos"] == "set"}
    found: dict[tuple[str, bool], list[Trigger]] = {}
    for row in table("events"):
        if row["pos"] != "set":
            trigger = Trigger(
                word=row["word"],
                noun=row["pos"] == "n",
                conditions=tuple(_condition(part, sets) for part in row["with"].split(";") if part),
                type=row["type"],
                mode=row["mode"] or None,
                contexts=tuple(filter(None, row["contexts"].split("|"))),
                roles=row["roles"] or "straight",
            )
            found.setdefault((trigger.word, trigger.noun), []).append(trigger)
    return {word: tuple(sorted(each, key=lambda t: -len(t.conditions))) for word, each in found.items()}


def _condition(part: str, sets: dict[str, frozenset[str]]) -> Condition:
    key, _, choices = part.partition("=")
    words: set[str] = set()
    for word in filter(None, choices.split("|")):
        words |= sets.get(word, {word})
    return Condition(key.removeprefix("!"), frozenset(words), part.startswith("!"))


@cache
def light_verbs() -> dict[str, str]:
    """Verb -> roles of its subject: "straight" (pays a visit) or "inverted" (received appreciation from)."""
    return {row["verb"]: row["roles"] for row in table("light_verbs")}


@cache
def _context_words() -> dict[str, tuple[str, ...]]:
    return {row["word"]: tuple(row["contexts"].split("|")) for row in table("contexts")}


def contexts_of(lemmas: Iterable[str]) -> set[str]:
    """PLOVER contexts that these words speak of."""
    words = _context_words()
    return {context for lemma in lemmas for context in words.get(lemma.lower(), ())}


def complement_mode(kind: str, inner: Trigger) -> str | None:
    """The mode of what is asked for, refused or threatened, by the event its complement would be."""
    if kind in ("REQUEST", "REJECT"):
        return {"CONSULT": "meet", "AID": "assist", "SUPPORT": "assist", "COOPERATE": "assist", "RETREAT": "yield", "CONCEDE": "yield"}.get(
            inner.type
        )
    if kind == "THREATEN":
        if inner.mode in ("arrest", "expel"):
            return inner.mode
        return {"ASSAULT": "violence", "SANCTION": "relations", "COERCE": "restrict"}.get(inner.type)
    return None
