"""Slots: what a statement says, by place."""

from twosource.domain.article import Article
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.grammar.slots import Page, classes, slots, stem, value
from twosource.inference.model import LanguageModel
from twosource.stages.within_article.sentences import Sentences


def _page(model: LanguageModel, text: str) -> Page:
    (found,) = Sentences(model).run([Reading(Article(ref="x", text=text))])
    return Page([s for s in found if isinstance(s, Sentence)])


def test_derivations_share_a_stem() -> None:
    assert stem("announce") == stem("announcement") == stem("announced")
    assert stem("invite") == stem("invitation")
    assert stem("press") == "press"


def test_near_synonyms_share_a_class() -> None:
    assert set(classes(stem("kill"))) & set(classes(stem("death")))
    assert not set(classes(stem("kill"))) & set(classes(stem("invite")))


def test_a_word_is_read_as_a_number() -> None:
    assert [value(w) for w in ("nineteen", "1,200", "twenty-one", "14%", "19-year-old", "$5m", "boy", "m")] == [19, 1200, 21, 14, 19, 5e6, None, None]


def test_pronouns_count_as_the_names_they_stand_for(model: LanguageModel) -> None:
    text = "Governor Mira Kolt opened a dam. She thanked the engineers."
    at = text.index("She")
    made = slots(_page(model, text), "s", "a", Span(at, len(text)), stand_for={Span(at, at + 3): "Mira Kolt"})
    assert {stem("mira"), stem("kolt")} <= set(made.names)


def test_number_with_unit_and_negation(model: LanguageModel) -> None:
    text = "Rescuers did not find 12 missing sailors."
    made = slots(_page(model, text), "s", "a", Span(0, len(text)), stand_for={})
    assert made.negated
    assert made.numbers == ((12.0, stem("sailor")),)


def test_span_outside_all_sentences_is_empty(model: LanguageModel) -> None:
    made = slots(_page(model, "A dam broke."), "s", "a", Span(500, 510), stand_for={})
    assert made.words == {}
