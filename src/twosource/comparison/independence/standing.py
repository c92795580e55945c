"""Standing: what the number, the denials and the conflicts make of a claim, and who of its origins has a stake in it."""

from collections.abc import Sequence

from twosource.comparison.independence.ledger import Ledger
from twosource.comparison.independence.sourcing import is_official
from twosource.comparison.independence.support import is_denied
from twosource.domain.claim import Claim, Standing
from twosource.domain.conflict import Conflict
from twosource.domain.party import Party
from twosource.domain.statement import Statement

# How likely a denial must be to put a claim in doubt: a little less than to be told as sure, for here the reader should look.
_DENIED = 0.2


def standing(claim: Claim, statements: Sequence[Statement], named: bool, independent: int, ledger: Ledger) -> Standing:
    """Disputed where a party denies it or a conflict says so; else by the number, and whether a party is named at all."""
    if is_denied(statements, ledger) or any(_disputes(x, ledger) for x in ledger.conflicts.get(claim.id, ())):
        return "disputed"
    if independent >= 2:
        return "corroborated"
    return "single-source" if named else "unattributed"


def _disputes(conflict: Conflict, ledger: Ledger) -> bool:
    """A denial always; values that differ where two origins hold them; how sure or in which words, only with a denial."""
    if conflict.kind == "polarity":
        return conflict.likely >= _DENIED
    if not conflict.sure:
        return False
    if conflict.kind in ("certainty", "wording"):
        signs = [{ledger.sign.get(s, "") for s in side.statements} for side in conflict.sides]
        return conflict.kind == "certainty" and any(a == {"-"} and "+" in b for a in signs for b in signs)
    return not conflict.update and not conflict.same_origin


def stake(claim: Claim, origins: Sequence[Party], ledger: Ledger) -> tuple[str, ...]:
    """Origins that act in the claim's events or that these befall, and officials of a government that does."""
    by_id = ledger.by_id
    concerned = {i for e in claim.events if e in ledger.events for i in (*ledger.events[e].actors, *ledger.events[e].recipients)}
    countries = {by_id[i].country for i in concerned if i in by_id and is_official(by_id[i])} - {None}
    return tuple(p.id for p in origins if p.id in concerned or p.body in concerned or (is_official(p) and p.country in countries))
