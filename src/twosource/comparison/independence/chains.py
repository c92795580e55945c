"""Chains as the articles together tell them: one origin for one utterance, and a name for whom an article describes first."""

from collections import Counter
from collections.abc import Sequence

from twosource.comparison.independence.houses import is_somebody
from twosource.comparison.independence.ledger import Ledger
from twosource.comparison.parties.mouths import echoes
from twosource.domain.party import Party
from twosource.domain.statement import Statement


def chains(held: Sequence[Statement], ledger: Ledger) -> dict[str, list[Party]]:
    """For each statement the parties it came through, origin first; nobody where its outlet tells it in its own voice."""
    return _named_below(held, _from_one_mouth({s.id: ledger.chain(s) for s in held}, ledger))


def _from_one_mouth(chains: dict[str, list[Party]], ledger: Ledger) -> dict[str, list[Party]]:
    """The chains, with one origin for statements that quote the same words: at most one of several names can be right.

    It is the one that most have; of as many, a person before others, then the first by id.
    """
    made = dict(chains)
    for mouth in sorted({ledger.mouth_of[s] for s in chains if s in ledger.mouth_of}):
        spoken = [s for s in ledger.mouths[mouth] if s in chains]
        mine = [s for s in spoken if echoes(ledger.said[s], (ledger.said[other] for other in spoken if other != s and chains[other]))]
        origins = Counter(chains[s][0].id for s in mine if chains[s])
        known = {chains[s][0].id: chains[s][0] for s in mine if chains[s]}
        if origins:
            one = known[min(origins, key=lambda p: (known[p].kind == "unnamed", -origins[p], known[p].kind != "person", p))]
            for s in mine:
                made[s] = [one, *(p for p in chains[s][1:] if p.id != one.id)]
    return made


def _named_below(held: Sequence[Statement], chains: dict[str, list[Party]]) -> dict[str, list[Party]]:
    """The chains, with a name for whom an article only describes until it names who says the same ("A leading geologist warned ...")."""
    made = dict(chains)
    for article in sorted({s.article for s in held}):
        mine = [s for s in held if s.article == article and chains[s.id]]
        named = {p.id: p for s in mine if (p := chains[s.id][0]).kind == "person"}
        if len(named) != 1:
            continue
        (one,) = named.values()
        first = min((m.span.start for m in one.mentions if m.article == article and m.form == "name"), default=0)
        for s in mine:
            if s.span.end <= first and is_somebody(chains[s.id][0]):
                made[s.id] = [one, *(p for p in chains[s.id][1:] if p.id != one.id)]
    return made
