"""Prominence: the place of a mention in its sentence, on which it hangs how readily a pronoun takes it up again."""

from dataclasses import dataclass
from enum import IntEnum

from twosource.domain.sentence import Token
from twosource.domain.span import Span

# Steps up the tree; deeper nesting is a fault of the parse.
_DEEPEST = 12
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_OBJECTS = ("dobj", "dative", "attr", "oprd")
# Tokens before "he said" in which his words are looked for.
_SAID_WITHIN = 120


class Rank(IntEnum):
    """The order in which centering theory has what a sentence tells of: its subject, what it is done to, the rest, what is only told beside it."""

    ASIDE = 0
    OBLIQUE = 1
    OBJECT = 2
    LOWER = 3
    SUBJECT = 4


@dataclass(frozen=True, slots=True)
class Prominence:
    """Where a mention stands.

    Attributes:
        rank: what it is to its sentence; ``LOWER`` is the subject of a clause below the main one.
        verb: token of the verb that it is a subject or an object of; None where it is neither.
        owner: whether it stands there only for whose something is ("Lund's lawyer"), for what it comes to with its rank.
        told: whether it stands in what its sentence tells as somebody's words or thoughts, without quotation marks.
        acting: token of the verb whose subject it is, as ``verb``.
        clause: token of the verb that has a subject and that it hangs below, nearest first; ``above``: the next such verb.
        ahead: for what opens a sentence before its main subject, the token of that subject ("Asked about his plan, Lund ...").
    """

    rank: Rank = Rank.ASIDE
    verb: int | None = None
    owner: bool = False
    told: bool = False
    acting: int | None = None
    clause: int | None = None
    above: int | None = None
    ahead: int | None = None


NOWHERE = Prominence()
"""The prominence of what has none yet."""


class Prominences:
    """Tells the prominence of the mentions of one sentence, whose verbs and main subject are looked for once."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._acting = {t.head for t in tokens if t.dep in _SUBJECTS}
        self._root = next((i for i, t in enumerate(tokens) if t.head == i and t.pos in ("VERB", "AUX")), None)
        self._subject = next((i for i, t in enumerate(tokens) if t.head == self._root and t.dep in ("nsubj", "nsubjpass")), None)

    def of(self, i: int) -> Prominence:
        """The prominence of a mention whose head is token ``i``, or the first of those it is joined to by "and"."""
        tokens = self._tokens
        top, embedded = _top(tokens, i)
        token = tokens[top]
        verb = token.head if token.dep in (*_SUBJECTS, *_OBJECTS) and not embedded else None
        clause = _clause(tokens, token.head)
        if clause == "relative" or embedded == "aside":
            rank = Rank.ASIDE
        elif embedded or token.dep not in (*_SUBJECTS, *_OBJECTS):
            rank = Rank.OBJECT if token.dep == "pobj" and tokens[token.head].dep == "agent" and not embedded else Rank.OBLIQUE
        elif token.dep in _OBJECTS:
            rank = Rank.OBJECT
        else:
            rank = Rank.SUBJECT if clause == "main" else Rank.LOWER
        first, second = self._verbs(i)
        acting = verb if token.dep in _SUBJECTS else None
        return Prominence(rank, verb, embedded == "owner", clause == "told", acting, first, second, self._ahead(i))

    def _verbs(self, i: int) -> tuple[int | None, int | None]:
        """The two nearest verbs above a token that have subjects of their own."""
        found: list[int] = []
        for _ in range(_DEEPEST):
            above = self._tokens[i].head
            if above == i or len(found) > 1:
                break
            i = above
            if i in self._acting:
                found.append(i)
        return (*found[:2], None, None)[:2]  # type: ignore[return-value]

    def _ahead(self, i: int) -> int | None:
        """The main subject that a token stands before, in a phrase or clause that opens the sentence."""
        root, subject = self._root, self._subject
        if root is None or subject is None or i >= subject or subject > root:
            return None
        for _ in range(_DEEPEST):
            token = self._tokens[i]
            if token.head == root:
                return subject if token.dep in ("advcl", "prep", "npadvmod", "advmod") else None
            if token.head == i:
                return None
            i = token.head
        return None


def _top(tokens: tuple[Token, ...], i: int) -> tuple[int, str]:
    """The head of the outermost noun phrase that a token lies in, and what it is there: "" itself, an "owner", a "part", or told "aside"."""
    embedded = ""
    for _ in range(_DEEPEST):
        token, above = tokens[i], tokens[i].head
        if above == i:
            break
        if token.dep in ("appos", "relcl", "acl"):
            embedded = "aside"
        elif token.dep == "poss":
            embedded = embedded or "owner"
        elif token.dep in ("compound", "nmod", "amod", "nummod"):
            embedded = embedded or "part"
        elif token.dep == "pobj" and tokens[tokens[above].head].pos in ("NOUN", "PROPN", "PRON") and tokens[above].dep == "prep":
            embedded, above = embedded or "part", tokens[above].head
        elif not (token.dep == "conj" and tokens[above].pos in ("NOUN", "PROPN", "PRON")):
            break
        i = above
    return i, embedded


def _clause(tokens: tuple[Token, ...], i: int) -> str:
    """What the clause of a token is to its sentence: "main", "told" by somebody, "relative", or another "lower" one."""
    for _ in range(_DEEPEST):
        token = tokens[i]
        if token.head == i:
            return "main"
        if token.dep in ("relcl", "acl", "appos"):
            return "relative"
        if token.dep == "ccomp":
            return "told"
        if token.dep in ("advcl", "pcomp", "csubj"):
            return "lower"
        i = token.head
    return "lower"


def said_before(tokens: tuple[Token, ...], i: int) -> Span | None:
    """What stands before the subject at token ``i`` as the words of whom it speaks for ("Lund had lied, he said"), or None."""
    verb = tokens[i].head
    said = next((j for j in range(max(0, i - _SAID_WITHIN), i) if tokens[j].dep == "ccomp" and tokens[j].head == verb), None)
    if said is None:
        return None
    first = next(j for j in range(max(0, i - _SAID_WITHIN), i) if _hangs_below(tokens, j, said))
    return Span(tokens[first].start, tokens[i].start)


def _hangs_below(tokens: tuple[Token, ...], i: int, top: int) -> bool:
    for _ in range(_DEEPEST):
        if i == top:
            return True
        i = tokens[i].head
    return False
