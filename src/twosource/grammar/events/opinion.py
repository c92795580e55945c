"""A second opinion on an event's type: what the relation model says of the clause and its two parties."""

from collections.abc import Sequence

from twosource.domain.party import LocalParty
from twosource.domain.span import Span
from twosource.grammar.events.anchoring import Anchor
from twosource.grammar.events.relation import root_of
from twosource.grammar.tree import Tree
from twosource.inference.model import Relater

# A word of the lexicon is seldom wrong: the model is followed only where it is sure, and sure that the lexicon is wrong.
_SURE = 0.9
_UNLIKELY = 0.01
# Where docs/plover.md reads the manual otherwise than PLV, from which the model learned, the lexicon is not asked to explain itself.
_SETTLED_MODES = frozenset({"convict", "arrest"})
_SETTLED_TYPES = frozenset({("AGREE", "SUPPORT")})
_ONE_ROOT = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


class SecondOpinion:
    """Asks the model about events of one article's text.

    Args:
        relater: the model; without one there is no second opinion.
        text: of the article.
    """

    def __init__(self, relater: Relater | None, text: str) -> None:
        self._relater = relater
        self._text = text

    def type_of(self, kind: str, anchor: Anchor, tree: Tree, actors: Sequence[LocalParty], recipients: Sequence[LocalParty]) -> str:
        """The type of an event that the lexicon takes for ``kind``; of two parties that are not both in the sentence it says nothing."""
        if self._relater is None or not actors or not recipients or anchor.trigger.mode in _SETTLED_MODES:
            return kind
        at = tree.tokens[anchor.i].start
        source, target = (_mention(parties[0], tree, at) for parties in (actors, recipients))
        if source is None or target is None or source.overlaps(target):
            return kind
        top = anchor.light if anchor.light is not None else anchor.i
        clause = tree.span(tree.left[top], tree.right[top])
        start, end = (min(s.start for s in (clause, source, target)), max(s.end for s in (clause, source, target)))
        if any(t.pos == "VERB" and start <= t.start < end and not clause.covers(Span(t.start, t.end)) for t in tree.tokens):
            return kind  # what reaches over another verb might be about that one
        told = root_of(self._relater, self._text[start:end], [tree.sentence], source, target, offset=start)
        best = max(told, key=lambda root: told[root])
        if best == "YIELD" or (kind, best) in _SETTLED_TYPES or told[best] < _SURE or told.get(_ONE_ROOT.get(kind, kind), 0.0) > _UNLIKELY:
            return kind  # which of its two types a YIELD is, the model does not tell
        return best


def _mention(party: LocalParty, tree: Tree, at: int) -> Span | None:
    """Where a party stands in the sentence, nearest to a place."""
    here = [span for span in party.evidence if tree.sentence.span.covers(span)]
    return min(here, key=lambda span: max(span.start - at, at - span.end, 0), default=None)
