"""Quotations and the cues they belong to: contents grow to whole quotations, cues find theirs, speakers go on."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.domain.sentence import Sentence
from twosource.domain.span import Span, hull
from twosource.grammar.attributions.cues import Strength
from twosource.grammar.quoting import Marked

# Between a cue and a quotation there may stand this many code points ("said in a statement on Monday: ").
_REACH = 60
# So many credits after a frame are looked at: a sentence has one or two.
_CREDITS = 3
# Marks of a quotation inside the quotation may close with it.
_CLOSING = " \t\r\n\u00a0”\"’'"
EDGES = " \t\r\n\u00a0,.;:–—-"


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution in the making, in spans of the article.

    Attributes:
        inferred: whether the speaker is carried on from an earlier sentence.
        quoted: whether the content holds a quotation.
        hearers: the words for those it was said to, or on whose pages or air.
        borrowed: whether the source is the subject of another verb, and so may be somebody else's.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str
    strength: Strength
    reason: str
    inferred: bool = False
    quoted: bool = False
    hearers: tuple[Span, ...] = ()
    borrowed: bool = False

    @property
    def frame(self) -> Span:
        """From the first to the last word of source and cue."""
        return hull((*self.source, *self.cue))


class Utterances:
    """The quotations of one article, and which of them have found their speaker."""

    def __init__(self, text: str, marked: Sequence[Marked], paragraphs: Sequence[Span], sentences: Sequence[Sentence]) -> None:
        self._text, self._marked, self._paragraphs = text, marked, paragraphs
        self._starts = [m.start for m in marked]
        self._paragraph_starts = [p.start for p in paragraphs]
        self._sentences = [s.span for s in sentences]
        self._taken: set[int] = set()
        self._waiting: list[Said] = []

    def joined(self, said: Sequence[Said]) -> list[Said]:
        """The same attributions with their quotations; those that have none yet wait for one that ``carried`` finds."""
        made: list[Said] = []
        for one in said:
            whole = self._grown(one) if one.content else self._awaited(one)
            if whole is not None:
                made.append(whole)
            elif one.kind == "say" and one.source and not self.inside(one.frame):
                self._waiting.append(one)
        return made

    def inside(self, span: Span) -> bool:
        """Whether the span stands inside a quotation."""
        n = bisect_right(self._starts, span.start) - 1
        return n >= 0 and span.end <= self._marked[n].end

    def quoted(self, spans: Sequence[Span]) -> bool:
        """Whether the greater part of the spans stands in quotation marks."""
        shared = sum(min(s.end, self._marked[n].end) - max(s.start, self._marked[n].start) for s in spans for n in self._near(s))
        return 2 * shared >= sum(s.end - s.start for s in spans)

    def _near(self, span: Span) -> list[int]:
        """Indices of the quotations that overlap the span."""
        n = max(0, bisect_right(self._starts, span.start) - 1)
        found = []
        while n < len(self._marked) and self._marked[n].start < span.end:
            if self._marked[n].end > span.start:
                found.append(n)
            n += 1
        return found

    def _span(self, n: int) -> Span:
        return Span(self._marked[n].start, self._marked[n].end)

    def _grown(self, one: Said) -> Said:
        """With contents that take the whole of the quotations they touch, but never the cue."""
        content, quoted, frame = [], False, one.frame
        for piece in one.content:
            start, end = piece.start, piece.end
            for n in self._near(piece):
                if self._span(n).overlaps(frame):
                    continue  # said inside the quotation itself
                whole = self._whole(n) if piece.start >= self._marked[n].start and frame.start >= self._marked[n].end else self._span(n)
                start, end = min(start, whole.start), max(end, whole.end)
                self._taken.add(n)
                quoted = True
            if start < frame.start < end:
                start, end = (start, frame.start) if piece.start < frame.start else (frame.end, end)
            if start < end:
                content.append(Span(start, end))
        return replace(one, content=tuple(content), quoted=quoted)

    def _awaited(self, one: Said) -> Said | None:
        """With the quotation right before the frame, or after it; None when there is none."""
        frame, text = one.frame, self._text
        n = bisect_right(self._starts, frame.start) - 1
        found: list[Span] = []
        if n >= 0 and self._marked[n].end <= frame.start <= self._marked[n].end + _REACH:
            between = text[self._marked[n].end : frame.start]
            if "\n" not in between and not between.strip(EDGES) and not self._ended_before(n, frame):
                found.append(self._whole(n))
                self._taken.add(n)
        after = n + 1
        if after < len(self._marked) and frame.end <= self._marked[after].start <= frame.end + _REACH:
            between = text[frame.end : self._marked[after].start].rstrip()
            if not any(c in between for c in ".;!?\n") and (not between.strip(EDGES) or between.endswith((":", ","))):
                found.append(self._span(after))
                self._taken.add(after)
        return replace(one, content=tuple(found), strength="strong", quoted=True) if found else None

    def _ended_before(self, n: int, frame: Span) -> bool:
        """Whether the quotation ends a sentence with its full stop, and the frame stands in the next and is not all of it."""
        at = bisect_right(self._sentences, frame.start, key=lambda s: s.start) - 1
        inner = self._text[slice(*self._marked[n].inner)].rstrip()
        begins_next = inner.endswith(".") and not inner.endswith("..") and at >= 0 and self._sentences[at].start >= self._marked[n].end
        return begins_next and self._sentences[at].end > frame.end + 1

    def _whole(self, n: int) -> Span:
        """The quotation, or where it ends a sentence in the teller's words, that sentence up to its end."""
        mark = self._marked[n]
        if self._text[mark.inner[0]].islower():
            at = bisect_right(self._sentences, mark.start, key=lambda s: s.start) - 1
            if at >= 0 and self._sentences[at].end >= mark.start:
                return Span(self._sentences[at].start, mark.end)
        return Span(mark.start, mark.end)

    def carried(self, said: Sequence[Said]) -> list[Said]:
        """Quotations that none of ``said`` has for content: a cue in the paragraph before waits for them, or the last speaker goes on."""
        whole = ((c, s) for s in said if s.reason == "tagged" for c in s.content)
        self._taken.update(n for c, s in whole for n in self._near(c) if c.covers(Span(*self._marked[n].inner)) and not self._span(n).covers(s.frame))
        made: list[Said] = []
        speakers = sorted((s for s in said if s.quoted and s.source and s.strength == "strong"), key=lambda s: s.content[0].start)
        at = 0
        last: Said | None = None
        for n, mark in enumerate(self._marked):
            while at < len(speakers) and speakers[at].content[0].start <= mark.start:
                last = speakers[at]
                at += 1
            where = self.paragraph(mark.start)
            if n in self._taken or where < 0 or not self._stands_alone(mark):
                continue
            opens = mark.start == self._paragraphs[where].start
            cue = _last_before(self._waiting, self._paragraphs[where - 1]) if opens and where > 0 else None
            if cue is not None:
                last = replace(cue, content=(self._span(n),), inferred=True, strength="strong", quoted=True, reason="quotation after")
                made.append(last)
            elif last is not None and where - self.paragraph(hull((*last.content, last.frame)).end) <= (self._farthest(last) if opens else 0):
                went_on = replace(last, cue=(), content=(self._span(n),), inferred=True, reason="continued quotation")
                made.append(went_on)
                # Where the quotation stands, so that a third paragraph may go on from the second.
                last = replace(last, content=(self._span(n),)) if opens else went_on
        return made

    def _farthest(self, last: Said) -> int:
        """How many paragraphs on a quotation may go on: a picture's caption may stand amid words whose mark nothing has closed."""
        n = bisect_right(self._starts, last.content[-1].end - 1) - 1
        return 2 if n >= 0 and self._marked[n].open and self._marked[n].end >= last.frame.end else 1

    def paragraph(self, at: int) -> int:
        """Number of the paragraph that an offset lies in."""
        return bisect_right(self._paragraph_starts, at) - 1

    def _stands_alone(self, mark: Marked) -> bool:
        """Whether it is several words that open with a capital, not a phrase in somebody's sentence."""
        inner = self._text[slice(*mark.inner)].rstrip(_CLOSING)
        return len(inner.split(None, 3)) >= 3 and (inner[:1].isupper() or inner[:1] in "‘'.…") and inner[-1:] in ".,?!…—-"


