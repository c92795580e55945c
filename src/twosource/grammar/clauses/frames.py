"""Frames: the words of a sentence that name a source or cue, and those in them that tell something all the same."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.domain.span import Span
from twosource.grammar.clauses.stretch import counted, top
from twosource.grammar.tense import tense_of
from twosource.grammar.tree import Tree

_LEAST_TOLD = 6
_LEAST_STATE = 9


@dataclass(frozen=True, slots=True)
class Framed:
    """The frames of a sentence.

    Attributes:
        words: for every token whether it is a word of a source or cue.
        told: the heads of relative clauses in sources that tell something for themselves; their words are no frame's.
    """

    words: Sequence[bool]
    told: frozenset[int]


def framed(tree: Tree, contents: Iterable[Span], frames: Iterable[Span]) -> Framed:
    """What of a sentence is frame; what a source says by the way ("Ann, who said it fell, left") is none.

    Args:
        tree: the sentence's tree.
        contents: the spans that are said.
        frames: the spans of sources and cues.
    """
    frame = [-1] * len(tree.tokens)
    wide = [(*indices(tree, f), f) for f in sorted(frames, key=lambda f: f.start - f.end)]
    for number, (first, last, _) in enumerate(wide):
        frame[first:last] = [number] * (last - first)
    for number, (first, last, _) in enumerate(wide):
        if first < last and frame[first] == number and _does_more(tree, top(tree, first, last - 1), frame):
            frame[first:last] = [-1] * (last - first)
    for span in contents:
        first, last = indices(tree, span)
        if first < last and frame[first] >= 0 and frame[first] == frame[last - 1] and wide[frame[first]][2].covers(span):
            frame[first:last] = [-1] * (last - first)
    told = frozenset(j for n, (first, last, _) in enumerate(wide) for j in range(first, last) if frame[j] == n and _told(tree, j, first, last))
    for j in told:
        frame[tree.left[j] : tree.right[j] + 1] = [-1] * (tree.right[j] + 1 - tree.left[j])
    return Framed([number >= 0 for number in frame], told)


def _told(tree: Tree, j: int, first: int, last: int) -> bool:
    """Whether the token at ``j`` heads a relative clause in the source at [first, last) that tells what somebody has done."""
    token = tree.tokens[j]
    if token.dep != "relcl" or not tree.finite(j) or not first <= token.head < tree.left[j] or tree.right[j] >= last:
        return False
    size = counted(tree, tree.left[j], tree.right[j])
    return size >= (_LEAST_STATE if tense_of(tree.sentence, j) == "present" else _LEAST_TOLD)


def _does_more(tree: Tree, i: int, frame: list[int]) -> bool:
    """Whether a source is the subject of a clause that says something itself: "the council shut the pier, citing ..."."""
    above = tree.tokens[i].head
    if tree.tokens[i].dep not in ("nsubj", "nsubjpass") or frame[above] >= 0:
        return False
    return any(tree.tokens[k].dep in ("dobj", "attr", "acomp", "agent", "oprd") for k in tree.kids[above])


def indices(tree: Tree, span: Span) -> tuple[int, int]:
    """First index and one past the last of the tokens that lie in the span."""
    tokens = tree.tokens
    return bisect_left(tokens, span.start, key=lambda t: t.start), bisect_left(tokens, span.end, key=lambda t: t.start)
