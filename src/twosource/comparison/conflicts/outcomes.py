"""What had not come about when one article was written ("no arrests have been made") and has in another ("two men were arrested")."""

from collections.abc import Iterator, Mapping

from twosource.comparison.conflicts.said import Parting, Said
from twosource.grammar.slots import stem
from twosource.grammar.tree import Tree

# What a story waits for, by the noun that a "no" stands before; forms of the deeds with which it comes about.
_AWAITED = {
    "charge": frozenset({stem("charge")}),
    "arrest": frozenset({stem("arrest"), stem("detain")}),
    "injury": frozenset({"=wound"}),
    "casualty": frozenset({"=wound", "=kill"}),
    "death": frozenset({"=kill"}),
    "fatality": frozenset({"=kill"}),
}
# The same by the verb of what happened to "no one".
_BEFALLEN = {"charge": "charge", "arrest": "arrest", "detain": "arrest", "injure": "injury", "hurt": "injury", "wound": "injury", "kill": "death"}
_NOBODY = frozenset({"nobody", "one", "none"})
# Sentences of an article, its headline among them, that tell what its story is about.
_LEAD = 4


def outcomes(said: Mapping[str, Said]) -> Iterator[tuple[Said, Said, Parting]]:
    """Every statement that nothing of a kind has happened yet, beside leads of no earlier articles by which it has."""
    leads = [other for _, other in sorted(said.items()) if _is_sure_lead(other)]
    for _, one in sorted(said.items()):
        awaited = _missing(one)
        for other in leads if awaited else ():
            if other.statement.article != one.statement.article and _came_about(other, awaited) and _day(one) <= _day(other, "9999"):
                yield one, other, Parting("polarity", one.words, other.words, "-", "+", "so far")


def _missing(said: Said) -> frozenset[str]:
    if said.factuality is None or said.factuality.value != "CT-" or said.factuality.time == "future":
        return frozenset()
    found = [_awaited(said.tree, d.at) for d in said.deeds if d.main and d.denied and not d.supposed]
    return frozenset().union(*found)


def _awaited(tree: Tree, verb: int) -> frozenset[str]:
    for kid in tree.kids[verb]:
        token = tree.tokens[kid]
        if token.dep in ("nsubjpass", "attr") and token.lemma in _AWAITED:
            return _AWAITED[token.lemma]
        if token.dep == "nsubjpass" and token.lemma.lower() in _NOBODY and tree.tokens[verb].lemma in _BEFALLEN:
            return _AWAITED[_BEFALLEN[tree.tokens[verb].lemma]]
    return frozenset()


def _is_sure_lead(said: Said) -> bool:
    read = said.factuality
    return read is not None and read.value == "CT+" and read.time != "future" and said.slots.order < _LEAD


def _came_about(said: Said, awaited: frozenset[str]) -> bool:
    return any(d.main and not d.denied and not d.supposed and d.forms & awaited for d in said.deeds)


def _day(said: Said, unknown: str = "") -> str:
    return min(filter(None, (day for _, day in said.everywhere)), default=unknown)
