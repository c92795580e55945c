"""Nouns and adjectives that attribute: "the claim that ...", "his readiness to ...", "was adamant that ...", "made clear that ..."."""

from twosource.grammar.attributions.contents import intended, opened
from twosource.grammar.attributions.cues import CueNoun, Strength, cue_nouns, cue_verbs
from twosource.grammar.attributions.frame import Frame
from twosource.grammar.attributions.stretches import Stretch, clause_of, ended, phrase
from twosource.grammar.tree import Tree
from twosource.reference.lexicon import words

# "Reports emerged that ...", "amid rumours that ...": nobody is named, but it is not the teller who says so.
_EMERGING = ("emerge", "surface", "circulate", "spread", "swirl", "persist", "mount")
_HEARSAY = ("report", "rumor", "rumour", "speculation")
_BEING = ("be", "feel", "seem", "remain", "become", "sound")
_MADE = ("clear", "plain", "known")
# "Made a promise to come" is one; "made the decision to come" tells what was done.
_HOLDING = ("include", "contain", "carry")
_NEAR = 3
_DOING = ("make", "give")
_OF_MANY = ("some", "many", "others", "several", "few", "both", "most", "all")
# Tokens between "message" and its colon ("for whoever broke the windows"), and the least that follows it.
_LONGEST_MESSAGE = 12
_SHORTEST_MESSAGE = 3
# And tokens between "clear" and the clause that was made so ("for the record").
_REACH = 8
NOBODY = ("you", "one", "nobody", "noone", "anyone", "anybody", "everyone", "everybody", "no", "there", "it", "this", "that", "which", "both")


def by_adjective(tree: Tree, i: int) -> Frame | None:
    """The frame of the adjective at ``i``, if it attributes here."""
    if tree.tokens[i].text in words("cue_adjectives"):
        return _adjective(tree, i)
    made = tree.tokens[i].text in _MADE and tree.tokens[tree.tokens[i].head].lemma == "make"
    return _made_clear(tree, i) if made else None


def _adjective(tree: Tree, i: int) -> Frame | None:
    """'was adamant that ...': the subject of "be" holds what follows."""
    above = tree.tokens[i].head
    source = tree.own_subject(above) if tree.tokens[i].dep in ("acomp", "attr", "ROOT") and tree.tokens[above].lemma in _BEING else None
    below = [k for k in (*tree.kids[i], *tree.kids[above]) if k > i and tree.tokens[k].dep in ("ccomp", "advcl")]
    # "adamant that one not assume so": the parse may take what is demanded for a circumstance.
    said = next((k for k in below if (tree.tokens[k].dep == "ccomp" and tree.finite(k)) or opened(tree, k)), None)
    if source is None or said is None or tree.tokens[source].dep == "expl" or tree.tokens[source].lemma in NOBODY:
        return None
    return Frame(phrase(tree, source, i), (i, i), (clause_of(tree, said),), "think", "strong", "clause", i)


def _made_clear(tree: Tree, i: int) -> Frame | None:
    """'made clear that ...', 'made it plain that ...': the subject of "make" says what follows."""
    above = tree.tokens[i].head
    source = tree.subject(above)
    if source is None or tree.tokens[source].lemma in NOBODY or tree.kid(above, "nsubjpass") is not None:
        return None
    after = [k for k in (*tree.kids[i], *tree.kids[above]) if k > i and tree.tokens[k].dep in ("ccomp", "advcl")]
    said = next((clause_of(tree, k) for k in after if opened(tree, k)), None)
    if said is None:
        # "made clear for the record that none was hurt": the parse may take "that" for a pronoun.
        that = next((j for j in range(i + 1, min(i + _REACH, len(tree.tokens))) if tree.tokens[j].text == "that"), None)
        if that is not None and tree.tokens[that].head > that:
            after.append(tree.tokens[that].head)
        said = next(((that, tree.right[k]) for k in after if that is not None and that < k and tree.finite(k)), None)
    if said is None:
        return None
    told = next((k for j in (above, i) for k in tree.kids[j] if tree.tokens[k].lemma == "to" and tree.kid(k, "pobj") is not None), None)
    whom = tree.kid(told, "pobj") if told is not None else None
    hearers = (phrase(tree, whom, i),) if whom is not None else ()
    return Frame(phrase(tree, source, i), (above, i), (said,), "say", "strong", "clause", i, hearers)


