"""Truth: which articles are copies, and on how many parties a point rests, from how the story was made.

The rules are those of the annotation protocol, worked out by trying every set of nodes; nothing of twosource is used.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from evaluation.newsroom.writing import Told

FACT, READER = "the fact", "the reader"


@dataclass(frozen=True, slots=True)
class Printed:
    """An article as it ran.

    Attributes:
        id, outlet, text, published: of the article; ``published`` is an ISO day.
        told: what it tells, with places in ``text``.
        written: for each place told who wrote the passage it stands in, and which it is ("text 2: ..."); "" where no copy of it counts.
        credit: name of the agency that its byline, dateline or credit shows; "" for none.
        way: how it was made: "wire", "own", or how it was copied.
    """

    id: str
    outlet: str
    text: str
    published: str
    told: tuple[Told, ...]
    written: tuple[str, ...]
    credit: str = ""
    way: str = "own"


def edges(articles: Sequence[Printed]) -> set[tuple[str, str]]:
    """Pairs of article ids that have a passage of one hand in common."""
    holders: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        for written in article.written:
            if written:
                holders[written].add(article.id)
    return {pair for held in holders.values() for pair in combinations(sorted(held), 2)}


def ways(point: str, articles: Sequence[Printed]) -> list[tuple[str, ...]]:
    """The ways of a point from the fact to the reader: parties of the chain, unseen or credited carrier, credit, outlet."""
    found: list[tuple[str, ...]] = []
    mentions = [(a, t, w) for a in articles for t, w in zip(a.told, a.written, strict=True) if t.point == point]
    sharing = {w: {a.id: a for a, _, other in mentions if other == w} for _, _, w in mentions if w}
    depends = {a.id for a, t, w in mentions if t.chain or len(sharing.get(w, ())) > 1}
    for article, told, written in mentions:
        copies = sharing.get(written, {})
        if not told.chain and len(copies) < 2 and article.id in depends:
            continue  # an own line hangs on the attribution, or on the copied passage, beside it
        carrier: tuple[str, ...] = ()
        if len(copies) > 1:
            agencies = sorted({a.credit for a in copies.values()} - {""})
            carrier = (agencies[0] if agencies else f"whoever wrote {written.partition(':')[0]}",)
        credit = (article.credit,) if article.credit else ()
        found.append(tuple(dict.fromkeys((*told.chain, *carrier, *credit, article.outlet))))
    return found


def smallest_cut(found: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The smallest set of nodes whose removal cuts the reader from the fact, by trying them all; the first in order of names."""
    follow: dict[str, set[str]] = defaultdict(set)
    for way in found:
        for before, after in pairwise((FACT, *way, READER)):
            follow[before].add(after)
    nodes = sorted({n for after in follow.values() for n in after} - {READER})
    return next(cut for size in range(len(nodes) + 1) for cut in combinations(nodes, size) if not _reached(follow, set(cut)))


def _reached(follow: Mapping[str, set[str]], without: set[str]) -> bool:
    seen, edge = {FACT}, [FACT]
    while edge:
        for node in follow.get(edge.pop(), ()):
            if node not in seen and node not in without:
                seen.add(node)
                edge.append(node)
    return READER in seen
