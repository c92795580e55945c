"""Stretches of a sentence's tokens, first and last within: their words, their edges, the tokens that they hang by."""

from collections.abc import Sequence

from twosource.grammar.tree import Tree

_BRACKETS = {")": "(", "]": "["}


def _cut_short(tree: Tree, last: int) -> bool:
    """Whether a stretch that ends at ``last`` ends with a word that opens what was cut off: "called a meeting for", "asked whether"."""
    token = tree.tokens[last]
    if token.dep in ("prep", "agent", "dative"):
        return tree.right[last] > last
    return (token.dep == "mark" or token.tag == "WRB") and token.head > last


def counted(tree: Tree, first: int, last: int) -> int:
    """How many words a stretch has, marks not counted."""
    return sum(any(c.isalnum() for c in t.text) for t in tree.tokens[first : last + 1])


def trimmed(tree: Tree, framed: Sequence[bool], first: int, last: int) -> tuple[int, int] | None:
    """A stretch without marks, joining words, words of frames and words whose object was cut off at its edges; None if nothing is left."""
    tokens, end = tree.tokens, last

    def idle(i: int) -> bool:
        return framed[i] or tokens[i].dep == "cc" or not any(c.isalnum() for c in tokens[i].text)

    while first <= last and (idle(first) or _that(tree, first)):
        first += 1
    while first <= last and (idle(last) or _cut_short(tree, last)):
        last -= 1
    if last < end and tokens[last + 1].text in _BRACKETS and _open(tree, first, last) == _BRACKETS[tokens[last + 1].text]:
        last += 1
    return (first, last) if first <= last else None


def _open(tree: Tree, first: int, last: int) -> str:
    """The bracket that a stretch opens last and does not close; "" if there is none."""
    brackets: list[str] = []
    for token in tree.tokens[first : last + 1]:
        if token.text in _BRACKETS.values():
            brackets.append(token.text)
        elif brackets and _BRACKETS.get(token.text) == brackets[-1]:
            brackets.pop()
    return brackets[-1] if brackets else ""


def _that(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.text.lower() == "that" and (token.dep == "mark" or (token.tag == "WDT" and token.dep == "dobj"))


def top(tree: Tree, first: int, last: int) -> int:
    """The token of the stretch that hangs outside it; a verb before others."""
    tops = [i for i in range(first, last + 1) if not first <= tree.tokens[i].head <= last or tree.tokens[i].head == i]
    return next((i for i in tops if tree.verbal(i)), tops[0] if tops else first)


def clause_in(tree: Tree, first: int, last: int) -> int | None:
    """The finite verb that has its subject in the stretch and stands at its top or next below."""
    above = top(tree, first, last)
    below = (i for i in (above, *tree.kids[above]) if first <= i <= last)
    return next((i for i in below if finite_with_subject(tree, i, first, last)), None)


def finite_with_subject(tree: Tree, i: int, first: int, last: int) -> bool:
    """Whether a finite verb at ``i`` has its subject in the stretch."""
    return tree.verbal(i) and tree.finite(i) and (own := tree.own_subject(i)) is not None and first <= own <= last
