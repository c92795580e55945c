"""Quotations: every one has its speaker, fragments of one utterance are joined, altered words are told."""

from collections.abc import Callable

from twosource.domain.conflict import Conflict
from twosource.domain.party import Party
from twosource.domain.reading import Dossier
from twosource.domain.utterance import Utterance

A = (
    "Mayor Tilda Oren of Tarvo spoke on Monday about the harbour of the city. "
    '"We will never sell the old harbour to a foreign company, whatever they offer," said Oren.'
)


def _told(dossier: Dossier) -> list[tuple[str, list[str]]]:
    """Speaker and pieces of each utterance."""
    texts = {r.article.id: r.article.text for r in dossier.readings}
    names = {p.id: p.name for p in dossier.of(Party)}
    return [(names[u.speaker], [p.span.of(texts[p.article]) for p in u.pieces]) for u in dossier.of(Utterance)]


def test_a_word_in_quotation_marks_carries_its_speaker(compare: Callable[..., Dossier]) -> None:
    dossier = compare('Mayor Tilda Oren of Tarvo said on Monday that the offer for the harbour was "insulting" to the city.')
    assert _told(dossier) == [("Tilda Oren", ["insulting"])]


def test_fragments_of_one_utterance_are_joined_in_its_order(compare: Callable[..., Dossier]) -> None:
    dossier = compare(
        A,
        'Mayor Tilda Oren of Tarvo said on Monday the city would not give up its harbour "whatever they offer".',
        'Mayor Tilda Oren of Tarvo said on Monday that she would "never sell the old harbour" of the city.',
    )
    [(speaker, pieces)] = _told(dossier)
    assert speaker == "Tilda Oren"
    assert [p.rstrip(",") for p in pieces] == [
        "We will never sell the old harbour to a foreign company, whatever they offer",
        "never sell the old harbour",
        "whatever they offer",
    ]
    assert not [x for x in dossier.of(Conflict) if x.sure]


def test_a_fragment_joins_the_sentence_that_has_its_words_outside_the_marks(compare: Callable[..., Dossier]) -> None:
    dossier = compare(
        'Minister Arno Veld of Ostmark said on Friday that he was "willing" to come to Tarvo at an early date.',
        'Minister Arno Veld of Ostmark said on Friday that he would come to Tarvo "at an early date".',
    )
    assert _told(dossier) == [("Arno Veld", ["willing", "at an early date"])]


def test_an_altered_quotation_is_a_conflict_that_shows_the_words(compare: Callable[..., Dossier]) -> None:
    altered = A.replace("will never sell", "will gladly sell")
    dossier = compare(A, altered)
    wording = [x for x in dossier.of(Conflict) if x.kind == "wording"]
    assert [sorted(side.value for side in x.sides) for x in wording] == [["will gladly sell", "will never sell"]]
    assert wording[0].same_origin


def test_two_speakers_are_two_utterances(compare: Callable[..., Dossier]) -> None:
    dossier = compare(
        'Mayor Tilda Oren of Tarvo said on Monday that the offer for the harbour was "insulting" to the city.',
        'Minister Arno Veld said on Monday that the offer for the harbour of Tarvo was "insulting" to the city.',
    )
    assert sorted(speaker for speaker, _ in _told(dossier)) == ["Arno Veld", "Tilda Oren"]
