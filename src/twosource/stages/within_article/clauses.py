"""Clauses: sentences cut into stretches that each say one thing."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from twosource.domain.attribution import Attribution, Quotation
from twosource.domain.finding import Finding, Observation
from twosource.domain.identity import identity
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Clause
from twosource.grammar.attributions.phrases import phrasal
from twosource.grammar.clauses.alone import alone
from twosource.grammar.tree import Tree

# The least words a stretch must have, and what a frame or another clause cuts off must have to be one more.
_SHORTEST = 2
_CUT_OFF = 4
# Contents that are no clauses ("urged them to come", "accused him of lying"): without source and cue they would not be whole.
_WHOLE = ("infinitive", "predicate", "object")
_Piece = tuple[int, Span]


@dataclass(slots=True)
class _Unit:
    """A stretch in the making: its head and its tokens, in order."""

    head: int
    tokens: list[int] = field(default_factory=list)


class Clauses:
    """Sentences cut into stretches that each say one thing."""

    name = "clauses"
    needs: tuple[type[Finding], ...] = (Sentence, Attribution, Quotation)
    makes: tuple[type[Finding], ...] = (Clause,)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [_observed(reading) for reading in readings]


def _observed(reading: Reading) -> tuple[Observation, ...]:
    article, sentences = reading.article, reading.of(Sentence)
    attributions = [a for a in reading.of(Attribution) if a.strength == "strong" and a.reason != "told to"]
    attributions = [a for a in attributions if not phrasal(a, article.text, sentences)]
    contents, frames = _by_sentence(sentences, attributions)
    made: list[Observation] = []
    closing = {q.span.start + len(q.span.of(article.text).rstrip(" .,?!")): q for q in reading.of(Quotation)}
    for n, sentence in enumerate(sentences):
        for stretch, head in _cut(sentence, contents[n], frames[n]):
            quotation = closing.get(stretch.end)
            # A mark opened inside the stretch is closed inside it.
            opened = quotation is not None and stretch.start <= quotation.marks.start
            span = Span(stretch.start, quotation.marks.end) if quotation is not None and opened else stretch
            made.append(
                Clause(id=identity("k", article.id, span.start, span.end), article=article.id, evidence=(span,), sentence=sentence.id, head=head)
            )
    return tuple(made)


def _by_sentence(sentences: Sequence[Sentence], attributions: list[Attribution]) -> tuple[list[list[_Piece]], list[list[Span]]]:
    """For every sentence the pieces of contents that touch it, the widest content first, and the words of sources and cues in it."""
    starts, ends = [s.span.start for s in sentences], [s.span.end for s in sentences]
    contents: list[list[_Piece]] = [[] for _ in sentences]
    frames: list[list[Span]] = [[] for _ in sentences]

    def touched(span: Span) -> range:
        return range(bisect_right(ends, span.start), bisect_left(starts, span.end))

    attributions = sorted((a for a in attributions if a.reason not in _WHOLE), key=lambda a: -sum(c.end - c.start for c in a.content))
    for number, a in enumerate(attributions):
        for span in a.content:
            for n in touched(span):
                contents[n].append((number, span))
        for span in a.cue if a.inferred else (*a.source, *a.cue):
            for n in touched(span):
                frames[n].append(span)
    return contents, frames


def _cut(sentence: Sentence, contents: list[_Piece], frames: list[Span]) -> list[tuple[Span, int]]:
    tree = Tree(sentence)
    size = len(tree.tokens)
    region = [-1] * size  # for every token the number of the innermost content it lies in
    for number, span in contents:
        first, last = _indices(tree, span)
        region[first:last] = [number] * (last - first)
    framed = _framed(tree, contents, frames)
    heads = _heads(tree, region)
    units: dict[tuple[int, int], _Unit] = {}
    for i in range(size):
        if not framed[i]:
            units.setdefault((heads[i], region[i]), _Unit(heads[i])).tokens.append(i)
    return _spans(tree, list(units.values()), framed)


def _framed(tree: Tree, contents: list[_Piece], frames: list[Span]) -> list[bool]:
    """For every token whether it is a word of a source or cue; what a source says by the way ("Ann, who said it fell, left") is none."""
    frame = [-1] * len(tree.tokens)
    wide = sorted(frames, key=lambda f: f.start - f.end)
    for number, span in enumerate(wide):
        first, last = _indices(tree, span)
        frame[first:last] = [number] * (last - first)
    for number, span in enumerate(wide):
        first, last = _indices(tree, span)
        if first < last and frame[first] == number and _does_more(tree, _top(tree, first, last - 1), frame):
            frame[first:last] = [-1] * (last - first)
    for _, span in contents:
        first, last = _indices(tree, span)
        if first < last and frame[first] >= 0 and frame[first] == frame[last - 1] and wide[frame[first]].covers(span):
            frame[first:last] = [-1] * (last - first)
    return [number >= 0 for number in frame]


def _does_more(tree: Tree, i: int, frame: list[int]) -> bool:
    """Whether a source is the subject of a clause that says something itself: "the council shut the pier, citing ..."."""
    above = tree.tokens[i].head
    if tree.tokens[i].dep not in ("nsubj", "nsubjpass") or frame[above] >= 0:
        return False
    return any(tree.tokens[k].dep in ("dobj", "attr", "acomp", "agent", "oprd") for k in tree.kids[above])


def _indices(tree: Tree, span: Span) -> tuple[int, int]:
    """First index and one past the last of the tokens that lie in the span."""
    tokens = tree.tokens
    first = bisect_left(tokens, span.start, key=lambda t: t.start)
    last = bisect_left(tokens, span.end, key=lambda t: t.start)
    return first, last


def _heads(tree: Tree, region: list[int]) -> list[int]:
    """For every token the head of the clause it belongs to."""
    heads = [-1] * len(tree.tokens)
    order = [j for j, t in enumerate(tree.tokens) if t.head == j]
    for j in order:
        order.extend(tree.kids[j])
        above = tree.tokens[j].head
        inside = region[j] != region[above] and (tree.verbal(j) or region[j] >= 0)
        heads[j] = j if above == j or alone(tree, j, heads_clause=heads[above] == above) or inside else heads[above]
    return heads


def _spans(tree: Tree, units: list[_Unit], framed: list[bool]) -> list[tuple[Span, int]]:
    """One stretch a unit; they do not overlap."""
    owner: dict[int, int] = {i: n for n, u in enumerate(units) for i in u.tokens}
    found: list[tuple[int, int, int]] = []
    for n, unit in enumerate(units):
        runs = _runs(tree, unit, owner, n, framed)
        best = max(runs, key=lambda r: (_words(tree, *r), -r[0]), default=None)
        holding = next((r for r in runs if r[0] <= unit.head <= r[1]), None)
        if holding is not None and best is not None and 2 * _words(tree, *holding) >= _words(tree, *best):
            best = holding
        if best is not None and _says(tree, unit, best, framed):
            head = tree.kid(unit.head, "pcomp") if tree.tokens[unit.head].dep == "prep" else unit.head
            found.append((*best, head if head is not None and best[0] <= head <= best[1] else _top(tree, *best)))
        found += [(*run, verb) for run in runs if run != best and (verb := _clause_in(tree, *run)) is not None]
    return [(tree.span(first, last), head) for first, last, head in sorted(found)]


def _runs(tree: Tree, unit: _Unit, owner: dict[int, int], n: int, framed: list[bool]) -> list[tuple[int, int]]:
    """Stretches of the unit's tokens; a frame put between two of them ("the plan, he said, will fail") does not part them."""
    runs: list[tuple[int, int]] = []
    for i in unit.tokens:
        if runs and all(framed[j] or owner.get(j) == n or tree.tokens[j].pos == "PUNCT" for j in range(runs[-1][1] + 1, i)):
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return [trimmed for r in runs if (trimmed := _trimmed(tree, framed, *r)) is not None]


