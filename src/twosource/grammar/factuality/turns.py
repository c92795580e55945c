"""Turns of phrase that tell of what is under them otherwise than their words would: "cannot help laughing", "too ill to vote"."""

from twosource.grammar.factuality.complements import complement, mark_of, opens_with_question
from twosource.grammar.factuality.negation import negated
from twosource.grammar.tree import Tree
from twosource.reference.lexicon import words

_SPELLS = frozenset({"minute", "hour", "day", "night", "week", "month", "season", "year", "decade"})
_WILLING = frozenset({"quick", "hasty", "eager", "fast", "ready", "happy", "willing", "glad", "keen"})
_KNOWING = frozenset({"know", "see", "realise", "realize", "understand", "tell", "notice"})


def refused(tree: Tree, i: int, inside: list[int]) -> int | None:
    """What "rules out a strike" and "rejected the claim that he paid" say is not so: the thing told, or the words for it."""
    tokens = tree.tokens
    thing = next(
        (j for j in inside if tokens[j].dep in ("dobj", "nsubjpass", "advcl", "xcomp") and (tokens[j].dep != "advcl" or tokens[j].tag == "VBG")), None
    )
    if thing is None or not tree.verbal(i):
        return None
    if tokens[i].lemma == "rule" and any(tokens[j].dep == "prt" and tokens[j].lemma == "out" for j in inside):
        return thing if tree.verbal(thing) else i
    if tokens[i].lemma in words("rejecting_verbs") and tokens[thing].lemma in words("told_nouns"):
        what = complement(tree, thing, tree.kids[thing])
        named = any(tokens[j].lemma == "as" for j in [*inside, *tree.kids[thing]])  # "dismissed the report as gossip" tells what it is
        return what if what is not None or named else i  # "rejected the accusations of fraud"
    return None


def decided_against(tree: Tree, i: int, inside: list[int]) -> tuple[int, int] | None:
    """The "against" of "decided against running", and what was not done."""
    if tree.tokens[i].lemma != "decide":
        return None
    against = next((j for j in inside if tree.tokens[j].dep == "prep" and tree.tokens[j].lemma == "against"), None)
    what = tree.kid(against, "pcomp", "pobj") if against is not None else None
    return (against, what) if against is not None and what is not None else None


def driven(tree: Tree, i: int, inside: list[int]) -> int | None:
    """What "cannot help laughing" and "could not help but laugh" say is done."""
    if tree.tokens[i].lemma != "help" or not negated(tree, i):
        return None
    but = any(tree.tokens[j].lemma == "but" for j in inside)
    return next((j for j in inside if j > i and tree.verbal(j) and (tree.tokens[j].tag == "VBG" or (but and tree.tokens[j].tag == "VB"))), None)


def thought_of(tree: Tree, i: int, inside: list[int]) -> int | None:
    """What somebody "is thinking about" or "of" doing."""
    if tree.tokens[i].lemma != "think" or tree.tokens[i].tag != "VBG":
        return None
    of = next((j for j in inside if tree.tokens[j].dep == "prep" and tree.tokens[j].lemma in ("about", "of")), None)
    return tree.kid(of, "pcomp") if of is not None else None


def likened(tree: Tree, i: int, inside: list[int], clause: int | None) -> int | None:
    """What "it looks like he will win", "she looks set to win" and "he looks to have won" say seems so."""
    tokens = tree.tokens
    if tokens[i].lemma not in ("look", "sound", "feel") or not tree.verbal(i):
        return None
    for j in inside:
        opening = [t.text.lower() for t in tokens[tree.left[j] : tree.left[j] + 2]]
        if tokens[j].dep == "advcl" and tree.finite(j) and (opening[0] == "like" or opening in (["as", "if"], ["as", "though"])):
            return j
        if tokens[j].dep == "acomp" and tokens[i].lemma == "look" and (ahead := tree.kid(j, "xcomp")) is not None:
            return ahead
    perfect = clause is not None and any(tokens[k].lemma == "have" and tokens[k].dep == "aux" for k in tree.kids[clause])
    return clause if perfect or (clause is not None and tokens[clause].lemma == "be") else None


