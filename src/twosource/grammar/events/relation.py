"""Relation: which PLOVER root type stands between two parties of a sentence, by its words and by the lexicon of triggers."""

import itertools
import math
from collections.abc import Iterator, Sequence

from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.grammar.slots import stem
from twosource.grammar.tree import Tree
from twosource.inference.hashed import shipped
from twosource.inference.model import Pair, Relater
from twosource.reference.plover import triggers

LINEAR = 1.0
"""How loud the linear model is beside the encoder: what its log probabilities are multiplied by."""
_FAR = 40  # words looked at between them


def root_of(relater: Relater, text: str, sentences: Sequence[Sentence], source: Span, target: Span, *, offset: int = 0) -> dict[str, float]:
    """Root type -> probability, by both voices.

    Args:
        relater: the encoder's voice.
        text: what it is to read: a sentence or clause that holds both parties.
        sentences: what the linear model is to look at.
        source: who may have done something.
        target: to whom.
        offset: where ``text`` begins in the text that all spans count in, in code points.
    """
    pair = Pair((source.start - offset, source.end - offset), (target.start - offset, target.end - offset))
    (heard,) = relater.relate(text, [pair])
    plain = shipped("relation").probabilities(features(sentences, source, target))
    scores = {root: heard[root] + LINEAR * math.log(max(plain[root], 1e-9)) for root in plain}
    top = max(scores.values())
    weights = {root: math.exp(score - top) for root, score in scores.items()}
    total = sum(weights.values())
    return {root: weight / total for root, weight in weights.items()}


def features(sentences: Sequence[Sentence], source: Span, target: Span) -> Iterator[str]:
    """Names of what holds of the pair: words and their stems by zone, the path between the two in the tree, triggers on the way."""
    first, second = sorted((source, target))
    order = "st" if first is source else "ts"
    yield f"order={order}"
    tokens = [(sentence, i) for sentence in sentences for i in range(len(sentence.tokens))]
    between: list[str] = []
    for sentence, i in tokens:
        t = sentence.tokens[i]
        # the words of the two parties themselves teach who they are, not what they do to each other
        if t.pos in ("PUNCT", "SPACE") or source.start <= t.start < source.end or target.start <= t.start < target.end:
            continue
        zone = "before" if t.end <= first.start else "between" if t.end <= second.start else "after"
        if zone == "between":
            between.append(_word(sentence, i))
        if t.pos in ("VERB", "NOUN", "ADJ"):
            yield f"any={stem(t.lemma.lower())}"
            for trigger in triggers().get((t.lemma.lower(), t.pos == "NOUN"), ()):
                yield f"tells={trigger.type}"
                yield f"tells {zone}={trigger.type}"
    between = between[:_FAR]
    for a in between:
        yield f"between={a}"
        yield f"between stem={stem(a)}"
    for a, b in itertools.pairwise(between):
        yield f"between={a} {b}"
    yield from _paths(sentences, source, target)


def _word(sentence: Sentence, i: int) -> str:
    t = sentence.tokens[i]
    if t.pos == "NUM":
        return "0"
    return "Name" if t.pos == "PROPN" else t.lemma.lower()


def _paths(sentences: Sequence[Sentence], source: Span, target: Span) -> Iterator[str]:
    for sentence in sentences:
        if not (sentence.span.start <= source.start < sentence.span.end):
            continue
        tree = Tree(sentence)
        a, b = _head(tree, source), _head(tree, target)
        if a is None:
            continue
        up = [a, *tree.upwards(a)]
        for name, path in (("source", up), ("target", [b, *tree.upwards(b)] if b is not None else [])):
            verbs = [i for i in path[1:] if tree.verbal(i)][:3]
            for rank, i in enumerate(verbs):
                yield f"{name} verb {rank}={stem(tree.tokens[i].lemma.lower())}"
                yield f"{name} verb={tree.tokens[path[0]].dep} {tree.tokens[i].lemma.lower()}"
                for trigger in triggers().get((tree.tokens[i].lemma.lower(), False), ()):
                    yield f"{name} verb {rank} tells={trigger.type}"
                for k in tree.kids[i]:
                    if tree.tokens[k].dep in ("neg", "aux", "prt", "dobj", "xcomp", "prep", "auxpass", "ccomp"):
                        yield f"{name} verb kid={tree.tokens[k].dep} {tree.tokens[k].lemma.lower()}"
                        yield f"{name} verb with={tree.tokens[i].lemma.lower()} {tree.tokens[k].dep} {tree.tokens[k].lemma.lower()}"
        if b is None:
            yield "path=apart"
            continue
        down = [b, *tree.upwards(b)]
        meet = next((i for i in up if i in set(down)), None)
        if meet is None:
            continue
        between = [*up[: up.index(meet) + 1], *reversed(down[: down.index(meet)])][1:-1]
        for i in between:
            yield f"path={tree.tokens[i].lemma.lower()}"
            yield f"path stem={stem(tree.tokens[i].lemma.lower())}"
            noun = tree.tokens[i].pos == "NOUN"
            for trigger in triggers().get((tree.tokens[i].lemma.lower(), noun), ()):
                yield f"path tells={trigger.type}"
        yield "path deps=" + " ".join(tree.tokens[i].dep for i in [a, *between, b][:6])
        yield f"top={tree.tokens[meet].lemma.lower()}"


def _head(tree: Tree, span: Span) -> int | None:
    inside = [i for i, t in enumerate(tree.tokens) if span.start < t.end and t.start < span.end]
    members = set(inside)
    return next((i for i in inside if tree.tokens[i].head not in members or tree.tokens[i].head == i), None)
