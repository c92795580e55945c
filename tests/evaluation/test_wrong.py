"""Wrong numbers come with what is seen to be behind them."""

from typing import Any

from evaluation.wrong import wrong

TEXT = "The bridge fell, police said. It was old. The bridge collapsed."
TEXTS = {"s/a": TEXT}


def statement(number: int, start: int, end: int, *chain: str) -> dict[str, Any]:
    links = [{"party": p, "text": p} for p in chain]
    return {"id": f"s{number}", "article": "A", "start": start, "end": end, "text": TEXT[start:end], "chain": links, "factuality": "CT+"}


def mention(start: int, end: int, *chain: str) -> dict[str, Any]:
    return {"article": "a", "start": start, "end": end, "quote": TEXT[start:end], "chain": list(chain), "factuality": "CT+"}


def gold(independent: int, *mentions: dict[str, Any]) -> dict[str, Any]:
    claim = {"id": "c1", "text": "The bridge fell.", "independent_sources": independent, "cut": ["police"], "why": "one origin"}
    return {"claims": [claim | {"mentions": list(mentions)}]}


def where(statements: list[dict[str, Any]], claims: list[dict[str, Any]]) -> dict[str, tuple[dict[str, Any], dict[str, Any]]]:
    parties: list[dict[str, Any]] = [{"id": p, "name": p, "aliases": []} for p in ("police", "mayor")]
    dossier = {"statements": statements, "claims": claims, "parties": parties}
    return {"s/a": (dossier, {"id": "A", "text": TEXT})}


def claim(name: str, independent: int, *statements: str) -> dict[str, Any]:
    return {"id": name, "independent": independent, "rests_on": ["mayor"], "statements": list(statements)}


def test_right_numbers_are_not_told() -> None:
    held = where([statement(1, 0, 15, "police")], [claim("k", 1, "s1")])
    assert list(wrong("s", gold(1, mention(0, 15, "police")), TEXTS, held)) == []


def test_reasons() -> None:
    statements = [statement(1, 0, 15, "mayor"), statement(2, 30, 40), statement(3, 42, 62)]
    held = where(statements, [claim("k", 2, "s1", "s2"), claim("m", 1, "s3")])
    (one,) = wrong("s", gold(1, mention(0, 15, "police"), mention(42, 62), mention(17, 28)), TEXTS, held)
    assert (one.said, one.rests_on) == (2, ("mayor",))
    assert one.reasons == {"uncovered": 1, "apart": 1, "unknown": 1, "origins": 1}
    assert "annotated 1 (police): one origin" in one.text() and "(nothing)" in one.text()


def test_a_claim_that_nobody_holds_is_uncovered() -> None:
    (one,) = wrong("s", gold(1, mention(0, 15, "police")), TEXTS, where([], []))
    assert one.said is None and one.reasons == {"uncovered": 1}
