"""Attributions: source, cue and content of what is said."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from twosource.domain.attribution import Attribution, Quotation, Voice
from twosource.domain.finding import Finding, Observation
from twosource.domain.identity import identity
from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span, hull
from twosource.stages.cues import Strength
from twosource.stages.lexicon import words
from twosource.stages.parties_at import PartyIndex
from twosource.stages.quoting import Marked, quotations
from twosource.stages.speech import frames
from twosource.stages.tree import Tree

# Between a cue and a quotation there may stand this many code points ("said in a statement on Monday: ").
_REACH = 60
_EDGES = " \t\r\n\u00a0,.;:–—-"


@dataclass(frozen=True, slots=True)
class _Said:
    """An attribution in the making."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str
    strength: Strength
    reason: str
    paragraph: int
    inferred: bool = False
    quoted: bool = False
    hearers: tuple[Span, ...] = ()

    @property
    def frame(self) -> Span:
        return hull((*self.source, *self.cue))


class Attributions:
    """Source, cue and content of what is said."""

    name = "attributions"
    needs: tuple[type[Finding], ...] = (Sentence, LocalParty)
    makes: tuple[type[Finding], ...] = (Attribution, Quotation)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [_observed(reading) for reading in readings]


def _observed(reading: Reading) -> tuple[Observation, ...]:
    article, sentences = reading.article, reading.of(Sentence)
    text = article.text
    paragraphs = _paragraphs(sentences)
    marked = quotations(text, [(p.start, p.end) for p in paragraphs])
    quotes = tuple(
        Quotation(id=identity("q", article.id, m.start, m.end), article=article.id, evidence=(Span(*m.inner),), marks=Span(m.start, m.end))
        for m in marked
    )
    said = _with_quotations(text, [s for sentence in sentences for s in _framed(sentence)], marked, paragraphs, sentences)
    said = _in_own_words(text, said)
    said += _heard(said, PartyIndex(reading.of(LocalParty), sentences))
    starts = [m.start for m in marked]
    made: dict[str, Attribution] = {}
    for one in said:
        attribution = _attribution(article.id, text, one, marked, starts)
        if attribution is not None:
            made.setdefault(attribution.id, attribution)
    return (*quotes, *made.values())


def _paragraphs(sentences: Sequence[Sentence]) -> list[Span]:
    found: dict[int, Span] = {}
    for s in sentences:
        found[s.paragraph] = hull((found[s.paragraph], s.span)) if s.paragraph in found else s.span
    return [found[n] for n in sorted(found)]


def _framed(sentence: Sentence) -> list[_Said]:
    tree = Tree(sentence)
    return [
        _Said(
            source=(tree.span(*f.source),) if f.source else (),
            cue=(tree.span(*f.cue),),
            content=tuple(tree.span(*c) for c in f.content),
            kind=f.kind,
            strength=f.strength,
            reason=f.reason,
            paragraph=sentence.paragraph,
            hearers=tuple(tree.span(*h) for h in f.hearers),
        )
        for f in frames(tree)
    ]


def _with_quotations(text: str, said: list[_Said], marked: list[Marked], paragraphs: list[Span], sentences: Sequence[Sentence]) -> list[_Said]:
    """Let contents take the whole of the quotations they touch, find the quotations that cues wait for, and carry speakers on."""
    taken: set[int] = set()
    starts = [m.start for m in marked]
    made: list[_Said] = []
    for one in said:
        grown = _grown(one, marked, starts, taken) if one.content else _awaited(text, one, marked, starts, taken)
        if grown is not None:
            made.append(grown)
    return made + _carried(text, made, marked, taken, paragraphs)


def _near(marked: list[Marked], starts: list[int], span: Span) -> list[int]:
    """Indices of the quotations that overlap the span."""
    n = max(0, bisect_right(starts, span.start) - 1)
    found = []
    while n < len(marked) and marked[n].start < span.end:
        if marked[n].end > span.start:
            found.append(n)
        n += 1
    return found


def _grown(one: _Said, marked: list[Marked], starts: list[int], taken: set[int]) -> _Said:
    content, quoted = [], False
    frame = one.frame
    for piece in one.content:
        start, end = piece.start, piece.end
        for n in _near(marked, starts, piece):
            mark = Span(marked[n].start, marked[n].end)
            if mark.overlaps(frame):
                continue  # said inside the quotation itself
            start, end = min(start, mark.start), max(end, mark.end)
            taken.add(n)
            quoted = True
        if start < frame.start < end:
            start, end = (start, frame.start) if piece.start < frame.start else (frame.end, end)
        if start < end:
            content.append(Span(start, end))
    return replace(one, content=tuple(content), quoted=quoted)


