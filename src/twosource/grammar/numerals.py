"""Numerals: numbers in digits and in words, with the range a vague one allows."""

import re
from collections.abc import Sequence
from functools import cache

from twosource.reference.lexicon import table

DIGITS = re.compile(r"\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,6})?|\d{1,18}(?:\.\d{1,6})?")
"""A number in digits: thousands with commas, a decimal point."""

_ABBREVIATED = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}


@cache
def known_words() -> dict[str, tuple[str, float]]:
    """Number words and letters: word to (kind, value); kind is unit, ten, scale or dozen."""
    spelt = {row["word"]: (row["kind"], float(row["value"])) for row in table("numerals")}
    return spelt | {word: ("scale", value) for word, value in _ABBREVIATED.items()}


def small(word: str) -> int | None:
    """The whole number a single word or up to nine digits stand for ("two", "a", "14", "twenty-one"), or None."""
    if re.fullmatch(r"\d{1,9}", word):
        return int(word)
    if word in ("a", "an"):
        return 1
    value = spelled(word.split("-"))
    return int(value) if value is not None and value == int(value) else None


def spelled(words: Sequence[str]) -> float | None:
    """The number that words spell ("two", "hundred", "and", "ten" is 210), or None when they spell none.

    Digits may stand before a scale word ("2.5", "million"); "a" before one counts as 1.
    """
    known, total, part, seen = known_words(), 0.0, 0.0, False
    for n, raw in enumerate(words):
        word = raw.lower()
        if word == "and" and seen:
            continue
        if word in ("a", "an") and n == 0 and len(words) > 1:
            part = 1.0
            continue
        if DIGITS.fullmatch(word):
            part += float(word.replace(",", ""))
        elif word not in known:
            return None
        elif known[word][0] == "scale":
            part = (part or 1.0) * known[word][1]
            if known[word][1] >= 1000:
                total, part = total + part, 0.0
        elif known[word][0] == "dozen":
            part = (part or 1.0) * known[word][1]
        else:
            part += known[word][1]
        seen = True
    return total + part if seen else None
