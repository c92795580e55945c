"""On which side of publication a time lies, as the words above it tell: verbs, modals, infinitives and nouns of what is awaited."""

from twosource.domain.sentence import Sentence
from twosource.grammar.dates.timexes import Timex, position, word_before
from twosource.grammar.tense import Tense, auxiliaries, governor, tense_of

_BY_PREPOSITION: dict[str, Tense] = {"until": "future", "till": "future", "by": "future", "since": "past"}
"""Prepositions that tell the side of publication whatever the verb: "was closed until Friday"."""
_AWAITED = frozenset({"election", "midterm", "midterms", "vote", "ballot", "primary", "referendum", "runoff", "deadline"})
"""What a month names beforehand: "is campaigning for the November election"; one that is over is told in the past."""
_OCCASIONS = frozenset({"interview", "speech", "statement", "tweet", "op-ed", "testimony", "briefing", "announcement"})
"""What holds what is said, and was made when it was said."""
_STEPS = 4
_ADVISING = frozenset({"should", "must", "ought"})
"""Modals of what is still to be done, where no "have" puts it back."""
_RANKS = frozenset({"first", "second", "third", "last", "latest", "only", "next"})
_UNTIL_THEN = frozenset({"when", "before", "after", "until", "till", "once", "if", "unless"})
"""What opens a clause whose present tense tells of what is to come: "to raise it when they meet on Monday" (Quirk et al. 1985, 14.22)."""


def side(said: str, sentence: Sentence, starts: list[int], timex: Timex) -> Tense:
    """The side on which an expression lies by the preposition before it, or else by what ``side_of_verb`` sees.

    Args:
        said: the sentence's text, in which the expression's offsets count.
        sentence: the sentence.
        starts: where its tokens start in ``said``.
        timex: the expression.
    """
    return _BY_PREPOSITION.get(word_before(said, timex.start)) or side_of_verb(sentence, starts, timex)


def side_of_verb(sentence: Sentence, starts: list[int], timex: Timex) -> Tense:
    """The side by the verb that the expression hangs on; "" where that is a plain present or tells none."""
    at, last = position(starts, timex.start), sentence.tokens[position(starts, timex.end - 1)]
    verb = _teller(sentence, at)
    verb = governor(sentence, at, near=True) if verb is None else verb
    found = tense_of(sentence, verb) if verb is not None else ""
    if verb is not None and found == "present" and (_has_infinitive(sentence, verb) or _bears(sentence, verb, at)):
        return "future"
    if verb is not None and (_is_to_come(sentence, verb) or (found == "present" and _in_time_to_come(sentence, verb))):
        return "future"
    if last.dep == "compound" and sentence.tokens[last.head].lemma in _AWAITED and (found != "past" or _looks_ahead(sentence, verb)):
        return "future"
    return "" if found == "present" else found


def _is_to_come(sentence: Sentence, verb: int) -> bool:
    """Whether it is advised ("the talks on Monday should not go on"), or is a noun's infinitive of what will be done with it or come of itself.

    "An interview to be shown on Tuesday", "a film to air on Tuesday"; who is "the first to leave on Tuesday" has left.
    """
    tokens = sentence.tokens
    group = [tokens[j] for j in auxiliaries(sentence, verb)]
    if any(t.lemma == "have" for t in group):
        return False
    if any(t.text.lower() in _ADVISING for t in group):
        return True
    if not any(t.tag == "TO" for t in group):
        return False
    if tokens[verb].dep == "advcl" and tokens[verb - len(group) - 1].text == ",":  # "in an interview, to be shown on Tuesday, she told"
        return any(t.dep == "auxpass" for t in group)
    above = tokens[verb].head
    hangs = tokens[verb].dep in ("acl", "relcl") and tokens[above].pos in ("NOUN", "PROPN") and not _is_ranked(sentence, above)
    return hangs and not any(tokens[j].dep in ("dobj", "obj", "ccomp", "xcomp") for j in sentence.children(verb))


def _is_ranked(sentence: Sentence, noun: int) -> bool:
    """Whether a noun is the first, the last or the only one of its kind."""
    beside = (sentence.tokens[j] for j in sentence.children(noun))
    return sentence.tokens[noun].lemma in _RANKS or any(t.lemma in _RANKS or t.tag == "JJS" for t in beside)


def _in_time_to_come(sentence: Sentence, verb: int) -> bool:
    """Whether a present tense stands in a clause of time or condition."""
    first = (sentence.tokens[j].text.lower() for j in sentence.children(verb) if j < verb and sentence.tokens[j].dep in ("mark", "advmod"))
    return sentence.tokens[verb].dep == "advcl" and any(word in _UNTIL_THEN for word in first)


def _looks_ahead(sentence: Sentence, verb: int | None) -> bool:
    """Whether a verb is a gerund that nothing puts before its clause: "hopes of taking the house after the May election", not "since losing"."""
    if verb is None or sentence.tokens[verb].tag != "VBG" or any(sentence.tokens[j].dep == "aux" for j in sentence.children(verb)):
        return False
    above = sentence.tokens[sentence.tokens[verb].head]
    return sentence.tokens[verb].dep == "pcomp" and above.lemma not in ("after", "since")


def _teller(sentence: Sentence, at: int) -> int | None:
    """The finite verb above, where a time is that of what was said ("called on Lund to resign in an interview on Monday"); else None."""
    tokens, i, before = sentence.tokens, at, at
    for _ in range(_STEPS):
        if tokens[i].pos in ("VERB", "AUX") or tokens[i].head == i or _is_occasion(sentence, i):
            break
        before = i
        i = tokens[i].head
    if tokens[i].pos in ("VERB", "AUX"):
        beside = [j for j in sentence.children(i) if i < j < before and tokens[j].dep == "prep"]
        i = next((k for j in beside[-1:] for k in sentence.children(j) if _is_occasion(sentence, k)), i)
    if not _is_occasion(sentence, i):
        return None
    verb = governor(sentence, i)
    while verb is not None and (_has_infinitive(sentence, verb) or tokens[verb].tag == "VBG") and tokens[verb].head != verb:
        verb = governor(sentence, tokens[verb].head)
    return verb


def _is_occasion(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].pos == "NOUN" and sentence.tokens[i].lemma in _OCCASIONS


def _has_infinitive(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is an infinitive: "is running to win the seat in May"."""
    return any(sentence.tokens[j].tag == "TO" for j in sentence.children(verb))


def _bears(sentence: Sentence, verb: int, at: int) -> bool:
    """Whether a participle at a noun has its purpose between itself and the time: "candidates running to face her in May"."""
    purpose = (j for j in sentence.children(verb) if verb < j < at and sentence.tokens[j].dep in ("xcomp", "advcl"))
    return sentence.tokens[verb].dep == "acl" and any(_has_infinitive(sentence, j) for j in purpose)
