"""What to call parties, articles, reasons and numbers: shared by every face of the document."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

Row = dict[str, Any]

# What describes a party that nobody names goes no further than here, and is no longer than this (code points).
_MORE = re.compile(r"[,;:(“\"—–]")
_LONGEST = 60
_DETERMINERS = frozenset({"A", "An", "The", "Even", "Some", "Several", "One", "Other", "Another", "Both", "Many"})

# "first.txt", "evening-sun.html": a name that somebody gave, where "a16" and "000_23f.txt" are numbers.
_WORDS = re.compile(r"[^\W\d_]{3,}(?:[ ._-][^\W\d_]+)*")


def labels(document: Row) -> dict[str, str]:
    """What to call each party and article: a party's name; an article's outlet, else its domain, else its file or its number."""
    told: dict[str, list[str]] = {}
    for link in (link for s in document.get("statements", ()) for link in s["chain"]):
        told.setdefault(link["party"], []).append(link["text"])
    named = {p["id"]: _described(p["name"], told.get(p["id"], [])) if p.get("kind") == "unnamed" else p["name"] for p in document["parties"]}
    outlets = {a["id"]: a["outlet"] or a["domain"] or _numbered(a["ref"], n) for n, a in enumerate(document["articles"], 1)}
    # Where no outlet is known the article itself stands in the graph, by its ref.
    refs = {a["ref"]: outlets[a["id"]] for a in document["articles"]}
    return refs | named | outlets


def worded(note: str, articles: Sequence[Row], names: Mapping[str, str]) -> str:
    """A note with what articles are called in place of their refs, where nobody is known to have published them."""
    for a in articles:
        if not (a["outlet"] or a["domain"]) and note.endswith(f" {a['ref']}"):
            return note.removesuffix(a["ref"]) + names[a["id"]]
    return note


def _described(name: str, told: Sequence[str]) -> str:
    """What to call a party that nobody names: the fullest of the words that lay something at its door ("a spokesperson for the zoo")."""
    cut = (_MORE.split(" ".join(words.split()), maxsplit=1)[0].rstrip() for words in told)
    fit = [words for words in cut if len(words) <= _LONGEST and name.casefold() in words.casefold()]
    fullest = max([name, *fit], key=lambda words: (len(words), words))
    return fullest[0].lower() + fullest[1:] if fullest.partition(" ")[0] in _DETERMINERS else fullest


def _numbered(ref: str, number: int) -> str:
    """What to call an article that nobody is known to have published: its file's name where that is made of words, else its number."""
    file = ref.rsplit("/", 1)[-1]
    return file if _WORDS.fullmatch(file) else f"article {number}"


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
