"""Stretches of a sentence in token indices, first and last within: noun phrases, clauses, and what is left without them."""

from twosource.grammar.tree import Tree

Stretch = tuple[int, int]
_OF_A_NAME = ("det", "amod", "compound", "nmod", "nummod", "poss", "predet")
MARKS = (",", ";", ":", "-", "–", "—", "--")


def phrase(tree: Tree, i: int, cue: int) -> Stretch:
    """The noun phrase of token ``i``, on its side of the cue, without clauses joined to it by a fault of the parse."""
    first, last = _opens(tree, i), i
    for k in tree.kids[i]:
        token = tree.tokens[k]
        if k > i and token.dep not in ("punct", "cc") and not (token.dep == "conj" and tree.verbal(k)) and not tree.left[k] <= cue <= tree.right[k]:
            last = max(last, tree.right[k])
    if first <= cue <= last:
        first, last = (first, cue - 1) if i < cue else (cue + 1, last)
    # A faulty parse may leave nothing on its side of the cue but the head itself.
    return trim(tree, min(first, i), max(last, i))


def _opens(tree: Tree, i: int) -> int:
    """First token of the phrase of token ``i``: a faulty parse may hang a whole clause, or the end of a quotation, before it."""
    first = tree.left[i]
    told = any(tree.verbal(j) and tree.finite(j) for j in range(first, i))
    if told:
        first = min((tree.left[k] for k in tree.kids[i] if k < i and tree.tokens[k].dep in _OF_A_NAME), default=i)
    marks = [j for j in range(first, i) if tree.tokens[j].text in ('"', "”", "''")]
    opened = sum(tree.tokens[j].text in ("“", "``") for j in range(first, i))
    return marks[-1] + 1 if marks and (len(marks) - opened) % 2 else first


def trim(tree: Tree, first: int, last: int) -> Stretch:
    while first < last and tree.tokens[first].pos == "PUNCT" and tree.tokens[first].text in (*MARKS, "."):
        first += 1
    while last > first and tree.tokens[last].text in (*MARKS, "."):
        last -= 1
    return first, last


def clause_of(tree: Tree, i: int) -> Stretch:
    return tree.left[i], tree.right[i]


def without(piece: Stretch, gap: Stretch) -> tuple[Stretch, ...]:
    """``piece`` without the tokens of ``gap``: none, one or two stretches."""
    if gap[1] < piece[0] or piece[1] < gap[0]:
        return (piece,)
    left = ((piece[0], gap[0] - 1),) if piece[0] < gap[0] else ()
    right = ((gap[1] + 1, piece[1]),) if gap[1] < piece[1] else ()
    return left + right


def ended(tree: Tree) -> bool:
    """Whether the sentence has a mark at its end; headlines have none."""
    return tree.tokens[-1].pos == "PUNCT"


def closes(tree: Tree, last: int) -> bool:
    """Whether nothing but the cue's circumstances ("on Monday", "in a statement") stands between ``last`` and the sentence's end."""
    if len(tree.tokens) - last > 13:
        return False
    rest = tree.tokens[last + 1 :]
    return not any(t.text in (",", ":", ";", "“", '"') or (t.pos == "VERB" and t.tag != "VBG") for t in rest)
