"""Which clauses of a sentence, and which phrases with a verb in them, say something for themselves.

Found on annotated stories: what such a clause tells is told elsewhere without its host, and a stretch that tells two things can
be told to be one with neither. Words are counted as tokens.
"""

from bisect import bisect_left

from twosource.grammar.factuality.negation import negated
from twosource.grammar.tense import tense_of
from twosource.grammar.tree import Tree

# The least words a stretch must have to stand alone, by how its head hangs on the rest.
_LEAST = {"conj": 3, "relcl": 7, "advcl": 5, "parataxis": 3}
_LEAST_ASIDE = 5
# A clause in the present beside another mostly describes: "which lies on the coast", "because he is the mayor".
_LEAST_STATE = 9
_LEAST_GERUND = 4
# What did not happen is best kept from what did: "paid no fine after he lied".
_LEAST_DENIED = 3
_LEAST_RECORD = 4
_LEAST_HOST = 7
# What these open belongs to what the sentence says: "if it rains, the match will be off", "will wait until the police come".
_KEPT = frozenset(["if", "unless", "when", "before", "after", "until", "once", "since"])
# What these open has happened where its verb is in the past: "fled before the police came" says that they came.
_TIMES = frozenset(["when", "before", "after", "until", "once", "since"])
# These with a gerund tell something beside their clause: "left without paying", "after hitting a rock".
_GERUNDS = frozenset(["after", "before", "without", "despite", "since", "with"])
# What these are done without is what they tell: "has gone a month without a word".
_EMPTY = frozenset(["go", "do", "live"])
# "Hundreds fled in what the mayor called an accident": a name given is told by who gives it.
_CALLING = frozenset(["call", "describe", "term", "label", "dub", "brand"])
# These say nothing of their own without what follows: "the ones who shut it", "somebody who has fished for thirty years".
_BARE = frozenset(
    ["one", "those", "that", "someone", "somebody", "something", "anyone", "anybody", "anything", "everyone", "everybody", "everything"]
)
_RANKS = frozenset(["first", "second", "third", "only"])
_COMMAS = (",", "—", "–", "--")
_NEAR = 3
"""Of what hangs on a verb, how much may stand between its "and" and the second verb: a comma, an adverb."""
_CLOSING = 5
"""More marks than end any sentence ("...”.)")."""


def alone(tree: Tree, j: int, *, heads_clause: bool) -> bool:
    """Whether the clause or phrase that token ``j`` heads stands for itself.

    Args:
        tree: the sentence's tree.
        j: index of a token that hangs on another.
        heads_clause: whether the token it hangs on heads a stretch of its own.
    """
    token = tree.tokens[j]
    if token.dep == "prep":
        return _beside(tree, j)
    if _record(tree, j) or _is_that(tree, j):
        return True
    words = _size(tree, j)
    if token.dep == "ccomp":
        # Unless it is what somebody says, a finite clause before its head is a sentence run into the next.
        return j < token.head and words >= _LEAST["conj"] and tree.finite(j) and tree.own_subject(j) is not None
    aside = token.dep == "relcl" and _closes(tree, j) and _set_off(tree, j)
    if not tree.verbal(j) or words < (_LEAST_ASIDE if aside else _LEAST.get(token.dep, words + 1)):
        return False
    if token.dep == "advcl" and ((token.tag == "VBG" and _completes(tree, j)) or _likened(tree, j)):
        return False
    if token.dep in ("advcl", "relcl") and words < _LEAST_STATE and tree.finite(j) and tense_of(tree.sentence, j) == "present":
        return False
    if token.dep == "conj":
        if _shares_object(tree, j) or _shares_modal(tree, j):
            return False
        # "told her to stay and shut the pier": a finite verb is none of an infinitive's kin.
        apart = tree.finite(j) and not tree.finite(token.head) and tree.tokens[token.head].dep == "xcomp"
        return tree.verbal(token.head) and (heads_clause or apart or tree.own_subject(j) is not None)
    if token.dep in ("advcl", "relcl") and any(tree.tokens[k].lemma in _KEPT for k in tree.kids[j] if k < j):
        return _happened(tree, j)
    if token.dep == "relcl" and (_amid(tree, j) or _defining(tree, j)):
        return False
    # "to talk about peace", "time for us to leave": no saying of its own.
    return token.tag != "VB" or (tree.own_subject(j) is not None and tree.finite(j))


def _beside(tree: Tree, j: int) -> bool:
    """Whether the preposition at ``j`` opens what tells something beside its clause: "left without paying", "with two people missing"."""
    token = tree.tokens[j]
    if _by_what_name(tree, j):
        return True
    if token.lemma not in _GERUNDS or tree.kid(j, "pcomp") is None or not tree.verbal(token.head) or tree.tokens[token.head].lemma in _EMPTY:
        return False
    return _size(tree, j) >= _LEAST_GERUND and _host(tree, j) >= _LEAST_HOST


def _by_what_name(tree: Tree, j: int) -> bool:
    """Whether the preposition at ``j`` opens what somebody calls all this: "crushed the pier in what the mayor called an accident"."""
    named = tree.kid(j, "pcomp")
    if named is None or tree.tokens[named].lemma not in _CALLING or not tree.finite(named) or tree.own_subject(named) is None:
        return False
    return any(tree.tokens[k].lemma == "what" for k in tree.kids[named])


def _completes(tree: Tree, j: int) -> bool:
    """Whether the gerund at ``j`` is what its verb, which it stands next to, is about: "ruled out running"."""
    before = tree.tokens[j - 1]
    return j > 0 and tree.tokens[j].head in (j - 1, before.head if before.dep == "prt" else j - 1)


