"""Deciding: what follows for a grouping from what a person decided about its articles."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import networkx as nx

from twosource.domain.decision import Decision
from twosource.domain.story import Story
from twosource.errors import UsageError


def held_together(decisions: Iterable[Decision]) -> list[list[str]]:
    """Articles (ids) that are one story by what was decided, through others too; each group sorted."""
    return sorted(sorted(group) for group in nx.connected_components(_together(decisions)))


def kept_apart(decisions: Iterable[Decision]) -> dict[str, set[str]]:
    """For each article (id) those that must not be in its story."""
    apart: dict[str, set[str]] = {}
    for decision in decisions:
        if decision.kind == "apart":
            for a, b in combinations(decision.articles, 2):
                apart.setdefault(a, set()).add(b)
                apart.setdefault(b, set()).add(a)
    return apart


def unhurt(known: Sequence[Story], decisions: Sequence[Decision]) -> list[Story]:
    """The earlier stories that can be kept: none that holds, with all that is decided to be in it, what is decided to be apart."""
    graph = _together(decisions)
    for story in known:
        nx.add_path(graph, story.articles)
    apart = kept_apart(decisions)
    hurt = {i for group in nx.connected_components(graph) if any(apart.get(i, set()) & group for i in group) for i in group}
    return [story for story in known if hurt.isdisjoint(story.articles)]


def checked(decisions: Sequence[Decision], shown: Mapping[str, str] | None = None) -> None:
    """Refuse decisions that cannot all be kept.

    Args:
        decisions: by their ``articles``.
        shown: what to call an article.

    Raises:
        UsageError: naming two articles that are to be apart and together, and through which others.
    """
    called = shown or {}
    graph = _together(decisions)
    for a, others in sorted(kept_apart(decisions).items()):
        for b in sorted(others):
            if a in graph and b in graph and nx.has_path(graph, a, b):
                between = nx.shortest_path(graph, a, b)[1:-1]
                through = f" through {', '.join(repr(called.get(i, i)) for i in between)}" if between else ""
                raise UsageError(
                    f"{called.get(a, a)!r} and {called.get(b, b)!r} are decided to be apart, and together{through}: take one of the decisions back"
                )


def _together(decisions: Iterable[Decision]) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    for decision in decisions:
        if decision.kind == "together" and len(decision.articles) > 1:
            nx.add_path(graph, decision.articles)
    return graph
