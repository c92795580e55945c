"""Denial: when a statement of the other sign denies what others say, and when it only words it otherwise."""

import re
from functools import cache

from twosource.grammar.slots import stem
from twosource.reference.lexicon import words

_WORD = re.compile(r"[^\W\d_]+")
# Of the telling words of the shorter statement, the part that the other has too when the one is the other turned round.
_TURNED = 0.5


def denies(statement: str, other: str) -> bool:
    """Whether of two statements of opposite sign the one is the other turned round ("was hurt", "was not hurt").

    Where no word of either negates, whoever is said to say it denies it. Of two other wordings, one of which negates ("all are safe",
    "nobody was hurt"), neither denies the other: statements of one claim that share few words say the same with another word.
    """
    if not (negates(statement) or negates(other)):
        return True
    a, b = _telling(statement), _telling(other)
    return len(a & b) >= _TURNED * max(1, min(len(a), len(b)))


def negates(text: str) -> bool:
    """Whether a text holds a word that negates."""
    low = text.lower().replace("’", "'")
    return "n't" in low or any(w in _turning() for w in low.split())


@cache
def _turning() -> frozenset[str]:
    return words("negations") | {"cannot"}


def _telling(text: str) -> frozenset[str]:
    return frozenset(stem(w) for m in _WORD.finditer(text) if (w := m.group().lower()) not in _mute())


@cache
def _mute() -> frozenset[str]:
    return words("function_words") | words("negations")
