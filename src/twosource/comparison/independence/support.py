"""Support: which statements of a claim say that it is so, and which of them turn it round."""

from collections.abc import Sequence

from twosource.comparison.claims.matter import denies as turning
from twosource.comparison.independence.denial import denies, negates
from twosource.comparison.independence.ledger import Ledger
from twosource.domain.statement import Statement
from twosource.grammar.slots import stem


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
    if not others or turning(statement, ledger.text(statement)):
        return bool(others)
    words = {s.id: s.span.of(ledger.text(s)) for s in (statement, *others)}
    mine = words[statement.id]
    return any(denies(mine, words[s.id]) and (_of_one_deed(statement, s, ledger) or not (negates(mine) or negates(words[s.id]))) for s in others)


def _of_one_deed(statement: Statement, other: Statement, ledger: Ledger) -> bool:
    """Whether two statements have one verb, as far as both show theirs: "will not play" is no denial of "has left the film"."""
    verbs = [_verb(s, ledger) for s in (statement, other)]
    return None in verbs or verbs[0] == verbs[1]


def _verb(statement: Statement, ledger: Ledger) -> str | None:
    sentence = ledger.sentences.get(statement.sentence)
    head = sentence.tokens[statement.head] if sentence is not None and 0 <= statement.head < len(sentence.tokens) else None
    return stem(head.lemma) if head is not None and head.pos == "VERB" else None


def is_denied(statements: Sequence[Statement], ledger: Ledger) -> bool:
    """Whether a party is told to deny ("denied that ...") what another says, so that the words of both are there to be shown.

    Signs alone make no denial: statements of one claim that differ in them mostly speak of two things.
    """
    own, other = _signed(statements, ledger)
    against = [s for s in other if turning(s, ledger.text(s))]
    sides = [{chain[0].id if (chain := ledger.chain(s)) else s.article for s in side} for side in (own, against)]
    return all(sides) and sides[0] != sides[1]
