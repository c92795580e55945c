"""Ways: every way on which a claim came from the fact to the reader."""

from collections.abc import Mapping, Sequence

from twosource.comparison.independence.carriers import carriers, covered
from twosource.comparison.independence.houses import one_node_each
from twosource.comparison.independence.ledger import Ledger
from twosource.comparison.independence.sourcing import Node, Way, outlet_node
from twosource.domain.copy import Copy
from twosource.domain.party import Party
from twosource.domain.statement import Statement


def ways(held: Sequence[Statement], chains: Mapping[str, Sequence[Party]], copies: Sequence[Copy], ledger: Ledger) -> list[Way]:
    """One way a statement and credit: its chain, the carrier of a copied passage, who is credited, who published it."""
    carried = carriers(copies, ledger)
    nodes = _nodes(held, chains, carried, ledger)
    found: list[Way] = []
    for s in held:
        chain = [nodes[p.id] for p in chains[s.id]]
        if s.article in carried and covered(s, ledger):
            chain.append(carried[s.article])
        by: list[tuple[Node, ...]] = [(outlet_node(name),) for name in ledger.credits[s.article]] or [()]
        found += [Way((*chain, *credit, *ledger.publishers(s.article))) for credit in by]
    return found


def _nodes(held: Sequence[Statement], chains: Mapping[str, Sequence[Party]], carried: Mapping[str, Node], ledger: Ledger) -> Mapping[str, Node]:
    """The node of every party of the chains."""
    parties = {p.id: p for chain in chains.values() for p in chain}
    providers = {outlet_node(name) for s in held for name in ledger.credits[s.article]}
    return one_node_each(list(parties.values()), ledger.by_id, {*(ledger.outlet(s.article) for s in held), *providers, *carried.values()})
