"""Tense: when a clause's verb puts its happening, as its auxiliaries and the verbs above it show."""

from typing import Literal

from twosource.domain.sentence import Sentence
from twosource.reference.lexicon import words

Tense = Literal["past", "present", "future", ""]

_LONG = 1000
"""More tokens than any sentence has: a list or a table, on which a parse tells nothing and costs much."""
_DEPTH = 12
"""How far up a tree is climbed: deeper ones are parser noise."""


def governor(sentence: Sentence, i: int, *, near: bool = False) -> int | None:
    """The nearest verb at or above token ``i``, or None; none in a sentence too long to be one.

    With ``near`` no more than one noun may lie between, and that no predicate of "be": in "plans revenge for her trip in June"
    and "would be an answer to her trip in June", the verb does not tell when June is.
    """
    if len(sentence.tokens) > _LONG:
        return None
    nouns = 0
    for _ in range(_DEPTH):
        token = sentence.tokens[i]
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass", "amod", "compound"):
            return i
        nouns += token.pos == "NOUN"
        if token.head == i or (near and (nouns > 1 or token.dep == "attr")):
            return None
        i = token.head
    return None


def auxiliaries(sentence: Sentence, verb: int) -> list[int]:
    """Indices of the verb's auxiliaries, "to" among them; a conjunct without its own has its first verb's."""
    tokens = sentence.tokens
    for _ in range(_DEPTH):
        own = [j for j in sentence.children(verb) if tokens[j].dep in ("aux", "auxpass")]
        bare = not own and tokens[verb].tag in ("VB", "VBN", "VBG") and tokens[verb].dep == "conj"
        if not bare or tokens[tokens[verb].head].pos not in ("VERB", "AUX"):
            return own
        verb = tokens[verb].head
    return []


def tense_of(sentence: Sentence, verb: int, depth: int = 0) -> Tense:
    """The tense that a verb's group shows; infinitives and participles take it from the verb above them."""
    tokens = sentence.tokens
    if len(tokens) > _LONG:
        return ""
    aux = [tokens[j] for j in auxiliaries(sentence, verb)]
    lemmas = {t.lemma for t in aux} | {t.text.lower() for t in aux}
    if lemmas & {"will", "shall", "'ll", "’ll", "wo", "would"} and "have" not in lemmas:
        return "future"
    # what a parser tags a past tense but hangs on a noun is a participle: "the people linked to it"
    finite = [t for t in (*aux, tokens[verb]) if t.tag in ("VBD", "VBZ", "VBP") and (t.tag != "VBD" or t.dep != "acl")]
    if finite:
        return _finite_tense(sentence, verb, lemmas, {t.tag for t in finite}, aux != [])
    above = tokens[verb].head
    if above == verb or depth >= _DEPTH:
        return ""
    if "to" in lemmas or tokens[verb].tag in ("VBN", "VBG", "VB"):
        return _from_above(sentence, verb, "to" in lemmas, depth)
    return ""


def _finite_tense(sentence: Sentence, verb: int, lemmas: set[str], tags: set[str], has_aux: bool) -> Tense:
    token = sentence.tokens[verb]
    forward = words("forward_words")
    if token.lemma in ("be", "go") and any(_is_infinitive(sentence, j) for j in sentence.children(verb)) and "VBD" not in tags:
        return "future"
    if "VBD" in tags or "have" in lemmas:
        # "was expected on Monday" still looks ahead from then, which says nothing of publication
        return "past"
    if token.lemma in forward and token.tag in ("VBN", "VBG") and has_aux:
        return "future"
    return "present"


def _is_infinitive(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].dep == "xcomp" and any(sentence.tokens[j].text.lower() == "to" for j in sentence.children(i))


def _from_above(sentence: Sentence, verb: int, infinitive: bool, depth: int) -> Tense:
    tokens, forward = sentence.tokens, words("forward_words")
    if tokens[verb].lemma in forward and tokens[verb].tag == "VBN" and tokens[verb].dep in ("acl", "advcl", "relcl"):
        return "future"
    above = tokens[tokens[verb].head]
    if infinitive and (above.lemma in forward or above.text.lower() in forward):
        return "future"
    higher = governor(sentence, tokens[verb].head)
    return "" if higher is None or higher == verb else tense_of(sentence, higher, depth + 1)
