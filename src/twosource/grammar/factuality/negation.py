"""Negation: the words that turn a clause or phrase round."""

from bisect import bisect_left

from twosource.grammar.tree import Tree

_NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "hardly", "scarcely"})
"""By their letters, since a parser takes "n’t" with a curly apostrophe for anything."""
_NEGATIVE = frozenset({"nobody", "nothing", "none", "neither", "nowhere", "noone", "no-one"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "acomp", "oprd", "dative", "expl"})
_ALONE = frozenset({"ROOT", "ccomp", "dep", "npadvmod"})
"""What a phrase without a verb is where it is a sentence, or all that somebody is quoted with."""
_IDLE = frozenset({"doubt", "question", "secret", "surprise", "wonder", "matter"})
_CHOICES = frozenset({"choice", "option", "alternative"})
_MANY = frozenset({"many", "much", "all", "every", "everyone", "everybody"})
_WAYS = frozenset({"way", "circumstance", "case", "mean", "means", "condition", "longer", "point", "stage", "moment", "time", "account", "sense"})
_TIMES = frozenset({"long", "longer", "ever", "before", "again"})
_MARKS = ("“", "”", "‘", "’", '"', "'", "``", "''", "`")
_WINDOW = 25
"""How far around a title the sentence's own verbs are looked for, in tokens."""
_NEAR = 3
"""How many of a verb's words may stand between the "nor" and the second verb: a comma, an adverb."""
_EXCEPTED = frozenset({"but", "less", "short", "other"})
"""After "nothing" or "none" these turn it round: "nothing but praise", "none other than the mayor"."""
_ONLY = frozenset({"only", "just", "merely", "necessarily", "because", "but"})
"""After "not" these leave it as it was: "not only won", "cannot but smile"."""
_BEING = frozenset({"be", "go", "remain", "stay"})
"""Who is or goes "without food" has none; what is done "without haste" is done."""
_BOUNDS = frozenset({"fewer", "less", "more", "later", "earlier", "sooner", "smaller", "lower", "higher"})
_SCARCE = frozenset(
    {"chance", "evidence", "proof", "doubt", "possibility", "likelihood", "sign", "indication", "interest", "support", "hope", "risk"}
)
"""What can be "zero" as it can be none; "zero degrees" are some."""


def negated(tree: Tree, i: int) -> bool:
    """Whether anything negates the clause or phrase at ``i``."""
    return negation(tree, i) is not None


def negation(tree: Tree, i: int) -> int | None:
    """The token that negates the clause or phrase at ``i``: "not", "never", "no date", "nobody", "in no way"; None if none does."""
    tokens = tree.tokens
    if in_title(tree, i):
        return None
    for j in tree.kids[i]:
        token = tokens[j]
        if token.dep == "neg" or token.text.lower() in _NOT:
            if j + 1 < len(tokens) and (tokens[j + 1].lemma in _ONLY or _soon(tree, j) or _aside(tree, i, j)):
                continue
            return j
        if _none(tree, i, j) or token.text.lower() == "nowhere" or _far_from(tree, j):
            return j
        if token.text.lower() == "long":  # "not long after he left"
            continue
        timed = token.dep == "advmod" and (token.lemma in _TIMES or (token.lemma == "once" and j < i))
        if timed and (found := _just_before(tree, j)) is not None:
            return found
        if token.dep in ("aux", "auxpass") and (found := next((k for k in tree.kids[j] if tokens[k].text.lower() in _NOT), None)) is not None:
            return found
        if token.dep == "ccomp" and j > i and tree.left[j] == i + 1 and tokens[i + 1].text.lower() in _NOT:  # "that’s not what he said"
            return i + 1
        if token.dep == "csubj" and (found := _cleft(tree, j)) is not None:
            return found
        if token.dep in _ARGUMENTS and (found := _negative_phrase(tree, j)) is not None:
            return found
        if token.dep == "prep" and token.lemma == "without" and tokens[i].lemma in _BEING and tree.kid(j, "pobj") is not None:
            return j
        if token.dep == "prep" and token.lemma != "without":
            obj = tree.kid(j, "pobj")
            spent = obj is not None and tokens[obj].lemma == "time" and token.lemma != "at"  # "in no time" is soon
            if obj is not None and tokens[obj].lemma in _WAYS and not spent and (found := _negative_phrase(tree, obj)) is not None:
                return found
            if not tree.verbal(i) and tokens[i].dep in _ALONE and (found := tree.kid(j, "neg")) is not None:  # "The photo not from us"
                return found
    return _shared(tree, i)


def in_title(tree: Tree, i: int) -> bool:
    """Whether the verb at ``i`` is a word of a work's title in the midst of a sentence: "the song Don't Look Back was played"."""
    tokens = tree.tokens
    great = [j for j in tree.kids[i] if tokens[j].dep in ("aux", "auxpass") and 0 < j < i and tokens[j].text.istitle()]
    if not great or not tokens[i].text.istitle() or not tree.verbal(i):
        return False
    around = (*tokens[max(0, i - _WINDOW) : great[0]], *tokens[i + 1 : i + _WINDOW])
    return any(t.pos in ("VERB", "AUX") and t.text.islower() for t in around)  # in a headline all verbs may have a capital


