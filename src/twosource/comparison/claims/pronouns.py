"""Whom the pronouns of a statement stand for, and where that is likelier to have been found wrong than right.

A wrong name in brackets is worse than none, so that "it" and "they", which too often stand for a thing, are left alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from twosource.domain.span import Span
from twosource.domain.statement import Statement
from twosource.grammar.tree import Tree

_THIRD = frozenset({"he", "she", "his", "her"})
_FIRST = frozenset({"i", "me", "my", "mine"})
_APOSTROPHES = ("'", "’")
_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun of a statement: where it ends, whether it is possessive, and what its party is called, if anybody knows."""

    end: int
    possessive: bool
    name: str | None


@dataclass(frozen=True, slots=True)
class Callings:
    """What the people of a story are called: by where they are mentioned (article and span), and by the id of a party of one article."""

    called: Mapping[tuple[str, Span], str]
    party: Mapping[str, str]


def pronouns(tree: Tree, statement: Statement, callings: Callings) -> list[Pronoun]:
    """The pronouns of the statement that stand for one person, in order."""
    return [
        _pronoun(tree, i, statement, callings)
        for i, t in enumerate(tree.tokens)
        if t.pos == "PRON" and statement.span.start <= t.start < statement.span.end and t.text.lower() in _THIRD | _FIRST
    ]


def _pronoun(tree: Tree, i: int, statement: Statement, callings: Callings) -> Pronoun:
    tokens = tree.tokens
    token = tokens[i]
    if token.text.lower() in _FIRST:
        name = callings.party.get(statement.chain[0].party) if statement.chain else None
    else:
        name = _third(tree, i, statement, callings)
    last = i  # "I'll", "she's": the bracket stands behind what is written in one with the pronoun
    while last + 1 < len(tokens) and tokens[last + 1].start == tokens[last].end and tokens[last + 1].text[:1] in _APOSTROPHES:
        last += 1
    return Pronoun(min(tokens[last].end, statement.span.end), token.tag == "PRP$", name)


def _third(tree: Tree, i: int, statement: Statement, callings: Callings) -> str | None:
    """Whom a "he" or "she" names; nobody where it is likelier to have been found wrong than right."""
    tokens = tree.tokens
    name = callings.called.get((statement.article, Span(tokens[i].start, tokens[i].end)))
    if name is None or _astray(tree, i, name) or _another(tree, i, statement, name):
        return None
    of_itself = statement.voice == "quote" and bool(statement.chain) and name == callings.party.get(statement.chain[0].party)
    of_object = tokens[i].dep in _OBJECTS or (tokens[i].text.lower(), tokens[i].tag) == ("her", "PRP")
    return None if of_itself or of_object else name


def _another(tree: Tree, i: int, statement: Statement, name: str) -> bool:
    """Whether somebody else is named between: in the statement, or in its sentence where that does not tell of the party itself."""
    parts, before = name.split(), tree.tokens[:i]
    if any(t.start >= statement.span.start and (t.entity == "PERSON" or (t.pos, t.dep) == ("PROPN", "nsubj")) for t in before):
        return True
    told = any(t.text in parts and t.dep in _SUBJECTS for t in before)
    return not told and any(t.entity == "PERSON" and t.text not in parts for t in before)


def _astray(tree: Tree, i: int, name: str) -> bool:
    """Whether a pronoun amid a sentence is likelier another's than the party's that it was laid to.

    "As he left, Mr. Orrin waved" tells of who comes behind; "the guards who held a thief after he ran" of whom the clause holds.
    """
    verb = next((j for j in tree.upwards(i) if tree.verbal(j)), i)
    above = tree.tokens[verb].head
    if tree.tokens[verb].dep != "advcl" or not tree.verbal(above):
        return False
    if tree.tokens[above].dep == "relcl":
        return True
    after = tree.own_subject(above)
    if after is None or after < i:
        return False
    behind = [t.text for t in tree.tokens[tree.left[after] : after + 1] if t.pos == "PROPN"]
    return not any(part in name.split() for part in behind)
