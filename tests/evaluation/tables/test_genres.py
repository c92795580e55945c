"""What is counted of GUM's attribution units, and of PolNeAR's spans."""

from typing import Any

from evaluation.tables.genres import Unit, counted, genre_of, spans_counted, units

from twosource.domain.span import Span
from twosource.grammar.attributions.tagged import Group
from twosource.inference.model import TaggedSpan

TEXT = "Anna Lund said that the bridge is shut. It rained, she thinks."


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def group(source: str, cue: str, content: str) -> Group:
    return Group((span(source),), (span(cue),), (span(content),))


def row() -> dict[str, Any]:
    words = [*TEXT.replace(".", " .").replace(",", " ,").split()]
    tokens, at = [], 0
    for word in words:
        at = TEXT.index(word, at)
        tokens.append({"s": at, "e": at + len(word)})
        at += len(word)
    cuts = [(0, 3, 2, "attribution-positive"), (3, 9, 0, "root"), (9, 12, 2, "joint-list"), (12, 15, 3, "attribution-positive")]
    return {
        "text": TEXT,
        "tokens": tokens,
        "edus": [{"tok": a, "tok_end": b, "edu": n, "head": h, "rel": r} for n, (a, b, h, r) in enumerate(cuts, 1)],
    }


def test_units_are_frames_with_what_they_attribute() -> None:
    first, second = units(row())
    assert first.frame.of(TEXT) == "Anna Lund said" and first.content.of(TEXT).startswith("that the bridge") and first.before
    assert second.frame.of(TEXT) == "she thinks." and second.content.of(TEXT) == "It rained," and not second.before


def test_a_unit_is_found_by_frame_and_content_and_its_edge_by_where_they_part() -> None:
    gold = list(units(row()))
    right = group("Anna Lund", "said", "the bridge is shut")
    late = group("she", "thinks", "rained")
    stray = group("Anna Lund", "said", "It rained")
    assert counted(TEXT, gold, [right, late]) == {"gold": 2, "found": 2, "edge": 2, "predicted": 2, "right": 2}
    assert counted(TEXT, gold, [stray]) == {"gold": 2, "found": 0, "edge": 0, "predicted": 1, "right": 0}
    short = group("Anna Lund", "said", "is shut")
    assert counted(TEXT, [Unit(gold[0].frame, gold[0].content, gold[0].edge, True)], [short])["edge"] == 0


def test_spans_are_counted_as_the_scorer_does() -> None:
    s, c, t = span("Anna Lund"), span("said"), span("the bridge is shut")
    gold = {"text": TEXT, "attributions": [{"source": [[s.start, s.end]], "cue": [[c.start, c.end]], "content": [[t.start - 5, t.end]]}]}
    ours = [TaggedSpan(label, x.start, x.end, 0) for label, x in (("source", s), ("cue", c), ("content", t))]
    n = spans_counted(gold, ours)
    assert (n["source hit"], n["cue hit"], n["content hit"], n["content gold"]) == (1, 1, 0, 1)
    assert n["link right"] == n["link found"] == n["link gold"] == 1


def test_genres_of_stories() -> None:
    fields = {"A ferry": "sports", "A parrot": None}
    assert [genre_of(t, fields) for t in ("A ferry", "A parrot", "A senator")] == ["sport", "business, people, no field given", "US politics"]
