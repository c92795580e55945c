"""Labels: what ties the statements of a claim together, and what would raise its number, in fixed words about names."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.comparison.independence.ledger import Ledger
from twosource.comparison.independence.sourcing import Node
from twosource.domain.copy import Copy
from twosource.domain.party import Party
from twosource.domain.statement import Statement


def ties(held: Sequence[Statement], chains: Mapping[str, Sequence[Party]], copies: Sequence[Copy], ledger: Ledger) -> list[str]:
    """Why statements that look like several are fewer: copies, one origin, a credit, an attribution beside a line, one outlet."""
    return [*_copies(copies, ledger), *_origins(held, chains), *_credits(held, ledger), *_own_voices(held, chains, ledger), *_outlets(held, ledger)]


def _copies(copies: Sequence[Copy], ledger: Ledger) -> list[str]:
    found = (
        f"copy: {_two(*map(ledger.name, c.articles))} share a passage" + (f" of {c.carrier}" if c.carrier else "; its carrier is not named")
        for c in sorted(copies, key=lambda c: c.articles)
    )
    return list(dict.fromkeys(found))


def _two(one: str, other: str) -> str:
    return f"two articles of {one}" if one == other else f"{one} and {other}"


def _origins(held: Sequence[Statement], chains: Mapping[str, Sequence[Party]]) -> list[str]:
    articles: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for s in held:
        for origin in chains[s.id][:1]:
            articles[origin.id].add(s.article)
            names[origin.id] = origin.name
    return sorted(f"same origin: {names[p]} in {len(found)} articles" for p, found in articles.items() if len(found) > 1)


def _credits(held: Sequence[Statement], ledger: Ledger) -> list[str]:
    return sorted({f"credit: {name} in {ledger.name(s.article)}" for s in held for name in ledger.credits[s.article]})


def _own_voices(held: Sequence[Statement], chains: Mapping[str, Sequence[Party]], ledger: Ledger) -> list[str]:
    attributed = {s.article for s in held if chains[s.id]}
    own = {s.article for s in held if not chains[s.id] and s.article in attributed}
    return sorted({f"own voice in {ledger.name(a)} hangs on the attribution beside it" for a in own})


def _outlets(held: Sequence[Statement], ledger: Ledger) -> list[str]:
    outlets: dict[Node, set[str]] = defaultdict(set)
    for s in held:
        outlets[ledger.outlet(s.article)].add(s.article)
    return sorted(f"same outlet: {node.shown} in {len(found)} articles" for node, found in outlets.items() if len(found) > 1)


def corrected(back: Sequence[Statement], ledger: Ledger) -> list[str]:
    """Which articles take a claim back."""
    return sorted({f"correction: {ledger.name(s.article)} takes it back" for s in back})


def would_raise(cut: Sequence[Node], ledger: Ledger) -> str:
    """What would raise a number; nothing where nobody stands behind a claim."""
    names = [ledger.by_id[node.shown].name if node.shown in ledger.by_id else node.shown for node in cut]
    return f"a statement that does not go through {' or '.join(names)}" if cut else ""