def by_noun(tree: Tree, i: int) -> Frame | None:
    """The frame of the cue noun at ``i``: what hangs on it is the content."""
    noun = cue_nouns()[tree.tokens[i].lemma]
    said = _said(tree, i)
    if said is None:
        return _message(tree, i, noun)
    if (bearer := _misread(tree, i)) is not None:
        return Frame(bearer, (i, i), (clause_of(tree, said),), noun.kind, "strong", "infinitive" if intended(tree, said) else "clause", i)
    above = tree.tokens[i].head
    source, uttered = _owner(tree, i, said), False
    if source is None and tree.tokens[i].dep in ("dobj", "attr") and (tree.tokens[above].lemma in words("uttering_verbs") or _holds(tree, above)):
        uttering = tree.subject(above)
        source = uttering if uttering is not None and tree.tokens[uttering].dep != "expl" else None
        uttered = source is not None and (noun.kind == "promise" or (noun.kind == "think" and tree.tokens[above].lemma not in _DOING))
    if source is None and (some := _some(tree, i)) is not None:
        return Frame(some, (i - 1, i), (clause_of(tree, said),), noun.kind, "strong", "noun", i)
    verb = cue_verbs().get(tree.tokens[above].lemma) if tree.tokens[i].dep == "dobj" else None
    taken_up = verb is not None and bool(verb.clause or verb.object)  # "denied reports that ...", not "saw reports that ..."
    if source is None and tree.tokens[i].lemma in _HEARSAY and not taken_up:
        return Frame((i, i), (i, i), (clause_of(tree, said),), noun.kind, "strong", "noun", i)
    whose = phrase(tree, source, i) if source is not None else None
    strength: Strength = "weak" if whose is None else "strong" if uttered else noun.strength
    form = "intention" if intended(tree, said) else "noun"
    cue = (above, i) if tree.tokens[i].dep == "dobj" and above < i <= above + _NEAR and _holds(tree, above) else (i, i)
    return Frame(whose, cue, (clause_of(tree, said),), noun.kind, strength, form, i)


