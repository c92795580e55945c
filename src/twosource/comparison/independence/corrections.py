"""Corrections: what is left of a claim when outlets take back what they said."""

from collections.abc import Sequence

from twosource.comparison.independence.ledger import Ledger
from twosource.comparison.independence.sourcing import Node
from twosource.domain.statement import Statement


def not_taken_back(statements: Sequence[Statement], back: Sequence[Statement], ledger: Ledger) -> list[Statement]:
    """The statements but for corrections, and for what the correcting outlets said until then, in their own voice or another's."""
    until: dict[Node, str] = {}
    for s in back:
        outlet = ledger.outlet(s.article)
        until[outlet] = max(until.get(outlet, ""), ledger.articles[s.article].published or "9999")
    return [
        s
        for s in statements
        if not s.correction and not ((outlet := ledger.outlet(s.article)) in until and (ledger.articles[s.article].published or "") <= until[outlet])
    ]


def still_said(left: Sequence[Statement], back: Sequence[Statement], ledger: Ledger) -> bool:
    """Whether somebody still says what was taken back."""
    signs = {ledger.sign.get(s.id, "") for s in left} - {""}
    return any(signs - {ledger.sign.get(s.id, "")} for s in back)
