"""Words in quotation marks: which marks belong together, and which are apostrophes."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.domain.sentence import Sentence
from twosource.domain.span import Span, hull

_OPEN = {"“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」", "‟": "”"}
_EITHER = '"＂'
_SINGLES = "'‘’‚‛"
# So many paragraphs on, a mark that one paragraph opens may be closed by another.
_PARAGRAPHS = 5
# Words that lose their first letters, so that the mark before them is an apostrophe.
_CLIPPED = ("tis", "twas", "em", "til", "cause", "bout", "n")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch in quotation marks: ``[start, end)`` with its marks; ``open`` when no closing mark was found in its paragraph."""

    start: int
    end: int
    opens: int
    closes: int
    open: bool = False

    @property
    def inner(self) -> tuple[int, int]:
        """The stretch without its marks."""
        return self.start + self.opens, self.end - self.closes


def paragraphs(sentences: Sequence[Sentence]) -> list[Span]:
    """The paragraphs of an article, each from its first sentence to its last, in order of their numbers."""
    found: dict[int, Span] = {}
    for s in sentences:
        found[s.paragraph] = hull((found[s.paragraph], s.span)) if s.paragraph in found else s.span
    return [found[n] for n in sorted(found)]


def quotations(text: str, paragraphs: list[tuple[int, int]]) -> list[Marked]:
    """The outermost stretches in quotation marks, in order; one pass over every paragraph ``[start, end)``.

    A mark without its fellow is left alone, but where the next paragraph opens with a mark again, the quotation runs
    to the end of its paragraph, as the custom of news texts has it; where a paragraph soon after ends what it does not
    open, it runs to there.
    """
    found: list[Marked] = []
    until = 0
    for n, (begins, end) in enumerate(paragraphs):
        start = min(max(begins, until), end)
        carried = n + 1 < len(paragraphs) and _opens(text, paragraphs[n + 1][0])
        found.extend(_nested(text, start, end, carried) or _paragraph(text, start, end, carried))
        opened = None if carried else _left_open(text, found[-1].end if found and found[-1].start >= start else start, end)
        if opened is not None and (closed := _closed_after(text, paragraphs[n + 1 : n + 1 + _PARAGRAPHS])) is not None:
            while found and found[-1].end > opened:
                found.pop()
            found.append(Marked(opened, closed + 1, 1, 1))
            until = closed + 1
        elif opened is not None and _announced(text, start, opened):
            found.append(Marked(opened, end, 1, 0, open=True))
    return found


def _left_open(text: str, start: int, end: int) -> int | None:
    """Where the only mark opens that a paragraph's rest holds ("He wrote: “I had to go.")."""
    marks = [at for at in range(start, end) if text[at] in _OPEN or text[at] in _EITHER or text[at] in "”"]
    alone = len(marks) == 1 and text[marks[0]] != "”" and _may_open(text, marks[0], marks[0] + 1, start, end)
    return marks[0] if alone else None


def _closed_after(text: str, paragraphs: list[tuple[int, int]]) -> int | None:
    """Where a mark closes at the end of one of the paragraphs, none opening before."""
    for start, end in paragraphs:
        marks = [at for at in range(start, end) if text[at] in _OPEN or text[at] in _EITHER or text[at] in "”"]
        if marks:
            last = end - marks[0] <= 2 and not text[marks[0] - 1].isspace()
            return marks[0] if last and len(marks) == 1 and text[marks[0]] not in _OPEN else None
    return None


def _nested(text: str, start: int, end: int, carried: bool) -> list[Marked]:
    """The outermost quotations of a paragraph in which some hold others in marks of the same kind, if all of them find their fellows."""
    found: list[Marked] = []
    stack: list[int] = []
    deep = False
    for at in range(start, end):
        c = text[at]
        if c == "“" or (c in _EITHER and _may_open(text, at, at + 1, start, end) and not (stack and _may_close(text, at))):
            if stack and text[max(stack[-1] + 1, at - 4) : at].rstrip().endswith((".", "?", "!")):
                return []  # opened anew with a sentence: the mark before had no fellow
            deep = deep or bool(stack)
            stack.append(at)
        elif c == "”" or c in _EITHER:
            if not stack:
                return []
            opened = stack.pop()
            if not stack:
                found.append(Marked(opened, at + 1, 1, 1))
    if not deep or len(stack) > carried:
        return []
    return [*found, *(Marked(opened, end, 1, 0, open=True) for opened in stack)]


