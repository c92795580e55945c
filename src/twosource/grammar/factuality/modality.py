"""Modality: how sure a sentence presents the happening at one of its words, and the words that tell."""

from bisect import bisect_left
from collections.abc import Iterator

from twosource.domain.span import Span
from twosource.grammar.factuality.below import adjective, below
from twosource.grammar.factuality.complements import bidden, first_person, foretold, mark_of, opens_with_question
from twosource.grammar.factuality.feared import bare
from twosource.grammar.factuality.negation import in_title, negated, negation
from twosource.grammar.factuality.operators import Modality, Operator, Row, rows
from twosource.grammar.tree import Tree

_SUBORDINATE = ("xcomp", "ccomp", "acl", "csubj", "csubjpass", "pcomp")
_STEPS = 6
"""Complements nested deeper are faults of the parse."""


_FACTIVE = frozenset({"know", "realise", "realize", "remember", "regret"})
"""What is under these is so, for whoever says them."""


def modality(tree: Tree, head: int, *, own: bool = True, within: Span | None = None, cue: Span | None = None) -> Modality:
    """How sure the happening at token ``head`` is presented, with values in the terms of FactBank.

    Reads downwards first (a clause that says "plans to visit" tells of the visit), then the happening's own clause, then upwards
    through the words it is the complement of, as far as the cue: what stands above it is another's word.

    Args:
        own: whether the outlet speaks in its own voice; words such as "reportedly" lose their force where somebody is named.
        within: the statement's span; only in it is read downwards, and without it not at all.
        cue: the words that attribute the statement, as in ``Statement``.
    """
    mark = _asked(tree, head, within, cue)
    down = [Operator(mark, "Uu", positive=True, kind="question")] if mark is not None else []
    bottom = head
    for _ in range(_STEPS):
        step = below(tree, bottom, within) if within is not None else None
        if step is None:
            break
        row, token, nxt = step
        if row.scope == "clause" and nxt != bottom and tree.tokens[token].lemma in _FACTIVE:
            down = []  # "he wants people to know that it is so": it is, whatever he wants
        mood = [] if row.scope == "bound" else _mood(tree, bottom, own)
        down = [_operator(tree, row, token, bottom, down), *mood, *down]
        if nxt == bottom:
            return Modality(bottom, _once([*down, *_above(tree, head, cue)]))
        bottom = nxt
    return Modality(bottom, _once([*_clause(tree, bottom, own), *down, *_above(tree, head, cue)]))


def _operator(tree: Tree, row: Row, token: int, bottom: int, above: list[Operator]) -> Operator:
    """What a row makes of its word at ``token`` in the clause at ``bottom``.

    There may be but little of what it names ("little chance"), and who refuses to rule a thing out leaves it open.
    """
    negative = negated(tree, token) or (token != bottom and negated(tree, bottom))
    if row.kind == "noun" and _little(tree, token, negative):
        return Operator(token, "PR", not row.positive, row.time, row.commitment, row.kind)
    refused = row == rows()["phrasal", "rule out"] and not negative and above and above[0].kind == "verb" and not above[0].positive
    if refused:
        above[:] = above[1:]
    return row.at(token, negative or bool(refused))


def _little(tree: Tree, i: int, negative: bool) -> bool:
    """Whether there is but little of the noun at ``i``: "little chance", "virtually no chance"."""
    if negative:
        return any(tree.tokens[j].lemma in _ALMOST for j in range(max(0, i - 3), i))
    return any(tree.tokens[j].lemma in _LITTLE for j in tree.kids[i])


def _once(operators: list[Operator]) -> tuple[Operator, ...]:
    return tuple({o.token: o for o in reversed(operators)}[t] for t in dict.fromkeys(o.token for o in operators))


def _clause(tree: Tree, i: int, own: bool) -> Iterator[Operator]:
    """The operators of the clause at ``i`` itself: modals, negation, adverbs, conditions, questions."""
    mood = list(_mood(tree, i, own))
    turned = negation(tree, i)
    modal = next((o for o in mood if o.kind == "modal"), None)
    if turned is not None and modal is not None and _best(tree, i):
        mood.remove(modal)
    elif turned is not None and modal is not None:
        mood = [o for o in mood if o is not modal and tree.tokens[o.token].lemma != "possibly"]  # "cannot possibly win"
        yield rows()["modal", tree.tokens[modal.token].text.lower()].at(modal.token, negative=True)
    elif turned is not None:
        yield Operator(turned, "CT", positive=False, kind="negation")
    elif (denied := _denied(tree, i)) is not None:
        yield Operator(denied, "CT", positive=False, kind="negation")
    if any(o.certainty == "PR" and o.kind != "condition" for o in mood):  # "would probably win if it rains" is told as probable
        mood = [o for o in mood if o.kind != "condition"]
    yield from mood


