"""The names model: what it learns from, how its labels become names, and its kept answers."""

import re
from pathlib import Path

import numpy as np
from evaluation.tables.entities import SETS, by_trained
from training.entities.reader import LABELS, firsts, named
from training.entities.rows import LENGTH, parted, stretches, texts


def test_sentences_are_read_together_as_far_as_they_go() -> None:
    ends = [(0, 200), (201, 400), (401, 700), (701, 1500), (1501, 1502)]
    assert list(stretches(ends)) == [(0, 400), (401, 700), (701, 1500), (1501, 1502)]
    assert all(high - low <= LENGTH for low, high in stretches(ends) if (low, high) not in ends)
    assert list(stretches([])) == []


def test_names_go_with_their_stretch() -> None:
    text = "Anna Lund came. " + "x" * LENGTH + " Larsa waits."
    names = [(0, 9, "person"), (len(text) - 12, len(text) - 7, "place")]
    parts = list(parted(text, names, [(0, 15), (16, 16 + LENGTH), (17 + LENGTH, len(text))]))
    assert [[part[s:e] for s, e, _ in inside] for part, inside in parts] == [["Anna Lund"], [], ["Larsa"]]


def test_labels_of_words_become_names() -> None:
    text = "Anna Lund told Ostby-Rail in Larsa"
    offsets = [m.span() for m in re.finditer(r"\w{1,4}|-", text)]  # pieces: long words are cut
    begins = [text[offsets[n][0] :].split(maxsplit=1)[0] for n in firsts(text, offsets)]
    assert begins == ["Anna", "Lund", "told", "Ostby-Rail", "-Rail", "Rail", "in", "Larsa"]
    scores = np.zeros((len(offsets), len(LABELS)), dtype=np.float32)
    labels = ["B-person", "I-person", "O", "I-body", "I-body", "I-body", "O", "B-place"]
    for n, label in zip(firsts(text, offsets), labels, strict=True):
        scores[n, LABELS.index(label)] = 1.0
    found = list(named(text, offsets, scores))
    assert [(text[s:e], kind) for s, e, kind in found] == [("Anna Lund", "person"), ("Ostby-Rail", "body"), ("Larsa", "place")]


def test_a_name_begins_where_its_type_changes() -> None:
    text = "Larsa Rail"
    scores = np.zeros((2, len(LABELS)), dtype=np.float32)
    scores[0, LABELS.index("B-place")] = scores[1, LABELS.index("I-body")] = 1.0
    assert list(named(text, [(0, 5), (6, 10)], scores)) == [(0, 5, "place"), (6, 10, "body")]


def test_every_scored_text_has_kept_answers(shared: Path) -> None:
    assert shared.is_dir()
    for data in SETS.values():
        given = [text for text, _ in data()]
        for text, names in zip(given, by_trained(given), strict=True):
            assert all(0 <= start < end <= len(text) for start, end, _ in names)


def test_what_is_scored_was_not_learnt(shared: Path) -> None:
    learnt = {text for text, _ in texts(shared)}
    assert len(learnt) > 5000
    scored = {text for data in SETS.values() for text, _ in data() if len(text) > 40}
    assert not learnt & scored
