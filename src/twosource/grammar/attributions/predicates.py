"""Predicates: what a verb lets its subject say of somebody or something ("called it a trap", "put the toll at twelve")."""

from twosource.grammar.attributions.stretches import Stretch
from twosource.grammar.tree import Tree

_NAMING = ("call", "term", "dub", "brand", "label")
_ANY = ("as", "of", "for")
_AS = ("as",)
# What opens the predicate, by verb; of other verbs it is any of three.
_OPENS = {
    **dict.fromkeys(("attack", "cast", "cite", "dismiss", "dispute", "frame", "paint", "reject", "see", "single", "view", "regard", "describe"), _AS),
    **dict.fromkeys(("characterize", "characterise", "portray", "depict", "identify"), _AS),
    "attribute": ("to",),
    "blame": ("for", "on"),
    "credit": ("with", "for"),
    "liken": ("to",),
    "put": ("at",),
    "estimate": ("at",),
}
_COUNTED = ("put", "estimate")


def of_object(tree: Tree, i: int, thing: int | None) -> Stretch | None:
    """'called the plan a trap', 'accused him of lying', 'described it as sound': the object with what is said of it."""
    tokens = tree.tokens
    if tokens[i].lemma in _NAMING:
        return _named(tree, i, thing)
    if thing is None or thing < i:
        return None
    opens = _OPENS.get(tokens[i].lemma, _ANY)
    of = _opener(tree, i, thing, opens)
    if of is None:
        # The parse may hang on the accused what they are accused of.
        of = _opener(tree, thing, thing, opens if tokens[i].lemma in ("accuse", "blame", "put", "attribute") else tuple({"as", "for"} & {*opens}))
    if of is None and "as" in opens:
        of = next((k for k in tree.kids[i] if k > thing and tokens[k].pos == "ADJ" and any(tokens[j].lemma == "as" for j in tree.kids[k])), None)
    if of is None or (tokens[i].lemma in _COUNTED and not any(tokens[j].tag == "CD" for j in range(of, tree.right[of] + 1))):
        return None
    return tree.left[thing], tree.right[of]


def _named(tree: Tree, i: int, thing: int | None) -> Stretch | None:
    tokens = tree.tokens
    small = next((k for k in tree.kids[i] if k > i and tokens[k].dep in ("oprd", "ccomp", "xcomp") and not tree.finite(k)), None)
    if small is None:
        return None
    on = _opener(tree, i, i, ("on",))
    first = tree.left[thing] if thing is not None and i < thing < small else on + 1 if on is not None and on < small else tree.left[small]
    return first, tree.right[small]


def of_subject(tree: Tree, i: int) -> Stretch | None:
    """'was described by Ann as a trap', 'a man identified by police as Jon Berg': what is said of the subject, or of the noun before."""
    by = tree.kid(i, "agent")
    if by is None or tree.tokens[i].tag != "VBN":
        return None
    # What he "was criticised by Ann for" is taken for granted, not said.
    opens = tuple(o for o in _OPENS.get(tree.tokens[i].lemma, _ANY) if o != "for")
    # The parse may hang "as" on the speaker.
    of = _opener(tree, i, i, opens)
    if of is None:
        of = next((k for whom in tree.kids[by] if (k := _opener(tree, whom, whom, _AS)) is not None), None)
    return (of + 1, tree.right[of]) if of is not None and tree.right[of] > of else None


def _opener(tree: Tree, above: int, after: int, opens: tuple[str, ...]) -> int | None:
    """The first preposition of these that hangs on ``above`` and stands after token ``after``."""
    return next((k for k in tree.kids[above] if k > after and tree.tokens[k].dep == "prep" and tree.tokens[k].lemma in opens), None)
