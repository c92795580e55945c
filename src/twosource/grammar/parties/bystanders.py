"""Bystanders: common nouns that are no party, but that a pronoun may take up rather than one ("As developers build their pages, they ...")."""

from collections.abc import Container

from twosource.domain.sentence import Token
from twosource.domain.span import Span
from twosource.grammar.parties.mentions import Found
from twosource.grammar.parties.prominence import Prominences
from twosource.reference.facts import role
from twosource.reference.lexicon import words

_STANDS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "conj", "poss"})
_DOERS = ("er", "or", "ist", "ian", "ee", "ant", "man", "woman", "person")


def bystanders(n: int, tokens: tuple[Token, ...], taken: Container[int]) -> list[Found]:
    """The common nouns of the ``n``th sentence, but for ``taken`` tokens; whoever speaks among them may become a party."""
    prominences = Prominences(tokens)
    return [_bystander(n, tokens, i, prominences) for i, token in enumerate(tokens) if i not in taken and _is_bystander(token)]


def _is_bystander(token: Token) -> bool:
    return token.pos == "NOUN" and token.dep in _STANDS and token.entity not in ("DATE", "TIME") and token.text[0].isalpha()


def _bystander(n: int, tokens: tuple[Token, ...], i: int, prominences: Prominences) -> Found:
    token = tokens[i]
    first = i
    while first and tokens[first - 1].head == i and tokens[first - 1].dep in ("det", "amod", "compound", "nummod", "nmod"):
        first -= 1
    span = Span(tokens[first].start, token.end)
    said = " ".join(t.text for t in tokens[first + (tokens[first].dep == "det" and first < i) : i + 1])
    found = Found(span, "nominal", n, i, said, token.lemma, role=role(token.lemma))
    found.plural = token.tag == "NNS"
    found.prominence = prominences.of(i)
    found.subject = token.dep in ("nsubj", "nsubjpass")
    return found


def is_somebody(found: Found) -> bool:
    """Whether a common noun is one for people, by the tables of roles or by its ending ("developers")."""
    if found.role is not None:
        return found.role.kind in ("", "person") and "UNK" not in found.role.sectors
    return found.key.endswith(_DOERS) and found.key not in words("mute_nouns")
