"""Acts of speech: what the words around a content tell for themselves, as "was alerted by the bank" and "announced on Friday" do.

A frame says no more than whose words follow ("Lund said that ..."), an act is news without them.
"""

from collections.abc import Sequence

from twosource.grammar.factuality.negation import negated
from twosource.grammar.tree import Tree
from twosource.reference.lexicon import words

_LEAST = 4
_LEAST_WITH_THING = 5
# What or by whom: "announced a plan", "was announced by the bank".
_THINGS = ("dobj", "agent")
# The thing told about, answered, or the person told: "responded to the charges", "were informed about the leak".
_TOWARDS = frozenset(["to", "about", "against", "before", "of"])
_DECLINING = frozenset(["decline", "refuse"])


def act(tree: Tree, i: int, first: int, last: int) -> bool:
    """Whether the cue verb at ``i`` tells an act by the words from ``first`` to ``last``, its content left out.

    Args:
        tree: the sentence's tree.
        i: index of a cue's verb.
        first, last: the tokens of its clause that are in no content, both within.
    """
    subject, lemma = tree.own_subject(i), tree.tokens[i].lemma
    if subject is None or not first <= subject <= last:
        return False
    if tree.tokens[subject].lemma in ("who", "which", "that") or tree.tokens[subject].tag in ("WP", "WDT"):
        return False
    own = [k for k in tree.kids[i] if first <= k <= last]
    size = sum(any(c.isalnum() for c in t.text) for t in tree.tokens[first : last + 1])
    if size < _LEAST:
        return False
    if lemma in words("announcing_verbs"):
        return any(tree.tokens[k].dep in _THINGS or _tells_when(tree, k) for k in own)
    if tree.tokens[subject].dep == "nsubjpass":
        return any(tree.tokens[k].dep == "agent" or (tree.tokens[k].dep == "prep" and tree.tokens[k].lemma in _TOWARDS) for k in own)
    if size < _LEAST_WITH_THING or lemma in ("say", "tell"):
        return False
    if any(tree.tokens[k].dep == "dobj" and tree.tokens[k].pos in ("NOUN", "PROPN") for k in own):
        return True
    return lemma in words("answering_verbs") and any(
        tree.tokens[k].dep == "prep" and tree.tokens[k].lemma in _TOWARDS and tree.right[k] <= last for k in own
    )


def _tells_when(tree: Tree, k: int) -> bool:
    """Whether the words below tell a day or a time ("on Friday", "a day later"): "at that meeting" is no news."""
    below = [t for t in tree.tokens[tree.left[k] : tree.right[k] + 1] if t.entity in ("DATE", "TIME")]
    return bool(below) and tree.tokens[k].dep in ("npadvmod", "prep", "advmod")


def leads_in(tree: Tree, i: int, last: int, frame: Sequence[bool]) -> bool:
    """Whether the clause at ``i`` says no more than that somebody says what follows: "was keen to say that ...", "went on to say ...".

    Args:
        tree: the sentence's tree.
        i: index of the clause's verb.
        last: the last token that the clause has to itself.
        frame: for every token whether it is a word of a source or cue.
    """
    own = tree.kids[i]
    if not tree.finite(i) or tree.tokens[i].lemma in _DECLINING or any(tree.tokens[k].dep in ("dobj", "attr", "agent", "expl") for k in own):
        return False
    over = [i, *(k for k in own if tree.tokens[k].dep in ("acomp", "oprd"))]
    return any(j > last and frame[j] and tree.tokens[j].dep == "xcomp" and tree.verbal(j) for k in over for j in tree.kids[k])


def unsaid(tree: Tree, i: int, content: int) -> bool:
    """Whether nobody says by the cue verb at ``i`` what begins at token ``content``: "declined to say", "would not tell whether ..."."""
    if tree.tokens[i].dep == "xcomp" and tree.tokens[tree.tokens[i].head].lemma in _DECLINING:
        return True
    asked = tree.tokens[content].lemma in ("whether", "if") or tree.tokens[content].tag in ("WRB", "WP", "WDT")
    return asked and negated(tree, i)
