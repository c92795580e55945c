"""What a cue verb attributes: its complements, or the clause it stands in or after."""

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.grammar.attributions.cues import CueVerb, Strength, cue_nouns, cue_verbs
from twosource.grammar.attributions.predicates import of_object, of_subject
from twosource.grammar.attributions.stretches import MARKS, Stretch, clause_of, closes, ended, trim, without
from twosource.grammar.tree import Tree
from twosource.reference.lexicon import words

_FEELING = ("express", "voice")
_QUOTING = ("quote", "cite")
_TOLD = ("tell", "inform", "remind", "notify", "assure", "warn", "convince", "advise")
_ASKING = ("call", "appeal")
_LONGEST_SUBJECT = 12
# Not "dismiss": courts do that to claims.
_REJECTING = ("reject", "refute", "dispute")
_CONTRAST = ("while", "as", "though", "although", "whereas")
_PROOF = ("evidence", "proof", "sign", "indication")
_OF = ("as", "of", "for")


@dataclass(frozen=True, slots=True)
class Content:
    """What is said, in pieces; whether it makes its source a link; and by which form it was found."""

    pieces: tuple[Stretch, ...]
    strength: Strength
    form: str


def complement(tree: Tree, i: int, verb: CueVerb, passive: bool) -> Content | None:
    """The content of the verb at ``i`` by its complements, the surest form first."""
    thing = tree.kid(i, "dobj", "attr")
    if told := _as_saying(tree, i, thing, passive):
        return Content(told, "strong", "clause")
    predicate = of_object(tree, i, thing) if verb.predicate else None
    if predicate:
        return Content((predicate,), verb.predicate, "predicate")
    if verb.predicate and (named := of_subject(tree, i)) is not None:
        return Content((named,), verb.predicate, "passive")
    asked = _asked_for(tree, i) if tree.tokens[i].lemma in _ASKING else None
    if asked:
        return Content((asked,), "strong", "clause")
    return _clause(tree, i, verb) or _infinitive(tree, i, verb, thing, passive) or _thing(tree, i, verb, thing) or _prepositional(tree, i, verb)


def _as_saying(tree: Tree, i: int, thing: int | None, passive: bool) -> tuple[Stretch, ...]:
    """'was quoted by the daily as saying that it fell', 'it fell, the daily quoted him as saying': what is quoted, with the verb of saying."""
    if not passive and (thing is None or tree.tokens[i].lemma not in _QUOTING):
        return ()
    above = [i] if passive or thing is None else [i, thing]
    told = next((k for j in above for k in tree.kids[j] if k > i and tree.tokens[k].lemma == "as" and tree.kid(k, "pcomp") is not None), None)
    if told is None or passive or tree.right[told] > told + 1:
        return ((told + 1, tree.right[told]),) if told is not None else ()
    subject = tree.own_subject(i)
    before = _before(tree, tree.left[subject], told + 1) if subject is not None and closes(tree, told + 1) else None
    return (before, (told + 1, told + 1)) if before is not None else ()


def _clause(tree: Tree, i: int, verb: CueVerb) -> Content | None:
    # "One said it sank; another denied it": what stands before a semicolon is whole.
    clause = [k for k in tree.kids[i] if tree.tokens[k].dep == "ccomp" and not any(t.text == ";" for t in tree.tokens[k:i])]
    if not verb.clause or not clause:
        return None
    if tree.tokens[i].lemma in _REJECTING and tree.kid(clause[0], "mark") is None:
        return None  # "rejected the veto of a bill letting families sue": the parse may take a thing for a clause
    if (after := _before_main(tree, i, clause[0])) is not None:
        return Content((after,), verb.clause, "clause")
    if _ends_after(tree, i, clause[0]):
        return Content(((0, tree.right[clause[0]]),), verb.clause, "clause")
    below = next((j for j in tree.kids[clause[0]] if tree.tokens[j].dep == "ccomp"), None)
    if below is not None and clause[0] > i and _ends_after(tree, clause[0], below):
        return Content((clause_of(tree, below),), verb.clause, "clause")
    return Content((*((_opening(tree, i, k), _end(tree, k)) for k in clause), *_joined(tree, i, verb, clause)), verb.clause, "clause")


def _before_main(tree: Tree, i: int, clause: int) -> Stretch | None:
    """ "Days after Lund said that it would sink, it has sunk": what is said, where the parse takes the sentence's own clause for it."""
    if tree.tokens[i].dep != "ROOT" or tree.kid(i, "mark") is None or clause < i:
        return None
    told = next((k for k in tree.kids[clause] if k > i and tree.tokens[k].dep == "advcl" and opened(tree, k)), None)
    first = tree.left[told] if told is not None else None
    whole = told is not None and tree.finite(told) and tree.right[told] < clause and tree.tokens[tree.right[told] + 1].text == ","
    return (tree.left[told], tree.right[told]) if whole and told is not None and first is not None and first > i else None


