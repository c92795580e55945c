"""Clauses: sentences cut into stretches that each say one thing."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from twosource.domain.attribution import Attribution, Quotation
from twosource.domain.finding import Finding, Observation
from twosource.domain.identity import identity
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Clause
from twosource.grammar.attributions.phrases import phrasal
from twosource.grammar.clauses.acts import act, leads_in, unsaid
from twosource.grammar.clauses.alone import alone
from twosource.grammar.clauses.frames import Framed, framed, indices
from twosource.grammar.clauses.stretch import clause_in, counted, finite_with_subject, top, trimmed
from twosource.grammar.tree import Tree

# The least words a stretch must have, one without a verb that nobody is quoted with, and what a frame or another clause cuts off.
_SHORTEST = 2
_LABEL = 6
_CUT_OFF = 4
# Contents that are no clauses ("urged them to come", "accused him of lying"): without source and cue they would not be whole.
_WHOLE = ("infinitive", "predicate", "object")
_MARKS = ("“", "”", '"', "''", "``", "‘", "’", "'")
_STOPS = (".", "!", "?", "…")
_Piece = tuple[int, Span]
_Run = tuple[int, int]


@dataclass(slots=True)
class _Unit:
    """A stretch in the making: its head, whether somebody says it, and its tokens, in order."""

    head: int
    said: bool
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
    trees = [Tree(s) for s in sentences]
    contents, frames = _by_sentence(trees, attributions)
    made: list[Observation] = []
    closing = {q.span.start + len(q.span.of(article.text).rstrip(" .,?!")): q for q in reading.of(Quotation)}
    for n, sentence in enumerate(sentences):
        for stretch, head in _cut(trees[n], contents[n], frames[n]):
            quotation = closing.get(stretch.end)
            # A mark opened inside the stretch is closed inside it.
            opened = quotation is not None and stretch.start <= quotation.marks.start
            span = Span(stretch.start, quotation.marks.end) if quotation is not None and opened else stretch
            made.append(
                Clause(id=identity("k", article.id, span.start, span.end), article=article.id, evidence=(span,), sentence=sentence.id, head=head)
            )
    return tuple(made)


def _by_sentence(trees: Sequence[Tree], attributions: list[Attribution]) -> tuple[list[list[_Piece]], list[list[Span]]]:
    """For every sentence the pieces of contents that touch it, the widest content first, and the words of sources and cues in it."""
    starts, ends = [t.sentence.span.start for t in trees], [t.sentence.span.end for t in trees]
    contents: list[list[_Piece]] = [[] for _ in trees]
    frames: list[list[Span]] = [[] for _ in trees]

    def touched(span: Span) -> range:
        return range(bisect_right(ends, span.start), bisect_left(starts, span.end))

    cut = (a for a in attributions if a.reason not in _WHOLE and not _by_nobody(a) and not _whole(trees, starts, a))
    attributions = sorted(cut, key=lambda a: -sum(c.end - c.start for c in a.content))
    for number, a in enumerate(attributions):
        for span in a.content:
            for n in touched(span):
                contents[n].append((number, span))
        for span in a.cue if a.inferred else (*a.source, *a.cue):
            for n in touched(span):
                frames[n].append(span)
    return contents, frames


def _by_nobody(a: Attribution) -> bool:
    """Whether the cue parts a subject from its verb and names nobody: "the crew is thought to have left"."""
    return a.reason == "passive" and not a.source


def _whole(trees: Sequence[Tree], starts: list[int], a: Attribution) -> bool:
    """Whether cue and content would say nothing in two pieces: "has no plans to leave", "declined to say whether he would leave"."""
    if not a.cue or not a.content:
        return False
    tree = trees[bisect_right(starts, a.cue[0].start) - 1]
    first, last = indices(tree, a.cue[0])
    if a.reason == "intention":  # what somebody has in mind
        return first < len(tree.tokens) and tree.tokens[first].dep == "dobj" and tree.tokens[tree.tokens[first].head].lemma == "have"
    asked, after = indices(tree, a.content[0])
    if asked >= after or not tree.sentence.span.covers(a.content[0]):
        return False
    if after < len(tree.tokens) and tree.tokens[after].tag == "TO" and not any(tree.verbal(i) for i in range(asked, after)):
        return True  # "called a meeting for Sunday to hear them"
    verb = next((i for i in range(last - 1, first - 1, -1) if tree.tokens[i].pos == "VERB"), None)
    return verb is not None and unsaid(tree, verb, asked)


def _cut(tree: Tree, contents: list[_Piece], frames: list[Span]) -> list[tuple[Span, int]]:
    size = len(tree.tokens)
    region = [-1] * size  # for every token the number of the innermost content it lies in
    for number, span in contents:
        first, last = indices(tree, span)
        region[first:last] = [number] * (last - first)
    frame = framed(tree, (span for _, span in contents), frames)
    heads = _heads(tree, region, frame)
    units: dict[tuple[int, int], _Unit] = {}
    for i in range(size):
        unit = units.setdefault((heads[i], region[i]), _Unit(heads[i], region[i] >= 0))
        unit.tokens.append(i)
    return [(tree.span(first, last), head) for first, last, head in sorted(_stretches(tree, list(units.values()), frame.words))]


def _heads(tree: Tree, region: list[int], frame: Framed) -> list[int]:
    """For every token the head of the clause it belongs to."""
    heads = [-1] * len(tree.tokens)
    order = [j for j, t in enumerate(tree.tokens) if t.head == j]
    for j in order:
        order.extend(tree.kids[j])
        above = tree.tokens[j].head
        inside = region[j] != region[above] and (tree.verbal(j) or region[j] >= 0)
        own = above == j or j in frame.told or alone(tree, j, heads_clause=heads[above] == above) or inside
        heads[j] = j if own else heads[above]
    return heads


def _stretches(tree: Tree, units: list[_Unit], frame: Sequence[bool]) -> Iterator[tuple[int, int, int]]:
    """What the units say, first and last token and head of each; the stretches do not overlap."""
    owner = {i: n for n, u in enumerate(units) for i in u.tokens if not frame[i]}
    for n, unit in enumerate(units):
        runs = _runs(tree, unit, owner, n, frame)
        if frame[unit.head]:
            yield from _around_cue(tree, unit, runs, frame)
            continue
        best = max(runs, key=lambda r: (counted(tree, *r), -r[0]), default=None)
        holding = next((r for r in runs if r[0] <= unit.head <= r[1]), None)
        if holding is not None and best is not None and 2 * counted(tree, *holding) >= counted(tree, *best):
            best = holding
        if best is not None and _says(tree, unit, best) and not leads_in(tree, unit.head, best[1], frame):
            head = tree.kid(unit.head, "pcomp") if tree.tokens[unit.head].dep == "prep" else unit.head
            yield *best, head if head is not None and best[0] <= head <= best[1] else top(tree, *best)
        for run in runs:
            if run != best and counted(tree, *run) >= _CUT_OFF and (verb := clause_in(tree, *run)) is not None:
                yield *run, verb


def _around_cue(tree: Tree, unit: _Unit, runs: list[_Run], frame: Sequence[bool]) -> Iterator[tuple[int, int, int]]:
    """What the clause of a cue tells beside what is said: an act of speech, or else clauses among its other words."""
    told = _act(tree, unit, frame)
    if told is not None:
        yield *told, unit.head
    for first, last in runs:
        verb = next((i for i in range(first, last + 1) if not frame[i] and finite_with_subject(tree, i, first, last)), None)
        run = trimmed(tree, frame, max(first, tree.left[verb]), min(last, tree.right[verb])) if verb is not None else None
        if verb is None or run is None or counted(tree, *run) < _CUT_OFF:
            continue
        if told is None or run[1] < told[0] or told[1] < run[0]:
            yield *run, verb


def _act(tree: Tree, unit: _Unit, frame: Sequence[bool]) -> _Run | None:
    """The words around a cue's verb where they tell an act of speech: "was alerted by the bank"."""
    if not tree.verbal(unit.head):
        return None
    mine = set(unit.tokens)
    first = last = unit.head
    while first - 1 in mine or (first > unit.tokens[0] and tree.tokens[first - 1].pos == "PUNCT"):
        first -= 1
    while last + 1 in mine or (last < unit.tokens[-1] and tree.tokens[last + 1].pos == "PUNCT"):
        last += 1
    run = trimmed(tree, [False] * len(frame), first, last)
    return run if run is not None and run[0] <= unit.head <= run[1] and act(tree, unit.head, *run) else None


