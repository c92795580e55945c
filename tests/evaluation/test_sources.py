"""False sources are counted and told apart."""

from typing import Any

from evaluation.sources import mentions

TEXT = "The bridge is shut, police said. The court fined Lund. The pier fell."


def _statement(words: str, party: str | None, cue: str = "said") -> dict[str, Any]:
    start = TEXT.index(words)
    chain = [{"party": party, "text": party}] if party is not None else []
    return {"article": "a", "start": start, "end": start + len(words), "text": words, "chain": chain, "cue": {"text": cue} if chain else None}


def _kinds(statements: list[dict[str, Any]]) -> list[tuple[str, bool]]:
    parties: list[dict[str, Any]] = [{"id": p, "name": p, "aliases": []} for p in ("police", "court", "mayor")]
    said = {"The bridge is shut": ["police"], "The court fined Lund": [], "The pier fell": ["mayor"]}
    rows = [
        {"article": "a01", "start": TEXT.index(w), "end": TEXT.index(w) + len(w), "chain": chain, "origin_aliases": [], "quote": w}
        for w, chain in said.items()
    ]
    where = {"s/a01": ({"statements": statements, "parties": parties}, {"id": "a", "text": TEXT})}
    return [(m.kind, m.actor) for m in mentions("s", {"claims": [{"mentions": rows}]}, {"s/a01": TEXT}, where)]


def test_who_says_nothing_is_false_and_an_actor() -> None:
    shut, pier = _statement("The bridge is shut", "police"), _statement("The pier fell", None)
    assert _kinds([shut, _statement("The court fined Lund", "court", "fined"), pier]) == [("right", False), ("false", True), ("lost", False)]


def test_who_speaks_elsewhere_is_wrong_but_no_actor() -> None:
    found = _kinds([_statement("The bridge is shut", "mayor"), _statement("The court fined Lund", None), _statement("The pier fell", "court")])
    assert found == [("wrong", False), ("right", False), ("wrong", True)]


def test_what_no_statement_covers_is_not_counted() -> None:
    assert _kinds([_statement("The pier fell", "mayor")]) == [("right", False)]
