"""Modality: how sure a sentence presents the happening at one of its words, and the words that tell."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from twosource.domain.span import Span
from twosource.domain.statement import FactualityValue
from twosource.grammar.factuality.negation import negated, negation
from twosource.grammar.tree import Tree
from twosource.reference.lexicon import table, words

_ORDER = {"CT": 0, "PR": 1, "PS": 2, "Uu": 3}
_SUBORDINATE = ("xcomp", "ccomp", "acl", "csubj", "csubjpass", "pcomp")
_STEPS = 6
"""Complements nested deeper are faults of the parse."""


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that makes a happening less sure, or turns it round.

    Attributes:
        token: index of the word in its sentence.
        certainty, positive: what it leaves of the happening.
        time: "future" where it puts the happening ahead, else "".
        commitment: rung of the ladder for plans, or "".
        kind: the row's kind ("modal", "verb" ...), "negation", "condition", or "question".
    """

    token: int
    certainty: str
    positive: bool
    time: str = ""
    commitment: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Modality:
    """The operators over one happening, innermost first, and the word it comes down to (``head``)."""

    head: int
    operators: tuple[Operator, ...]

    @property
    def value(self) -> FactualityValue:
        """All operators together: the least sure of them, and the sign that they make."""
        certainty = max((o.certainty for o in self.operators), key=_ORDER.__getitem__, default="CT")
        if certainty == "Uu":
            return "Uu"
        positive = sum(not o.positive for o in self.operators) % 2 == 0
        return f"{certainty}{'+' if positive else '-'}"  # type: ignore[return-value]

    @property
    def deciding(self) -> Operator | None:
        """The operator that decides the value: the least sure, else the first negation, else what tells of a plan."""
        unsure = max(self.operators, key=lambda o: _ORDER[o.certainty], default=None)
        if unsure is None or unsure.certainty != "CT":
            return unsure
        negative = next((o for o in self.operators if not o.positive), None)
        plans = [o for o in self.operators if o.commitment]
        return negative or next((o for o in reversed(plans) if o.kind != "modal"), plans[0] if plans else unsure)


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    certainty: str
    positive: bool
    negated: str
    time: str
    commitment: str
    scope: str

    def at(self, token: int, negative: bool) -> Operator:
        """The operator this row makes of a token, itself negated or not."""
        if not negative:
            return Operator(token, self.certainty, self.positive, self.time, self.commitment, self.kind)
        certainty, positive = (self.negated, True) if self.negated == "Uu" else (self.negated[:2], self.negated[2:] == "+")
        return Operator(token, certainty, positive, self.time, self.commitment, self.kind)


@cache
def _rows() -> dict[tuple[str, str], _Row]:
    return {
        (r["kind"], r["word"]): _Row(r["kind"], r["certainty"], r["polarity"] == "+", r["negated"], r["time"], r["commitment"], r["scope"])
        for r in table("modality")
    }


def modality(tree: Tree, head: int, *, own: bool = True, within: Span | None = None, cue: Span | None = None) -> Modality:
    """How sure the happening at token ``head`` is presented, with values in the terms of FactBank.

    Reads downwards first (a clause that says "plans to visit" tells of the visit), then the happening's own clause, then upwards
    through the words it is the complement of, as far as the cue: what stands above it is another's word.

    Args:
        own: whether the outlet speaks in its own voice; words such as "reportedly" lose their force where somebody is named.
        within: the statement's span; only in it is read downwards, and without it not at all.
        cue: the words that attribute the statement, as in ``Statement``.
    """
    down: list[Operator] = []
    bottom = head
    for _ in range(_STEPS):
        step = _below(tree, bottom, within) if within is not None else None
        if step is None:
            break
        row, token, nxt = step
        down = [row.at(token, negated(tree, token) or (token != bottom and negated(tree, bottom))), *_mood(tree, bottom, own), *down]
        if nxt == bottom:
            return Modality(bottom, _once([*down, *_above(tree, head, cue)]))
        bottom = nxt
    return Modality(bottom, _once([*_clause(tree, bottom, own), *down, *_above(tree, head, cue)]))


