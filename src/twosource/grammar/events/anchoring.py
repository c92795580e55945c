"""Anchors: the words of a sentence that tell an event, and whether it is told as planned, possible or not so."""

from dataclasses import dataclass, replace
from functools import cache

from twosource.grammar.events.casting import Casting
from twosource.reference.lexicon import table, words
from twosource.reference.plover import ABSORBING, QUAD, Condition, Trigger, light_verbs, triggers

_NAMES = frozenset({"ORG", "PERSON", "WORK_OF_ART", "FAC", "LAW", "PRODUCT"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "acl", "pcomp", "dobj", "pobj", "prep", "conj", "dative", "oprd"})
_COMPLEMENT_PREPOSITIONS = frozenset({"of", "for", "to", "on", "in", "about", "from"})
_ANSWERS = frozenset({"retaliation", "response", "revenge", "reprisal", "reply", "reaction", "protest"})  # what is answered was done before
_OPEN_COMPLEMENTS = frozenset({"xcomp", "acl", "pcomp", "acomp"})
_CLAUSE_WORDS = 60  # words looked at for a "word" condition
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word that tells an event.

    Attributes:
        i: index of the word among the sentence's tokens.
        light: index of the verb that lends an event noun its subject, if any.
        roles: how the parts fall to the slots.
        inner: the first anchor that only says what this one asks for, refuses, threatens or agrees.
    """

    i: int
    trigger: Trigger
    light: int | None
    roles: str
    inner: "Anchor | None" = None


def anchors(casting: Casting) -> list[Anchor]:
    """The anchors of a sentence in order, without those that only say what another one asks for, refuses, threatens or agrees."""
    tree = casting.tree
    found: dict[int, Anchor] = {}
    for i, token in enumerate(tree.tokens):
        noun = token.pos == "NOUN"
        if not noun and (token.pos != "VERB" or token.dep in ("aux", "auxpass", "amod", "compound")):
            continue
        if noun and (token.dep in ("compound", "nmod") or token.entity in _NAMES):
            continue
        for trigger in triggers().get((token.lemma.lower(), noun), ()):
            if all(_holds(c, i, casting) != c.negated for c in trigger.conditions):
                light = light_verb(i, casting) if noun else None
                found[i] = Anchor(i, trigger, light, _roles(trigger, light, casting))
                break
    kept: list[Anchor] = []
    inner: dict[int, Anchor] = {}
    lent = {a.light: a for a in found.values() if a.light is not None}
    for anchor in found.values():
        if (above := _absorbing(anchor, found, lent, casting)) is not None:
            inner.setdefault(above, anchor)
        elif not _lending(anchor, found):
            kept.append(anchor)
    return [_nested(a, inner) for a in kept]


def _nested(anchor: Anchor, inner: dict[int, Anchor], depth: int = 0) -> Anchor:
    below = inner.get(anchor.i) if depth < _DEEPEST else None
    return anchor if below is None else replace(anchor, inner=_nested(below, inner, depth + 1))


def _roles(trigger: Trigger, light: int | None, casting: Casting) -> str:
    if light is not None and light_verbs()[casting.tree.tokens[light].lemma] == "inverted":
        return "inverted"
    return trigger.roles


def _lending(anchor: Anchor, found: dict[int, Anchor]) -> bool:
    """Whether the verb only lends its subject to an event noun that is an anchor of the same type itself."""
    return any(a.light == anchor.i and a.trigger.type == anchor.trigger.type for a in found.values())


def _absorbing(anchor: Anchor, found: dict[int, Anchor], lent: dict[int, Anchor], casting: Casting) -> int | None:
    """The anchor whose complement this one is, where the two are one event."""
    tokens = casting.tree.tokens
    below = anchor.i
    for at in casting.tree.upwards(anchor.i):
        dep, word = tokens[below].dep, tokens[below].lemma.lower()
        if word in _ANSWERS:
            return None
        purpose = dep == "advcl" and "to" in _aux_words(below, casting)  # "a demand to release" is often read as a purpose
        warned = dep == "prep" and word == "against" and not anchor.trigger.noun
        if not (purpose or warned) and (dep not in _COMPLEMENTS or (dep == "prep" and word not in _COMPLEMENT_PREPOSITIONS)):
            return None
        if dep == "conj":  # what is coordinated with an anchor is no complement of it, but of what governs both
            if casting.tree.own_subject(below) is not None or _finite_beside_infinitive(below, casting):
                return None
            below = at
            continue
        above = found.get(at) or lent.get(at)
        if above is not None and above is not anchor and at != anchor.light and _swallows(above, anchor, dep):
            return above.i
        below = at
    return None


def _finite_beside_infinitive(i: int, casting: Casting) -> bool:
    """Whether a verb is joined to an infinitive by a fault of the parse: "promised to come and thanked her" joins the finite two."""
    tokens = casting.tree.tokens
    return tokens[i].tag in ("VBD", "VBZ", "VBP") and tokens[tokens[i].head].tag == "VB"


def _swallows(above: Anchor, anchor: Anchor, dep: str) -> bool:
    kind = above.trigger.type
    if kind == anchor.trigger.type or kind in ABSORBING:
        return True
    return (
        not anchor.trigger.noun and dep in ("prep", "pcomp", "xcomp") and (kind == "ACCUSE" or (kind == "SUPPORT" and QUAD[anchor.trigger.type] == 3))
    )


def light_verb(i: int, casting: Casting) -> int | None:
    """The verb that lends its subject to the event noun at ``i`` ("paid a visit", "talks were held", "under attack" has none)."""
    tree, token = casting.tree, casting.tree.tokens[i]
    if token.dep == "conj" and tree.tokens[token.head].pos == "NOUN":
        return light_verb(token.head, casting)
    if token.dep in ("dobj", "nsubjpass") and tree.tokens[token.head].lemma in light_verbs():
        return token.head
    return None


def _holds(condition: Condition, i: int, casting: Casting) -> bool:
    tree, key, choices = casting.tree, condition.key, condition.choices
    if key == "obj":
        return any(not choices or _is(o, choices, casting) for o in casting.objects(i))
    if key == "subj":
        subject = casting.subject(i)
        if casting.passive(i):
            return any(_is(o, choices, casting) for k in tree.kids[i] if tree.tokens[k].dep == "agent" for o in tree.kids[k])
        return subject is not None and _is(subject, choices, casting)
    if key in ("prep", "prt"):
        deps = ("prt",) if key == "prt" else ("prep", "agent", "dative")
        return any(tree.tokens[k].dep in deps and tree.tokens[k].lemma.lower() in choices for k in tree.kids[i])
    if key == "of":
        return any(
            _is(o, choices, casting)
            for k in tree.kids[i]
            if tree.tokens[k].lemma.lower() == "of"
            for p in tree.kids[k]
            for o in casting.coordinated(p)
        )
    if key == "word":
        near = tree.tokens[tree.left[i] : min(tree.right[i] + 1, tree.left[i] + _CLAUSE_WORDS)]
        return any(t.lemma.lower() in choices for t in near)
    if key == "comp":
        heads = [tree.tokens[k].lemma for k in tree.kids[i] if tree.tokens[k].dep in ("xcomp", "ccomp") and tree.verbal(k)]
        return any(not choices or lemma in choices for lemma in heads)
    if key == "owned":
        return bool(casting.owners(i)) or light_verb(i, casting) is not None
    if key == "light":
        return light_verb(i, casting) is not None
    return key == "passive" and casting.passive(i)


def _is(i: int, choices: frozenset[str], casting: Casting) -> bool:
    """Whether a noun phrase is one of the choices: by its head, by the name before it, or by what it stands for."""
    tree, token = casting.tree, casting.tree.tokens[i]
    for head in casting.coordinated(i):
        word = tree.tokens[head]
        if word.lemma.lower() in choices or word.text.lower() in choices:
            return True
        if word.lemma in ("number", "amount", "dozen", "hundred", "thousand", "million", "barrage", "package", "shipment", "kind", "type", "group"):
            of = (o for k in tree.kids[head] if tree.tokens[k].dep == "prep" for o in tree.kids[k])
            if any(tree.tokens[o].lemma.lower() in choices for o in of):
                return True
    if "@person" in choices and (casting.at(i) is not None or token.entity in ("PERSON", "NORP", "GPE")):
        return True
    if "@country" in choices and (party := casting.at(i)) is not None and party.kind in ("government", "place"):
        return True
    return "@place" in choices and token.entity in ("GPE", "LOC", "FAC")


@cache
def _modal_words() -> dict[str, str]:
    return {row["word"]: row["tells"] for row in table("modal_words")}


def auxiliaries(anchor: Anchor, casting: Casting) -> set[str]:
    """PLOVER's auxiliary modes that the words around an anchor tell: "future", "hypothetical", "negated"."""
    tree, tokens = casting.tree, casting.tree.tokens
    told: set[str] = set()
    if anchor.trigger.noun:
        told |= _around_noun(anchor.i, casting)
    at = anchor.light if anchor.light is not None else anchor.i
    for _ in range(_DEEPEST):
        told |= _around_verb(at, casting) if tree.verbal(at) else set()
        dep, head = tokens[at].dep, tokens[at].head
        if head == at:
            break
        word = _modal_words().get(tokens[head].lemma.lower())
        if dep in ("xcomp", "ccomp", "acl", "pcomp", "dobj", "pobj", "nsubjpass", "nsubj", "prep", "acomp", "oprd"):
            if word in ("future", "hypothetical", "negated") and dep not in ("nsubj", "prep"):
                told.add(word)
            if dep in _OPEN_COMPLEMENTS or (word and dep in ("ccomp", "dobj")) or tokens[head].pos in ("ADP", "NOUN", "ADJ"):
                if dep == "nsubj" or (tokens[head].pos == "ADP" and tokens[head].lemma.lower() not in ("to", "of", "for", "on", "in")):
                    break
                at = head
                continue
        if dep == "prep" and tree.verbal(head):  # "might be used in an invasion"
            told |= _around_verb(head, casting) - {"negated"}
        if dep == "dobj" and tokens[head].tag == "VBG" and tokens[head].lemma in ("mark", "represent") and _planned_before(head, casting):
            told.add("future")
        if dep in ("nsubj", "nsubjpass") and tokens[head].lemma in words("happening_verbs"):
            told |= _around_verb(head, casting)
        shares = tree.own_subject(at) is None and not _aux_words(at, casting) and not _finite_beside_infinitive(at, casting)
        if dep == "conj" and tree.verbal(head) and shares:
            at = head
            continue
        break
    return told