def _trimmed(tree: Tree, framed: list[bool], first: int, last: int) -> tuple[int, int] | None:
    """Without marks, joining words and words of frames at its edges."""
    tokens = tree.tokens

    def idle(i: int) -> bool:
        return framed[i] or tokens[i].dep == "cc" or not any(c.isalnum() for c in tokens[i].text)

    while first <= last and (idle(first) or _that(tree, first)):
        first += 1
    while first <= last and idle(last):
        last -= 1
    return (first, last) if first <= last else None


def _that(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.text.lower() == "that" and (token.dep == "mark" or (token.tag == "WDT" and token.dep == "dobj"))


def _words(tree: Tree, first: int, last: int) -> int:
    return sum(any(c.isalnum() for c in t.text) for t in tree.tokens[first : last + 1])


def _says(tree: Tree, unit: _Unit, run: tuple[int, int], framed: list[bool]) -> bool:
    """Whether a stretch says something: not the leavings of a frame ("told reporters on Monday")."""
    words = _words(tree, *run)
    if words < _SHORTEST:
        return False
    if framed[unit.head]:
        return False
    return any(t.pos in ("VERB", "AUX", "NOUN", "PROPN", "NUM") for t in tree.tokens[run[0] : run[1] + 1])


def _clause_in(tree: Tree, first: int, last: int) -> int | None:
    """The finite verb that has its subject in the stretch, if the stretch has words enough to stand alone."""
    if _words(tree, first, last) < _CUT_OFF:
        return None
    top = _top(tree, first, last)
    below = (i for i in (top, *tree.kids[top]) if first <= i <= last)
    return next((i for i in below if tree.verbal(i) and tree.finite(i) and (own := tree.own_subject(i)) is not None and first <= own <= last), None)


def _top(tree: Tree, first: int, last: int) -> int:
    """The token of the stretch that hangs outside it; a verb before others."""
    tops = _tops(tree, first, last)
    return next((i for i in tops if tree.verbal(i)), tops[0] if tops else first)


def _tops(tree: Tree, first: int, last: int) -> list[int]:
    """The tokens of a stretch that hang on none of its others."""
    return [i for i in range(first, last + 1) if not first <= tree.tokens[i].head <= last or tree.tokens[i].head == i]
