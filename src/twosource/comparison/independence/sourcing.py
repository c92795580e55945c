"""Sourcing: the graph from the fact to the reader, and the fewest parties that would all have to be wrong."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import networkx as nx

from twosource.comparison.parties import spelling
from twosource.domain.article import Article
from twosource.domain.furniture import Furniture
from twosource.domain.party import Party
from twosource.reference import facts

_PICTURE = re.compile(r"(?i)\b(?:photo|image|picture|video|getty|file photo|illustration)")
_OF_A_PICTURE = frozenset({"photo credit", "caption mark"})
"""Reasons, as data/furniture.tsv gives them, by which a page part is known for a picture's."""
_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A party, an outlet or a carrier; ``shown`` is what a reader is told: a Party id, or a name."""

    kind: str
    key: str
    shown: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Way:
    """One way from the fact to the reader: who passed it on, origin first, outlet last."""

    nodes: tuple[Node, ...]


_End = tuple[Node | str, str]
_READER: _End = ("READER", "")
_FACT: _End = ("FACT", "")


def outlet_node(name: str) -> Node:
    """The node of an outlet or agency, the same for all forms of its name."""
    known = facts.agency(name)
    bare = spelling.parts(name.removeprefix("www."))
    return Node("outlet", known.name if known else " ".join(bare[:-1] if len(bare) > 1 and bare[-1] in ("news", "com") else bare), name)


def credited(article: Article, furniture: Iterable[Furniture]) -> frozenset[str]:
    """Agencies and outlets that an article's byline, dateline or credit names for its text; who made a picture carries no word of it."""
    found: set[str] = set()
    for one in furniture:
        if one.kind in ("byline", "dateline", "credit") and one.reason not in _OF_A_PICTURE and not _PICTURE.search(one.span.of(article.text)):
            found.update(name for written in one.names if (name := _provider(written, one.kind == "dateline")))
    return frozenset(found)


def _provider(written: str, in_dateline: bool) -> str | None:
    """The name of whoever a text is from: known, or named as agencies are; in a dateline, any that is no place and no day."""
    known = facts.agency(written)
    name = known.name if known is not None else facts.wire_credited(written)
    if name is not None:
        return name
    told = in_dateline and written[:1].isupper() and not any(c.isdigit() for c in written)
    return written if told and facts.country_of_place(written) is None and facts.country_of_demonym(written) is None else None


def full_names(names: Iterable[str]) -> dict[str, str]:
    """For those of the names that are initials, the one of the others that they stand for ("VPA": "Velmar Press Agency")."""
    spelled: dict[str, set[str]] = defaultdict(set)
    every = set(names)
    for name in every:
        spelled[spelling.acronym(name)].add(name)
    return {
        name: next(iter(meant))
        for name in every
        if spelling.is_acronym(name) and facts.agency(name) is None and len(meant := spelled["".join(spelling.parts(name))]) == 1
    }


def is_wire(name: str | None) -> bool:
    """Whether a name is that of a news agency."""
    known = facts.agency(name) if name else None
    return known.trade == "wire" if known is not None else bool(name) and facts.is_agency_name(name or "")


def joined(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """For each of those paired all that are tied to it, itself too, sorted: the connected components of the pairs."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(pairs)
    return {one: members for members in map(sorted, nx.connected_components(graph)) for one in members}


def best_cut(ways: Iterable[Way]) -> list[Node]:
    """The fewest nodes that all ways pass, nearest the origins; sorted.

    A minimum vertex cut (Menger) by networkx: every node is an edge of capacity one. The graph is searched from the reader's side,
    because the cut that networkx gives is the one nearest the target.
    """
    ways = list(dict.fromkeys(ways))
    if len(ways) == 1:  # most claims: no graph is needed to see that the first of a row cuts it
        return [ways[0].nodes[0]]
    graph: nx.DiGraph[_End] = nx.DiGraph()
    heads: set[Node] = set()
    passed_on: set[Node] = set()
    for way in ways:
        nodes = tuple(dict.fromkeys(way.nodes))
        for node in nodes:
            graph.add_edge((node, "out"), (node, "in"), capacity=1)
        for before, after in pairwise(nodes):
            graph.add_edge((after, "in"), (before, "out"))
        graph.add_edge(_READER, (nodes[-1], "out"))
        heads.add(nodes[0])
        passed_on.update(nodes[1:])
    if not heads:
        return []
    _tie_to_fact(graph, heads, passed_on)
    _, (_, near) = nx.minimum_cut(graph, _READER, _FACT)
    return sorted({node for node, side in near if isinstance(node, Node) and side == "in" and (node, "out") not in near})


def _tie_to_fact(graph: "nx.DiGraph[_End]", heads: set[Node], passed_on: set[Node]) -> None:
    """Tie those to the fact who have it from nobody else.

    Who says a thing without a source here, and with one there, has it from that source: an outlet whose own line stands beside an
    attribution, an outlet that another cites. Of parties that cite each other in a ring, the first is tied.
    """
    graph.add_node(_FACT)
    for node in sorted(heads - passed_on):
        graph.add_edge((node, "in"), _FACT)
    for node in sorted(heads & passed_on):
        if not nx.has_path(graph, (node, "in"), _FACT):
            graph.add_edge((node, "in"), _FACT)


def is_official(party: Party) -> bool:
    """Whether a party speaks for a state: its government, forces, courts, police, or media that the state controls."""
    known = facts.body(party.name)
    return party.kind == "government" or bool(_STATE & set(party.sectors)) or (known is not None and known.control == "state")


def of_one_government(parties: Sequence[Party]) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more parties of one body, or of one country's state."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for p in parties:
        if p.body is not None:
            found["body", p.body].add(p.id)
        if is_official(p) and p.country is not None:
            found["state", p.country].add(p.id)
    groups = {tuple(sorted(members)) for members in found.values() if len(members) > 1}
    return tuple(sorted(g for g in groups if not any(set(g) < set(other) for other in groups)))
