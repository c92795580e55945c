"""Which claims a reader should see first: shared by every face of the document."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

Row = dict[str, Any]

# What an article counts that makes a claim in its headline, or in its opening (code points), where others count 1.
_HEADLINE = 2.0
_LEAD = 1.5
_OPENING = 400
# What a claim gains by resting on two parties, and by each word that the openings of the articles share, up to so many.
_TWO = 0.5
_SHARED = 0.25
_MOST_SHARED = 4
# What it loses where its words can not be read alone, or are said of "it" or "they".
_UNREADABLE = 4.0
_OF_NOBODY = 0.75
_NOBODY = re.compile(r"(?:it|they|he|she|this|that|these|those)(?:[’']\w+)? (?!\[)", re.IGNORECASE)
# Code points of an article in which it says what it is about, and words of some length that say nothing about that.
_GIST = 300
_WORD = re.compile(r"\w{5,}")
_IDLE = frozenset({"about", "after", "before", "could", "during", "other", "their", "there", "these", "those", "which", "while", "would"})

STANDINGS = {
    "corroborated": "rests on two parties or more",
    "disputed": "somebody says otherwise",
    "retracted": "taken back by all who said it",
    "single-source": "goes back to one named party",
    "unattributed": "outlets' own voice alone",
}
"""What each standing means, in the order in which they are counted."""

_GRAVE = ("retracted", "disputed", "corroborated")
_RANK = {"retracted": 0, "disputed": 1, "corroborated": 2, "single-source": 3, "unattributed": 4}


def by_consequence(document: Row) -> list[Row]:
    """The claims of a document, most consequential first.

    Every article that makes a claim counts for it, and counts the more the higher on its page it does: editors put first what
    matters. What rests on two parties, and what has the words that the articles open with, comes before side remarks; what can
    not be read alone comes later. Among equals the disputed and the corroborated come first, then what tells an event.
    """
    statements = {s["id"]: s for s in document["statements"]}
    heads = {a["id"]: a["title"]["end"] if a["title"] else 0 for a in document["articles"]}
    gist = _gist(document["articles"], heads)

    def weight(s: Row) -> float:
        if s["start"] < heads[s["article"]]:
            return _HEADLINE
        return _LEAD if s["start"] - heads[s["article"]] < _OPENING else 1.0

    def key(claim: Row) -> tuple[object, ...]:
        told: dict[str, float] = {}
        for s in (statements[i] for i in claim["statements"]):
            told[s["article"]] = max(told.get(s["article"], 0.0), weight(s))
        return (
            -sum(told.values()) - _TWO * (claim["independent"] > 1) - _about(claim, gist) + _awkward(claim, statements),
            _RANK[claim["standing"]],
            not claim["events"],
            -len(claim["statements"]),
            min(statements[s]["start"] for s in claim["statements"]),
            claim["id"],
        )

    return sorted(document["claims"], key=key)


def foremost(claim: Row, statements: Mapping[str, Row]) -> bool:
    """Whether a claim is worth a first look: several articles make it or it is disputed or corroborated, and its words can be read alone."""
    several = len({statements[s]["article"] for s in claim["statements"]}) > 1
    return (several or claim["standing"] in _GRAVE) and bool(statements[claim["statements"][0]]["alone"])


def _gist(articles: list[Row], heads: Mapping[str, int]) -> frozenset[str]:
    """The words that most articles have in their titles or openings; of one article, those of its title."""
    openings = [a["text"][: heads[a["id"]] + (_GIST if len(articles) > 1 else 0)] for a in articles]
    count = Counter(w for opening in openings for w in _telling(opening))
    return frozenset(w for w, n in count.items() if 2 * n > len(articles))


def _telling(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - _IDLE


def _about(claim: Row, gist: frozenset[str]) -> float:
    """What a claim gains by the words of the main happening."""
    return _SHARED * min(len(_telling(claim["in_full"]) & gist), _MOST_SHARED)


def _awkward(claim: Row, statements: Mapping[str, Row]) -> float:
    """What a claim loses by words that say little to whoever reads nothing else."""
    if not statements[claim["statements"][0]]["alone"]:
        return _UNREADABLE
    return _OF_NOBODY if _NOBODY.match(claim["in_full"]) else 0.0
