"""What to call parties, articles, reasons and numbers: shared by every face of the document."""

from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]


def labels(document: Row) -> dict[str, str]:
    """What to call each party and article: a party's name; an article's outlet, else its domain, else its ref."""
    named = {p["id"]: p["name"] for p in document["parties"]}
    outlets = {a["id"]: a["outlet"] or a["domain"] or a["ref"].rsplit("/", 1)[-1] for a in document["articles"]}
    # Where no outlet is known the article itself stands in the graph, by its ref.
    refs = {a["ref"]: outlets[a["id"]] for a in document["articles"]}
    return refs | named | outlets


def gathered(because: Sequence[str]) -> list[str]:
    """The reasons of a story, those of one kind on one line: "shared party (Ada Brook, Lutra)"."""
    kinds: dict[str, list[str]] = {}
    for reason in because:
        kind, _, words = reason.partition(": ")
        kinds.setdefault(kind, []).append(words)
    return [f"{kind} ({', '.join(words)})" if any(words) else kind for kind, words in kinds.items()]


def shortened(names: Sequence[str], most: int = 3) -> str:
    """Names in a row, those beyond the first few counted."""
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def rests(independent: int) -> str:
    """On how many parties a claim rests, as every page words it: an upper bound."""
    return f"rests on at most {independent} {'party' if independent == 1 else 'parties'}" if independent else "rests on nobody"


def counted(number: int, thing: str) -> str:
    """ "1 article", "2 articles"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
