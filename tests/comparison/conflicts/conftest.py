"""What the typed rules tell by themselves, and statements of invented articles side by side."""

from collections.abc import Callable

import pytest

from twosource.comparison.conflicts.edges import typed
from twosource.comparison.conflicts.joining import conflicts
from twosource.comparison.conflicts.pages import Wordings
from twosource.comparison.conflicts.traits import Traits, traits
from twosource.domain.claim import Claim
from twosource.domain.conflict import Conflict
from twosource.domain.likeness import Likeness
from twosource.domain.party import Party
from twosource.domain.reading import Dossier

Beside = Callable[[str, str], tuple[Traits, Traits]]


def by_rule(dossier: Dossier) -> list[Conflict]:
    """The conflicts that typed rules find, whatever their likelihood."""
    likely = {(x.basis[0], x.basis[1]): x.probability for x in dossier.of(Likeness)}
    edges = typed(dossier, Wordings(dossier).said, likely)
    claim_of = {s: c.id for c in dossier.of(Claim) for s in c.statements}
    return conflicts(edges, claim_of, {local: p.id for p in dossier.of(Party) for local in p.basis})


@pytest.fixture(scope="session")
def beside(compare: Callable[..., Dossier]) -> Beside:
    """The traits of the last statements of two articles that tell of one accident."""
    harbour = "The harbour of Tarvo in Ostmark was closed after the accident, the port authority said."

    def _beside(one: str, other: str) -> tuple[Traits, Traits]:
        found = [traits(s) for s in Wordings(compare(f"{harbour} {one}", f"{harbour} {other}")).said.values()]
        last = [max((t for t in found if one in t.said.text.split(". ", 1)[1]), key=lambda t: t.said.statement.span) for one in (one, other)]
        return last[0], last[1]

    return _beside