def _around_noun(i: int, casting: Casting) -> set[str]:
    tokens = casting.tree.tokens
    near = [tokens[k] for k in casting.tree.kids[i] if tokens[k].dep in ("amod", "det", "compound", "advmod")]
    told = {_modal_words()[t.lemma.lower()] for t in near if t.lemma.lower() in _modal_words() and t.dep != "det"}
    told |= {_modal_words()[t.text.lower()] for t in near if t.text.lower() in _modal_words()}
    if any(t.dep == "det" and t.lemma.lower() in ("no", "neither") for t in near):
        told.add("negated")
    return told


def _planned_before(i: int, casting: Casting) -> bool:
    """Whether the sentence told a plan before token ``i``: "an invitation ..., marking the first visit in years" is no visit made."""
    before = casting.tree.tokens[:i]
    return any(_modal_words().get(t.lemma.lower()) == "future" or t.lemma in ("will", "invitation") for t in before)


def _aux_words(i: int, casting: Casting) -> list[str]:
    tokens = casting.tree.tokens
    return [tokens[k].lemma.lower() for k in casting.tree.kids[i] if tokens[k].dep in ("aux", "mark", "neg")]


def _around_verb(i: int, casting: Casting) -> set[str]:
    tree, tokens = casting.tree, casting.tree.tokens
    told: set[str] = set()
    for word in _aux_words(i, casting):
        if word in ("will", "shall", "'ll", "’ll"):
            told.add("future")
        elif word == "would":
            told |= {"future", "hypothetical"}
        elif word in ("not", "n't", "n’t", "never", "no"):
            told.add("negated")
        elif _modal_words().get(word) == "hypothetical":
            told.add("hypothetical")
    if tokens[i].tag == "VB" and tokens[i].head == i and "to" in _aux_words(i, casting):
        told.add("future")  # headlines: "minister to visit Norland"
    if tokens[i].lemma == "go" and tokens[i].tag == "VBG" and any(tokens[k].dep == "xcomp" for k in tree.kids[i]):
        told.add("future")
    for k in tree.kids[i]:
        if tokens[k].dep in ("nsubj", "nsubjpass", "dobj") and any(tokens[d].lemma.lower() == "no" and tokens[d].dep == "det" for d in tree.kids[k]):
            told.add("negated")
    return told
