"""Which quotations of one party give one utterance, and in which order its pieces stand."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import networkx as nx

from twosource.comparison.quotations.alignment import Alignment, aligned
from twosource.comparison.quotations.spoken import Word
from twosource.domain.attribution import Quotation
from twosource.domain.span import Span
from twosource.domain.statement import Statement
from twosource.domain.utterance import Alteration, Piece

# A pair of neighbouring words in more quotations than this tells no two of them apart.
_CROWD = 60
# Words of a fragment that must stand in the sentence around the other, and telling ones among them.
_FRAGMENT = 3
# Telling words that two sentences must share besides a word that both put in quotation marks.
_AROUND = 2


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with the statements it stands in, its speaker, its words, those of its sentences, and where it begins among them."""

    quotation: Quotation
    statements: tuple[Statement, ...]
    speaker: str
    words: tuple[Word, ...]
    around: tuple[Word, ...]
    begins: int

    @property
    def piece(self) -> Piece:
        """It as a piece of an utterance."""
        return self.part(self.quotation.span)

    def part(self, span: Span) -> Piece:
        """Some of its words as a piece, with the statement that they stand in."""
        within = next((s for s in self.statements if s.span.overlaps(span)), self.statements[0])
        return Piece(self.quotation.article, span, within.id)

    @property
    def keys(self) -> tuple[str, ...]:
        """Its words as spoken."""
        return tuple(w.key for w in self.words)


@dataclass(frozen=True, slots=True)
class Joined:
    """Quotations of one utterance in the order of what was said, with the alignments of those that share words."""

    quoted: tuple[Quoted, ...]
    alignments: tuple[tuple[Quoted, Quoted, Alignment], ...]


def joined(quoted: Sequence[Quoted]) -> list[Joined]:
    """The quotations of one speaker, those of one utterance together; every quotation is in one."""
    ties: nx.Graph[int] = nx.Graph()
    ties.add_nodes_from(range(len(quoted)))
    alignments: dict[tuple[int, int], Alignment] = {}
    first = _first_of_same(quoted)
    ties.add_edges_from(first.items())
    for i, j in sorted(_candidates(quoted, [n for n in range(len(quoted)) if n not in first])):
        a, b = quoted[i], quoted[j]
        found = aligned(a.words, b.words)
        if found.same(a.quotation.article == b.quotation.article) and (_long(found) or _one_matter(a, b)):
            alignments[i, j] = found
            ties.add_edge(i, j)
        elif _fragment_of(a, b) is not None or _fragment_of(b, a) is not None:
            ties.add_edge(i, j)
    return [_ordered(sorted(group), quoted, ties, alignments) for group in nx.connected_components(ties)]


def _first_of_same(quoted: Sequence[Quoted]) -> dict[int, int]:
    """Quotations of the same words as an earlier one, with the number of that one: what copies repeat is laid beside others once."""
    seen: dict[tuple[str, ...], int] = {}
    return {n: first for n, q in enumerate(quoted) if len(q.words) > _FRAGMENT and (first := seen.setdefault(q.keys, n)) != n}


def _long(found: Alignment) -> bool:
    """Whether the words in common are many enough to be one utterance wherever they stand."""
    return max(size for _, _, size in found.runs) > _FRAGMENT


def _one_matter(a: Quoted, b: Quoted) -> bool:
    """Whether the sentences around two short quotations tell one matter."""
    inside = {*a.keys, *b.keys}
    shared = {w.key for w in a.around if w.telling} & {w.key for w in b.around if w.telling}
    return len(shared - inside) >= _AROUND


def _candidates(quoted: Sequence[Quoted], asked: Sequence[int]) -> set[tuple[int, int]]:
    """Pairs of those asked for that share two neighbouring words, in quotation marks on one side at least, or a telling word in short quotations."""
    holding: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    around: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for n in asked:
        for key in _keys(quoted[n].words, short=len(quoted[n].words) <= _FRAGMENT):
            holding[key].add(n)
        for key in _keys(quoted[n].around, short=True):
            around[key].add(n)
    found: set[tuple[int, int]] = set()
    for key, inside in holding.items():
        if len(inside) > _CROWD:
            continue
        found.update(combinations(sorted(inside), 2))
        beside = around[key] - inside
        if len(beside) <= _CROWD:
            found.update((min(i, j), max(i, j)) for i in inside for j in beside)
    return found


def _keys(words: Sequence[Word], short: bool) -> Iterator[tuple[str, ...]]:
    for a, b in pairwise(words):
        yield (a.key, b.key)
    if short:
        yield from ((w.key,) for w in words if w.telling)


def _fragment_of(part: Quoted, whole: Quoted) -> int | None:
    """Where in the sentence around the one quotation the words of the other stand, all of them in a row; None where they do not."""
    size, keys = len(part.words), part.keys
    if size < _FRAGMENT or not any(w.telling for w in part.words) or part.quotation.article == whole.quotation.article:
        return None
    told = [w.key for w in whole.around]
    return next((n for n in range(len(told) - size + 1) if tuple(told[n : n + size]) == keys), None)


def _ordered(group: Sequence[int], quoted: Sequence[Quoted], ties: "nx.Graph[int]", alignments: Mapping[tuple[int, int], Alignment]) -> Joined:
    """The order of what was said is that of the longest quotation; a fragment stands where the sentence around another has it."""
    longest = max(group, key=lambda n: (len(quoted[n].words), -n))
    place = {longest: 0}
    for n, m in nx.bfs_edges(ties, longest):
        place[m] = place[n] + _begins(m, n, quoted, alignments)
    order = sorted(group, key=lambda n: (place[n], quoted[n].quotation.article, quoted[n].quotation.span))
    ends = ((min(i, j), max(i, j)) for i, j in ties.subgraph(group).edges)
    kept = tuple((quoted[i], quoted[j], alignments[i, j]) for i, j in sorted(ends) if (i, j) in alignments)
    return Joined(tuple(quoted[n] for n in order), kept)


def _begins(m: int, n: int, quoted: Sequence[Quoted], alignments: Mapping[tuple[int, int], Alignment]) -> int:
    """Where one quotation begins, counted in words from the first of another that it is tied to."""
    found = alignments.get((min(m, n), max(m, n)))
    if found is not None:
        i, j, _ = found.runs[0]
        return j - i if m < n else i - j
    here = _fragment_of(quoted[m], quoted[n])
    if here is not None:
        return here - quoted[n].begins
    there = _fragment_of(quoted[n], quoted[m])
    return quoted[m].begins - there if there is not None else 0


def places(alterations: Sequence[Alteration]) -> list[list[Alteration]]:
    """Alterations of one utterance, those of one place in it together."""
    ties: nx.Graph[int] = nx.Graph()
    ties.add_nodes_from(range(len(alterations)))
    ties.add_edges_from((i, j) for i, j in combinations(range(len(alterations)), 2) if _one_place(alterations[i], alterations[j]))
    return [[alterations[n] for n in sorted(group)] for group in nx.connected_components(ties)]


def _one_place(x: Alteration, y: Alteration) -> bool:
    return any(p.article == q.article and p.span.overlaps(q.span) for p in (x.a, x.b) for q in (y.a, y.b))
