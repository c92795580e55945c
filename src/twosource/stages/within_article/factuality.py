"""Factuality: how sure the holder presents each statement, and the words that show it."""

from collections.abc import Iterable, Mapping, Sequence

from twosource.domain.finding import Finding, Observation
from twosource.domain.identity import identity
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Factuality, FactualityValue, Statement, Time
from twosource.grammar.factuality.modality import modality
from twosource.grammar.factuality.operators import Modality
from twosource.grammar.tense import tense_of
from twosource.grammar.tree import Tree

# What an article takes back it says not to be so; what it was not sure of is not so either.
_TAKEN_BACK: Mapping[FactualityValue, FactualityValue] = {
    **dict.fromkeys(("CT+", "PR+", "PS+", "Uu"), "CT-"),
    **dict.fromkeys(("CT-", "PR-", "PS-"), "CT+"),
}


class Factualities:
    """How sure the holder presents each statement, and the words that show it.

    Values are FactBank's (Sauri and Pustejovsky, 2009); a plan is judged by the happening it is a plan of.
    """

    name = "factuality"
    needs: tuple[type[Finding], ...] = (Sentence, Statement)
    makes: tuple[type[Finding], ...] = (Factuality,)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [tuple(_read(reading)) for reading in readings]


def _read(reading: Reading) -> Iterable[Factuality]:
    sentences = {s.id: s for s in reading.of(Sentence)}
    trees: dict[str, Tree] = {}
    for statement in reading.of(Statement):
        sentence = sentences[statement.sentence]
        if sentence.id not in trees:
            trees[sentence.id] = Tree(sentence)
        tree = trees[sentence.id]
        found = modality(tree, statement.head, own=statement.voice == "own", within=statement.span, cue=statement.cue)
        deciding = found.deciding
        trigger = Span(tree.tokens[deciding.token].start, tree.tokens[deciding.token].end) if deciding is not None else None
        time = _time(sentence, tree, found)
        yield Factuality(
            id=identity("f", statement.id),
            article=statement.article,
            evidence=statement.evidence,
            statement=statement.id,
            value=_TAKEN_BACK[found.value] if statement.correction else found.value,
            time=time,
            commitment=(deciding.commitment or None) if deciding is not None and time == "future" else None,
            trigger=trigger,
        )


def _time(sentence: Sentence, tree: Tree, found: Modality) -> Time:
    """When the happening lies: ahead where an operator says so, else as its verb's tense tells."""
    if any(o.time == "future" for o in found.operators):
        return "future"
    if _may_yet(tree, found):
        return "future"
    if not tree.verbal(found.head):
        return "past" if tree.tokens[found.head].pos in ("NOUN", "PROPN") else "present"
    return tense_of(sentence, found.head) or "present"


def _may_yet(tree: Tree, found: Modality) -> bool:
    """Whether "may", "might" or "could" stands over a doing (not a state, nor "may have done"), which then lies ahead."""
    over = any(o.kind == "modal" and o.certainty == "PS" for o in found.operators)
    looks_back = any(tree.tokens[j].lemma == "have" and tree.tokens[j].dep == "aux" for j in tree.kids[found.head])
    return over and not looks_back and tree.tokens[found.head].pos == "VERB"