def _once(operators: list[Operator]) -> tuple[Operator, ...]:
    return tuple({o.token: o for o in reversed(operators)}[t] for t in dict.fromkeys(o.token for o in operators))


def _clause(tree: Tree, i: int, own: bool) -> Iterator[Operator]:
    """The operators of the clause at ``i`` itself: modals, negation, adverbs, conditions, questions."""
    mood = list(_mood(tree, i, own))
    turned = negation(tree, i)
    modal = next((o for o in mood if o.kind == "modal"), None)
    if turned is not None and modal is not None:
        mood.remove(modal)
        yield _rows()["modal", tree.tokens[modal.token].text.lower()].at(modal.token, negative=True)
    elif turned is not None:
        yield Operator(turned, "CT", positive=False, kind="negation")
    if any(o.certainty == "PR" for o in mood):  # "would probably win if it rains" is told as probable
        mood = [o for o in mood if o.kind != "condition"]
    yield from mood


def _mood(tree: Tree, i: int, own: bool) -> Iterator[Operator]:
    """The operators of a clause but for its negation."""
    tokens, rows = tree.tokens, _rows()
    for j in tree.kids[i]:
        token, word = tokens[j], tokens[j].text.lower()
        if token.dep in ("aux", "auxpass") and ("modal", word) in rows:
            yield from _modal(tree, i, j, rows["modal", word])
        elif token.dep in ("advmod", "npadvmod") and ("adverb", token.lemma) in rows:
            row = rows["adverb", token.lemma]
            if row.scope != "own" or own:
                yield row.at(j, negative=False)
        elif token.dep == "advcl" and (mark := _mark(tree, j)) is not None and tokens[mark].lemma in ("if", "unless"):
            before = tokens[mark - 1].lemma if mark else ""
            if before not in ("even", "as", "only") or (before == "as" and tokens[i].lemma in _SEEM):
                yield Operator(mark, "PS", positive=True, kind="condition")
        elif token.dep == "mark" and token.lemma == "whether":
            yield Operator(j, "Uu", positive=True, kind="question")
        elif token.dep == "mark" and token.lemma == "if":
            yield Operator(j, "Uu" if tokens[i].dep == "ccomp" else "PS", positive=True, kind="condition")
    if tokens[i].head == i and _asks(tree, i):
        yield Operator(tree.right[i], "Uu", positive=True, kind="question")


def _modal(tree: Tree, i: int, j: int, row: _Row) -> Iterator[Operator]:
    """A modal's operator; with "have" it looks back: "must have left", "would have known" are probable."""
    perfect = any(tree.tokens[k].lemma == "have" and tree.tokens[k].dep == "aux" for k in tree.kids[i])
    word = tree.tokens[j].text.lower()
    if perfect and word in ("must", "would", "should"):
        yield Operator(j, "PR", positive=True, kind="modal")
    elif perfect:
        yield Operator(j, row.certainty, row.positive, kind="modal")
    else:
        yield row.at(j, negative=False)


def _mark(tree: Tree, i: int) -> int | None:
    return next((j for j in tree.kids[i] if tree.tokens[j].dep == "mark" or tree.tokens[j].lemma == "if"), None)


def _asks(tree: Tree, root: int) -> bool:
    """Whether the sentence is a question to which yes or no is the answer: it ends so, and its verb stands before its subject."""
    tokens, subject = tree.tokens, tree.own_subject(root)
    if subject is None or not any(t.text == "?" for t in tokens[-2:]):
        return False
    first = min([root, *(j for j in tree.kids[root] if tokens[j].dep in ("aux", "auxpass"))])
    return first < subject and not any(t.tag in ("WP", "WRB", "WDT", "WP$") for t in tokens[:first])


_SEEM = frozenset({"feel", "look", "seem", "sound", "appear"})


