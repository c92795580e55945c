"""A story as the learned decision about conflicts sees it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np

from twosource.comparison.conflicts.edges import Edge
from twosource.comparison.conflicts.hints import apart, hints
from twosource.comparison.conflicts.judging import Matters, Pair, looked_at
from twosource.comparison.conflicts.pages import Wordings
from twosource.comparison.conflicts.traits import traits
from twosource.domain.claim import Claim
from twosource.domain.reading import Dossier


def matters(dossier: Dossier, wordings: Wordings, edges: Iterable[Edge], likely: Mapping[tuple[str, str], float]) -> Matters:
    """The story; its wordings are numbered in the order of ``wordings.said``."""
    said = list(wordings.said.values())
    number = {s.statement.id: n for n, s in enumerate(said)}
    of = {w: n for n, w in enumerate(wordings.said)}
    told: defaultdict[Pair, set[str]] = defaultdict(set)
    for edge in edges:
        told[_pair(number[edge.a.statement.id], number[edge.b.statement.id])].add(edge.parting.kind)
    claim_of = {s: n for n, c in enumerate(dossier.of(Claim)) for s in c.statements}
    claims = np.array([claim_of.get(s.statement.id, len(claim_of) + n) for n, s in enumerate(said)], dtype=np.int64)
    _, claims = np.unique(claims, return_inverse=True)
    articles: defaultdict[int, set[str]] = defaultdict(set)
    for claim, one in zip(claims.tolist(), said, strict=True):
        articles[claim].update(s.article for s, _ in one.everywhere)
    pairs = wordings.pairs
    alike = {_pair(of[a], of[b]): p for (a, b), p in likely.items()}
    asked = looked_at(pairs)
    known = [traits(s) for s in said]
    return Matters(
        traits=known,
        hints=hints(known, pairs, asked[apart(known, pairs)[asked]]),
        pairs=pairs,
        likely=alike,
        like=np.array([alike.get(pair, 0.0) for pair in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)]),
        told=dict(told),
        claims=claims,
        backed=np.array([len(articles[c]) for c in range(len(articles))], dtype=float),
    )


def _pair(i: int, j: int) -> Pair:
    return (i, j) if i < j else (j, i)
