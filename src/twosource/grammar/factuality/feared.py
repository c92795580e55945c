"""Fears, rumours and chances: nouns in a clause that tell of something no surer than they are, as "rumours spread that he left" does."""

from collections.abc import Iterator

from twosource.grammar.factuality.negation import negated
from twosource.grammar.factuality.operators import Row, rows
from twosource.grammar.tree import Tree

_STIRRING = frozenset(
    {"spark", "raise", "fuel", "stoke", "feed", "trigger", "prompt", "heighten", "renew", "lead", "give", "voice", "express", "stir", "revive"}
)
# Verbs that bring such a noun up without a word of their own: "the letter contains a warning that ...", "was told of the possibility that ...".
_BRINGING = frozenset({"include", "contain", "carry", "cite", "tell", "speak", "inform", "hear", "support"})
_SPREADING = frozenset({"spread", "swirl", "circulate", "emerge", "surface", "mount", "grow", "persist", "fly", "rise", "abound"})
_TOWARDS = ("to", "of", "about")
_LEAST = 3
"""Words of a clause without "that" that tells something: "fears the dam will burst"; in "the fears he had" it does not."""


def feared(tree: Tree, i: int, inside: list[int]) -> tuple[int, int] | None:
    """The noun of "sparked fears that the dam would burst" and "rumours spread that he paid", and what is feared or told.

    Args:
        tree: the sentence's tree.
        i: index of the clause's verb, or of such a noun itself where there is no verb.
        inside: what hangs on it and lies in the statement.
    """
    if not tree.verbal(i):
        told = _told(tree, i) if _doubted(tree, i) is not None else None
        return (i, told) if told is not None else None
    if negated(tree, i):
        return None
    for j in inside:
        if tree.tokens[j].dep == "nsubj" and _doubted(tree, j) is not None and (told := _spread(tree, i, j)) is not None:
            return j, told
    for j in _brought(tree, i, inside):
        told = _told(tree, j) if _row(tree, j) is not None else None
        if told is None and tree.tokens[i].lemma in _STIRRING and (row := _doubted(tree, j)) is not None and row.certainty == "PS":
            told = _of(tree, j)
        if told is not None:
            return j, told
    return None


def _row(tree: Tree, j: int) -> Row | None:
    """The row of a noun for what is so or may be so and is no plan."""
    row = rows().get(("noun", tree.tokens[j].lemma)) if tree.tokens[j].pos == "NOUN" else None
    return row if row is not None and row.positive and not row.time and row.certainty != "Uu" else None


def _doubted(tree: Tree, j: int) -> Row | None:
    """The row of a noun for what may be so and is no plan."""
    row = _row(tree, j)
    return row if row is not None and row.certainty != "CT" else None


def _brought(tree: Tree, i: int, inside: list[int]) -> Iterator[int]:
    """The nouns that the verb at ``i`` stirs or brings up."""
    tokens = tree.tokens
    if tokens[i].lemma not in _STIRRING | _BRINGING:
        return
    yield from (j for j in inside if tokens[j].dep == "dobj")
    yield from (k for j in inside if tokens[j].dep == "prep" and tokens[j].lemma in _TOWARDS and (k := tree.kid(j, "pobj")) is not None)


def _told(tree: Tree, j: int) -> int | None:
    """The finite clause that says what the noun at ``j`` tells of."""
    for k in tree.kids[j]:
        if k > j and tree.verbal(k) and tree.finite(k) and (tree.tokens[k].dep in ("acl", "ccomp") or bare(tree, j, k)):
            return k
    return None


def bare(tree: Tree, j: int, k: int) -> bool:
    """Whether the clause at ``k`` follows the noun at ``j`` without a "that" and misses nothing in itself."""
    if tree.tokens[k].dep != "relcl" or tree.left[k] != j + 1 or tree.right[k] - tree.left[k] + 1 < _LEAST:
        return False
    return tree.own_subject(k) is not None and all(t.tag not in ("WDT", "WP", "WP$", "WRB") for t in tree.tokens[j + 1 : k])


def _of(tree: Tree, j: int) -> int | None:
    """What the noun at ``j`` is a fear or chance of: "raised the prospect of a strike"."""
    of = next((k for k in tree.kids[j] if tree.tokens[k].dep == "prep" and tree.tokens[k].lemma == "of"), None)
    return tree.kid(of, "pobj", "pcomp") if of is not None else None


def _spread(tree: Tree, i: int, j: int) -> int | None:
    """The clause with "that" which tells, behind the verb at ``i``, what the noun at ``j``, its subject, is of."""
    for k in tree.kids[i]:
        opened = k > i and any(tree.tokens[m].lemma == "that" and tree.tokens[m].dep == "mark" for m in tree.kids[k] if m < k)
        if opened and tree.tokens[k].dep in ("ccomp", "advcl") and tree.finite(k):
            return k
    return _told(tree, j) if tree.tokens[i].lemma in _SPREADING else None
