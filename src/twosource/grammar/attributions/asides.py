"""Asides: relative clauses in what somebody says that are the teller's own remark."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from twosource.domain.attribution import Attribution, Quotation
from twosource.domain.sentence import Sentence
from twosource.domain.statement import Clause
from twosource.grammar.attributions.stretches import MARKS

# Contents that are clauses, of which a relative clause is part unless a comma cuts it off.
_CLAUSAL = ("clause", "parenthetical", "trailing")
_RELATIVE = ("WDT", "WP", "WP$", "WRB")


class Asides:
    """Tells the asides of one article.

    Args:
        quotations: of the article, in order.
    """

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._quotations = quotations
        self._starts = [q.span.start for q in quotations]

    def aside(self, clause: Clause, sentence: Sentence, a: Attribution, *, whole: bool) -> bool:
        """Whether a relative clause in the content of an attribution is the teller's remark, not what is said.

        In a paraphrase it is, after a comma ("said she pitied Holm, who pleaded guilty"); and where no clause is said, but a thing is
        called, asked or told of, without one ("expressed doubt about the lawsuit that covers 200 sailors").

        Args:
            clause: the clause, of ``sentence``.
            a: an attribution in whose content it lies.
            whole: whether the content is no clause, so that its statement holds source and cue as well.
        """
        if a.voice != "paraphrase" or not (whole or a.reason in _CLAUSAL) or any(clause.span.covers(c) for c in a.cue):
            return False
        tokens, head = sentence.tokens, clause.head
        while tokens[head].dep == "conj" and tokens[head].head < head:
            head = tokens[head].head
        if tokens[head].dep != "relcl":
            return False
        n = bisect_left(tokens, clause.span.start, key=lambda t: t.start)
        if n > 0 and tokens[n - 1].text in MARKS:
            return a.reason in _CLAUSAL or self._unquoted(clause)
        opened = any(t.tag in _RELATIVE for t in tokens[n : clause.head]) or head != clause.head
        return whole and opened and self._unquoted(clause)

    def _unquoted(self, clause: Clause) -> bool:
        """Whether no quotation touches the clause."""
        n = bisect_right(self._starts, clause.span.end - 1) - 1
        return n < 0 or self._quotations[n].span.end <= clause.span.start
