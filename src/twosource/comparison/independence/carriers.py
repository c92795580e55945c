"""Carriers: what articles that share a passage have it from."""

from collections import defaultdict
from collections.abc import Sequence

from twosource.comparison.independence.ledger import Ledger
from twosource.comparison.independence.sourcing import Node, joined, outlet_node
from twosource.domain.copy import Copy
from twosource.domain.span import Span
from twosource.domain.statement import Statement


def covered(statement: Statement, ledger: Ledger) -> list[Copy]:
    """Copies with a passage over at least half of a statement."""
    found = []
    for copy in ledger.copies.get(statement.article, ()):
        first = copy.articles[0] == statement.article
        if any(_shares(statement.span, p.a if first else p.b) for p in copy.passages):
            found.append(copy)
    return found


def _shares(span: Span, passage: Span) -> bool:
    return 2 * (min(span.end, passage.end) - max(span.start, passage.start)) >= span.end - span.start


def shared(statements: Sequence[Statement], ledger: Ledger) -> list[Copy]:
    """The copies between articles of a claim that cover a statement of it."""
    holders = {s.article for s in statements}
    found = {c.id: c for s in statements for c in covered(s, ledger) if set(c.articles) <= holders}
    return list(found.values())


def carriers(copies: Sequence[Copy], ledger: Ledger) -> dict[str, Node]:
    """For each article of the copies the one carrier that it shares with the others, named or unseen."""
    together = joined(c.articles for c in copies)
    named: dict[str, set[str]] = defaultdict(set)
    for copy in copies:
        named[together[copy.articles[0]][0]].update({ledger.full.get(copy.carrier, copy.carrier)} if copy.carrier else ())
    return {
        a: outlet_node(min(named[members[0]])) if named[members[0]] else Node("copy", members[0], "a carrier that is not named")
        for a, members in together.items()
    }
