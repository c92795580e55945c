"""Belonging: what the clause behind a person's name tells of the land, office or body that it is of ("X, who heads the Bank of Uganda")."""

from twosource.domain.sentence import Token
from twosource.reference.facts import country_of_place, home_of, role
from twosource.reference.lexicon import words

_NEAR = 16
"""Tokens behind a name, and behind a verb, within which what hangs on it is looked for."""
_LEADS = frozenset({"lead", "head", "chair", "command", "direct", "rule", "govern", "found"})
_SERVES = frozenset({"serve", "belong"})
_WITHIN = frozenset({"in", "to", "as", "with"})
_OF_LAND = frozenset({"native", "citizen", "national"})
_BODIES = frozenset({"organisation", "government", "group", "media"})


def country_of_belonging(tokens: tuple[Token, ...], head: int) -> str | None:
    """ISO 3166-1 alpha-3 of the country of the office that "X, who was ..." tells, of the body that "X, who leads ..." does, and of the land in "X,
    a native of ...", or None.

    Args:
        tokens: the sentence's.
        head: the head of the person's name.
    """
    for i in range(head + 1, min(len(tokens), head + _NEAR)):
        token = tokens[i]
        if token.dep == "relcl" and token.head == head and (code := _clause(tokens, i)) is not None:
            return code
        if token.dep == "appos" and token.head == head and token.lemma in _OF_LAND and (code := _land(tokens, i)) is not None:
            return code
    return None


def _clause(tokens: tuple[Token, ...], verb: int) -> str | None:
    """The country that the clause of a verb gives its subject, "who" or "which"."""
    lemma = tokens[verb].lemma
    for i in range(verb + 1, min(len(tokens), verb + _NEAR)):
        token = tokens[i]
        if token.head == verb and lemma == "be" and token.dep == "attr":
            known = role(token.text)
            return _phrase(tokens, verb, i) if known is not None and known.kind == "person" and token.lemma not in words("hired_roles") else None
        if token.head == verb and lemma in _LEADS and token.dep == "dobj":
            return _body(tokens, verb, i)
        if lemma in _SERVES and token.dep == "pobj" and tokens[token.head].head == verb and tokens[token.head].text in _WITHIN:
            return _body(tokens, token.head, i)
    return None


def _body(tokens: tuple[Token, ...], before: int, head: int) -> str | None:
    """The country of a body, not of what else one may lead ("the attack on X")."""
    known = role(tokens[head].text)
    body = tokens[head].pos == "PROPN" or (known is not None and known.kind in _BODIES)
    return _phrase(tokens, before, head) if body else None


def _phrase(tokens: tuple[Token, ...], before: int, head: int) -> str | None:
    """The country that the words after a token up to a head name, or those after "of" right behind it."""
    end = head + 1
    if end < len(tokens) and tokens[end].text == "of":
        end = next((k for k in range(end + 1, min(len(tokens), end + _NEAR)) if tokens[k].pos not in ("DET", "ADJ", "NOUN", "PROPN")), len(tokens))
    return home_of(" ".join(t.text for t in tokens[before + 1 : end]).replace(" 's", "'s").replace(" ’s", "’s"), places=False)


def _land(tokens: tuple[Token, ...], head: int) -> str | None:
    """The country of the place that "of" behind a noun names."""
    if head + 2 >= len(tokens) or tokens[head + 1].text != "of":
        return None
    end = next((k for k in range(head + 2, len(tokens)) if tokens[k].pos != "PROPN"), len(tokens))
    return country_of_place(" ".join(t.text for t in tokens[head + 2 : end]))
