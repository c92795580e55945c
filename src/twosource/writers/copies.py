"""Copies in words: who shares how much with whom, and whose words they are."""

from collections.abc import Mapping, Sequence
from typing import Any

Row = dict[str, Any]

# Share of words from which on a copy is news for a reader; a sentence that two articles have alike is none.
_LEAST = 0.05


def telling(copies: Sequence[Row]) -> list[Row]:
    """The copies that tell a reader something: those of some size, and those whose carrier is known."""
    return [c for c in copies if c["carrier"] or c["share"] >= _LEAST]


def lines(copies: Sequence[Row], names: Mapping[str, str]) -> list[str]:
    """A line for each copy; one for all articles that have the words of one carrier, where they are more than two."""
    groups: dict[str, list[Row]] = {}
    for copy in copies:
        if copy["carrier"] and names.get(copy["carrier"]) not in [names[a] for a in copy["articles"]]:
            groups.setdefault(copy["carrier"], []).append(copy)
    shared = {carrier: found for carrier, found in groups.items() if len(found) > 1}
    told = [_together(found, names) for found in shared.values()]
    return [*told, *(copied(copy, names) for copy in copies if copy not in shared.get(copy["carrier"], ()))]


def _together(copies: Sequence[Row], names: Mapping[str, str]) -> str:
    outlets = list(dict.fromkeys(names[a] for copy in copies for a in copy["articles"]))
    most, carrier = f"{round(100 * max(copy['share'] for copy in copies))}%", names.get(copies[0]["carrier"], copies[0]["carrier"])
    return f"{', '.join(outlets[:-1])} and {outlets[-1]} share up to {most} of the shorter one's words; all have them from {carrier}"


def copied(copy: Row, names: Mapping[str, str]) -> str:
    """One copy as a line: "B has 60% of its words from A", where A is known to carry them."""
    a, b = (names[i] for i in copy["articles"])
    share, carrier = f"{round(100 * copy['share'])}%", names.get(copy["carrier"], copy["carrier"])
    shared = f"{a} and {b} share {share} of the shorter one's words"
    if not carrier:
        return shared
    if carrier in (a, b):
        return f"{shared}; {b if carrier == a else a} has them from {carrier}"
    return f"{shared}; both have them from {carrier}"