def _cleft(tree: Tree, j: int) -> int | None:
    """The negation of the clause at ``j`` that opens with "what": "what is not included is the boat"."""
    if tree.tokens[tree.left[j]].text.lower() != "what":
        return None
    subject = tree.own_subject(j)
    return tree.kid(j, "neg") or (_negative_phrase(tree, subject) if subject is not None else None)


def _soon(tree: Tree, j: int) -> bool:
    """Whether the "not" at ``j`` tells but of a short while: "it was not long before he came"."""
    after = [t.text.lower() for t in tree.tokens[j + 1 : j + 3]]
    return after[:1] == ["long"] and after[1:] in (["before"], ["after"], ["ago"])


def _aside(tree: Tree, i: int, j: int) -> bool:
    """Whether the "not" at ``j`` is of words set off from the verb at ``i``: "the mayor, not the firm, paid", "the mayor paid, not the firm"."""
    tokens = tree.tokens
    first = j - 1 if tokens[j - 1].pos == "ADV" else j  # "certainly not the firm"
    if not first > 0 or tokens[first - 1].text != ",":
        return False
    if j < i:
        return tokens[i - 1].text == "," and i - j > 1
    return not (tree.verbal(i) and tokens[i + 1].text == ",")  # "is, however, not a guard"


def _none(tree: Tree, i: int, j: int) -> bool:
    """Whether the word at ``j`` leaves nothing of the noun at ``i``: "no ship", "zero chance"; "no fewer than nine ships" are nine."""
    token, after = tree.tokens[j], [t.text.lower() for t in tree.tokens[j + 1 : j + 3]]
    if token.lemma == "zero":
        return token.dep in ("nummod", "amod", "det") and tree.tokens[i].lemma in _SCARCE
    if any(tree.tokens[k].dep in ("det", "poss") and k < j for k in tree.kids[i]):
        return False  # "a no vote", "a strict no drinks policy"
    return token.dep == "det" and token.lemma == "no" and not (after[0:1] and after[0] in _BOUNDS and after[1:] == ["than"])


def _far_from(tree: Tree, j: int) -> bool:
    """Whether the words from ``j`` on are the "far from" of "far from over" or the "anything but" of "anything but calm"."""
    tokens = tree.tokens
    words = [t.text.lower() for t in tokens[j : j + 2]]
    if words == ["anything", "but"]:
        return tokens[j].dep in _ARGUMENTS
    return words == ["far", "from"] and any(tokens[k].dep == "pcomp" or tokens[k].pos == "ADJ" for k in tree.kids[j + 1])


def _just_before(tree: Tree, j: int) -> int | None:
    """The "no" of "no longer", the "hardly" of "hardly ever"."""
    return j - 1 if j and tree.tokens[j - 1].head == j and tree.tokens[j - 1].text.lower() in (*_NOT, "no") else None


def _shared(tree: Tree, i: int) -> int | None:
    """The negation that a second verb shares with its first: "neither paid nor lent it", "did not eat or drink"."""
    first = tree.tokens[i].head
    if tree.tokens[i].dep != "conj" or first >= i or not tree.verbal(i) or tree.kid(i, "nsubj", "nsubjpass", "aux", "auxpass") is not None:
        return None
    n = bisect_left(tree.kids[first], i)
    joining = next((k for k in reversed(tree.kids[first][max(0, n - _NEAR) : n]) if tree.tokens[k].dep == "cc"), None)
    if joining is None or tree.tokens[joining].lemma not in ("nor", "or"):
        return None
    if tree.tokens[joining].lemma == "nor":
        return joining
    return next((k for k in tree.kids[first] if tree.tokens[k].dep == "neg" and k < first), None)


def _negative_phrase(tree: Tree, i: int) -> int | None:
    tokens = tree.tokens
    if tokens[i].text.lower() in _NEGATIVE:
        return i if i + 1 == len(tokens) or tokens[i + 1].lemma not in _EXCEPTED else None
    if tokens[i].text.lower() == "one" and i > 1 and tokens[i - 1].text == "-" and tokens[i - 2].text.lower() == "no":
        return i - 2
    if tokens[i].lemma in _CHOICES and any(tokens[k].lemma == "but" for k in (*tree.kids[i], min(i + 1, len(tokens) - 1))):
        return None  # "had no choice but to pay"
    if tokens[i].lemma in _IDLE and tokens[i].tag != "NNS":  # "there is no question that he won"; "took no questions"
        return None
    for j in tree.kids[i]:
        word = tokens[j].text.lower()
        if 0 < j < len(tokens) - 1 and tokens[j - 1].text in _MARKS and tokens[j + 1].text in _MARKS:  # "the only “no” vote"
            continue
        if _none(tree, i, j) or (word in ("no", "neither") and (tokens[j].dep in ("neg", "preconj") or tokens[i].lemma == "one")):
            return j
        if word == "neither" and tokens[j].dep == "det":
            return j
        between = tokens[min(tokens[i].head + 1, len(tokens) - 1)].text == ","  # "is, however, not true"
        if tokens[j].dep == "neg" and word in _NOT and (tokens[j - 1].text != "," or between):  # "the crew, not the guests, left"
            return j
        if word in ("hardly", "scarcely", "barely") and j < i:  # "Hardly anyone came"
            return j
        if word == "more" and j < i and (found := _just_before(tree, j)) is not None:  # "there is no more hope"
            return found
        if word in _MANY and (found := next((k for k in tree.kids[j] if tokens[k].text.lower() == "not"), None)) is not None:
            return found  # "Not many people came"
    return None
