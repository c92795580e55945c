"""Denials of all that is laid at somebody's door ("he denied the allegations"), and what it is that they deny."""

from collections.abc import Iterator, Mapping

from twosource.comparison.conflicts.deeds import Deed
from twosource.comparison.conflicts.said import Parting, Said
from twosource.grammar.slots import stem
from twosource.grammar.tree import Tree
from twosource.reference.lexicon import words

_DENYING = frozenset({"deny", "dismiss", "reject", "refute", "rebut", "dispute"})
_TRUE = frozenset({"true", "accurate", "correct"})
_ACCUSING = frozenset(stem(w) for w in ("accuse", "allege", "blame", "claim"))


def denier(said: Said) -> frozenset[str]:
    """Words of the name of whoever denies, in this statement, all that is said of them; empty when nobody does."""
    for deed in said.deeds:
        if _denies_all(said.tree, deed):
            return _name(deed.subject, said)
        if deed.main and said.origin and _calls_untrue(said.tree, deed):
            return frozenset(said.slots.origin)
    return frozenset()


def _name(subject: frozenset[str], said: Said) -> frozenset[str]:
    """What of a subject is a name: "the government" is everybody's."""
    return frozenset(w for w in subject if w in said.slots.names and w not in words("function_words"))


def _denies_all(tree: Tree, deed: Deed) -> bool:
    tokens, verb = tree.tokens, tree.tokens[deed.at]
    thing = tree.kid(deed.at, "dobj", "nsubjpass")
    if thing is None:
        return False
    if verb.lemma == "have" and tokens[thing].lemma == "nothing":
        return any(tokens[k].lemma == "do" for i in (deed.at, thing) for k in tree.kids[i])  # "had nothing to do with it"
    if verb.lemma not in _DENYING or deed.denied or any(tokens[k].tag == "MD" for k in tree.kids[deed.at]):
        return False
    if tokens[thing].lemma in ("which", "that") and verb.dep == "relcl":
        thing = verb.head
    return tokens[thing].lemma in words("accusations")


def _calls_untrue(tree: Tree, deed: Deed) -> bool:
    if tree.tokens[deed.at].lemma != "be":
        return False
    called = {tree.tokens[k].lemma for k in tree.kids[deed.at] if tree.tokens[k].dep in ("attr", "acomp")}
    return not called.isdisjoint(_TRUE if deed.denied else words("untrue"))


def accuses(said: Said, whom: frozenset[str]) -> bool:
    """Whether a statement lays something at the door of somebody, and is not their own."""
    if whom & set(said.slots.origin):
        return False
    cue = said.statement.cue
    told = [stem(t.lemma) for t in said.tree.tokens if cue and cue.start <= t.start < cue.end and t.pos == "VERB"]
    if any(w in _ACCUSING for w in told) and whom & set(said.slots.words):
        return True
    return any(d.stems & _ACCUSING and whom & d.matter and not whom & d.subject and not d.denied for d in said.deeds)


def denials(said: Mapping[str, Said]) -> Iterator[tuple[Said, Said, Parting]]:
    """Every denial of everything beside every accusation of whoever denies."""
    accused = [x for _, x in sorted(said.items()) if any(d.stems & _ACCUSING for d in x.deeds) or x.statement.cue]
    for _, one in sorted(said.items()):
        who = denier(one)
        for other in accused if who else ():
            if one.statement.sentence != other.statement.sentence and accuses(other, who):
                yield one, other, Parting("polarity", one.words, other.words, "-", "+")
