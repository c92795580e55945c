"""The logic of the tables that lay us beside others, on invented rows."""

import sys
from pathlib import Path

import pytest
from evaluation.tables import coreference, entities, peers
from evaluation.tables.stories import chosen
from evaluation.tables.table import Table, keep, kept

from twosource.domain.sentence import Token


def test_a_baseline_is_tuned_on_another_set() -> None:
    gold = {"one": ["a", "a", "b"], "other": ["x", "y", "z"]}
    answers = {"joins all": {"one": [1, 1, 1], "other": [1, 1, 1]}, "joins two": {"one": [1, 1, 2], "other": [1, 1, 1]}}
    answers["joins none"] = {"one": [1, 2, 3], "other": [1, 2, 3]}
    assert chosen(gold, answers, ["one"]) == "joins two"
    assert chosen(gold, answers, ["other"]) == "joins none"


def test_tables_are_kept_as_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = keep(Table("ferry", "Ferries", "python -m ferry", ("", "F1"), (("ours", 71.0), ("theirs", None)), data={"k": 1}), tmp_path)
    assert kept("ferry", tmp_path) == table
    assert capsys.readouterr().out.splitlines()[:3] == ["Ferries", "          F1", "ours    71.0"]
    with pytest.raises(ValueError, match="2 cells"):
        Table("ferry", "Ferries", "python -m ferry", ("", "F1"), (("ours",),))


def test_a_peer_that_cannot_run_is_left_out_with_a_reason(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("PEERS", raising=False)
    assert peers.asked("textacy_quotes.py", "") is None
    assert "PEERS names no Python" in capsys.readouterr().out
    monkeypatch.setenv("PEERS", sys.executable)
    assert peers.asked("no_such_script.py", "") is None
    assert "no_such_script.py was left out" in capsys.readouterr().out


def test_mentions_of_documents_are_validated_events() -> None:
    sentences = [
        {"sent": 0, "validated": True, "offsets": [[0, 3], [4, 9], [10, 14]]},
        {"sent": 1, "validated": False, "offsets": [[15, 18]]},
    ]
    mentions = [
        {"m_id": "1", "group": "event", "sent": 0, "tokens": [1, 2], "cluster": "c"},
        {"m_id": "2", "group": "event", "sent": 1, "tokens": [0], "cluster": "c"},
        {"m_id": "3", "group": "entity", "sent": 0, "tokens": [0], "cluster": "d"},
    ]
    row = coreference.asked({"id": "d1", "topic": 4, "text": "The ferry sank. Yes", "sentences": sentences, "mentions": mentions})
    assert row["mentions"] == [{"id": "d1 1", "start": 4, "end": 14, "cluster": "c"}]


def test_the_lemma_is_of_the_highest_word() -> None:
    sentence = [Token(0, 4, "took", "take", "VERB", "VBD", "ROOT", 0), Token(5, 10, "place", "place", "NOUN", "NN", "dobj", 0)]
    assert coreference.lemma([sentence], 0, 10) == "take"
    assert coreference.lemma([sentence], 5, 10) == "place"
    assert coreference.lemma([sentence], 20, 30) == ""


def test_names_of_gum_are_its_proper_nouns() -> None:
    text = "the mayor of Port Larsa met her"
    tags = ["DT", "NN", "IN", "NNP", "NNP", "VBD", "PRP"]
    tokens, at = [], 0
    for word, tag in zip(text.split(), tags, strict=True):
        tokens.append({"s": at, "e": at + len(word), "xpos": tag})
        at += len(word) + 1
    mentions = [
        {"type": "person", "tok": [0, 5], "min": "2"},
        {"type": "place", "tok": [3, 5], "min": "1,2"},
        {"type": "place", "tok": [4, 5], "min": "1"},
        {"type": "person", "tok": [6, 7], "min": "1"},
        {"type": "abstract", "tok": [3, 5], "min": "1,2"},
    ]
    assert entities.of_gum({"text": text, "tokens": tokens, "entities": mentions}) == (text, [(13, 23, "place")])


def test_names_are_right_without_titles_and_near_when_they_overlap() -> None:
    text = "President Anna Lund left Larsa's harbour"
    assert entities.bare(text, (0, 19, "person")) == (10, 19, "person")
    n = entities.counted(text, [(10, 19, "person"), (25, 30, "place")], [(0, 19, "person"), (25, 40, "place"), (15, 19, "body")])
    assert (n["gold"], n["found"], n["exact"], n["near"], n["near_found"]) == (2, 3, 1, 2, 2)


def test_names_of_token_rows() -> None:
    row = {"tokens": ["Lund", "&", "Co", "in", "Larsa"], "spans": [["corporation", 0, 3], ["location", 4, 5], ["product", 0, 1]]}
    assert entities.of_tokens(row) == ("Lund & Co in Larsa", [(0, 9, "body"), (13, 18, "place")])


def test_spacy_gives_names_with_their_types() -> None:
    [found] = entities.by_spacy(["Angela Merkel flew from Berlin to New York on Monday."])
    assert found == [(0, 13, "person"), (24, 30, "place"), (34, 42, "place")]
