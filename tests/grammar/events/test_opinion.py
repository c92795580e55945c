"""When a second opinion on an event's type is followed."""

import math
from collections.abc import Sequence

import pytest

from twosource.domain.identity import identity
from twosource.domain.party import LocalParty
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.grammar.events.anchoring import anchors
from twosource.grammar.events.casting import Casting
from twosource.grammar.events.opinion import SecondOpinion
from twosource.grammar.parties.parties_at import PartyIndex
from twosource.grammar.tree import Tree
from twosource.inference.hashed import shipped
from twosource.inference.model import LanguageModel, Pair


class Sure:
    """Says one root of everything, so loudly that nothing else is heard."""

    name, digest = "sure", "0" * 64

    def __init__(self, root: str) -> None:
        self.root = root
        self.read: list[str] = []

    def relate(self, text: str, pairs: Sequence[Pair]) -> list[dict[str, float]]:
        self.read += [f"{text[slice(*p.source)]} > {text[slice(*p.target)]} | {text}" for p in pairs]
        return [{label: 0.0 if label == self.root else math.log(1e-12) for label in shipped("relation").labels} for _ in pairs]


def asked(model: LanguageModel, relater: Sure | None, text: str, word: str, recipient: str = "Suland") -> tuple[str, str]:
    """The lexicon's type of a word, and the type after asking about Norland and the recipient."""
    (tokens,) = model.parse([text])[0]
    sentence = Sentence(id="s", article="a", evidence=(Span(0, tokens[-1].end),), tokens=tokens, paragraph=0)
    tree = Tree(sentence)
    parties = [
        LocalParty(id=identity("p", name), article="a", evidence=(Span(text.index(name), text.index(name) + len(name)),), name=name)
        for name in ("Norland", recipient)
    ]
    anchor = next(a for a in anchors(Casting(tree, PartyIndex(parties, [sentence]))) if tree.tokens[a.i].text == word)
    kind = anchor.trigger.type
    return kind, SecondOpinion(relater, text).type_of(kind, anchor, tree, parties[:1], parties[1:])


def test_a_sure_model_is_followed(model: LanguageModel) -> None:
    relater = Sure("ASSAULT")
    assert asked(model, relater, "Norland condemned Suland, which mocked Westmark.", "condemned") == ("ACCUSE", "ASSAULT")
    assert relater.read == ["Norland > Suland | Norland condemned Suland, which mocked Westmark."]


@pytest.mark.parametrize(
    ("text", "word", "root"),
    [
        ("Norland condemned Suland.", "condemned", "YIELD"),  # which of its two types it would be is not told
        ("Norland convicted Suland.", "convicted", "ACCUSE"),  # settled otherwise in docs/plover.md
        ("Norland condemned Suland.", "condemned", "ACCUSE"),
    ],
)
def test_the_lexicon_keeps_its_type(model: LanguageModel, text: str, word: str, root: str) -> None:
    kind, told = asked(model, Sure(root), text, word)
    assert told == kind


def test_what_reaches_over_another_verb_is_not_asked_about(model: LanguageModel) -> None:
    relater = Sure("ASSAULT")
    assert asked(model, relater, "Norland took a risk by condemning Suland.", "condemning")[1] == "ACCUSE"
    assert relater.read == []


def test_nobody_is_asked_without_a_model_or_about_parties_elsewhere(model: LanguageModel) -> None:
    assert asked(model, None, "Norland condemned Suland.", "condemned")[1] == "ACCUSE"
    relater = Sure("ASSAULT")
    assert asked(model, relater, "Norland condemned Suland.", "condemned", recipient="Norland")[1] == "ACCUSE"
    assert relater.read == []
