"""Which claims a reader should see first, and what to call the parties: shared by every face of the document."""

from typing import Any

Row = dict[str, Any]

_RANK = {"retracted": 0, "disputed": 1, "corroborated": 2, "single-source": 3, "unattributed": 4}


def by_consequence(document: Row) -> list[Row]:
    """The claims of a document, most consequential first.

    A claim that more articles make stands higher; among equals the disputed and the corroborated come first, then what
    tells an event, then what stands higher on the page.
    """
    article_of = {s["id"]: s["article"] for s in document["statements"]}
    place = {s["id"]: s["start"] for s in document["statements"]}

    def key(claim: Row) -> tuple[object, ...]:
        articles = {article_of[s] for s in claim["statements"]}
        return (
            -len(articles),
            _RANK[claim["standing"]],
            not claim["events"],
            -len(claim["statements"]),
            min(place[s] for s in claim["statements"]),
            claim["id"],
        )

    return sorted(document["claims"], key=key)


def labels(document: Row) -> dict[str, str]:
    """What to call each party and article: a party's name; an article's outlet, else its domain, else its ref."""
    named = {p["id"]: p["name"] for p in document["parties"]}
    outlets = {a["id"]: a["outlet"] or a["domain"] or a["ref"].rsplit("/", 1)[-1] for a in document["articles"]}
    # Where no outlet is known the article itself stands in the graph, by its ref.
    refs = {a["ref"]: outlets[a["id"]] for a in document["articles"]}
    return refs | named | outlets
