"""The source graph laid out for drawing: origins left, carriers between, articles right.

A layered drawing after Sugiyama et al. (1981): columns by position in the chains, rows ordered by the mean row of their neighbours.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from math import log2
from typing import Any

from twosource.writers.names import counted

Row = dict[str, Any]

WIDTH, HEIGHT, ROW, COLUMN = 210, 28, 38, 330
LONGEST_LABEL = 28
MOST_PARTIES = 18  # more would be a hairball; the claims name everyone anyway
DEEPEST = 3


@dataclass(slots=True)
class _Ways:
    """Who stands in which column, and which statements go through whom and along which edge."""

    column: dict[str, int] = field(default_factory=dict)
    through: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    edges: defaultdict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))


def graph(document: Row, labels: dict[str, str]) -> Row | None:
    """Nodes and edges with their coordinates, or None when nothing in the story is attributed.

    Every node and edge carries the ids of the statements it stands for, blank-separated.
    """
    chains = [(s["id"], [link["party"] for link in s["chain"]], s["article"]) for s in document["statements"] if s["chain"]]
    if not chains:
        return None
    weight = Counter(p for _, chain, _ in chains for p in dict.fromkeys(chain))
    drawn = {p for p, _ in sorted(weight.items(), key=lambda kv: (-kv[1], kv[0]))[:MOST_PARTIES]}
    ways = _ways(chains, drawn)
    rows = _rows(ways.column, list(ways.edges), weight)
    sizes = Counter(ways.column.values())
    tallest = max(sizes.values())
    y = {v: 10 + ROW * (row + (tallest - sizes[ways.column[v]]) / 2) for v, row in rows.items()}
    kinds = {p["id"]: p["kind"] for p in document["parties"]}
    return {
        "nodes": [_node(v, ways, y[v], labels[v], kinds.get(v, "article")) for v in sorted(ways.column, key=lambda v: (ways.column[v], rows[v]))],
        "edges": [_edge(a, b, ways, y, labels) for a, b in sorted(ways.edges)],
        "width": 20 + max(ways.column.values()) * COLUMN + WIDTH,
        "height": 20 + tallest * ROW,
        "left_out": len(weight) - len(drawn),
    }


def _ways(chains: list[tuple[str, list[str], str]], drawn: set[str]) -> _Ways:
    ways = _Ways()
    for statement, chain, article in chains:
        kept = [p for p in dict.fromkeys(chain) if p in drawn]
        for at, party in enumerate(kept):
            ways.column[party] = max(ways.column.get(party, 0), min(at, DEEPEST))
            ways.through[party].append(statement)
        if kept:
            ways.through[article].append(statement)
            for edge in zip(kept, [*kept[1:], article], strict=True):
                ways.edges[edge].append(statement)
    last = max(ways.column.values()) + 1
    ways.column |= {article: last for _, _, article in chains if article in ways.through}
    return ways


def _node(v: str, ways: _Ways, y: float, label: str, kind: str) -> Row:
    return {
        "x": 10 + ways.column[v] * COLUMN,
        "y": round(y, 1),
        "width": WIDTH,
        "height": HEIGHT,
        "label": _short(label),
        "title": label,
        "kind": kind,
        "statements": " ".join(ways.through[v]),
    }


def _edge(a: str, b: str, ways: _Ways, y: dict[str, float], labels: dict[str, str]) -> Row:
    said = ways.edges[a, b]
    starts, ends = 10 + ways.column[a] * COLUMN + WIDTH, 10 + ways.column[b] * COLUMN
    return {
        "path": _path(starts, y[a] + HEIGHT / 2, ends, y[b] + HEIGHT / 2),
        "width": round(1.2 + log2(len(said)), 1),
        "statements": " ".join(said),
        "title": f"{labels[a]} → {labels[b]}: {counted(len(said), 'statement')}",
    }


def _rows(column: dict[str, int], edges: list[tuple[str, str]], weight: Counter[str]) -> dict[str, int]:
    """A row for each node: by weight at first, then four sweeps towards the mean row of its neighbours."""
    near: defaultdict[str, list[str]] = defaultdict(list)
    for a, b in edges:
        near[a].append(b)
        near[b].append(a)
    layers: defaultdict[int, list[str]] = defaultdict(list)
    for v in sorted(column, key=lambda v: (-weight[v], v)):
        layers[column[v]].append(v)
    rows = {v: n for layer in layers.values() for n, v in enumerate(layer)}
    for _ in range(4):
        for c in sorted(layers):
            mean = {v: sum(rows[u] for u in near[v]) / len(near[v]) if near[v] else rows[v] for v in layers[c]}
            layers[c].sort(key=lambda v: (mean[v], -weight[v], v))
            rows |= {v: n for n, v in enumerate(layers[c])}
    return rows


def _path(x1: float, y1: float, x2: float, y2: float) -> str:
    if x2 <= x1:  # two carriers of one column: a bow to the right
        return f"M{x1:.0f} {y1:.0f}C{x1 + 70:.0f} {y1:.0f} {x1 + 70:.0f} {y2:.0f} {x2 + WIDTH:.0f} {y2:.0f}"
    half = (x1 + x2) / 2
    return f"M{x1:.0f} {y1:.0f}C{half:.0f} {y1:.0f} {half:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"


def _short(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1].rstrip() + "…"