def _opening(tree: Tree, i: int, k: int) -> int:
    """First token of the clause at ``k``: the parse may take its subject for the cue's object ("said the mayor, Ann Lund, had left")."""
    thing = tree.kid(i, "dobj")
    if thing is None or not i < thing < tree.left[k] or not tree.finite(k) or tree.own_subject(k) is not None or tree.tokens[i].lemma in _TOLD:
        return tree.left[k]
    between = tree.tokens[tree.right[thing] + 1 : tree.left[k]]
    return tree.left[thing] if all(t.pos == "PUNCT" for t in between) else tree.left[k]


def _ends_after(tree: Tree, i: int, clause: int) -> bool:
    """Whether the cue at ``i`` ends its sentence after the clause, and the parse hangs it on something before the clause.

    "All was well, and the crew had landed, a source said", "Police said the boy was hurt, the Bugle reported": what stands
    before the clause belongs to what such a cue attributes.
    """
    above = tree.tokens[i].head
    if not above < tree.left[clause] <= tree.right[clause] < i or not closes(tree, i):
        return False
    return tree.tokens[i].dep == "conj" or (tree.tokens[i].dep == "ccomp" and tree.tokens[above].lemma in cue_verbs())


def _infinitive(tree: Tree, i: int, verb: CueVerb, thing: int | None, passive: bool) -> Content | None:
    k = next((k for k in tree.kids[i] if tree.tokens[k].dep == "xcomp" and tree.verbal(k)), None)
    if k is None:
        return None
    gerund = tree.tokens[k].tag == "VBG" or any(tree.tokens[j].text == "having" for j in tree.kids[k])
    if (verb.object or (verb.kind == "say" and verb.clause == "strong")) and gerund:
        return Content((clause_of(tree, k),), verb.object or "strong", "object")  # "admitted taking the money"
    if verb.infinitive:
        first = tree.left[thing] if thing is not None and thing < k else tree.left[k]
        return Content(((first, tree.right[k]), *_and_to(tree, i, k)), verb.infinitive, "infinitive")
    if verb.clause and passive:
        subject = tree.own_subject(i)
        before = (clause_of(tree, subject),) if subject is not None else ()
        return Content((*before, clause_of(tree, k)), verb.clause, "passive")
    return None


def _and_to(tree: Tree, i: int, k: int) -> Iterator[Stretch]:
    """Infinitives that the parse joins to the cue though they go on with the first ("vowed to repair the pier, plant trees and ...")."""
    for j in tree.kids[i]:
        token = tree.tokens[j]
        if j > k and token.dep == "conj" and token.tag == "VB" and tree.kid(j, "aux", "nsubj", "nsubjpass") is None:
            yield tree.left[j], tree.right[j]


def _thing(tree: Tree, i: int, verb: CueVerb, thing: int | None) -> Content | None:
    if thing is None:
        return None
    named = tree.tokens[thing].lemma in (_PROOF if verb.kind == "find" else cue_nouns())
    if named and verb.clause == "strong" and verb.kind != "deny" and (k := next((k for k in tree.kids[thing] if opened(tree, k)), None)) is not None:
        # "announced the finding that it sank"; but "announced his intention to come", which whoever tells that has seen in him.
        whose = tree.kid(thing, "poss")
        own = whose is None or tree.tokens[whose].pos == "PRON"
        return Content((clause_of(tree, thing),), "strong", "intention" if own and intended(tree, k) else "clause")
    if verb.clause == "strong" and (said := _subject_taken(tree, i, thing)) is not None:
        return Content((said,), "strong", "clause")
    if not verb.object:
        return None
    more = [tree.right[k] for k in tree.kids[i] if k > thing and tree.tokens[k].lemma in _OF and tree.tokens[k].dep == "prep"]
    # "Expressed thanks" says so; "expressed disbelief that he would come" takes for granted what it is about.
    granted = tree.tokens[i].lemma in _FEELING and any(opened(tree, k) for k in tree.kids[thing])
    # "Rejected the claim" says that it is not so; "rejected the offer" does not.
    rejected = tree.tokens[i].lemma in _REJECTING and tree.tokens[thing].lemma in words("told_nouns")
    strength: Strength = "strong" if rejected else "weak" if granted else verb.object
    last = max([_alone(tree, thing), *(end for end in more if end > thing)])
    return Content(((tree.left[thing], last),), strength, "object")


