"""What a run of several stories has, a line each, and which of them a page tells: shared by the faces of text."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from twosource.writers.changes import is_new
from twosource.writers.consequence import STANDINGS
from twosource.writers.names import counted
from twosource.writers.plain import line

Row = dict[str, Any]

_LONGEST = 160


def contents(documents: Sequence[Row]) -> list[str]:
    """A line for each story: its title, its articles, its claims by standing, and whether anything changed; nothing where there is only one."""
    return [_entry(document) for document in documents] if len(documents) > 1 else []


def told_in_full(documents: Sequence[Row], every: bool = False) -> list[Row]:
    """The stories that a page tells in full: of several that go on with an earlier answer, those in which something changed.

    What could not be read stands in one of them, which is told too.
    """
    return [d for d in documents if every or len(documents) == 1 or _moved(d) or any(p["article"] is None for p in d["problems"])]


def folded(documents: Sequence[Row], every: bool = False) -> str:
    """How many stories are not told in full, and how to have them; nothing where all are."""
    number = len(documents) - len(told_in_full(documents, every))
    return f"nothing changed in {'1 story' if number == 1 else f'{number} stories'}: --all shows {'it' if number == 1 else 'them'}" if number else ""


def _moved(document: Row) -> bool:
    changes = document.get("changes")
    return changes is None or bool(changes["rows"] or changes["gone"])


def _entry(document: Row) -> str:
    count = Counter(c["standing"] for c in document["claims"])
    told = [counted(len(document["articles"]), "article"), *(f"{count[s]} {s}" for s in STANDINGS if count[s])]
    if "changes" in document:
        told.append(_change(document))
    return f"{line(document['story']['title'], _LONGEST)} ({', '.join(told)})"


def _change(document: Row) -> str:
    if is_new(document):
        return "new"
    return counted(len(document["changes"]["rows"]), "change") if _moved(document) else "nothing changed"
