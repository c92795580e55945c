"""Excerpts: which words of a statement are shown to whoever reads nothing else, and whether they can stand alone."""

from dataclasses import dataclass

from twosource.domain.statement import Statement
from twosource.grammar.clauses.frames import indices
from twosource.grammar.tree import Tree
from twosource.reference.lexicon import words

_STRESSING = frozenset({"even", "just", "especially", "particularly"})
_PLACING = frozenset({"in", "during", "at", "on", "under"})
_HANGING = frozenset({"advcl", "relcl", "acl"})
_BREAKS = (",", "—", "–", "--")
# Tokens of the longest words that only link ("on top of that").
_LONGEST_LINK = 4
_RELATIVE_TAGS = ("WDT", "WP", "WP$")
# What a verb, adjective or preposition is not whole without.
_COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "ccomp", "xcomp", "oprd", "pobj", "pcomp", "agent", "prt"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words of a statement without what only ties them to those before: "while", "in which", "However,".

    Attributes:
        first, last: indices of the tokens of its sentence, the last one within.
        cut: whether words that open what stands behind it ("condemned, including") are left out.
        relative: index of a "who", "which" or "whose" that opens it and stands for what is told about; None if there is none.
    """

    first: int
    last: int
    cut: bool
    relative: int | None


def excerpt(tree: Tree, statement: Statement) -> Excerpt | None:
    """The statement's excerpt; None where no token of its sentence is in it."""
    first, end = indices(tree, statement.span)
    last = end - 1
    if first > last:
        return None
    while first < last and (after := _tied(tree, statement.head, first, last)) is not None:
        first = after
    loose, last = last, _closed(tree, first, last)
    opens = tree.tokens[first]
    about = opens.tag in _RELATIVE_TAGS and tree.tokens[statement.head].dep == "relcl" and _subject_of(tree, first, statement.head)
    return Excerpt(first, last, last < loose, first if about else None)


def whole(tree: Tree, shown: Excerpt, head: int, *, told_of: bool, headline: bool) -> bool:
    """Whether an excerpt is a clause that lacks nothing.

    Args:
        tree: its sentence's tree.
        shown: the excerpt.
        head: index of the statement's head.
        told_of: whether the article tells what its verb is said of where that stands outside it.
        headline: whether it stands in a headline, where "Bridge shut after fall" is whole.
    """
    opens = tree.tokens[shown.first]
    asked = tree.tokens[shown.first + (opens.dep == "prep" and shown.first < shown.last)]  # "whom", "with whom"
    unsolved = asked.tag in (*_RELATIVE_TAGS, "WRB") or (opens.dep in ("mark", "cc") and opens.lemma != "that")
    # What describes a noun without "who" or "which" is a participle, whatever the parser took it for.
    participle = tree.tokens[head].dep in ("acl", "parataxis") and not _inside(tree, shown, head)
    if participle or not shown.first <= head <= shown.last or not tree.verbal(head) or (unsolved and not (shown.relative is not None and told_of)):
        return False
    inside = _inside(tree, shown, head)
    if not (inside or told_of) or not (tree.finite(head) or (headline and inside)):
        return False
    return not _cut(tree, shown)


def _closed(tree: Tree, first: int, last: int) -> int:
    """The last token without those whose matter stands behind: "condemned, including", "arrived on Tuesday, a visit"."""
    while first < last:
        token = tree.tokens[last]
        opens = (token.dep in ("prep", "agent") or token.text.lower() == "including") and tree.right[last] > last
        begun = token.dep in ("appos", "npadvmod") and _begun(tree, first, last)
        if not opens and not begun and tree.tokens[last].pos != "PUNCT":
            return last
        if tree.tokens[last].pos == "PUNCT" and tree.tokens[last].text not in _BREAKS:
            return last
        last = (tree.left[last] if begun else last) - 1
    return last


def _begun(tree: Tree, first: int, i: int) -> bool:
    """Whether the apposition at token ``i`` ("a visit", behind a comma) is only begun: what tells of it stands behind it."""
    left = tree.left[i]
    behind = any(k > i and tree.tokens[k].dep in _HANGING for k in tree.kids[i])
    return behind and left - 1 > first and tree.tokens[left].lemma == "a" and tree.tokens[left - 1].text in _BREAKS


def _inside(tree: Tree, shown: Excerpt, head: int) -> bool:
    """Whether the verb at ``head`` has a subject of its own in the excerpt, and no "who" or "which"."""
    own = tree.own_subject(head)
    return own is not None and shown.first <= own <= shown.last and tree.tokens[own].tag not in _RELATIVE_TAGS


def _tied(tree: Tree, head: int, first: int, last: int) -> int | None:
    """The first token behind what ties the excerpt that opens at ``first`` to the words before; None if nothing does."""
    comma = next((i for i in range(first + 1, min(first + _LONGEST_LINK, last) + 1) if tree.tokens[i].text in _BREAKS), None)
    if comma is not None and comma < last:
        said = " ".join(t.text.lower() for t in tree.tokens[first:comma])
        if said in words("linking_words"):
            return comma + 1
    joining = first + (tree.tokens[first].text.lower() in _STRESSING)
    if joining >= last or not tree.finite(head):
        return None
    token, own = tree.tokens[joining], tree.own_subject(head)
    if token.head != head or own is None or not joining < own <= last or tree.tokens[own].tag in _RELATIVE_TAGS:
        return None
    # "After" without a noun of its own opens a clause, though the parser take it for a preposition and the clause for the sentence.
    bare = token.dep == "prep" and tree.right[joining] == joining
    if token.text.lower() in words("joining_words") and (bare or (token.dep in ("mark", "advmod") and tree.tokens[head].dep in _HANGING)):
        return joining + 1
    if tree.tokens[head].dep not in _HANGING:
        return None
    placed = token.dep == "prep" and token.lemma in _PLACING
    if placed and tree.tokens[joining + 1].tag == "WDT" and tree.tokens[joining + 1].head == joining and joining + 1 < last:
        return joining + 2
    return None


def _subject_of(tree: Tree, i: int, head: int) -> bool:
    """Whether the relative word at ``i`` is the subject of the verb at ``head``, or whose the subject is."""
    token = tree.tokens[i]
    if token.head == head and token.dep in ("nsubj", "nsubjpass"):
        return True
    return token.tag == "WP$" and tree.tokens[token.head].head == head and tree.tokens[token.head].dep in _SUBJECTS


def _cut(tree: Tree, shown: Excerpt) -> bool:
    """Whether what a word of the excerpt is not whole without stands behind it: "vowed to", "those who"."""
    for i in range(shown.first, shown.last + 1):
        if tree.tokens[i].dep in _SUBJECTS and tree.tokens[i].head > shown.last:
            return True
        if any(k > shown.last and tree.tokens[k].dep in _COMPLEMENTS for k in tree.kids[i]):
            return True
    return False