def _alone(tree: Tree, thing: int) -> int:
    """Last token of an object, without a clause of its own that the parse joins to it ("denies any role and three inquests have cleared it")."""
    for k in tree.kids[thing]:
        if tree.tokens[k].dep == "relcl" and tree.finite(k) and tree.own_subject(k) is not None and tree.tokens[tree.left[k] - 1].dep == "cc":
            return tree.left[k] - 2
    last = tree.right[thing]
    return last - 1 if tree.tokens[last].dep == "cc" and last > thing else last


def _subject_taken(tree: Tree, i: int, thing: int) -> Stretch | None:
    """ "Pointed out the berries are not served": the clause whose subject the parse takes for the cue's object, so that its verb has none."""
    after = tree.right[thing] + 1
    if (
        after >= len(tree.tokens)
        or after - thing > _LONGEST_SUBJECT
        or tree.tokens[after].tag not in ("VBZ", "VBP", "VBD", "MD")
        or tree.tokens[after].pos not in ("VERB", "AUX")
    ):
        return None
    verb = tree.tokens[after].head if tree.tokens[after].dep in ("aux", "auxpass") else after
    whole = all(t.pos not in ("PUNCT", "SCONJ") for t in tree.tokens[thing:after])
    told = verb > thing and tree.own_subject(verb) is None and whole
    return (tree.left[thing], tree.right[verb]) if told else None


def _asked_for(tree: Tree, i: int) -> Stretch | None:
    """'called for the chief to step down', 'called for an end to the strike': what is asked for, where it is more than a word."""
    for k in tree.kids[i]:
        opens = k if tree.tokens[k].dep == "prep" else tree.left[k] if tree.tokens[k].dep in ("advcl", "ccomp") else None
        if opens is not None and opens > i and tree.tokens[opens].lemma == "for" and tree.right[k] > opens + 1:
            return opens + 1, tree.right[k]
    return None


def _prepositional(tree: Tree, i: int, verb: CueVerb) -> Content | None:
    for k in tree.kids[i]:
        if tree.tokens[k].dep == "prep" and tree.tokens[k].lemma in verb.prepositions and tree.right[k] > k:
            said = tree.kid(k, "pcomp")
            if said is not None and tree.verbal(said) and tree.finite(said):
                return Content((clause_of(tree, said),), verb.clause, "clause")  # "testified about how he had left"
            return Content(((k + 1, tree.right[k]),), "weak", "preposition")
    return None


def _end(tree: Tree, k: int) -> int:
    """Last token of the clause at ``k``, without a clause at its end in which somebody else speaks ("..., while another said ...").

    Nor is said what goes on meanwhile: "said they were hurt even as the row grew".
    """
    last = tree.right[k]
    while last > k and tree.tokens[last].pos == "PUNCT":
        last -= 1
    for j in range(k + 1, last + 1):
        token = tree.tokens[j]
        if token.dep == "advcl" and tree.right[j] >= last and tree.left[j] > k and (_while(tree, j) or _even_as(tree, j)):
            return tree.left[j] - 1
        if token.dep == "conj" and token.head == k and tree.right[j] >= last and _tells(tree, j) and (but := _but(tree, k, j)) is not None:
            return but - 1
    return tree.right[k]


def _while(tree: Tree, j: int) -> bool:
    return tree.tokens[tree.left[j]].lemma in _CONTRAST and _tells(tree, j)


def _even_as(tree: Tree, j: int) -> bool:
    return tree.tokens[tree.left[j]].lemma == "even" and tree.tokens[tree.left[j] + 1].lemma == "as" and tree.own_subject(j) is not None


def _tells(tree: Tree, j: int) -> bool:
    """Whether the verb at ``j`` has a subject of its own that says or thinks something by it."""
    verb = cue_verbs().get(tree.tokens[j].lemma)
    subject = tree.own_subject(j)
    return verb is not None and "strong" in (verb.clause, verb.predicate) and subject is not None and tree.tokens[subject].dep != "nsubjpass"


def _but(tree: Tree, k: int, j: int) -> int | None:
    """Where "but" opens the clause at ``j`` that is joined to the one at ``k``, and a name or noun is its subject."""
    but = next((n for n in tree.kids[k] if n < j and tree.tokens[n].dep == "cc" and tree.tokens[n].lemma == "but"), None)
    subject = tree.own_subject(j)
    return but if subject is not None and tree.tokens[subject].pos in ("NOUN", "PROPN") else None