def _holds(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what stands in a paper: "the report contains a warning that ..."."""
    subject = tree.own_subject(verb) if tree.tokens[verb].lemma in _HOLDING else None
    return subject is not None and tree.tokens[subject].lemma in words("document_nouns")


def _misread(tree: Tree, i: int) -> Stretch | None:
    """ "Governor Ilse Brandt pledges to end the strike": the name that the parse hangs on a verb which it takes for a noun in the plural."""
    token = tree.tokens[i]
    verb = token.tag == "NNS" and token.head == i and token.text.endswith("s") and token.lemma in cue_verbs()
    name = verb and i > 0 and tree.tokens[i - 1].pos == "PROPN" and tree.tokens[i - 1].head == i
    return (tree.left[i], i - 1) if name else None


def _said(tree: Tree, i: int) -> int | None:
    """The clause that the noun at ``i`` stands for: it hangs on the noun, or on the verb that tells how it spread or what it is."""
    own = next((k for k in tree.kids[i] if k > i and tree.tokens[k].dep in ("acl", "ccomp", "relcl") and opened(tree, k)), None)
    above = tree.tokens[i].head
    if own is None and tree.tokens[i].dep == "dobj" and tree.tokens[above].lemma in words("uttering_verbs"):
        # "broke the news on Monday that it sank": a day between may part them.
        return next((k for k in tree.kids[above] if k > i and tree.tokens[k].dep == "ccomp" and opened(tree, k) and not intended(tree, k)), None)
    if own is not None or tree.tokens[i].dep != "nsubj":
        return own
    if tree.tokens[above].lemma in _EMERGING or _goes_round(tree, i):
        return next((k for k in tree.kids[above] if k > above and tree.tokens[k].dep in ("ccomp", "advcl", "acl") and opened(tree, k)), None)
    return _is_that(tree, i)


def _goes_round(tree: Tree, i: int) -> bool:
    """Whether what is said by nobody in particular moves about by a verb of its own ("rumours ran through the town")."""
    above = tree.tokens[i].head
    if tree.tokens[i].lemma not in _HEARSAY or not tree.verbal(above) or tree.tokens[above].dep not in ("ROOT", "conj", "ccomp"):
        return False
    return tree.tokens[above].lemma != "be" and tree.tokens[above].lemma not in cue_verbs()


def _owner(tree: Tree, i: int, said: int) -> int | None:
    """Whose the noun at ``i`` is: "the mayor's claim", "a claim by the mayor", "is of the view"."""
    source = _possessor(tree, i)
    by = next((k for k in tree.kids[i] if tree.tokens[k].dep == "prep" and tree.tokens[k].lemma in ("by", "from", "of") and k < said), None)
    if source is None and by is not None:
        source = tree.kid(by, "pobj")
    return _of_the_view(tree, i) if source is None and tree.tokens[i].dep == "pobj" else source


def _possessor(tree: Tree, i: int) -> int | None:
    """Whose: "the mayor's", and "the sailors’", of which the parse may take the mark for the end of a quotation."""
    named = tree.kid(i, "poss")
    if named is None:
        plural = (k for k in tree.kids[i] if k < i - 1 and tree.tokens[k].tag in ("NNS", "NNPS") and tree.tokens[k + 1].text in ("’", "'"))
        named = next(plural, None)
    return named


def _is_that(tree: Tree, i: int) -> int | None:
    """ "Her argument is that ...": the clause that is said to be what the noun at ``i`` stands for."""
    above = tree.tokens[i].head
    if tree.tokens[i].dep != "nsubj" or tree.tokens[above].lemma != "be":
        return None
    return next((k for k in tree.kids[above] if k > above and tree.tokens[k].dep == "ccomp" and opened(tree, k) and not intended(tree, k)), None)


def _message(tree: Tree, i: int, noun: CueNoun) -> Frame | None:
    """'had a message for the thieves: Go home', 'her answer: no such plan': what follows the colon."""
    colon = next((j for j in range(i + 1, min(i + _LONGEST_MESSAGE, len(tree.tokens))) if tree.tokens[j].text == ":"), None)
    if colon is None or noun.kind not in ("say", "report", "ask") or any(tree.verbal(j) for j in range(i + 1, colon)):
        return None
    last = len(tree.tokens) - 1 - ended(tree)
    above = tree.tokens[i].head
    source = tree.kid(i, "poss")
    if tree.tokens[i].dep in ("dobj", "attr") and tree.tokens[above].lemma in (*words("uttering_verbs"), "have"):
        # "A voice underscores the mayor's message: ..." is the voice's.
        uttering = tree.own_subject(above)
        source = uttering if uttering is not None else source
    if source is None or last - colon < _SHORTEST_MESSAGE:
        return None
    return Frame(phrase(tree, source, i), (i, i), ((colon + 1, last),), noun.kind, "strong", "clause", i)


def _of_the_view(tree: Tree, i: int) -> int | None:
    """'is of the view that ...': whoever is of it."""
    of = tree.tokens[i].head
    being = tree.tokens[of].head
    return tree.own_subject(being) if tree.tokens[of].lemma == "of" and tree.tokens[being].lemma == "be" else None


def _some(tree: Tree, i: int) -> Stretch | None:
    """ "Some voiced concern that ...": the parse takes the verb for a part of the noun."""
    voiced = i >= 2 and tree.tokens[i - 1].tag in ("VBN", "VBD") and tree.tokens[i - 1].lemma in words("uttering_verbs")
    return (i - 2, i - 2) if voiced and tree.tokens[i - 2].text.lower() in _OF_MANY else None
