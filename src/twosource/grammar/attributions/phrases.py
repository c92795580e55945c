"""Phrases that are quoted in part: what a tagger gives as content, and is no clause of its own without its source and cue."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from twosource.domain.attribution import Attribution
from twosource.domain.sentence import Sentence
from twosource.domain.span import hull
from twosource.grammar.tree import Tree

_LONG = 1000
"""More tokens than any sentence has: a list or a table."""


def phrasal(a: Attribution, text: str, sentences: Sequence[Sentence]) -> bool:
    """Whether a tagged content is a phrase of the teller's that holds quoted words: "called the dam a “ruin”", "apologised to “all”".

    Args:
        a: an attribution of the article.
        text: the article's text.
        sentences: the article's sentences, in order.
    """
    if a.reason != "tagged" or not a.cue or not text[a.content[0].start].isalnum():
        return False
    n = bisect_right(sentences, a.content[0].start, key=lambda s: s.span.start) - 1
    if n < 0 or not sentences[n].span.covers(hull((*a.cue, *a.content))):
        return False
    if len(sentences[n].tokens) > _LONG:
        return False
    tree, span = Tree(sentences[n]), a.content[0]
    first = bisect_left(tree.tokens, span.start, key=lambda t: t.start)
    last = bisect_left(tree.tokens, span.end, key=lambda t: t.start)
    tops = [i for i in range(first, last) if not first <= tree.tokens[i].head < last or tree.tokens[i].head == i]
    return bool(tops) and not any(tree.verbal(i) and tree.finite(i) for i in tops)
