"""Papers: whose a paper is that an article brought in ("said in a statement", "a letter from the union") and lets speak afterwards."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from twosource.domain.party import LocalParty
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.grammar.attributions.stretches import phrase
from twosource.grammar.tree import Tree
from twosource.reference.lexicon import words

_POINTING = ("the", "this", "that")
# "a letter from the union", "an article in the Gazette"; of what a paper is told does not matter.
_FROM = ("from", "by", "of")
_PRINTED = ("in", "on")
# Whose a paper is that is the object of these. Who releases or carries it may have it from somebody who tells in it.
_WRITING = frozenset({"issue", "write", "post", "publish", "send", "sign", "file", "make", "draft", "pen", "put", "tweet", "give"})
_GIVING_OUT = frozenset({"release", "distribute"})
# Verbs that make the paper they are called by: who "tweeted" made "the tweet".
_MAKING = ("tweet", "post")
_LONGEST = 4
_REACH = 6_000
"""Code points back within which a paper is looked for: some thousand words, so that "the report" is not one of another part of the article."""


class Papers:
    """The papers of one article with those who wrote them.

    Args:
        sentences: of the article, in order.
        who: whom words stand for.
    """

    def __init__(self, sentences: Sequence[Sentence], who: Callable[[Span], LocalParty | None]) -> None:
        self._who = who
        self._found: dict[str, list[tuple[int, LocalParty]]] = {}
        for sentence in sentences:
            if any(t.lemma in words("told_papers") or t.lemma in words("document_nouns") for t in sentence.tokens):
                self._read(Tree(sentence))

    def writer(self, text: str, source: Span) -> LocalParty | None:
        """Who wrote "the statement" that stands as a source: whoever the last such paper before it is from; None where none is told."""
        said = source.of(text).lower().split()
        if not 1 < len(said) <= _LONGEST or said[0] not in _POINTING:
            return None
        known = self._found.get(said[-1], [])
        n = bisect_left(known, source.start, key=lambda k: k[0]) - 1
        return known[n][1] if n >= 0 and source.start - known[n][0] <= _REACH else None

    def _read(self, tree: Tree) -> None:
        for i, token in enumerate(tree.tokens):
            if token.lemma in _MAKING and tree.verbal(i) and (subject := tree.own_subject(i)) is not None:
                party = self._named(tree, subject)
            elif token.tag == "NN" and (token.lemma in words("told_papers") or token.lemma in words("document_nouns")):
                party = self._writer(tree, i)
            else:
                continue
            if party is not None:
                self._found.setdefault(token.lemma, []).append((token.start, party))

    def _writer(self, tree: Tree, i: int) -> LocalParty | None:
        """Whoever the words around a paper make it come from: its owner, whom it is from or by, the medium it stands in, who tells in it."""
        owner = tree.kid(i, "poss")
        if owner is not None:
            return self._named(tree, owner)
        by = _hung(tree, i, _FROM) or _agent(tree, i, _WRITING)
        if by is not None:
            return self._named(tree, by)
        if (printed := _hung(tree, i, _PRINTED)) is not None and (party := self._named(tree, printed)) is not None and party.kind == "media":
            return party
        if (telling := _within(tree, i)) is not None:
            return self._named(tree, telling)
        giver = _agent(tree, i, _GIVING_OUT)
        return self._teller(tree, i) or (self._named(tree, giver) if giver is not None else None)

    def _teller(self, tree: Tree, i: int) -> LocalParty | None:
        """The subject of the verb that a paper brought in by "a" hangs on: who "said in a statement" or "issued a statement"."""
        token = tree.tokens[i]
        above = token.head
        if token.dep == "pobj" and tree.tokens[above].lemma in ("in", "through", "via"):
            above = tree.tokens[above].head
        elif token.dep != "dobj" or tree.tokens[above].lemma not in _WRITING | _GIVING_OUT:
            return None
        subject = tree.subject(above) if tree.verbal(above) and tree.kid(above, "nsubjpass") is None else None
        return self._named(tree, subject) if subject is not None else None

    def _named(self, tree: Tree, i: int) -> LocalParty | None:
        party = self._who(tree.span(*phrase(tree, i, len(tree.tokens))))
        return party if party is not None and party.kind != "place" and party.name.lower() not in words("platforms") else None


def _hung(tree: Tree, i: int, prepositions: Sequence[str]) -> int | None:
    """The object of a preposition that hangs on a noun."""
    found = (k for k in tree.kids[i] if tree.tokens[k].dep == "prep" and tree.tokens[k].lemma in prepositions)
    return next((object_ for k in found if (object_ := tree.kid(k, "pobj")) is not None), None)


def _agent(tree: Tree, i: int, verbs: frozenset[str]) -> int | None:
    """Who did one of these with a paper, told after it ("a letter signed by the mayor")."""
    made = tree.kid(i, "acl", "relcl")
    agent = tree.kid(made, "agent") if made is not None and tree.tokens[made].lemma in verbs else None
    return tree.kid(agent, "pobj") if agent is not None else None


def _within(tree: Tree, i: int) -> int | None:
    """Who does something "in which": "a letter in which she thanks them" is hers."""
    clause = tree.kid(i, "relcl")
    into = [tree.tokens[j].lemma for k in tree.kids[clause] if tree.tokens[k].lemma == "in" for j in tree.kids[k]] if clause is not None else []
    return tree.own_subject(clause) if clause is not None and "which" in into else None
