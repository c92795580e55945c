"""Complements: the clause that completes a word, and how it opens."""

from twosource.grammar.tree import Tree

_WILL = frozenset({"will", "would", "'ll", "’ll", "'d", "’d", "wo"})


def complement(tree: Tree, i: int, kids: list[int]) -> int | None:
    """The clause that completes a word: an infinitive, a that-clause, or a gerund after a preposition."""
    for j in kids:
        if tree.tokens[j].dep in ("xcomp", "ccomp", "acl") and (tree.verbal(j) or tree.tokens[j].dep != "acl"):
            return j
        if tree.tokens[j].dep in ("csubj", "advcl") and (mark := mark_of(tree, j)) is not None and tree.tokens[mark].lemma == "that":
            return j
        if tree.tokens[j].dep == "prep" and (gerund := tree.kid(j, "pcomp")) is not None:
            return gerund
    return None


def opens_with_question(tree: Tree, i: int) -> bool:
    """Whether a clause is opened by why, how, what and the like."""
    return any(t.tag in ("WP", "WRB", "WDT", "WP$") for t in tree.tokens[tree.left[i] : i])


def first_person(tree: Tree, i: int) -> bool:
    """Whether the speaker is the subject of the verb at ``i``."""
    subject = tree.own_subject(i)
    return subject is not None and tree.tokens[subject].text.lower() in ("i", "we")


def bidden(tree: Tree, i: int) -> bool:
    """Whether the clause at ``i`` has a bare verb, as what somebody bids has: "that he leave", "leaving"."""
    subject = tree.own_subject(i)
    one = subject is not None and (tree.tokens[subject].tag in ("NN", "NNP") or tree.tokens[subject].text.lower() in ("he", "she", "it"))
    alone = tree.kid(i, "aux", "auxpass") is None
    bare = tree.tokens[i].tag == "VBP" and tree.tokens[i].text.lower() == tree.tokens[i].lemma
    return not tree.finite(i) or (alone and one and bare)


def foretold(tree: Tree, i: int) -> bool:
    """Whether the clause at ``i`` tells what will or would be."""
    return any(tree.tokens[k].text.lower() in _WILL and tree.tokens[k].tag == "MD" for k in tree.kids[i])


def mark_of(tree: Tree, i: int) -> int | None:
    """The word that opens the clause at ``i``: "that", "if", "whether"."""
    return next((j for j in tree.kids[i] if tree.tokens[j].dep == "mark" or tree.tokens[j].lemma == "if"), None)