def _runs(tree: Tree, unit: _Unit, owner: dict[int, int], n: int, frame: Sequence[bool]) -> list[_Run]:
    """Stretches of the unit's tokens; a frame put between two of them ("the plan, he said, will fail") does not part them."""
    runs: list[_Run] = []
    for i in unit.tokens:
        if frame[i]:
            continue
        if runs and all(frame[j] or owner.get(j) == n or tree.tokens[j].pos == "PUNCT" for j in range(runs[-1][1] + 1, i)):
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return [cut for r in runs if (cut := trimmed(tree, frame, *r)) is not None]


def _says(tree: Tree, unit: _Unit, run: _Run) -> bool:
    """Whether a stretch says something: no single word, and no label, credit or greeting."""
    words, tokens = counted(tree, *run), tree.tokens[run[0] : run[1] + 1]
    if words < _SHORTEST:
        return False
    if any(t.pos in ("VERB", "AUX") for t in tokens):
        return True
    if words < _LABEL and not unit.said and not _marked(tree, run) and not _elliptic(tree, words):
        return False
    return any(t.pos in ("NOUN", "PROPN", "NUM", "ADJ") for t in tokens)


def _elliptic(tree: Tree, words: int) -> bool:
    """Whether a stretch without a verb is a sentence all the same: "Some, a rowing boat."."""
    return words > _SHORTEST and tree.tokens[-1].text in _STOPS and tree.tokens[0].text[:1].isupper()


def _marked(tree: Tree, run: _Run) -> bool:
    """Whether a mark of quotation stands next to a stretch."""
    return any(0 <= i < len(tree.tokens) and tree.tokens[i].text in _MARKS for i in (run[0] - 1, run[1] + 1))
