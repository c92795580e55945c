"""The decision whether two places tell one event."""

from twosource.comparison.events.happenings import happenings, weights
from twosource.comparison.events.likeness import KINDS, MODEL, NAMES, Tellings
from twosource.comparison.events.telling import Telling, telling
from twosource.domain.span import Span
from twosource.inference.logistic import Logistic, kept
from twosource.inference.model import LanguageModel

TEXTS = (
    "A fire at the Brask mill in Port Ana killed three workers on Monday. Mayor Ida Roth visited the mill.",
    "Three workers died in a blaze at the Brask mill, Mayor Ida Roth said in Port Ana.",
    "A fire at the Holm hotel in Sund killed two guests on Friday. Mayor Per Vik visited the hotel.",
    "Two guests died in a blaze at the Holm hotel, Mayor Per Vik said in Sund.",
)


def laid(model: LanguageModel, words: list[tuple[int, str]], *, one: bool = False) -> tuple[Tellings, list[Telling]]:
    parsed = model.parse(TEXTS)
    found = [telling(n, parsed[n], Span(TEXTS[n].index(w), TEXTS[n].index(w) + len(w))) for n, w in words]
    return Tellings(parsed, found, one=one), found


def test_texts_of_one_happening_share_its_names(model: LanguageModel) -> None:
    number = happenings(weights(model.parse(TEXTS)))
    assert number[0] == number[1] != number[2] == number[3]
    assert happenings([]) == []


def test_one_word_of_two_happenings_is_two_events(model: LanguageModel) -> None:
    like, (killed, died, other) = laid(model, [(0, "killed"), (1, "died"), (2, "killed")])
    one, two = like.probabilities([(killed, died), (killed, other)])
    assert one > two


def test_words_that_share_nothing_are_only_asked_of_one_happening(model: LanguageModel) -> None:
    words = [(0, "fire"), (3, "said")]
    like, (fire, said) = laid(model, words)
    assert like.kind(fire, said) is None
    assert like.probabilities([(fire, said)]) == [0.0]
    like, (fire, said) = laid(model, words, one=True)
    assert like.kind(fire, said) == "other words"
    assert 0 < like.probabilities([(fire, said)])[0] < 1


def test_the_shipped_decisions_fit_the_features(model: LanguageModel) -> None:
    like, (killed, died) = laid(model, [(0, "killed"), (1, "died")])
    assert len(like.features(killed, died)) == len(NAMES)
    for kind in KINDS:
        assert Logistic.of(kept(MODEL)[kind], NAMES).names == NAMES


def test_a_pair_is_alike_whichever_stands_first(model: LanguageModel) -> None:
    like, (a, b) = laid(model, [(0, "killed"), (1, "died")])
    assert like.probabilities([(a, b)]) == like.probabilities([(b, a)])