def _likened(tree: Tree, j: int) -> bool:
    """Whether the clause at ``j`` says what something is like, right behind the verb that says so: "this feels like a joke gone wrong"."""
    before = tree.tokens[tree.left[j]]
    return before.dep == "mark" and before.lemma == "like" and tree.left[j] - 1 == tree.tokens[j].head


def _record(tree: Tree, j: int) -> bool:
    """Whether an apposition at a sentence's end says which in a row something was: "fell to 40, the lowest level since May"."""
    if tree.tokens[j].dep != "appos" or _size(tree, j) < _LEAST_RECORD or not _set_off(tree, j) or not _closes(tree, j):
        return False
    before = tree.tokens[tree.left[j] : j]
    return any((t.tag in ("JJS", "RBS") and t.text.lower() != "least") or t.lemma in _RANKS for t in before)


def _is_that(tree: Tree, j: int) -> bool:
    """Whether the clause at ``j`` is what something is said to be: "what happened on the pier that night is that ..."."""
    token = tree.tokens[j]
    if token.dep != "ccomp" or tree.tokens[token.head].lemma != "be" or not tree.finite(j) or tree.own_subject(j) is None:
        return False
    if not any(tree.tokens[k].lemma == "that" and tree.tokens[k].dep == "mark" for k in tree.kids[j]):
        return False
    if tree.kid(token.head, "nsubj", "csubj") is None or tree.kid(token.head, "acomp", "attr", "oprd", "expl") is not None:
        return False
    return _host(tree, j) >= _LEAST_HOST  # "the trouble is" alone would be a stub


def _shares_object(tree: Tree, j: int) -> bool:
    """Whether what completes the first verb stands behind the second, at ``j``: "listen to and work with the council", "can and must go"."""
    joining = _joining(tree, j)
    if joining <= 0:
        return False
    last = tree.tokens[joining - 1]
    return (last.dep == "prep" and not tree.kids[joining - 1]) or (
        last.pos == "AUX" and tree.tokens[j].head == joining - 1 and tree.own_subject(j) is None
    )


def _shares_modal(tree: Tree, j: int) -> bool:
    """Whether the infinitive at ``j`` says with the verb before it what one modal is over: "would open the town and let the sea in"."""
    first = tree.tokens[j].head
    if tree.tokens[j].tag != "VB" or tree.tokens[first].tag != "VB" or tree.kid(j, "nsubj", "nsubjpass", "aux", "auxpass", "neg") is not None:
        return False
    joining = _joining(tree, j)
    return joining > 0 and tree.tokens[joining].lemma == "and" and any(tree.tokens[k].tag == "MD" for k in tree.kids[first])


def _joining(tree: Tree, j: int) -> int:
    """The "and" or "but" that joins token ``j`` to what it is coordinated with; -1 if there is none."""
    kids = tree.kids[tree.tokens[j].head]
    before = kids[: bisect_left(kids, j)]
    return next((k for k in reversed(before[-_NEAR:]) if tree.tokens[k].dep == "cc"), -1)


def _set_off(tree: Tree, j: int) -> bool:
    """Whether a comma or dash stands before what hangs on token ``j``."""
    return tree.left[j] > 0 and tree.tokens[tree.left[j] - 1].text in _COMMAS


def _happened(tree: Tree, j: int) -> bool:
    """Whether the clause of time at ``j`` tells what has happened, and what it hangs on says something without it."""
    opening = next((k for k in tree.kids[j] if k < j and tree.tokens[k].lemma in _TIMES and tree.tokens[k].dep in ("mark", "advmod")), None)
    subject = tree.own_subject(j)
    if opening is None or subject is None or subject < opening or any(tree.tokens[k].tag == "MD" for k in tree.kids[j]):
        return False
    denied = negated(tree, tree.tokens[j].head)
    if denied and tree.tokens[opening].lemma in ("until", "before"):
        return False  # "nobody left until the police came" says that they left
    return _host(tree, j) >= (_LEAST_DENIED if denied else _LEAST_HOST) and tense_of(tree.sentence, j) == "past"


def _size(tree: Tree, j: int) -> int:
    return tree.right[j] - tree.left[j] + 1


def _host(tree: Tree, j: int) -> int:
    """How many words hang on what ``j`` hangs on, besides those on ``j``."""
    return _size(tree, tree.tokens[j].head) - _size(tree, j)


def _closes(tree: Tree, j: int) -> bool:
    """Whether nothing but marks comes after what hangs on token ``j``."""
    after = tree.tokens[tree.right[j] + 1 : tree.right[j] + 2 + _CLOSING]
    return len(after) <= _CLOSING and all(not any(c.isalnum() for c in t.text) for t in after)


def _defining(tree: Tree, j: int) -> bool:
    """Whether the relative clause at ``j`` tells who or what is meant by words that say nothing without it.

    "The ones who shut it", "we have a guest who is not on the list", "there are rules that forbid it".
    """
    if _set_off(tree, j):
        return False
    noun = tree.tokens[tree.tokens[j].head]
    if noun.lemma.lower() in _BARE:
        return True
    shown = tree.tokens[noun.head].lemma == "have" or tree.kid(noun.head, "expl") is not None
    return shown and noun.dep in ("dobj", "attr") and tree.verbal(noun.head)


def _amid(tree: Tree, j: int) -> bool:
    """Whether the relative clause at ``j`` parts a subject from its verb: "the parts that do not burn up could do harm"."""
    before, after = tree.left[j] - 1, tree.right[j] + 1
    if before < 0 or after >= len(tree.tokens) or tree.tokens[before].pos == "PUNCT" or tree.tokens[after].pos == "PUNCT":
        return False
    noun = tree.tokens[j].head
    return any(t.dep in ("nsubj", "nsubjpass") and t.head > j for t in (tree.tokens[noun], *(tree.tokens[k] for k in tree.upwards(noun))))
