"""The source graph laid out for drawing: origins left, carriers between, articles right.

A layered drawing after Sugiyama et al. (1981): columns by position in the chains, rows ordered by the mean row of their neighbours.
"""

from collections import Counter, defaultdict
from math import log2
from typing import Any

Row = dict[str, Any]

WIDTH, HEIGHT, ROW, COLUMN = 210, 28, 38, 330
LONGEST_LABEL = 28
MOST_PARTIES = 18  # more would be a hairball; the claims name everyone anyway
DEEPEST = 3


def graph(document: Row, labels: dict[str, str]) -> Row | None:
    """Nodes and edges with their coordinates, or None when nothing in the story is attributed.

    Every node and edge carries the ids of the statements it stands for, blank-separated.
    """
    chains = [(s["id"], [link["party"] for link in s["chain"]], s["article"]) for s in document["statements"] if s["chain"]]
    if not chains:
        return None
    weight = Counter(p for _, chain, _ in chains for p in dict.fromkeys(chain))
    drawn = {p for p, _ in sorted(weight.items(), key=lambda kv: (-kv[1], kv[0]))[:MOST_PARTIES]}
    column: dict[str, int] = {}
    through: defaultdict[str, list[str]] = defaultdict(list)
    edges: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for statement, chain, article in chains:
        kept = [p for p in dict.fromkeys(chain) if p in drawn]
        for at, party in enumerate(kept):
            column[party] = max(column.get(party, 0), min(at, DEEPEST))
            through[party].append(statement)
        if kept:
            through[article].append(statement)
            for a, b in zip([*kept], [*kept[1:], article], strict=True):
                edges[a, b].append(statement)
    last = max(column.values()) + 1
    column |= {a["id"]: last for a in document["articles"] if a["id"] in through}
    rows = _rows(column, list(edges), weight)
    kinds = {p["id"]: p["kind"] for p in document["parties"]}
    tallest = max(Counter(column.values()).values())
    y = {v: 10 + ROW * (row + (tallest - sum(c == column[v] for c in column.values())) / 2) for v, row in rows.items()}
    nodes = [
        {
            "x": 10 + column[v] * COLUMN,
            "y": round(y[v], 1),
            "width": WIDTH,
            "height": HEIGHT,
            "label": _short(labels[v]),
            "title": labels[v],
            "kind": kinds.get(v, "article"),
            "statements": " ".join(through[v]),
        }
        for v in sorted(column, key=lambda v: (column[v], rows[v]))
    ]
    drawn_edges = [
        {
            "path": _path(10 + column[a] * COLUMN + WIDTH, y[a] + HEIGHT / 2, 10 + column[b] * COLUMN, y[b] + HEIGHT / 2),
            "width": round(1.2 + log2(len(said)), 1),
            "statements": " ".join(said),
            "title": f"{labels[a]} → {labels[b]}: {len(said)} statement{'s' * (len(said) > 1)}",
        }
        for (a, b), said in sorted(edges.items())
    ]
    return {
        "nodes": nodes,
        "edges": drawn_edges,
        "width": 20 + last * COLUMN + WIDTH,
        "height": 20 + tallest * ROW,
        "left_out": len(weight) - len(drawn),
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