def _best(tree: Tree, i: int) -> bool:
    """Whether a thing could not be more so: "the news could not be better"; "it cannot be lower than nine" is a bound."""
    most = tree.kid(i, "acomp")
    return most is not None and tree.tokens[most].tag == "JJR" and all(tree.tokens[k].lemma != "than" for k in tree.kids[most])


def _denied(tree: Tree, i: int) -> int | None:
    """The verb that denies what a noun tells of: "the accusations, which he denied"."""
    if tree.verbal(i):
        return None
    for j in tree.kids[i]:
        if tree.tokens[j].dep == "relcl" and tree.tokens[j].lemma in ("deny", "refute", "rebut") and not negated(tree, j):
            what = tree.kid(j, "dobj")
            if what is not None and tree.tokens[what].lemma in ("which", "that"):
                return j
    return None


def _mood(tree: Tree, i: int, own: bool) -> Iterator[Operator]:
    """The operators of a clause but for its negation."""
    tokens, known = tree.tokens, rows()
    for j in tree.kids[i] if not in_title(tree, i) else ():
        token, word = tokens[j], tokens[j].text.lower()
        if token.dep in ("aux", "auxpass") and ("modal", word) in known:
            yield from _modal(tree, i, j, known["modal", word])
        elif token.dep in ("advmod", "npadvmod") and ("adverb", token.lemma) in known:
            row = known["adverb", token.lemma]
            if row.scope != "own" or own:
                yield row.at(j, negative=False)
        elif token.dep == "advcl" and (mark := mark_of(tree, j)) is not None and tokens[mark].lemma in ("if", "unless"):
            before = tokens[mark - 1].lemma if mark else ""
            if (open_ := tree.kid(i, "acomp")) is not None and tokens[open_].lemma in _OPEN:  # "it was unclear if he came"
                yield Operator(mark, "Uu", positive=True, kind="question")
            elif (before not in ("even", "as", "only") and not _conceding(tree, j)) or (before == "as" and tokens[i].lemma in _SEEM):
                open_ended = "PS" if before == "as" or _aside(tree, i, j) else "PR" if own and _would(tree, i) else "CT"
                yield Operator(mark, open_ended, positive=True, kind="condition")
        elif token.dep == "mark" and token.lemma == "whether":
            yield Operator(j, "Uu", positive=True, kind="question")
        elif token.dep == "mark" and token.lemma == "if" and tokens[j - 1].lemma != "as":
            parted = any(tokens[k].dep == "mark" and tokens[k].lemma == "that" for k in tree.kids[i])  # "said that if it rains, they will stay"
            yield Operator(j, "CT" if parted else "Uu" if tokens[i].dep == "ccomp" else "PS", positive=True, kind="condition")


def _aside(tree: Tree, i: int, j: int) -> bool:
    """Whether the condition at ``j`` leaves open what the clause at ``i`` says: "it looks sold, if the papers are real", "if true, it is".

    "If he stays, he will lose" and "he will lose if he stays" are told for certain, both their halves as one.
    """
    subject, first = tree.own_subject(i), tree.left[j]
    if tree.own_subject(j) is None:
        return True
    return subject is not None and subject < first and tree.tokens[first - 1].text in (",", "—", "–", "--")


def _conceding(tree: Tree, j: int) -> bool:
    """Whether a condition without a verb but concedes something: "an easy answer, if a slow one"; "if true" does not."""
    return tree.tokens[j].pos in ("ADJ", "NOUN") and tree.tokens[j].lemma not in _IF_SO and tree.kid(j, "cop", "aux", "nsubj") is None


def _would(tree: Tree, i: int) -> bool:
    """Whether the clause at ``i`` says "would"; under a cue that is but the past of "will"."""
    return any(tree.tokens[k].text.lower() in ("would", "'d", "’d") and tree.tokens[k].tag == "MD" for k in tree.kids[i])


