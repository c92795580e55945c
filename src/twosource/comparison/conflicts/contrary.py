"""Deeds and states of which only one can be so: "the firm accepted the offer" beside "the firm rejected it"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from twosource.comparison.conflicts.deeds import Deed, bits
from twosource.comparison.conflicts.said import Parting, Said
from twosource.domain.conflict import ConflictKind
from twosource.grammar.slots import stem
from twosource.grammar.tree import Tree
from twosource.reference.lexicon import table

# How much of the matter of either must stand in the other, and how alike their statements must be.
_SHARE, _ALIKE = 0.5, 0.15
# Pairs of one row that are looked at; where a giant story has more, the deed tells nothing apart.
_MOST = 20_000
_PREDICATES = ("attr", "acomp")


@dataclass(frozen=True, slots=True)
class _Row:
    one: frozenset[str]
    other: frozenset[str]
    done_to: bool
    kind: ConflictKind


@cache
def _rows() -> tuple[_Row, ...]:
    kinds: dict[str, ConflictKind] = {"polarity": "polarity", "actor": "actor"}
    return tuple(_Row(_entries(row["one"]), _entries(row["other"]), row["of"] == "done_to", kinds[row["kind"]]) for row in table("contraries"))


def _entries(told: str) -> frozenset[str]:
    """Single words; an entry of two words ("step down") stands alone in its cell."""
    return frozenset({told}) if " " in told and len(told.split()) == 2 and told.split()[1] in _PARTICLES else frozenset(told.split())


_PARTICLES = frozenset({"down", "up", "out", "off", "himself"})


def contraries(said: Mapping[str, Said], likely: Mapping[tuple[str, str], float]) -> Iterator[tuple[Said, Said, Parting]]:
    """Statements of two contrary deeds of one subject and one matter, and of one time."""
    holding: defaultdict[str, list[tuple[str, Deed]]] = defaultdict(list)
    for wording, x in sorted(said.items()):
        for deed in x.deeds:
            for word in _told(x.tree, deed):
                holding[word].append((wording, deed))
    for row in _rows():
        left, right = ([x for word in sorted(side) for x in holding.get(word, ())] for side in (row.one, row.other))
        if len(left) * len(right) > _MOST:
            continue
        for a, f in left:
            for b, g in right:
                alike = max(likely.get((a, b), 0.0), likely.get((b, a), 0.0))
                if said[a].statement.sentence != said[b].statement.sentence and _against(row, (said[a], f), (said[b], g), alike):
                    yield said[a], said[b], Parting(row.kind, said[a].words, said[b].words, "+", "-", min(row.one))


def held_sides(told: frozenset[str]) -> frozenset[tuple[int, int]]:
    """The rows of which a statement, by the stems of its words, holds one side alone, each with the number of that side."""
    found = ((n, not told.isdisjoint(one), not told.isdisjoint(other)) for n, (one, other) in enumerate(_sides()))
    return frozenset((n, int(right)) for n, left, right in found if left != right)


def stand_against(one: frozenset[tuple[int, int]], other: frozenset[tuple[int, int]]) -> bool:
    """Whether of two statements the one holds a side of a row alone and the other its other side."""
    return any((n, 1 - side) in other for n, side in one)


@cache
def _sides() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Both sides of each row as stems, without entries of two words."""
    return tuple((_stemmed(row.one), _stemmed(row.other)) for row in _rows())


def _stemmed(side: frozenset[str]) -> frozenset[str]:
    return frozenset(stem(w) for w in side if " " not in w)


def _told(tree: Tree, deed: Deed) -> Iterator[str]:
    """The words a deed goes by: its verb, the verb with its particle, what stands after "be"."""
    token = tree.tokens[deed.at]
    yield token.lemma.lower()
    for kid in tree.kids[deed.at]:
        below = tree.tokens[kid]
        if below.dep in ("prt", "advmod") and below.lemma.lower() in _PARTICLES:
            yield f"{token.lemma.lower()} {below.lemma.lower()}"
        elif token.lemma == "be" and below.dep in _PREDICATES:
            yield below.lemma.lower()


def _against(row: _Row, one: tuple[Said, Deed], other: tuple[Said, Deed], alike: float) -> bool:
    (a, f), (b, g) = one, other
    if f.supposed or g.supposed or f.open or g.open or f.denied or g.denied:
        return False
    x, y = a.factuality, b.factuality
    if x and y and (x.time == "future") != (y.time == "future"):
        return False
    if row.done_to:
        return bool((f.subject if f.passive else f.matter) & g.subject)
    if alike < _ALIKE or not f.subject & g.subject or f.passive != g.passive:
        return False
    shared = f.matter & g.matter
    return bits(shared) >= _SHARE * max(bits(f.matter), bits(g.matter))