def _below(tree: Tree, i: int, within: Span) -> tuple[_Row, int, int] | None:
    """The operator word that the clause at ``i`` says, its token, and the happening under it (``i`` again when that is no clause)."""
    tokens, rows = tree.tokens, _rows()
    inside = [j for j in tree.kids[i] if within.start <= tokens[j].start and tokens[j].end <= within.end]
    clause = next((j for j in inside if tokens[j].dep in ("xcomp", "ccomp") and tree.verbal(j)), None)
    row = rows.get(("verb", tokens[i].lemma)) if tree.verbal(i) else rows.get(("noun", tokens[i].lemma))
    if tokens[i].lemma == "go" and tokens[i].tag == "VBG" and clause is not None:
        return rows["modal", "will"], i, clause
    passive = any(tokens[j].dep == "auxpass" for j in inside)
    if row is not None and passive and row.scope == "object" and row.commitment in ("considers", "wants") and clause is None:
        return None  # "is considered a traitor", "is wanted by police" tell of no plan
    if row is not None and row.scope == "clause":
        said = next((j for j in inside if tokens[j].dep == "ccomp" and tree.finite(j) and not _opens_with_question(tree, j)), None)
        return (row, i, said) if said is not None and not _first_person(tree, i) else None
    if row is None and passive and clause is not None and tokens[clause].dep == "xcomp":
        row = rows.get(("passive", tokens[i].lemma))
    if row is not None and tokens[i].lemma == "think" and clause is not None and _first_person(tree, i) and not negated(tree, i):
        return rows["verb", "say"], i, clause
    if row is not None and row.scope in ("both", "object"):
        if clause is None:
            clause = _complement(tree, i, inside)
        if clause is not None:
            return row, i, clause
        if row.scope == "object" and any(tokens[j].dep in ("dobj", "nsubjpass") for j in inside):
            return row, i, i
    told = clause is not None and tokens[clause].dep == "ccomp" and tree.finite(clause) and not _opens_with_question(tree, clause)
    if tokens[i].lemma == "be" and told and clause is not None and tree.kid(i, "acomp", "neg", "expl") is None and not negated(tree, i):
        return rows["verb", "say"], i, clause
    return _below_be(tree, i, inside, clause) if tree.verbal(i) else None


def _below_be(tree: Tree, i: int, inside: list[int], clause: int | None) -> tuple[_Row, int, int] | None:
    """As ``_below``, for "is likely to", "it is unclear why", "expressed readiness to", "is to"."""
    tokens, rows = tree.tokens, _rows()
    for j in inside:
        row = rows.get(("adjective", tokens[j].lemma)) if tokens[j].dep in ("acomp", "oprd", "attr") else None
        if row is not None and row.scope == "both":
            nxt = _complement(tree, j, tree.kids[j])
            nxt = nxt if nxt is not None else clause
            if nxt is not None or not row.time:  # "all options are open" tells of no plan
                return row, j, nxt if nxt is not None else i
        noun = rows.get(("noun", tokens[j].lemma)) if tokens[j].dep in ("dobj", "attr") else None
        exists = any(tokens[k].dep == "expl" for k in inside)
        if noun is not None and noun.scope == "both" and (exists or (noun.time and tokens[i].lemma in words("expressing_verbs"))):
            nxt = _complement(tree, j, tree.kids[j])
            return noun, j, nxt if nxt is not None else i
    infinitive = clause is not None and tokens[clause].dep == "xcomp" and any(tokens[k].tag == "TO" for k in tree.kids[clause])
    if tokens[i].lemma == "be" and infinitive and clause is not None and tokens[i].tag in ("VBZ", "VBP", "VBD"):
        return rows["modal", "will"], i, clause
    return None


def _opens_with_question(tree: Tree, i: int) -> bool:
    """Whether a clause is opened by why, how, what and the like."""
    return any(t.tag in ("WP", "WRB", "WDT", "WP$") for t in tree.tokens[tree.left[i] : i])


def _first_person(tree: Tree, i: int) -> bool:
    subject = tree.own_subject(i)
    return subject is not None and tree.tokens[subject].text.lower() in ("i", "we")


