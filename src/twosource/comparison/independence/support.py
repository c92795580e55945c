"""Support: which statements of a claim say that it is so, and which of them turn it round."""

from collections.abc import Sequence

from twosource.comparison.claims.matter import denies as turning
from twosource.comparison.independence.denial import denies
from twosource.comparison.independence.ledger import Ledger
from twosource.domain.statement import Statement


def supporting(statements: Sequence[Statement], ledger: Ledger) -> list[Statement]:
    """The statements that say the claim is so: a party's denial, and what commits itself to nothing, give it no support.

    The claim's own polarity is that of most of its statements, affirmed where they are as many. A statement of the other sign that has
    other words is no denial: one claim can be worded with and without a negation ("unhurt", "not injured"). An outlet's own line counts
    in either. A headline hangs on what is below it.
    """
    body = [s for s in statements if not (s.headline and not s.chain)]
    statements = body or statements
    sign, other = _signed(statements, ledger)
    return [s for s in statements if ledger.sign.get(s.id, "+") and (not s.chain or s not in other or not _turned(s, sign, ledger))] or list(
        statements
    )


def _signed(statements: Sequence[Statement], ledger: Ledger) -> tuple[list[Statement], list[Statement]]:
    """The statements of the claim's own sign, and those of the other."""
    plus = [s for s in statements if ledger.sign.get(s.id, "+") == "+"]
    minus = [s for s in statements if ledger.sign.get(s.id, "+") == "-"]
    return (minus, plus) if len(minus) > len(plus) else (plus, minus)


def _turned(statement: Statement, others: Sequence[Statement], ledger: Ledger) -> bool:
    """Whether a statement turns one of the others round, in its own words or in those that attribute it."""
    words = statement.span.of(ledger.text(statement))
    return bool(others) and (turning(statement, ledger.text(statement)) or any(denies(words, s.span.of(ledger.text(s))) for s in others))


def is_denied(statements: Sequence[Statement], ledger: Ledger) -> bool:
    """Whether a party is told to deny ("denied that ...") what another says, so that the words of both are there to be shown.

    Signs alone make no denial: statements of one claim that differ in them mostly speak of two things.
    """
    own, other = _signed(statements, ledger)
    against = [s for s in other if turning(s, ledger.text(s))]
    sides = [{chain[0].id if (chain := ledger.chain(s)) else s.article for s in side} for side in (own, against)]
    return all(sides) and sides[0] != sides[1]
