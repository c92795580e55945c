"""Which claims a reader should see first: shared by every face of the document."""

from typing import Any

Row = dict[str, Any]

# What an article counts that makes a claim in its headline, or in its opening (code points), where others count 1.
_HEADLINE = 2.0
_LEAD = 1.5
_OPENING = 400

STANDINGS = {
    "corroborated": "rests on two parties or more",
    "disputed": "somebody says otherwise",
    "retracted": "taken back by all who said it",
    "single-source": "goes back to one named party",
    "unattributed": "outlets' own voice alone",
}
"""What each standing means, in the order in which they are counted."""

_RANK = {"retracted": 0, "disputed": 1, "corroborated": 2, "single-source": 3, "unattributed": 4}


def by_consequence(document: Row) -> list[Row]:
    """The claims of a document, most consequential first.

    Every article that makes a claim counts for it, and counts the more the higher on its page it does: editors put first what
    matters. Among equals the disputed and the corroborated come first, then what tells an event.
    """
    statements = {s["id"]: s for s in document["statements"]}
    heads = {a["id"]: a["title"]["end"] if a["title"] else 0 for a in document["articles"]}

    def weight(s: Row) -> float:
        if s["start"] < heads[s["article"]]:
            return _HEADLINE
        return _LEAD if s["start"] - heads[s["article"]] < _OPENING else 1.0

    def key(claim: Row) -> tuple[object, ...]:
        told: dict[str, float] = {}
        for s in (statements[i] for i in claim["statements"]):
            told[s["article"]] = max(told.get(s["article"], 0.0), weight(s))
        return (
            -sum(told.values()),
            _RANK[claim["standing"]],
            not claim["events"],
            -len(claim["statements"]),
            min(statements[s]["start"] for s in claim["statements"]),
            claim["id"],
        )

    return sorted(document["claims"], key=key)
