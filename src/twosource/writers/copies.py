"""Copies in words: who shares how much with whom, and whose words they are."""

from collections.abc import Mapping
from typing import Any


def copied(copy: dict[str, Any], names: Mapping[str, str]) -> str:
    """One copy as a line: "B has 60% of its words from A", where A is known to carry them."""
    a, b = (names[i] for i in copy["articles"])
    share, carrier = f"{round(100 * copy['share'])}%", names.get(copy["carrier"], copy["carrier"])
    shared = f"{a} and {b} share {share} of the shorter one's words"
    if not carrier:
        return shared
    if carrier in (a, b):
        return f"{shared}; {b if carrier == a else a} has them from {carrier}"
    return f"{shared}; both have them from {carrier}"
