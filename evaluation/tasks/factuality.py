"""Task ``factuality``: rows {id, tokens, events: [{i}]} to {id, values}, one number from -3 to 3 an event (Stanovsky et al., 2017)."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.grammar.factuality.modality import modality
from twosource.grammar.factuality.operators import Modality
from twosource.grammar.tense import tense_of
from twosource.grammar.tree import Tree
from twosource.inference.spacy import SpacyModel

_SCALE = {"CT+": 2.25, "PR+": 1.5, "PS+": -1.25, "CT-": -0.5, "PR-": -0.75, "PS-": -1.5, "Uu": -0.75}
"""Medians on the development half of UDS-IH2, whose annotators were asked whether a thing happened: what may be has not."""
_AHEAD = -1.25
_INFINITIVE = 0.0


def answer(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The tokens are joined by blanks, parsed again, and found by their offsets."""
    parsed = SpacyModel().parse([" ".join(row["tokens"]) for row in rows])
    for row, sentences in zip(rows, parsed, strict=True):
        starts, at = [], 0
        for token in row["tokens"]:
            starts.append(at)
            at += len(token) + 1
        trees = [Tree(Sentence(id="t", article="a", evidence=(Span(s[0].start, s[-1].end),), tokens=s, paragraph=0)) for s in sentences if s]
        yield {"id": row["id"], "values": [_value(trees, starts[event["i"]]) for event in row["events"]]}


def _value(trees: list[Tree], offset: int) -> float:
    n = max(0, bisect_right([tree.tokens[0].start for tree in trees], offset) - 1)
    if not trees:
        return 3.0
    tree = trees[n]
    head = max(0, bisect_right([t.start for t in tree.tokens], offset) - 1)
    return number(tree, head, modality(tree, head))


def number(tree: Tree, head: int, found: Modality) -> float:
    """A value of FactBank on the scale from -3 to 3; there, what lies ahead, hangs on a condition, can be or is only bidden has not happened."""
    token = tree.tokens[head]
    has_aux = tree.kid(head, "aux", "auxpass") is not None
    bidden = token.tag == "VB" and not has_aux and token.dep in ("ROOT", "conj") and tree.own_subject(head) is None
    ahead = any(o.time == "future" or o.kind == "condition" for o in found.operators) or tense_of(tree.sentence, head) == "future"
    able = any(o.kind == "modal" and o.positive and o.commitment == "may" for o in found.operators)
    if ahead or bidden or able:
        return min(_AHEAD, _SCALE[found.value])
    infinitive = any(tree.tokens[j].tag == "TO" for j in tree.kids[head])
    return min(_INFINITIVE, _SCALE[found.value]) if infinitive else _SCALE[found.value]
