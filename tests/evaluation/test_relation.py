"""Relation answers are out of fold, and the invented training sentences are what they say."""

import json
from pathlib import Path

from evaluation.tasks.relation import answer
from training.relation.rows import OUT_OF_FOLD, folds_of, key, manual, plv
from training.relation.sentences import inflected, sentences


def test_training_rows_are_answered_by_who_has_not_seen_them(shared: Path) -> None:
    rows = plv(shared)
    kept = {row["key"]: row["root"] for row in map(json.loads, OUT_OF_FOLD.read_text(encoding="utf-8").splitlines())}
    assert {key(row) for row in rows} == set(kept)
    told = list(answer(rows[:20]))
    assert [t["root"] for t in told] == [kept[key(row)] for row in rows[:20]]


def test_no_sentence_is_in_two_folds(shared: Path) -> None:
    rows = plv(shared)
    fold_of: dict[str, int] = {}
    for row, fold in zip(rows, folds_of(rows), strict=True):
        assert fold_of.setdefault(row["text"], fold) == fold


def test_examples_that_resemble_a_row_are_left_out(shared: Path) -> None:
    rows = plv(shared)
    assert not {row["text"] for row in manual(shared, rows)} & {row["text"] for row in rows}
    kept = manual(shared, rows)
    assert len(kept) < len(manual(shared, []))
    assert kept[0] not in manual(shared, [*rows, kept[0]])


def test_a_row_that_was_never_seen_is_answered_too() -> None:
    text = "Norland expelled the ambassador of Suland."
    row = {"id": "n", "text": text, "source": [0, 7], "target": [35, 41]}
    assert list(answer([row])) == [{"id": "n", "root": "SANCTION"}]


def test_invented_sentences() -> None:
    rows = sentences(seed=3, each=5)
    assert len({row["root"] for row in rows}) == 15
    assert rows == sentences(seed=3, each=5)
    for row in rows:
        source = row["text"][slice(*row["source"])]
        assert source
        assert source == source.strip()
        if row["target"]:
            assert row["target"][0] >= row["source"][1]


def test_inflection() -> None:
    assert inflected("COERCE", "[expel] T").past == "expelled T"
    assert inflected("AGREE", "[agree] with T").gerund == "agreeing with T"
    assert inflected("AID", "[supply] T").past == "supplied T"
    assert inflected("AGREE", "[be/was/been] ready").gerund == "being ready"
    assert inflected("SUPPORT", "[forgive/forgave/forgiven] T").participle == "forgiven T"
