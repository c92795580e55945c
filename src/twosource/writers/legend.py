"""How to read a page: the words and marks on it that a newcomer may not know, each with its meaning."""

from collections.abc import Iterator, Sequence
from typing import Any

from twosource.writers.voices import CERTAIN, sureness

Row = dict[str, Any]


def legend(documents: Sequence[Row]) -> list[tuple[str, str]]:
    """Each word or mark that the documents give occasion for, with its meaning."""
    claims = [c for d in documents for c in d["claims"]]
    statements = [s for d in documents for s in d["statements"]]
    return list(_entries(claims, statements)) if claims else []


def _entries(claims: Sequence[Row], statements: Sequence[Row]) -> Iterator[tuple[str, str]]:
    yield "rests on at most", "how many parties would all have to be wrong, as far as the texts show; not whether it is true"
    if any(c["in_full"] != c["text"] for c in claims):
        yield "[words] in a claim", "what the quoted words leave out, from elsewhere in that article"
    if any(len(s["chain"]) > 1 for s in statements):
        yield "through", "who passed it on, to the outlet or to the next"
    if any(link["inferred"] for s in statements for link in s["chain"]):
        yield "(inferred)", "the sentence names nobody; who speaks is taken from those around it"
    if any(sureness(s) != CERTAIN for s in statements):
        yield "[probable], [denied] …", "how sure the one who says it is; without a mark: said as certain"
    if any(c["stake"] for c in claims):
        yield "stake in it", "takes part in what is told, or is the government of somebody who does"
    if any(c["kin"] for c in claims):
        yield "of one family", "belong to one government or body; counted apart, to be weighed together"