def _modal(tree: Tree, i: int, j: int, row: Row) -> Iterator[Operator]:
    """A modal's operator; with "have" it looks back: "must have left", "would have known" are probable."""
    perfect = any(tree.tokens[k].lemma == "have" and tree.tokens[k].dep == "aux" for k in tree.kids[i])
    word = tree.tokens[j].text.lower()
    if perfect and word in ("must", "would", "should"):
        yield Operator(j, "PR", positive=True, kind="modal")
    elif perfect:
        yield Operator(j, row.certainty, row.positive, kind="modal")
    elif word in ("can", "could") and _as_a_rule(tree, i, word):
        yield Operator(j, "CT", positive=True, kind="modal")
    elif word == "can" and any((mark := mark_of(tree, k)) is not None and tree.tokens[mark].lemma == "if" for k in tree.kids[i]):
        yield Operator(j, "PS", positive=True, commitment="may", kind="modal")  # "can win if it rains" tells of a chance, "can swim" of a skill
    else:
        yield row.at(j, negative=False)


def _as_a_rule(tree: Tree, i: int, word: str) -> bool:
    """Whether what can be done is done: "can be seen climbing the wall", "can be found anywhere", "can usually help it"."""
    passive = tree.kid(i, "auxpass") is not None
    if (tree.tokens[i].lemma in _SENSING and (passive or word == "can")) or (tree.tokens[i].lemma == "find" and passive):
        return True
    return word == "can" and any(tree.tokens[k].lemma in _USUALLY for k in tree.kids[i])


def _asked(tree: Tree, i: int, within: Span | None, cue: Span | None) -> int | None:
    """The mark of the question that the clause at ``i`` is, if the answer is yes or no.

    Its verb stands before its subject, or somebody asks it: "you left?", she asked.
    """
    tokens, subject, last = tree.tokens, tree.own_subject(i), tree.right[i]
    if subject is None:
        return None
    if within is not None:
        last = min(last, bisect_left(tokens, within.end, key=lambda t: t.start) - 1)
    near = range(max(subject, last - 1), min(last + 2, len(tokens)))
    mark = next((k for k in near if tokens[k].text == "?"), None)
    if mark is None or any(t.tag in ("WP", "WRB", "WDT", "WP$") for t in tokens[tree.left[i] : max(subject, i)]):
        return None
    first = min([i, *(j for j in tree.kids[i] if tokens[j].dep in ("aux", "auxpass"))])
    by_somebody = cue is not None and any(t.lemma == "ask" and cue.start <= t.start < cue.end for t in tokens)
    return mark if first < subject or by_somebody else None


_ALMOST = frozenset({"virtually", "almost", "practically", "nearly"})
_LITTLE = frozenset({"little", "slim", "scant", "remote", "scarce"})
_IF_SO = frozenset({"true", "correct", "right", "accurate", "so", "real", "possible", "necessary", "successful"})
_BEARING_OUT = frozenset({"confirm", "corroborate", "verify", "prove"})
_SENSING = frozenset({"see", "hear"})
_USUALLY = frozenset({"typically", "usually", "normally", "generally", "often", "always", "sometimes"})
_OPEN = frozenset({"clear", "unclear", "known", "unknown", "sure", "unsure", "certain", "uncertain"})
_SEEM = frozenset({"feel", "look", "seem", "sound", "appear"})


def _before(tree: Tree, i: int) -> int | None:
    """The infinitive a participle sums up: "was asked to come, marking her first visit" tells of the coming."""
    tokens = tree.tokens
    if tokens[i].tag != "VBG" or tokens[i].lemma not in _SUMMING or tokens[i - 1].text != ",":
        return None
    last = next((j for j in range(i - 2, max(-1, i - 30), -1) if tree.verbal(j)), None)
    return last if last is not None and any(tokens[k].tag == "TO" for k in tree.kids[last]) else None


# A gerund after these stands beside its clause: what that says of itself, it does not say of the gerund.
_BESIDE = frozenset({"after", "before", "despite", "since", "with", "without"})
_SUMMING = frozenset({"mark", "become", "make", "represent", "constitute"})


