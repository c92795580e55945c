"""Stretches of a sentence in token indices, first and last within: noun phrases, clauses, and what is left without them."""

from twosource.grammar.tree import Tree

Stretch = tuple[int, int]
MARKS = (",", ";", ":", "-", "–", "—", "--")


def phrase(tree: Tree, i: int, cue: int) -> Stretch:
    """The noun phrase of token ``i``, on its side of the cue, without clauses joined to it by a fault of the parse."""
    first, last = tree.left[i], i
    for k in tree.kids[i]:
        token = tree.tokens[k]
        if k > i and token.dep not in ("punct", "cc") and not (token.dep == "conj" and tree.verbal(k)) and not tree.left[k] <= cue <= tree.right[k]:
            last = max(last, tree.right[k])
    if first <= cue <= last:
        first, last = (first, cue - 1) if i < cue else (cue + 1, last)
    # A faulty parse may leave nothing on its side of the cue but the head itself.
    return trim(tree, min(first, i), max(last, i))


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