def spared(tree: Tree, i: int, inside: list[int]) -> tuple[int, int] | None:
    """The "without" of "has gone two months without firing a shot", and the happening that did not come about."""
    if tree.tokens[i].lemma != "go" or not any(tree.tokens[j].lemma in _SPELLS for j in inside):
        return None
    without = next((j for j in inside if tree.tokens[j].dep == "prep" and tree.tokens[j].lemma == "without"), None)
    happening = tree.kid(without, "pcomp") if without is not None else None
    return (without, happening) if without is not None and happening is not None else None


def plain_to_see(tree: Tree, i: int, inside: list[int]) -> int | None:
    """What "you need not be a lawyer to know that he lied" and "it takes no lawyer to see that he lied" say is so."""
    tokens = tree.tokens
    if tokens[i].lemma not in ("need", "have", "take") or not negated(tree, i):
        return None
    spent = next((j for j in inside if tokens[j].dep in ("xcomp", "dobj") and j > i), None)
    if spent is None:
        return None
    for j in [*inside, *tree.kids[spent]]:
        if j > spent and tokens[j].lemma in _KNOWING and tokens[j].dep in ("xcomp", "advcl", "acl", "relcl"):
            said = tree.kid(j, "ccomp")
            return said if said is not None and tree.finite(said) and not opens_with_question(tree, said) else None
    return None


def unsurprising(tree: Tree, i: int, inside: list[int]) -> int | None:
    """What "it would not surprise me if he ran" and "nobody would be surprised if he ran" hold for likely."""
    tokens = tree.tokens
    adjective = next((j for j in inside if tokens[j].dep in ("acomp", "attr")), i)
    if not {tokens[i].lemma, tokens[adjective].lemma} & {"surprise", "surprised"}:
        return None
    nobody = any(tokens[j].dep.startswith("nsubj") and tokens[j].lemma in ("nobody", "none") for j in inside)
    denied = negated(tree, i) or nobody or any(tokens[j].lemma == "no" for j in tree.kids[adjective])
    return next((j for j in [*inside, *tree.kids[adjective]] if denied and _is_condition(tree, j)), None)


def _is_condition(tree: Tree, j: int) -> bool:
    return tree.tokens[j].dep == "advcl" and (mark := mark_of(tree, j)) is not None and tree.tokens[mark].lemma == "if"


def too_much(tree: Tree, i: int) -> tuple[int, int] | None:
    """The "too" of "too ill to vote", and what was not done; who was "too quick to judge" did."""
    if tree.tokens[i].lemma in _WILLING:
        return None
    too = next((j for j in tree.kids[i] if tree.tokens[j].lemma == "too" and j < i), None)
    kept = next((j for j in tree.kids[i] if tree.tokens[j].dep in ("xcomp", "advcl") and any(tree.tokens[k].tag == "TO" for k in tree.kids[j])), None)
    return (too, kept) if too is not None and kept is not None else None


def doubtful(tree: Tree, i: int) -> int | None:
    """The adjective that makes a predicate unsure: "fire was the likely cause"; "likely voters" are a kind of voters."""
    if tree.tokens[i].lemma == "voter":
        return None
    return next((j for j in tree.kids[i] if tree.tokens[j].dep == "amod" and tree.tokens[j].lemma in ("likely", "probable", "possible")), None)


def mere_chance(tree: Tree, i: int, j: int) -> bool:
    """Whether the noun at ``j`` calls what the clause at ``i`` is about a chance: "a strike is a possibility"."""
    chance = tree.tokens[j].dep == "attr" and tree.tokens[j].lemma in ("possibility", "likelihood", "probability")
    return chance and tree.kid(i, "expl") is None and complement(tree, j, tree.kids[j]) is None
