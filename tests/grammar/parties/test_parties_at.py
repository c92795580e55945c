"""A span finds the party that its head stands for."""

from twosource.domain.party import LocalParty, MentionForm
from twosource.domain.sentence import Sentence, Token
from twosource.domain.span import Span
from twosource.grammar.parties.parties_at import PartyIndex


def party(name: str, *mentions: tuple[int, int, MentionForm]) -> LocalParty:
    return LocalParty(
        id=name, article="a", evidence=tuple(Span(s, e) for s, e, _ in mentions), name=name, forms=tuple(form for _, _, form in mentions)
    )


# "Orland's spokesman said"
SENTENCE = Sentence(
    id="t",
    article="a",
    evidence=(Span(0, 23),),
    tokens=(
        Token(0, 6, "Orland", "orland", "PROPN", "NNP", "poss", 2),
        Token(6, 8, "'s", "'s", "PART", "POS", "case", 0),
        Token(9, 18, "spokesman", "spokesman", "NOUN", "NN", "nsubj", 3),
        Token(19, 23, "said", "say", "VERB", "VBD", "ROOT", 3),
    ),
    paragraph=0,
)
OWNER = party("Orland", (0, 6, "name"))
SPOKESMAN = party("spokesman", (0, 18, "nominal"))


def test_head_goes_before_a_name_that_hangs_on_it() -> None:
    index = PartyIndex([OWNER, SPOKESMAN], [SENTENCE])
    assert index.at(Span(0, 18)) is SPOKESMAN
    assert index.at(Span(0, 6)) is OWNER


def test_without_sentences_names_go_first() -> None:
    index = PartyIndex([OWNER, SPOKESMAN])
    assert index.at(Span(0, 23)) is OWNER


def test_nothing_there() -> None:
    assert PartyIndex([OWNER]).at(Span(30, 40)) is None
    assert PartyIndex([]).at(Span(0, 1)) is None


def test_all_in_a_span_in_order() -> None:
    other = party("Velden", (8, 12, "name"))
    assert PartyIndex([other, OWNER]).all_in(Span(0, 20)) == [OWNER, other]


def read(words: str, heads: str, tags: str) -> Sentence:
    """A sentence of these words, each with the number of its head and its tag."""
    tokens, at = [], 0
    for word, head, tag in zip(words.split(), heads.split(), tags.split(), strict=True):
        tokens.append(Token(at, at + len(word), word, word.lower(), "PROPN" if tag == "NNP" else "NOUN", tag, "dep", int(head)))
        at += len(word) + 1
    return Sentence(id="t", article="a", evidence=(Span(0, at - 1),), tokens=tuple(tokens), paragraph=0)


def test_what_a_phrase_is_about_does_not_stand_for_it() -> None:
    sentence = read("study of her remarks on Velmar", "0 0 3 1 3 4", "NN IN PRP$ NNS IN NNP")
    index = PartyIndex([party("Vogel", (9, 12, "pronoun")), party("Velmar", (24, 30, "name"))], [sentence])
    assert index.at(Span(0, 30)) is None


def test_whose_man_somebody_is_he_is_not() -> None:
    sentence = read("Lund 's lawyer Marsh", "2 0 2 2", "NNP POS NN NNP")
    lund, marsh = party("Lund", (0, 4, "name")), party("Marsh", (15, 20, "name"))
    assert PartyIndex([lund], [sentence]).at(Span(0, 20)) is None
    assert PartyIndex([lund, marsh], [sentence]).at(Span(0, 20)) is marsh
    assert PartyIndex([lund], [read("Lund 's account", "2 0 2", "NNP POS NN")]).at(Span(0, 15)) is lund
