"""Joining: one matter is told once, with the sides that its likeliest disagreement has."""

from collections.abc import Callable

from twosource.comparison.conflicts.edges import Edge
from twosource.comparison.conflicts.joining import conflicts
from twosource.comparison.conflicts.pages import Wordings
from twosource.comparison.conflicts.said import Parting, Said
from twosource.domain.reading import Dossier

TEXTS = (
    "Mayor Tilda Oren closed the old harbour of Tarvo on Monday.",
    "Mayor Tilda Oren never closed the old harbour of Tarvo.",
    "The mayor of Tarvo, Tilda Oren, shut the old harbour.",
)


def _said(compare: Callable[..., Dossier]) -> list[Said]:
    found = Wordings(compare(*TEXTS)).said.values()
    return [next(s for s in found if s.text == text) for text in TEXTS]


def _edge(a: Said, b: Said, likely: float, kind: str = "polarity", *, typed: bool = False) -> Edge:
    sides = ("+", "-") if kind == "polarity" else ("sure", "unsure")
    return Edge(a, b, Parting(kind, a.words, b.words, *sides), likely, typed)  # type: ignore[arg-type]


def test_one_matter_is_one_conflict_with_the_likely_voices(compare: Callable[..., Dossier]) -> None:
    closed, never, shut = _said(compare)
    [one] = conflicts([_edge(closed, never, 0.6), _edge(shut, never, 0.3)], {}, {})
    assert one.likely == 0.6 and one.sure
    assert sorted(len(side.statements) for side in one.sides) == [1, 2]
    [alone] = conflicts([_edge(closed, never, 0.6), _edge(shut, never, 0.1)], {}, {})
    assert [len(side.statements) for side in alone.sides] == [1, 1]


def test_what_a_rule_tells_is_not_told_again_by_another_kind(compare: Callable[..., Dossier]) -> None:
    closed, never, shut = _said(compare)
    ruled = _edge(closed, never, 0.1, typed=True)
    [only] = conflicts([ruled, _edge(closed, never, 0.9, "certainty")], {}, {})
    assert only.kind == "polarity" and not only.sure
    both = conflicts([ruled, _edge(closed, shut, 0.9, "certainty")], {}, {})
    assert [x.kind for x in both] == ["certainty", "polarity"]
