"""The wordings of a story, each with all that another may disagree with."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from twosource.comparison.claims.laid import laid
from twosource.comparison.claims.matter import stand_ins
from twosource.comparison.conflicts.anchors import anchor
from twosource.comparison.conflicts.deeds import deeds
from twosource.comparison.conflicts.said import Said
from twosource.domain.date import Date
from twosource.domain.likeness import Wording
from twosource.domain.party import LocalParty, Party
from twosource.domain.quantity import Quantity
from twosource.domain.reading import Dossier, Reading, Seen
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Factuality, Statement
from twosource.grammar.slots import Slots
from twosource.grammar.tree import Tree


class Wordings:
    """Everything said in a story.

    Attributes:
        said: every wording by its id, as its first statement has it.
        pairs: wordings that share something, by number in the order of ``said``, with their features as claims see them.
    """

    def __init__(self, dossier: Dossier) -> None:
        party_of = {local: p.id for p in dossier.of(Party) for local in p.basis}
        known = laid(dossier)
        pages = {r.article.id: Page(r, party_of) for r in dossier.readings}
        self.said: dict[str, Said] = {}
        for wording, item in zip(dossier.of(Wording), known.matter.items, strict=True):
            everywhere = tuple((s, pages[s.article].article.published) for s in item.statements)
            self.said[wording.id] = pages[everywhere[0][0].article].said(everywhere, item.slots)
        self.pairs = known.pairs


class Page:
    """An article with what was read off it, ready for its statements to be laid beside others."""

    def __init__(self, reading: Reading, party_of: Mapping[str, str]) -> None:
        self.article = reading.article
        self._party_of = party_of
        self._trees = {s.id: Tree(s) for s in reading.of(Sentence)}
        self._order = sorted(self._trees.values(), key=lambda t: t.sentence.span)
        self._names = sorted(stand_ins(reading).items())
        self._parties = {p.id: p.name for p in reading.of(LocalParty)}
        self._factuality = {f.statement: f for f in reading.of(Factuality)}
        self._quantities = sorted(reading.of(Quantity), key=lambda q: q.span)
        self._dates = sorted(reading.of(Date), key=lambda d: d.span)

    def said(self, everywhere: tuple[tuple[Statement, str | None], ...], slots: Slots) -> Said:
        """A wording by its first statement, which stands here."""
        s, _ = everywhere[0]
        tree = self._trees[s.sentence]
        first, last = (bisect_left(self._names, edge, key=lambda one: one[0].start) for edge in (tree.sentence.span.start, tree.sentence.span.end))
        names = dict(self._names[first:last])
        return Said(
            statement=s,
            everywhere=everywhere,
            slots=slots,
            text=self.article.text,
            tree=tree,
            names=names,
            deeds=tuple(deeds(tree, s.head, s.span, names, self._speaker(s))),
            origin=(self._party_of.get(s.chain[0].party) or "") if s.chain else "",
            factuality=self._factuality.get(s.id),
            quantities=tuple(_inside(self._quantities, s.span)),
            dates=tuple(_inside(self._dates, s.span)),
            told=self._told(s, tree),
        )

    def _told(self, statement: Statement, tree: Tree) -> Date | None:
        """The date of the words that attribute a statement, which may stand in the sentence after it."""
        cue = statement.cue
        if cue is None or statement.span.covers(cue):
            return None
        if not tree.sentence.span.covers(cue):
            tree = self._order[max(0, bisect_right(self._order, cue.start, key=lambda t: t.sentence.span.start) - 1)]
        around = [d for d in _inside(self._dates, tree.sentence.span) if not statement.span.overlaps(d.span)]
        hung = ((d, anchor(tree, d)) for d in around)
        return next((d for d, on in hung if on and cue.start <= tree.tokens[on.at].start < cue.end), None)

    def _speaker(self, statement: Statement) -> str:
        return self._parties.get(statement.chain[0].party, "") if statement.chain else ""


def _inside(found: Sequence[Seen], span: Span) -> list[Seen]:
    first, last = (bisect_left(found, edge, key=lambda one: one.span.start) for edge in (span.start, span.end))
    return [one for one in found[first:last] if span.covers(one.span)]