def _awaited(text: str, one: _Said, marked: list[Marked], starts: list[int], taken: set[int]) -> _Said | None:
    """The quotation right before the frame, or after it."""
    frame = one.frame
    n = bisect_right(starts, frame.start) - 1
    found: list[int] = []
    if n >= 0 and marked[n].end <= frame.start and not text[marked[n].end : frame.start].strip(_EDGES):
        found.append(n)
    after = n + 1
    if after < len(marked) and marked[after].start - frame.end <= _REACH and frame.end <= marked[after].start:
        between = text[frame.end : marked[after].start]
        if not any(c in between for c in ".;!?\n") and (not between.strip(_EDGES) or between.rstrip().endswith((":", ","))):
            found.append(after)
    if not found:
        return None
    taken.update(found)
    return replace(one, content=tuple(Span(marked[k].start, marked[k].end) for k in found), strength="strong", quoted=True)


def _carried(text: str, said: list[_Said], marked: list[Marked], taken: set[int], paragraphs: list[Span]) -> list[_Said]:
    """Quotations without a frame of their own: the speaker of the quotation before goes on."""
    made: list[_Said] = []
    speakers = sorted((s for s in said if s.quoted and s.source and s.strength == "strong"), key=lambda s: s.content[0].start)
    at = 0
    last: _Said | None = None
    starts = [p.start for p in paragraphs]
    for n, mark in enumerate(marked):
        while at < len(speakers) and speakers[at].content[0].start <= mark.start:
            last = speakers[at]
            at += 1
        if n in taken or not _utterance(text, mark):
            continue
        where = bisect_right(starts, mark.start) - 1
        if last is None or where < 0:
            continue
        before = bisect_right(starts, hull((*last.content, last.frame)).start) - 1
        opens = mark.start == starts[where]
        if where == before or (opens and where - before == 1):
            went_on = replace(last, cue=(), content=(Span(mark.start, mark.end),), inferred=True, reason="continued quotation")
            made.append(went_on)
            last = went_on if not opens else replace(last, content=(Span(mark.start, mark.end),))
    return made


def _utterance(text: str, mark: Marked) -> bool:
    """Whether the quotation stands for itself: several words that open with a capital, not a phrase in somebody's sentence."""
    inner = text[slice(*mark.inner)]
    return len(inner.split()) >= 3 and (inner[:1].isupper() or inner[:1] in "‘'.…") and inner.rstrip()[-1:] in ".,?!…—-"


def _in_own_words(text: str, said: list[_Said]) -> list[_Said]:
    """'I think' adds no link: inside a quotation 'I' is its speaker, outside nobody knows who."""
    return [replace(s, strength="weak") if s.source and s.source[0].of(text).lower() in ("i", "we", "me", "us") else s for s in said]


def _heard(said: list[_Said], parties: PartyIndex) -> list[_Said]:
    """'told Reuters', 'said on Fox News', 'in an interview with the Gazette': the medium carries what was said."""
    made = []
    for one in said:
        if one.strength != "strong" or not one.source or not one.content or one.inferred:
            continue
        for hearer in one.hearers:
            party = parties.at(hearer)
            if party is None or party.kind != "media" or party.name.lower() in words("platforms"):
                continue
            whole = hull((*one.source, *one.content))
            made.append(replace(one, source=(hearer,), content=(whole,), reason="told to", kind="report", quoted=False))
            break
    return made


def _attribution(article: str, text: str, one: _Said, marked: list[Marked], starts: list[int]) -> Attribution | None:
    content = tuple(filter(None, (_tidy(text, c) for c in one.content)))
    if not content:
        return None
    return Attribution(
        id=identity("b", article, *content, *one.source, *one.cue, one.reason),
        article=article,
        evidence=(*content, *one.source, *one.cue),
        source=one.source,
        cue=one.cue,
        content=content,
        voice=_voice(content, marked, starts),
        inferred=one.inferred,
        reason=one.reason,
        kind=one.kind,
        strength="strong" if one.strength == "strong" else "weak",
    )


def _tidy(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end) if start < end else None


def _voice(content: tuple[Span, ...], marked: list[Marked], starts: list[int]) -> Voice:
    inside = sum(min(c.end, marked[n].end) - max(c.start, marked[n].start) for c in content for n in _near(marked, starts, c))
    return "quote" if 2 * inside >= sum(c.end - c.start for c in content) else "paraphrase"
