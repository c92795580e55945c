"""What one statement brings into a conflict with another: what it says there is none of, whether it rejects something, and its numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from twosource.comparison.claims.alignment import rarity
from twosource.comparison.conflicts.beside import EVERYONES
from twosource.comparison.conflicts.deeds import CONTENT
from twosource.comparison.conflicts.numbers import LIVES, is_year
from twosource.comparison.conflicts.said import Said
from twosource.comparison.conflicts.traits import Traits, untrue
from twosource.grammar.slots import classes, stem
from twosource.grammar.tree import Tree
from twosource.reference.lexicon import words

# How rare a word must be for a story to be about what there is none of, in bits.
_RARE = 7.0
_NOBODY = frozenset({"nobody", "none"})
# Clauses by which something is said of a noun ("no evidence that he paid").
_CLAUSES = frozenset({"acl", "ccomp"})
_AGE = "years of age"


@dataclass(frozen=True, slots=True)
class Marks:
    """Of one wording what may set it against others.

    Attributes:
        lacking: stems and classes of what it says there is none of ("no such panel", "no evidence of a breach"); ``held`` of all that it holds.
        rejects: whether it calls something untrue, denies it or says that there is no such thing.
        amounts: its numbers, each with the forms of what it counts.
    """

    traits: Traits
    lacking: frozenset[str]
    held: frozenset[str]
    rejects: bool
    amounts: tuple[tuple[frozenset[str], float], ...]


def marks(one: Traits) -> Marks:
    """The marks of a wording."""
    return Marks(
        traits=one,
        lacking=_lacking(one.said),
        held=one.stems | frozenset(one.said.slots.classes),
        rejects=_rejects(one),
        amounts=tuple(_amounts(one)),
    )


@cache
def _rejecting() -> frozenset[str]:
    told = (*words("rejecting_verbs"), *words("rejecting_words"))
    return untrue() | frozenset(stem(w) for w in told)


def _rejects(one: Traits) -> bool:
    cue = one.said.statement.cue.of(one.said.text).lower().split() if one.said.statement.cue else []
    no_such = stem("such") in one.stems and not one.stems.isdisjoint({"no", "never"})
    return no_such or not _rejecting().isdisjoint(one.stems) or not _rejecting().isdisjoint(stem(w) for w in cue)


def _lacking(said: Said) -> frozenset[str]:
    tokens, span = said.tree.tokens, said.statement.span
    found = (j for i, t in enumerate(tokens) if span.start <= t.start < span.end for j in _denied_by(said.tree, i))
    keys = {stem(tokens[i].lemma.lower()) for i in found if tokens[i].pos in CONTENT} - EVERYONES
    rare = [key for key in keys if key and rarity(key) >= _RARE]
    return frozenset(rare).union(*map(classes, rare))


def _denied_by(tree: Tree, i: int) -> Iterator[int]:
    """What a "no" before a noun, or a "nobody", says there is none of; of a sign or a proof it is what that is of."""
    word, above = tree.tokens[i], tree.tokens[i].head
    if above == i:
        return
    if word.lemma.lower() in _NOBODY:
        yield above
    elif word.lemma.lower() == "no" and word.dep == "det":
        if tree.tokens[above].lemma not in words("proofs"):
            yield above
        for kid in tree.kids[above] if tree.tokens[above].lemma in words("proofs") else ():
            if tree.tokens[kid].dep == "prep":
                yield from tree.kids[kid]
            elif tree.tokens[kid].dep in _CLAUSES:
                yield kid


def _amounts(one: Traits) -> Iterator[tuple[frozenset[str], float]]:
    for q in one.counts:
        known = q.low if q.low is not None else q.high
        if known is None or is_year(q) or not q.unit:
            continue
        if q.unit == _AGE:
            yield frozenset({_AGE}), known
            continue
        key = stem(q.unit.split()[-1])
        yield frozenset({key, *classes(key), *(LIVES if key in LIVES else ())}), known
