"""What a run of several stories has, a line each: shared by the faces of text."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from twosource.writers.consequence import STANDINGS
from twosource.writers.names import counted
from twosource.writers.plain import line

Row = dict[str, Any]

_LONGEST = 160


def contents(documents: Sequence[Row]) -> list[str]:
    """A line for each story: its title, its articles, and its claims by standing; nothing where there is only one story."""
    return [_entry(document) for document in documents] if len(documents) > 1 else []


def _entry(document: Row) -> str:
    count = Counter(c["standing"] for c in document["claims"])
    told = [counted(len(document["articles"]), "article"), *(f"{count[s]} {s}" for s in STANDINGS if count[s])]
    return f"{line(document['story']['title'], _LONGEST)} ({', '.join(told)})"