def _joined(tree: Tree, i: int, verb: CueVerb, clause: list[int]) -> Iterator[Stretch]:
    """Clauses that the parse joins to the cue though they go on with what is said: "said it was late, but nobody had left".

    Only what is told as said just now goes on: not after "has said he would stay, but", "did not say why, but", "were told it sank, and".
    """
    if min(clause) < i or any(tree.tokens[k].dep in ("aux", "auxpass", "neg") for k in tree.kids[i]) or verb.kind == "promise":
        return
    for k in tree.kids[i]:
        own = tree.own_subject(k) if tree.tokens[k].dep == "conj" and tree.verbal(k) and k > max(clause) else None
        if own is not None and not _tells(tree, k):
            yield tree.left[k], tree.right[k]


def around(tree: Tree, i: int, verb: CueVerb, source: Stretch, credit: bool) -> Content | None:
    """What a cue without a complement attributes: the clause it stands in as a parenthesis, the clause before it, or one further on.

    ``credit``: whether the cue is a participle with its agent (", first reported by the Bugle").
    """
    if _as_clause(tree, i) or _parenthetical(tree, i):
        pieces = without(clause_of(tree, tree.tokens[i].head), clause_of(tree, i))
        return Content(pieces, "strong", "parenthetical") if pieces else None
    first, last = min(source[0], i), max(source[1], i)
    if verb.clause != "strong":
        return None
    quoting = tree.tokens[tree.tokens[i].head].head
    if tree.tokens[i].dep == "pcomp" and (told := _as_saying(tree, quoting, tree.kid(quoting, "dobj"), passive=False)):
        return Content(told[:1], "strong", "trailing")
    if tree.tokens[i].tag != "VBG" and (credit or closes(tree, last)) and (before := _before(tree, first, last)) is not None:
        return Content((before,), "strong", "trailing")
    # "said in a statement on Monday that ...": the parse may hang the clause on a noun between.
    that = next((j for j in range(last + 1, min(last + 16, tree.right[i])) if tree.tokens[j].text.lower() == "that"), None)
    if that is not None and any(tree.verbal(j) and tree.finite(j) for j in range(that, tree.right[i] + 1)):
        return Content(((that, tree.right[i]),), "strong", "clause")
    return None


def _before(tree: Tree, first: int, last: int) -> Stretch | None:
    """The clause before a cue and source at [first, last], where a comma or a closing mark parts them."""
    while first > 0 and first <= tree.tokens[first - 1].head <= last and tree.tokens[first - 1].text not in MARKS:
        first -= 1
    if first < 4 or tree.tokens[first - 1].text not in (",", "”", '"'):
        return None
    # "Norland hosted talks, ...": the parse may take the verb for a participle.
    whole = not ended(tree) or any(tree.verbal(j) and (tree.finite(j) or tree.tokens[j].dep == "amod") for j in range(first - 1))
    return trim(tree, 0, first - 1) if whole else None


def _as_clause(tree: Tree, i: int) -> bool:
    """Whether the verb at ``i`` opens with 'as' and hangs on a clause that it attributes ("as he put it")."""
    token = tree.tokens[i]
    return token.head != i and any(tree.tokens[k].lemma == "as" for k in tree.kids[i] if k < i) and tree.verbal(token.head)


def _parenthetical(tree: Tree, i: int) -> bool:
    """Whether the verb at ``i`` stands with its subject between commas inside what it attributes ("the plan, he said, will fail")."""
    token, left, right = tree.tokens[i], tree.left[i], tree.right[i]
    if token.head == i or token.dep not in ("parataxis", "ccomp", "intj", "dep") or tree.own_subject(i) is None or not tree.verbal(token.head):
        return False
    opens = tree.tokens[left].text in MARKS or (left > 0 and tree.tokens[left - 1].text in (*MARKS, "”", '"', "''", "’"))
    closes = right + 1 >= len(tree.tokens) or tree.tokens[right].text in MARKS or tree.tokens[right + 1].text in (*MARKS, ".", "“", '"')
    return opens and closes


def intended(tree: Tree, k: int) -> bool:
    """Whether the clause at ``k`` opens with 'to'."""
    return any(tree.tokens[j].dep == "aux" and tree.tokens[j].lemma == "to" for j in tree.kids[k])


def opened(tree: Tree, k: int) -> bool:
    """Whether the clause at ``k`` opens with 'that' as a conjunction, or with 'to'."""
    return any(
        (tree.tokens[j].dep == "mark" and tree.tokens[j].lemma == "that") or (tree.tokens[j].dep == "aux" and tree.tokens[j].lemma == "to")
        for j in tree.kids[k]
    )
