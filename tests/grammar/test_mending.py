"""Mending: verbs get back the subjects that the parser gave to a preposition, and nothing else moves."""

from collections.abc import Callable

import pytest

from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence, Token
from twosource.domain.statement import Statement
from twosource.grammar.mending import mended


def _tokens(*rows: tuple[str, str, str, str, int]) -> tuple[Token, ...]:
    """Tokens of (text, pos, tag, label, head)."""
    made, at = [], 0
    for text, pos, tag, dep, head in rows:
        made.append(Token(at, at + len(text), text, text.lower(), pos, tag, dep, head, "DATE" if text == "Monday" else ""))
        at += len(text) + 1
    return tuple(made)


# "Crowds watched as guards struck him", with the noun given to "as" and the verb to nobody.
TORN = _tokens(
    ("Crowds", "NOUN", "NNS", "nsubj", 1),
    ("watched", "VERB", "VBD", "ROOT", 1),
    ("as", "ADP", "IN", "prep", 1),
    ("guards", "NOUN", "NNS", "pobj", 2),
    ("struck", "VERB", "VBD", "conj", 1),
    ("him", "PRON", "PRP", "dobj", 4),
)


def _labels(tokens: tuple[Token, ...]) -> list[tuple[str, int]]:
    return [(t.dep, t.head) for t in tokens]


def test_a_verb_behind_as_and_a_noun_has_it_for_its_subject() -> None:
    assert _labels(mended(TORN))[2:5] == [("mark", 4), ("nsubj", 4), ("advcl", 1)]
    assert [t.text for t in mended(TORN)] == [t.text for t in TORN]


def test_a_passive_is_told_apart() -> None:
    passive = (*TORN[:4], *_tokens(("were", "AUX", "VBD", "auxpass", 5), ("struck", "VERB", "VBN", "conj", 1)))
    assert _labels(mended(passive))[2:] == [("mark", 5), ("nsubjpass", 5), ("auxpass", 5), ("advcl", 1)]


@pytest.mark.parametrize(
    ("place", "token"),
    [
        (5, ("it", "PRON", "PRP", "nsubj", 4)),  # it has a subject
        (4, ("struck", "VERB", "VBN", "conj", 1)),  # it is not finite
        (3, ("guards", "NOUN", "NNS", "pcomp", 2)),  # no noun stands between
        (2, ("with", "ADP", "IN", "prep", 1)),  # no word that opens a clause
    ],
)
def test_what_is_right_stays(place: int, token: tuple[str, str, str, str, int]) -> None:
    kept = (*TORN[:place], *_tokens(token), *TORN[place + 1 :])
    assert mended(kept) == kept


def test_such_as_and_what_a_comma_parts_stay() -> None:
    such = (TORN[0], TORN[1], *_tokens(("such", "ADJ", "JJ", "amod", 3), ("as", "ADP", "IN", "prep", 1), ("guards", "NOUN", "NNS", "pobj", 3)))
    such = (*such, *_tokens(("struck", "VERB", "VBD", "conj", 1)))
    parted = (*TORN[:4], *_tokens((",", "PUNCT", ",", "punct", 3), ("struck", "VERB", "VBD", "conj", 1)))
    assert mended(such) == such and mended(parted) == parted


def test_a_day_before_after_belongs_to_the_verb_before() -> None:
    tokens = _tokens(
        ("Rebels", "NOUN", "NNS", "nsubj", 1),
        ("came", "VERB", "VBD", "ROOT", 1),
        ("Monday", "PROPN", "NNP", "npadvmod", 5),
        ("after", "SCONJ", "IN", "mark", 5),
        ("he", "PRON", "PRP", "nsubj", 5),
        ("left", "VERB", "VBD", "advcl", 1),
    )
    assert _labels(mended(tokens))[2] == ("npadvmod", 1)


@pytest.mark.parametrize("text", ["", "After.", "As as as as.", "Before the mayor of Tarvo after since until was."])
def test_any_words_are_read(read: Callable[..., Reading], text: str) -> None:
    for sentence in read(text).of(Sentence):
        assert len(mended(sentence.tokens)) == len(sentence.tokens)


def test_the_clause_is_told_whole(read: Callable[..., Reading]) -> None:
    reading = read("He boarded the ferry with the other passengers and watched as yellow-vested workers rummaged through the wheelhouse in Tarvo.")
    said = [s.span.of(reading.article.text) for s in reading.of(Statement)]
    assert any(words.endswith("as yellow-vested workers rummaged through the wheelhouse in Tarvo") for words in said), said
