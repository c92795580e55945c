"""Below: what a clause says of the clause under it, as "plans to visit" tells of the visit, and "rejected the claim that he paid" of the payment."""

from twosource.domain.span import Span
from twosource.grammar.factuality.feared import feared
from twosource.grammar.factuality.negation import negated
from twosource.grammar.factuality.operators import Row, rows
from twosource.grammar.tree import Tree
from twosource.reference.lexicon import words

_SPELLS = frozenset({"minute", "hour", "day", "night", "week", "month", "season", "year", "decade"})
_FAIRLY = frozenset({"pretty", "fairly", "quite", "reasonably", "almost", "nearly", "virtually"})
_KNOWING = frozenset({"know", "see", "realise", "realize", "understand", "tell", "notice"})


def below(tree: Tree, i: int, within: Span) -> tuple[Row, int, int] | None:
    """The operator word that the clause at ``i`` says, its token, and the happening under it (``i`` again when that is no clause)."""
    tokens, known = tree.tokens, rows()
    inside = [j for j in tree.kids[i] if within.start <= tokens[j].start and tokens[j].end <= within.end]
    clause = next((j for j in inside if tokens[j].dep in ("xcomp", "ccomp") and tree.verbal(j)), None)
    row = known.get(("verb", tokens[i].lemma)) if tree.verbal(i) else known.get(("noun", tokens[i].lemma))
    if clause is not None and tokens[i].lemma in ("be", "have") and (yet := next((j for j in inside if tokens[j].text.lower() == "yet"), None)):
        return known["verb", "fail"], yet, clause  # "has yet to come"
    if tokens[i].lemma == "threaten" and clause is not None and tree.verbal(i):
        return known["phrasal", "threaten to"], i, clause  # the threat is told for certain, whatever comes of it
    if (refused := _refused(tree, i, inside)) is not None:
        return known["phrasal", "rule out"] if tokens[i].lemma == "rule" else known["verb", "deny"], i, refused
    if (spared := _spared(tree, i, inside)) is not None:
        return known["verb", "fail"], spared[0], spared[1]
    if (plain := _plain_to_see(tree, i, inside)) is not None:
        return known["phrasal", "need not know"], i, plain
    if tokens[i].lemma == "go" and tokens[i].tag == "VBG" and clause is not None:
        return known["modal", "will"], i, clause
    if (found := feared(tree, i, inside)) is not None:
        return known["noun", tokens[found[0]].lemma], *found
    if row is not None and row.scope == "below" and clause is not None and _points_to(tree, i, clause):
        return row, i, clause
    passive = any(tokens[j].dep == "auxpass" for j in inside)
    if row is not None and row.commitment == "considers" and clause is None and not _planned(tree, i, inside):
        return None
    if row is not None and passive and row.scope == "object" and row.commitment in ("considers", "wants") and clause is None:
        return None  # "is considered a traitor", "is wanted by police" tell of no plan
    if row is not None and row.scope == "clause" and passive and clause is not None and tokens[clause].dep == "xcomp":
        row = None  # "is said to have paid", as nobody in particular says
    if row is not None and row.scope == "clause":
        said = next((j for j in inside if tokens[j].dep == "ccomp" and tree.finite(j) and not opens_with_question(tree, j)), None)
        if said is not None and tokens[i].lemma != "know" and (mark := mark_of(tree, said)) is not None and tokens[mark].lemma in ("whether", "if"):
            return None  # "has not said whether he will come": that he has not is so
        return (row, i, said) if said is not None and not first_person(tree, i) else None
    if row is None and passive and clause is not None and tokens[clause].dep == "xcomp":
        row = known.get(("passive", tokens[i].lemma))
    if passive and tokens[i].lemma == "understand" and clause is not None and tree.finite(clause) and not negated(tree, i):
        return known["passive", "understand"], i, clause  # "it is understood that he left"
    if row is not None and tokens[i].lemma == "think" and clause is not None and first_person(tree, i) and not negated(tree, i):
        return known["verb", "say"], i, clause
    if row is not None and row.scope in ("both", "object"):
        if clause is None:
            clause = complement(tree, i, inside)
        if clause is not None:
            return row, i, clause
        if row.scope == "object" and any(tokens[j].dep in ("dobj", "nsubjpass") for j in inside):
            return row, i, i
    told = clause is not None and tokens[clause].dep == "ccomp" and tree.finite(clause) and not opens_with_question(tree, clause)
    if tokens[i].lemma == "be" and told and clause is not None and tree.kid(i, "acomp", "neg", "expl", "cc") is None and not negated(tree, i):
        return known["verb", "say"], i, clause
    return _below_be(tree, i, inside, clause) if tree.verbal(i) else None


def _refused(tree: Tree, i: int, inside: list[int]) -> int | None:
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


