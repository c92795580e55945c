"""What stands around an event's word, to compare it by."""

import pytest

from twosource.comparison.events.telling import Telling, telling
from twosource.domain.span import Span
from twosource.inference.model import LanguageModel


def told(model: LanguageModel, text: str, words: str) -> Telling:
    (sentences,) = model.parse([text])
    start = text.index(words)
    return telling(0, sentences, Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "subjects", "objects"),
    [
        ("Police arrested Omar Vell in Torve.", "arrested", {"polic"}, {"omar", "vell", "torve"}),
        ("Omar Vell was arrested by police.", "arrested", {"polic"}, {"omar", "vell"}),
        ("The arrest of Omar Vell by police shook Torve.", "arrest", {"polic"}, {"omar", "vell"}),
        ("Vell's arrest shook Torve.", "arrest", {"vell"}, set()),
        ("Police came and arrested Vell.", "arrested", {"polic"}, {"vell"}),
        ("Police met the man who attacked Vell.", "attacked", {"man"}, {"vell"}),
    ],
)
def test_sides(model: LanguageModel, text: str, words: str, subjects: set[str], objects: set[str]) -> None:
    found = told(model, text, words)
    assert subjects <= found.subjects
    assert objects <= found.objects
    assert not found.subjects & objects


def test_the_word_below_a_light_verb_tells_the_event(model: LanguageModel) -> None:
    assert told(model, "The mayor made a visit to Torve.", "made a visit").lemma == "visit"


def test_only_a_verb_of_saying_has_a_speaker(model: LanguageModel) -> None:
    said = told(model, "The mayor said the mill burned.", "said")
    burned = told(model, "The mayor said the mill burned.", "burned")
    assert (said.says, said.speaker) == (True, "mayor")
    assert (burned.says, burned.speaker) == (False, "")


def test_a_place_without_a_word_is_a_telling_of_nothing(model: LanguageModel) -> None:
    assert told(model, "The mill burned.  ", "  ").stem == ""
    assert telling(0, [], Span(3, 4)) == Telling(text=0, sentence=0, start=3)