def _last_before(waiting: Sequence[Said], paragraph: Span) -> Said | None:
    """The last cue without content at the end of the paragraph."""
    n = bisect_right(waiting, paragraph.end, key=lambda w: w.frame.start) - 1
    if n < 0 or waiting[n].frame.start < paragraph.start or paragraph.end - waiting[n].frame.end > _REACH:
        return None
    return waiting[n]


def parted(said: Sequence[Said]) -> list[Said]:
    """The same attributions, no two of which hold each other ("Ann said it fell, according to the police").

    The words of a credit that stand in the content of what it credits are taken out of that content: the credit stands outside.
    """
    outside = sorted((one for one in said if one.reason == "according to"), key=lambda one: one.frame)
    starts = [credit.frame.start for credit in outside]
    made = []
    for one in said:
        pieces = []
        for piece in one.content:
            first = bisect_left(starts, piece.start)
            around = (c for c in outside[first : first + _CREDITS] if c.frame.end <= piece.end and any(k.covers(one.frame) for k in c.content))
            outer = next((c.frame for c in around if c is not one), None)
            pieces += [piece] if outer is None else _without(piece, outer)
        made.append(replace(one, content=tuple(pieces)) if pieces else one)
    return made


def _without(piece: Span, frame: Span) -> list[Span]:
    around = ((piece.start, frame.start), (frame.end, piece.end))
    return [Span(start, end) for start, end in around if start < end]
