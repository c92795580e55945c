"""Blocks: paragraphs that a sentence ending in a colon hands over to somebody ("The union put out these points:")."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from twosource.domain.span import Span
from twosource.grammar.attributions.frame import Frame
from twosource.grammar.attributions.stretches import phrase
from twosource.grammar.attributions.utterances import Said
from twosource.grammar.tree import Tree
from twosource.reference.lexicon import words

_BULLETS = "-–—•*·▪●"
_QUOTES = "\"“”„«'‘`"
_NAMING = ("compound", "nmod")
_FROM = ("from", "by", "of")
_SENDING = ("circulate", "distribute", "email", "give", "hand", "issue", "offer", "post", "provide", "publish", "release", "send", "share", "write")
# So many tokens may stand between a paper and the colon ("a statement posted on its site on Monday:").
_REACH = 16
# And so many code points between the words that attribute and the colon.
_APART = 60
# A list has at most so many points.
_POINTS = 30


def introduced(tree: Tree) -> Frame | None:
    """'Here is an excerpt from the Bugle report:', 'The points were sent round by the union:': whose words come after the colon."""
    last = len(tree.tokens) - 1
    if last < 1 or tree.tokens[last].text != ":":
        return None
    source, cue = _sender(tree) or _owner(tree, last) or (None, 0)
    if source is None or tree.tokens[source].pos not in ("NOUN", "PROPN", "PRON"):
        return None
    return Frame(phrase(tree, source, cue), (cue, cue), (), "say", "weak", "introduced", cue)


def _sender(tree: Tree) -> tuple[int, int] | None:
    """Who sent out what follows: the agent, or the subject of a verb that has a paper for its object."""
    root = next((j for j, t in enumerate(tree.tokens) if t.head == j), 0)
    if not tree.verbal(root):
        return None
    by = tree.kid(root, "agent")
    if by is not None:
        whom = tree.kid(by, "pobj")
        return (whom, root) if whom is not None and tree.tokens[root].lemma in _SENDING else None
    thing, subject = tree.kid(root, "dobj"), tree.own_subject(root)
    paper = thing is not None and _paper(tree, thing) and tree.tokens[root].lemma in _SENDING
    return (subject, root) if paper and subject is not None else None


def _owner(tree: Tree, last: int) -> tuple[int, int] | None:
    """Whose paper the last one before the colon is: "the council's letter", "the Bugle report", "a statement from the mayor"."""
    for j in range(last - 1, max(-1, last - _REACH), -1):
        if tree.tokens[j].pos == "NOUN" and _paper(tree, j) and (whom := _whose(tree, j)) is not None:
            return whom, j
    return None


def _whose(tree: Tree, paper: int) -> int | None:
    """The name before a paper, its possessor, or whom it is from."""
    for k in reversed(tree.kids[paper]):
        token = tree.tokens[k]
        if k < paper and (token.dep == "poss" or (token.dep in _NAMING and token.pos == "PROPN")):
            return k
    sent = [tree.kid(k, "pobj") for k in tree.kids[paper] if k > paper and tree.tokens[k].lemma in _FROM]
    return next((whom for whom in sent if whom is not None and not _paper(tree, whom)), None)


def _paper(tree: Tree, i: int) -> bool:
    return tree.tokens[i].lemma in words("document_nouns")


def blocks(text: str, introducing: Sequence[Said], said: Sequence[Said], paragraphs: Sequence[Span]) -> Iterator[Said]:
    """The paragraphs after each sentence that ends its own with a colon and has found no quotation: one, or all points of a list.

    Nothing states it paragraph by paragraph: they are marked as inferred. What opens with a quotation mark, or with somebody's
    strong attribution, is left to those.

    Args:
        text: the article's text.
        introducing: attributions without content.
        said: those with one.
        paragraphs: the article's paragraphs, in order.
    """
    starts = [p.start for p in paragraphs]
    taken = {c.start for one in said if one.strength == "strong" for c in (*one.source, *one.content)}
    done: set[int] = set()
    for one in introducing:
        n = bisect_right(starts, one.frame.start) - 1
        if n < 0 or n in done or not 0 <= paragraphs[n].end - one.frame.end <= _APART or text[paragraphs[n].end - 1] != ":":
            continue
        done.add(n)
        for span in _block(text, paragraphs[n + 1 : n + 1 + _POINTS]):
            if span.start not in taken:
                yield Said(one.source, (), (span,), one.kind, "strong", "block", inferred=True)


def _block(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """The first paragraph, or where it is a point of a list all points of it."""
    bullet = text[paragraphs[0].start] if paragraphs else ""
    if not bullet or bullet in _QUOTES:
        return
    if bullet not in _BULLETS:
        yield paragraphs[0]
        return
    for paragraph in paragraphs:
        if text[paragraph.start] != bullet:
            return
        yield paragraph