def _spared(tree: Tree, i: int, inside: list[int]) -> tuple[int, int] | None:
    """The "without" of "has gone two months without firing a shot", and the happening that did not come about."""
    if tree.tokens[i].lemma != "go" or not any(tree.tokens[j].lemma in _SPELLS for j in inside):
        return None
    without = next((j for j in inside if tree.tokens[j].dep == "prep" and tree.tokens[j].lemma == "without"), None)
    happening = tree.kid(without, "pcomp") if without is not None else None
    return (without, happening) if without is not None and happening is not None else None


def _points_to(tree: Tree, i: int, clause: int) -> bool:
    """Whether a finding, not a person, suggests that something is so: "the tests suggest that it leaks" tells of the leak."""
    subject = tree.own_subject(i)
    if tree.tokens[clause].dep != "ccomp" or not tree.finite(clause) or opens_with_question(tree, clause) or subject is None:
        return False
    return tree.tokens[i].lemma in ("suggest", "imply") and tree.tokens[subject].pos == "NOUN" and not negated(tree, i)


def _planned(tree: Tree, i: int, inside: list[int]) -> bool:
    """Whether the verb at ``i`` considers or weighs a plan: "considering the weather", "weighed nine tons", "considered it a lie" do not."""
    tokens = tree.tokens
    objects = [j for j in inside if tokens[j].dep in ("dobj", "oprd")]
    if tokens[i].tag == "VBG" and tree.kid(i, "aux") is None:
        return False
    return len(objects) < 2 and not any(tokens[j].entity in ("QUANTITY", "MONEY", "PERCENT") for j in objects)


def _plain_to_see(tree: Tree, i: int, inside: list[int]) -> int | None:
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


def adjective(tree: Tree, i: int) -> str:
    """An adjective as the table has it: "hard pressed" is one, "pretty sure" another."""
    token = tree.tokens[i]
    with_ = {tree.tokens[j].lemma for j in tree.kids[i]}
    if token.text.lower() == "pressed" and "hard" in with_:
        return "hard-pressed"
    return f"fairly-{token.lemma}" if token.lemma in ("sure", "certain") and with_ & _FAIRLY else token.lemma


def _below_be(tree: Tree, i: int, inside: list[int], clause: int | None) -> tuple[Row, int, int] | None:
    """As ``below``, for "is likely to", "it is unclear why", "expressed readiness to", "is to"."""
    tokens, known = tree.tokens, rows()
    for j in inside:
        predicate = (
            tokens[j].dep in ("acomp", "attr")
            or (tokens[j].dep == "oprd" and tokens[i].lemma != "make")
            or (tokens[j].dep == "ccomp" and tokens[j].pos == "ADJ")
        )
        row = known.get(("adjective", adjective(tree, j))) if predicate else None
        if row is not None and row.scope == "both":
            nxt = complement(tree, j, tree.kids[j])
            nxt = nxt if nxt is not None else clause
            if nxt is not None or not row.time:  # "all options are open" tells of no plan
                return row, j, nxt if nxt is not None else i
        if tokens[i].lemma == "be" and tokens[j].dep == "attr" and (doubtful := _doubtful(tree, j)) is not None:
            return known["adjective", tokens[doubtful].lemma], doubtful, i
        noun = known.get(("noun", tokens[j].lemma)) if tokens[j].dep in ("dobj", "attr") else None
        exists = any(tokens[k].dep == "expl" for k in inside)
        nxt = complement(tree, j, tree.kids[j]) if noun is not None else None
        expressed = noun is not None and bool(noun.time) and tokens[i].lemma in words("expressing_verbs")
        doubted = noun is not None and not noun.positive and nxt is not None and tree.finite(nxt)
        if noun is not None and noun.scope == "both" and (exists or expressed or doubted):
            return noun, j, nxt if nxt is not None else i
    infinitive = clause is not None and tokens[clause].dep == "xcomp" and any(tokens[k].tag == "TO" for k in tree.kids[clause])
    if tokens[i].lemma == "be" and infinitive and clause is not None and tokens[i].tag in ("VBZ", "VBP", "VBD"):
        return known["modal", "will"], i, clause
    return None


def _doubtful(tree: Tree, i: int) -> int | None:
    """The adjective that makes a predicate unsure: "fire was the likely cause"; "likely voters" are a kind of voters."""
    if tree.tokens[i].lemma == "voter":
        return None
    return next((j for j in tree.kids[i] if tree.tokens[j].dep == "amod" and tree.tokens[j].lemma in ("likely", "probable", "possible")), None)


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


def mark_of(tree: Tree, i: int) -> int | None:
    """The word that opens the clause at ``i``: "that", "if", "whether"."""
    return next((j for j in tree.kids[i] if tree.tokens[j].dep == "mark" or tree.tokens[j].lemma == "if"), None)
