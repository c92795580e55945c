"""Below: what a clause says of the clause under it, as "plans to visit" tells of the visit, and "rejected the claim that he paid" of the payment."""

from twosource.domain.span import Span
from twosource.grammar.factuality import turns
from twosource.grammar.factuality.complements import complement, first_person, foretold, mark_of, opens_with_question
from twosource.grammar.factuality.feared import feared
from twosource.grammar.factuality.negation import negated
from twosource.grammar.factuality.operators import Row, rows
from twosource.grammar.tree import Tree
from twosource.reference.lexicon import words

_FAIRLY = frozenset({"pretty", "fairly", "quite", "reasonably", "almost", "nearly", "virtually"})
_SHOWING = frozenset({"seem", "appear"})
"""Without a clause of their own these tell of no semblance: "appeared on a show about sailing"."""
_HELD = frozenset({"chance", "potential", "possibility", "prospect", "likelihood", "probability"})
_HOLDING = frozenset({"have", "stand", "retain"})


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
    if (refused := turns.refused(tree, i, inside)) is not None:
        return known["phrasal", "rule out"] if tokens[i].lemma == "rule" else known["verb", "deny"], i, refused
    if (against := turns.decided_against(tree, i, inside)) is not None:
        return known["verb", "fail"], *against
    if (driven := turns.driven(tree, i, inside)) is not None:
        return known["phrasal", "cannot help"], i, driven
    if (spared := turns.spared(tree, i, inside)) is not None:
        return known["verb", "fail"], spared[0], spared[1]
    if (plain := turns.plain_to_see(tree, i, inside)) is not None:
        return known["phrasal", "need not know"], i, plain
    if (unsurprising := turns.unsurprising(tree, i, inside)) is not None:
        return known["phrasal", "no surprise"], i, unsurprising
    if tokens[i].lemma == "go" and tokens[i].tag == "VBG" and clause is not None:
        return known["modal", "will"], i, clause
    if (found := feared(tree, i, inside)) is not None:
        return known["noun", tokens[found[0]].lemma], *found
    if row is not None and row.scope == "below" and clause is not None and _points_to(tree, i, clause):
        return row, i, clause
    passive = any(tokens[j].dep == "auxpass" for j in inside)
    if row is not None and row.commitment == "considers" and (clause is None or tree.finite(clause)) and not _planned(tree, i, inside):
        return None
    if (weighed := turns.thought_of(tree, i, inside)) is not None:
        return known["phrasal", "think about"], i, weighed
    if (likened := turns.likened(tree, i, inside, clause)) is not None:
        return known["verb", "look"], i, likened
    if passive and clause is None and ("passive", tokens[i].lemma) in known and any(tokens[j].dep == "oprd" for j in inside):
        return known["passive", tokens[i].lemma], i, i  # "is feared dead"
    if row is not None and passive and row.scope == "object" and row.commitment in ("considers", "wants") and clause is None:
        return None  # "is considered a traitor", "is wanted by police" tell of no plan
    if row is not None and row.scope == "clause" and passive and clause is not None and tokens[clause].dep == "xcomp":
        row = None  # "is said to have paid", as nobody in particular says
    if row is not None and row.scope == "clause":
        said = next((j for j in inside if tokens[j].dep == "ccomp" and tree.finite(j) and not opens_with_question(tree, j)), None)
        if said is not None and tokens[i].lemma != "know" and (mark := mark_of(tree, said)) is not None and tokens[mark].lemma in ("whether", "if"):
            return None  # "has not said whether he will come": that he has not is so
        told = tokens[i].lemma == "say" and not negated(tree, i)
        return (row, i, said) if said is not None and (told or not first_person(tree, i)) else None
    if row is None and passive and clause is not None and tokens[clause].dep == "xcomp":
        row = known.get(("passive", tokens[i].lemma))
    if passive and tokens[i].lemma == "understand" and clause is not None and tree.finite(clause) and not negated(tree, i):
        return known["passive", "understand"], i, clause  # "it is understood that he left"
    if row is not None and tokens[i].lemma == "think" and clause is not None and first_person(tree, i) and not negated(tree, i):
        return row if foretold(tree, clause) else known["verb", "say"], i, clause
    if row is not None and row.scope in ("both", "object"):
        if clause is not None and row.certainty == "CT" and (mark := mark_of(tree, clause)) is not None and tokens[mark].lemma in ("whether", "if"):
            return None  # "will decide whether to go": that he will decide is so
        if clause is None and tokens[i].lemma not in _SHOWING:
            clause = complement(tree, i, inside)
        if clause is not None:
            return row, i, clause
        if row.scope == "object" and any(tokens[j].dep in ("dobj", "nsubjpass") for j in inside):
            return row, i, i
    told = clause is not None and tokens[clause].dep == "ccomp" and tree.finite(clause) and not opens_with_question(tree, clause)
    if tokens[i].lemma == "be" and told and clause is not None and tree.kid(i, "acomp", "neg", "expl", "cc") is None and not negated(tree, i):
        return known["verb", "say"], i, clause
    return _below_be(tree, i, inside, clause) if tree.verbal(i) else None


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
            or (tokens[j].dep == "advmod" and tokens[j].lemma == "soon")
            or (tokens[j].dep == "oprd" and tokens[i].lemma != "make")
            or (tokens[j].dep == "ccomp" and tokens[j].pos == "ADJ")
        )
        if predicate and (barred := turns.too_much(tree, j)) is not None:
            return known["verb", "fail"], *barred
        row = known.get(("adjective", adjective(tree, j))) if predicate else None
        if row is not None and row.scope == "clause":
            said = complement(tree, j, tree.kids[j]) or clause
            if said is not None and tree.finite(said) and not opens_with_question(tree, said):
                return row, j, said  # "it is false that he paid"; "the story is false" is so
        if row is not None and row.scope == "both":
            nxt = complement(tree, j, tree.kids[j])
            nxt = nxt if nxt is not None else clause
            if nxt is None and tokens[j].lemma == "open":  # "are “open” to sharing"
                nxt = complement(tree, i, [k for k in inside if k > j and tokens[k].dep == "prep" and tokens[k].lemma == "to"])
            if nxt is not None or not row.time:  # "all options are open" tells of no plan
                return row, j, nxt if nxt is not None else i
        if tokens[i].lemma == "be" and tokens[j].dep in ("attr", "nsubj") and (doubtful := turns.doubtful(tree, j)) is not None:
            return known["adjective", tokens[doubtful].lemma], doubtful, i
        if tokens[i].lemma == "be" and turns.mere_chance(tree, i, j):
            return known["noun", tokens[j].lemma], j, i
        noun = known.get(("noun", tokens[j].lemma)) if tokens[j].dep in ("dobj", "attr") else None
        exists = any(tokens[k].dep == "expl" for k in inside)
        nxt = complement(tree, j, tree.kids[j]) if noun is not None else None
        expressed = noun is not None and bool(noun.time) and tokens[i].lemma in words("expressing_verbs")
        doubted = noun is not None and not noun.positive and nxt is not None and tree.finite(nxt)
        held = tokens[i].lemma in _HOLDING and tokens[j].lemma in _HELD and nxt is not None
        if noun is not None and noun.scope == "both" and (exists or expressed or doubted or held):
            return noun, j, nxt if nxt is not None else i
    infinitive = clause is not None and tokens[clause].dep == "xcomp" and any(tokens[k].tag == "TO" for k in tree.kids[clause])
    if tokens[i].lemma == "be" and infinitive and clause is not None and tokens[i].tag in ("VBZ", "VBP", "VBD"):
        return known["modal", "will"], i, clause
    return None
