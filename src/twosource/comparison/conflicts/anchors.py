"""What a date dates: the verb or the noun that it hangs on, and what else that one holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.comparison.conflicts.deeds import CONTENT, bits
from twosource.domain.date import Date
from twosource.grammar.slots import classes, stem
from twosource.grammar.tree import Tree

_LINKS = frozenset({"ADP", "SCONJ", "PART"})
_CLAUSES = frozenset({"advcl", "ccomp", "conj", "parataxis", "relcl", "acl"})
# Words before a date with which it bounds a time, instead of being that of what it hangs on.
_BOUNDS = frozenset({"since", "before", "after", "until", "till", "by", "from", "through", "for", "than", "ahead"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a date hangs on.

    Attributes:
        at: index of the verb or noun among the sentence's tokens; ``verbal`` tells which it is.
        forms: its stem with its classes of near synonyms.
        matter: stems of what hangs on it in its own clause, the date left out.
    """

    at: int
    verbal: bool
    forms: frozenset[str]
    matter: frozenset[str]

    def shared(self, other: "Anchor") -> float:
        """Bits of what hangs on both."""
        return bits(self.matter & other.matter)


def anchor(tree: Tree, date: Date) -> Anchor | None:
    """What a date of this sentence dates; None where it only bounds a time, or hangs on nothing."""
    inside = [i for i, t in enumerate(tree.tokens) if date.span.start <= t.start < date.span.end]
    if not inside or _bounds(tree, inside):
        return None
    above = next((tree.tokens[i].head for i in inside if tree.tokens[i].head not in inside), None)
    while above is not None and tree.tokens[above].pos in _LINKS:
        above = tree.tokens[above].head if tree.tokens[above].head != above else None
    if above is None or above in inside or tree.tokens[above].pos not in ("VERB", "AUX", "NOUN", "ADJ"):
        return None
    key = stem(tree.tokens[above].lemma.lower())
    return Anchor(above, tree.verbal(above), frozenset({key, *classes(key)}), frozenset(_below(tree, above, set(inside))))


def _bounds(tree: Tree, inside: Sequence[int]) -> bool:
    first = inside[0]
    words = {tree.tokens[i].text.lower() for i in (first, first - 1) if i >= 0}
    return not words.isdisjoint(_BOUNDS)


def _below(tree: Tree, above: int, inside: set[int]) -> Iterator[str]:
    waiting = list(tree.kids[above])
    while waiting:
        i = waiting.pop()
        token = tree.tokens[i]
        if i in inside or token.dep in _CLAUSES:
            continue
        if token.pos in CONTENT:
            yield stem(token.lemma.lower())
        waiting.extend(tree.kids[i])