def _opens(text: str, at: int) -> bool:
    return text[at : at + 1] in _OPEN or text[at : at + 1] in _EITHER or text[at : at + 2] in ("''", "``")


def _paragraph(text: str, start: int, end: int, carried: bool) -> list[Marked]:
    found: list[Marked] = []
    at, opened, closing, width = start, -1, "", 1
    singles = _Singles(text, start, end)
    while at < end:
        c, two = text[at], text[at : at + 2]
        size = 2 if two in ("''", "``", "‘‘", "’’") else 1
        if opened < 0:
            if c in _OPEN:
                opened, closing, width = at, _OPEN[c], 1
            elif size == 2 and _may_open(text, at, at + 2, start, end):
                opened, closing, width = at, "''", 2
            elif c in _EITHER and _may_open(text, at, at + 1, start, end):
                opened, closing, width = at, c, 1
            elif c in _SINGLES and size == 1 and (close := singles.closing(at)) is not None:
                found.append(Marked(at, close + 1, 1, 1))
                at = close
        elif closing == "''" and size == 2 and _may_close(text, at):
            found.append(Marked(opened, at + 2, 2, 2))
            opened = -1
        elif (c in closing and size == 1 and (c not in _EITHER or _may_close(text, at))) or (c in "”" and closing in _EITHER):
            found.append(Marked(opened, at + 1, width, 1))
            opened = -1
        elif (c in _OPEN and _OPEN[c] == closing) or (closing in _EITHER and c == closing):
            if text[at - 1 : at].isspace() and text[max(opened, at - 2)] in ".?!":
                found.append(Marked(opened, at - 1, width, 0, open=True))  # sentence after sentence, each opened anew
            opened, width = at, 1  # else the mark before had no fellow
        at += size
    if opened < 0 and not found and (alone := _single(text, start, end)) is not None and singles.closing(alone) is None:
        found.append(Marked(alone, end, 1, 0, open=True))
    if 0 <= opened < end - width and (carried or (opened == start and not found)):
        found.append(Marked(opened, end, width, 0, open=True))
    return [m for m in found if any(c.isalnum() for c in text[slice(*m.inner)])]


def _announced(text: str, start: int, at: int) -> bool:
    """Whether a colon goes before the mark at ``at`` and a capital follows: "He said: “We had to go.", its fellow forgotten."""
    return text[max(start, at - 2) : at].rstrip().endswith(":") and text[at + 1 : at + 2].isupper()


def _may_open(text: str, at: int, after: int, start: int, end: int) -> bool:
    before_ok = at == start or not text[at - 1].isalnum()
    return before_ok and after < end and not text[after].isspace()


def _may_close(text: str, at: int) -> bool:
    return not text[at - 1].isspace() or not text[at + 1 : at + 2].strip()


def _single(text: str, start: int, end: int) -> int | None:
    """Where a single mark opens a paragraph, or what its first colon announces, with a capital after it."""
    colon = text.find(": ", start, end)
    places = (start, colon + 2) if colon >= 0 else (start,)
    return next((at for at in places if end - at > 2 and text[at] in "'‘" and text[at + 1].isupper()), None)


class _Singles:
    """Single marks of one paragraph; made once, so that looking for a fellow is a binary search."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start = text, start
        marks = [i for i in range(start, end) if text[i] in _SINGLES]
        self._closers = [i for i in marks if i > start and not text[i - 1].isspace() and not text[i + 1 : i + 2].isalnum() and text[i] in "'’‘"]
        # "the leaders' plan": after an s and before a blank a mark may be a possessive; a sure end has other neighbours.
        self._sure = [i for i in self._closers if text[i - 1] not in "sz" or text[i + 1 : i + 2] in (",", ".", ";", ":", "?", "!", ")", "")]

    def closing(self, at: int) -> int | None:
        """Index of the mark that closes the one at ``at``, or None when that is an apostrophe."""
        text = self._text
        if text[at] == "’" or (at > self._start and (text[at - 1].isalnum() or text[at - 1] in ".,")):
            return None
        following = text[at + 1 : at + 6].lower()
        if not following[:1].isalnum() or (following[:1].isdigit() and following[2:3] == "s"):
            return None
        if any(following.startswith(w) and not following[len(w) : len(w) + 1].isalpha() for w in _CLIPPED):
            return None
        for closers in (self._sure, self._closers):
            n = bisect_left(closers, at + 2)
            if n < len(closers):
                return closers[n]
        return None