def _above(tree: Tree, i: int, cue: Span | None) -> Iterator[Operator]:
    """The operators above ``i``: of the words it completes, up to the cue; of its first conjunct, whose modals it shares."""
    tokens = tree.tokens
    if (summed := _before(tree, i)) is not None:  # its being ahead carries over, its doubt does not
        yield from (Operator(o.token, "CT", positive=True, time=o.time, kind=o.kind) for o in _above(tree, summed, cue) if o.time)
    reached, beside = cue is None, False
    for _ in range(_STEPS):
        token, above = tokens[i], tokens[i].head
        if above == i:
            break
        if token.dep == "conj":
            apart = tree.finite(i) and not tree.finite(above)  # "refused to go and left": the leaving is refused by nobody
            if apart or tree.kid(i, "nsubj", "nsubjpass", "aux") is not None:
                break
            # "may rain and snow" shares its "may", "may rain and is cold" does not.
            yield from (o for o in _mood(tree, above, own=True) if o.kind == "condition" or (o.kind == "modal" and not tree.finite(i)))
        elif token.dep in _SUBORDINATE or bare(tree, above, i) or (token.dep == "advcl" and ((seeming := _seeming(tree, i)) or _gerund(tree, i))):
            # What is done in a trial of something else is done: "tried to win, using a ruse".
            beside = beside or (token.dep == "advcl" and not seeming and tokens[tree.left[i] - 1].text == ",")
            if token.dep == "pcomp":
                if tokens[above].lemma in _BESIDE:
                    if tokens[above].lemma == "without":
                        yield Operator(above, "CT", positive=False, kind="negation")
                    break
                above = tokens[above].head
            in_cue = cue is not None and cue.start <= tokens[above].start < cue.end
            if (
                (token.dep != "advcl" or seeming)
                and (row := _row_above(tree, i, above)) is not None
                and (not beside or (row.time and row.certainty != "Uu"))
            ):
                yield row.at(above, negated(tree, above))
            reached = reached or in_cue
            if in_cue or (token.dep == "ccomp" and tree.finite(i)):
                break
        elif token.dep not in ("prep", "pobj") or tokens[above].pos not in ("ADP", "NOUN"):
            # "fears that Kole, who has left, may come back": his having left nobody fears.
            reached = reached or (token.dep == "relcl" and tokens[tree.left[i] - 1].text == ",")
            break
        i = above
    if not reached and cue is not None:
        yield from _of_cue(tree, cue)


def _seeming(tree: Tree, i: int) -> bool:
    """Whether the clause at ``i`` is what something looks like: "it feels as if he won"; in "he appears as they sing" it is not."""
    opening = [t.lemma for t in tree.tokens[tree.left[i] : i]]
    return tree.tokens[tree.tokens[i].head].lemma in _SEEM and ("like" in opening or any(a in opening for a in ("if", "though")))


def _gerund(tree: Tree, i: int) -> bool:
    return tree.tokens[i].tag == "VBG" and tree.own_subject(i) is None


def _row_above(tree: Tree, i: int, above: int) -> Row | None:
    """The row of a word over a clause; one that leaves it open ("asked", "ordered") holds for no finite clause.

    "I think" of the speaker's own is how opinions are told, and makes them no less sure; what will be, it makes probable.
    """
    kind = {"VERB": "verb", "AUX": "verb", "ADJ": "adjective", "NOUN": "noun"}.get(tree.tokens[above].pos, "")
    row = rows().get((kind, adjective(tree, above) if kind == "adjective" else tree.tokens[above].lemma))
    if row is None or (row.certainty == "Uu" and row.kind != "adjective" and tree.finite(i)):
        return None
    if row.scope == "clause" or (tree.tokens[above].lemma == "think" and first_person(tree, above) and not foretold(tree, i)):
        return row if row.scope == "clause" and above < i and negated(tree, above) and not opens_with_question(tree, i) else None
    if tree.tokens[above].lemma == "suggest" and bidden(tree, i):
        return None  # "suggested that he leave" finds nothing likely
    if kind == "noun" and tree.tokens[tree.tokens[above].head].lemma in _BEARING_OUT:
        return None  # "confirmed the rumor that he left"
    if row.scope == "like":
        return row if any(t.lemma in ("like", "as") for t in tree.tokens[tree.left[i] : i]) else None
    return None if tree.tokens[above].lemma == "wonder" and opens_with_question(tree, i) else row


def _of_cue(tree: Tree, cue: Span) -> Iterator[Operator]:
    """The operator of a cue that the parse does not put above its content."""
    for j, token in enumerate(tree.tokens):
        if cue.start <= token.start < cue.end:
            row = rows().get(("verb", token.lemma)) or rows().get(("noun", token.lemma))
            if row is not None and row.certainty != "Uu" and not row.time and row.scope not in ("clause", "like"):
                yield row.at(j, negated(tree, j))
                return