def _complement(tree: Tree, i: int, kids: list[int]) -> int | None:
    """The clause that completes a word: an infinitive, a that-clause, or a gerund after a preposition."""
    for j in kids:
        if tree.tokens[j].dep in ("xcomp", "ccomp", "acl") and (tree.verbal(j) or tree.tokens[j].dep != "acl"):
            return j
        if tree.tokens[j].dep == "prep" and (gerund := tree.kid(j, "pcomp")) is not None:
            return gerund
    return None


def _before(tree: Tree, i: int) -> int | None:
    """The infinitive a participle sums up: "was asked to come, marking her first visit" tells of the coming."""
    tokens = tree.tokens
    if tokens[i].tag != "VBG" or tokens[i].lemma not in _SUMMING or tokens[i - 1].text != ",":
        return None
    last = next((j for j in range(i - 2, max(-1, i - 30), -1) if tree.verbal(j)), None)
    return last if last is not None and any(tokens[k].tag == "TO" for k in tree.kids[last]) else None


_SUMMING = frozenset({"mark", "become", "make", "represent", "constitute"})


def _above(tree: Tree, i: int, cue: Span | None) -> Iterator[Operator]:
    """The operators above ``i``: of the words it completes, up to the cue; of its first conjunct, whose modals it shares."""
    tokens = tree.tokens
    if (summed := _before(tree, i)) is not None:  # its being ahead carries over, its doubt does not
        yield from (Operator(o.token, "CT", positive=True, time=o.time, kind=o.kind) for o in _above(tree, summed, cue) if o.time)
    reached = cue is None
    for _ in range(_STEPS):
        token, above = tokens[i], tokens[i].head
        if above == i:
            break
        if token.dep == "conj":
            if tree.kid(i, "nsubj", "nsubjpass", "aux") is not None:
                break
            yield from (o for o in _mood(tree, above, own=True) if o.kind in ("modal", "condition"))
        elif token.dep in _SUBORDINATE or (
            token.dep == "advcl" and (tokens[above].lemma in _SEEM or (token.tag == "VBG" and tree.own_subject(i) is None))
        ):
            if token.dep == "pcomp":
                above = tokens[above].head
            in_cue = cue is not None and cue.start <= tokens[above].start < cue.end
            if (token.dep != "advcl" or tokens[above].lemma in _SEEM) and (row := _row_above(tree, i, above)) is not None:
                yield row.at(above, negated(tree, above))
            reached = reached or in_cue
            if in_cue or (token.dep == "ccomp" and tree.finite(i)):
                break
        elif token.dep not in ("prep", "pobj") or tokens[above].pos not in ("ADP", "NOUN"):
            break
        i = above
    if not reached and cue is not None:
        yield from _of_cue(tree, cue)


def _row_above(tree: Tree, i: int, above: int) -> _Row | None:
    """The row of a word over a clause; one that leaves it open ("asked", "ordered") holds for no finite clause.

    "I think" of the speaker's own is how opinions are told, and makes them no less sure.
    """
    kind = {"VERB": "verb", "AUX": "verb", "ADJ": "adjective", "NOUN": "noun"}.get(tree.tokens[above].pos, "")
    row = _rows().get((kind, tree.tokens[above].lemma))
    if row is None or (row.certainty == "Uu" and row.kind != "adjective" and tree.finite(i)):
        return None
    if row.scope == "clause" or (tree.tokens[above].lemma == "think" and _first_person(tree, above)):
        return row if row.scope == "clause" and negated(tree, above) and not _opens_with_question(tree, i) else None
    if row.scope == "like":
        return row if any(t.lemma in ("like", "as") for t in tree.tokens[tree.left[i] : i]) else None
    return None if tree.tokens[above].lemma == "wonder" and _opens_with_question(tree, i) else row


def _of_cue(tree: Tree, cue: Span) -> Iterator[Operator]:
    """The operator of a cue that the parse does not put above its content."""
    for j, token in enumerate(tree.tokens):
        if cue.start <= token.start < cue.end:
            row = _rows().get(("verb", token.lemma)) or _rows().get(("noun", token.lemma))
            if row is not None and row.certainty != "Uu" and not row.time and row.scope not in ("clause", "like"):
                yield row.at(j, negated(tree, j))
                return
