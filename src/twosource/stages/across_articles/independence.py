"""Independence: on how many parties a claim rests, as a minimum vertex cut."""

from collections.abc import Iterable, Sequence

from twosource.comparison.independence.carriers import shared
from twosource.comparison.independence.chains import chains
from twosource.comparison.independence.corrections import not_taken_back, still_said
from twosource.comparison.independence.labels import corrected, ties, would_raise
from twosource.comparison.independence.ledger import Ledger
from twosource.comparison.independence.sourcing import best_cut, of_one_government
from twosource.comparison.independence.standing import stake, standing
from twosource.comparison.independence.support import supporting
from twosource.comparison.independence.ways import ways
from twosource.domain.claim import Claim, Independence
from twosource.domain.conflict import Conflict
from twosource.domain.copy import Copy
from twosource.domain.event import Event
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.furniture import Furniture
from twosource.domain.identity import identity
from twosource.domain.party import Party
from twosource.domain.reading import Dossier
from twosource.domain.sentence import Sentence
from twosource.domain.statement import Factuality, Statement


class Independences:
    """On how many parties a claim rests, as a minimum vertex cut."""

    name = "independence"
    needs: tuple[type[Finding], ...] = (Claim, Party, Copy, Conflict, Statement, Sentence, Factuality, Furniture, Event)
    makes: tuple[type[Finding], ...] = (Independence,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        ledger = Ledger(dossier)
        for claim in dossier.of(Claim):
            yield _independence(claim, ledger)


def _independence(claim: Claim, ledger: Ledger) -> Independence:
    statements = sorted((ledger.statements[s] for s in claim.statements if s in ledger.statements), key=lambda s: s.id)
    back = [s for s in statements if s.correction]
    if back:
        statements = not_taken_back(statements, back, ledger)
        if not still_said(statements, back, ledger):
            return _retracted(claim, back, ledger)
    return _counted(claim, statements, back, ledger)


def _counted(claim: Claim, statements: Sequence[Statement], back: Sequence[Statement], ledger: Ledger) -> Independence:
    """What a claim rests on that somebody still makes; ``back`` are the statements that take it back."""
    held = supporting(statements, ledger)
    through = chains(held, ledger)
    copies = shared(held, ledger)
    cut = best_cut(ways(held, through, copies, ledger))
    parties = {p.id: p for chain in through.values() for p in chain}
    origins = sorted({chain[0].id for chain in through.values() if chain})
    first = [parties[o] for o in origins]
    return Independence(
        id=identity("i", claim.id),
        basis=(claim.id,),
        claim=claim.id,
        independent=len(cut),
        rests_on=tuple(node.shown for node in cut),
        origins=tuple(origins),
        carriers=tuple(sorted({p.id for chain in through.values() for p in chain[1:]})),
        standing="disputed" if back else standing(claim, statements, bool(parties), len(cut), ledger),
        stake=stake(claim, first, ledger),
        kin=of_one_government(first),
        dependence=(*ties(held, through, copies, ledger), *corrected(back, ledger)),
        would_raise=would_raise(cut, ledger),
    )


def _retracted(claim: Claim, back: Sequence[Statement], ledger: Ledger) -> Independence:
    """A claim that every outlet that told it took back; who denies it does not tell it."""
    return Independence(
        id=identity("i", claim.id),
        basis=(claim.id,),
        claim=claim.id,
        independent=0,
        rests_on=(),
        origins=(),
        carriers=(),
        standing="retracted",
        dependence=tuple(corrected(back, ledger)),
        would_raise="a statement that nobody took back",
    )
