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
    parties = PartyIndex(reading.of(LocalParty), sentences)
    said = _with_quotations(text, [s for sentence in sentences for s in _framed(sentence)], marked, paragraphs, sentences)
    said = [_weakened(text, one, parties) for one in said if not _inside(text, one, marked)]
    said += _heard(text, said, parties)
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
    waiting: list[_Said] = []
    for one in said:
        grown = _grown(one, marked, starts, taken) if one.content else _awaited(text, one, marked, starts, taken, sentences)
        if grown is not None:
            made.append(grown)
        elif one.kind == "say":
            waiting.append(one)
    return made + _carried(text, made, waiting, marked, taken, paragraphs)


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


def _awaited(text: str, one: _Said, marked: list[Marked], starts: list[int], taken: set[int], sentences: Sequence[Sentence]) -> _Said | None:
    """The quotation right before the frame, or after it."""
    frame = one.frame
    n = bisect_right(starts, frame.start) - 1
    found: list[Span] = []
    if n >= 0 and marked[n].end <= frame.start:
        between = text[marked[n].end : frame.start]
        if "\n" not in between and not between.strip(_EDGES):
            found.append(_whole(text, marked[n], sentences))
            taken.add(n)
    after = n + 1
    if after < len(marked) and frame.end <= marked[after].start <= frame.end + _REACH:
        between = text[frame.end : marked[after].start]
        if not any(c in between.rstrip() for c in ".;!?\n") and (not between.strip(_EDGES) or between.rstrip().endswith((":", ","))):
            found.append(Span(marked[after].start, marked[after].end))
            taken.add(after)
    return replace(one, content=tuple(found), strength="strong", quoted=True) if found else None


def _whole(text: str, mark: Marked, sentences: Sequence[Sentence]) -> Span:
    """The quotation, or where it is the end of a sentence in the teller's words, that sentence up to its end."""
    if text[mark.inner[0]].islower():
        n = bisect_right(sentences, mark.start, key=lambda s: s.span.start) - 1
        if n >= 0 and sentences[n].span.end >= mark.start:
            return Span(sentences[n].span.start, mark.end)
    return Span(mark.start, mark.end)


def _carried(text: str, said: list[_Said], waiting: list[_Said], marked: list[Marked], taken: set[int], paragraphs: list[Span]) -> list[_Said]:
    """Quotations without a frame of their own: a cue in the paragraph before waits for them, or the last speaker goes on."""
    made: list[_Said] = []
    speakers = sorted((s for s in said if s.quoted and s.source and s.strength == "strong"), key=lambda s: s.content[0].start)
    at = 0
    last: _Said | None = None
    starts = [p.start for p in paragraphs]
    for n, mark in enumerate(marked):
        while at < len(speakers) and speakers[at].content[0].start <= mark.start:
            last = speakers[at]
            at += 1
        where = bisect_right(starts, mark.start) - 1
        if n in taken or where < 0 or not _utterance(text, mark):
            continue
        opens = mark.start == starts[where]
        cue = _waiting(waiting, paragraphs[where - 1]) if opens and where > 0 else None
        before = bisect_right(starts, hull((*last.content, last.frame)).start) - 1 if last is not None else -2
        if cue is not None:
            last = replace(cue, content=(Span(mark.start, mark.end),), inferred=True, strength="strong", quoted=True, reason="quotation after")
            made.append(last)
        elif last is not None and (where == before or (opens and where - before == 1)):
            went_on = replace(last, cue=(), content=(Span(mark.start, mark.end),), inferred=True, reason="continued quotation")
            made.append(went_on)
            # The place of the quotation, so that a third paragraph may go on from the second.
            last = replace(last, content=(Span(mark.start, mark.end),)) if opens else went_on
    return made


def _waiting(waiting: list[_Said], before: Span) -> _Said | None:
    """The last cue without content in the paragraph before."""
    n = bisect_right(waiting, before.end, key=lambda w: w.frame.start) - 1
    found = n >= 0 and waiting[n].frame.start >= before.start and before.end - waiting[n].frame.end <= _REACH and waiting[n].source
    return waiting[n] if found else None


def _utterance(text: str, mark: Marked) -> bool:
    """Whether the quotation stands for itself: several words that open with a capital, not a phrase in somebody's sentence."""
    inner = text[slice(*mark.inner)]
    return len(inner.split()) >= 3 and (inner[:1].isupper() or inner[:1] in "‘'.…") and inner.rstrip()[-1:] in ".,?!…—-"


def _inside(text: str, one: _Said, marked: list[Marked]) -> bool:
    """Whether a weak attribution, or one by 'I', stands inside a quotation: there it is what the speaker says, no telling of it."""
    if one.inferred or not (one.strength == "weak" or (one.source and _first_person(text, one.source[0]))):
        return False
    n = bisect_right(marked, one.frame.start, key=lambda m: m.start) - 1
    return n >= 0 and one.frame.end <= marked[n].end


def _first_person(text: str, source: Span) -> bool:
    return source.of(text).lower().split()[0] in ("i", "we", "me", "us", "my", "our")


def _weakened(text: str, one: _Said, parties: PartyIndex) -> _Said:
    """An attribution that makes no link: 'I think' (inside a quotation 'I' is its speaker), or one by a thing ('the fog suggests')."""
    if not one.source or one.strength != "strong":
        return one
    first_person = _first_person(text, one.source[0])
    thing = False
    if one.kind in ("suggest", "find") or one.reason in ("citing", "object"):
        party = parties.at(one.source[0])
        thing = (party is None or party.kind in ("place", "unnamed")) and not _holds_words(text, one.source[0])
        thing = thing and (party is None or one.kind in ("suggest", "find"))
    if one.reason == "headline":
        party = parties.at(one.source[0])
        thing = party is None or party.kind == "place"
    return replace(one, strength="weak") if first_person or thing else one


def _holds_words(text: str, source: Span) -> bool:
    documents = words("document_nouns")
    return any(w in documents or w.removesuffix("s") in documents for w in source.of(text).lower().split())


def _heard(text: str, said: list[_Said], parties: PartyIndex) -> list[_Said]:
    """'told Reuters', 'said on Fox News', 'in an interview with the Gazette': the medium carries what was said."""
    made = []
    for one in said:
        if one.strength != "strong" or not one.source or not one.content:
            continue
        for hearer in one.hearers:
            if hearer.of(text).lower().startswith(("its ", "his ", "her ", "their ")):
                continue  # its own website
            party = parties.at(hearer)
            if party is None or party.kind != "media" or party.name.lower() in words("platforms"):
                continue
            content = one.content if one.inferred else (hull((*one.source, *one.content)),)
            made.append(replace(one, source=(hearer,), content=content, reason="told to", kind="report", quoted=False))
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
