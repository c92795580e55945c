"""Attributions that a tagger reads off an article, brought together with those that grammar finds.

Grammar knows nesting, credits and continued speech, which no training corpus marks; the tagger knows wordings that no
list of verbs holds, and whose verb it is where the parse gives it no subject of its own. Measured on annotated stories,
else each mends the other only where quotation marks or a plain verb of saying vouch for it: so grammar's spans stand, and
the tagger adds the quoted words they miss, the quotations they have no speaker for, and what a garbled parse hides.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from twosource.domain.span import Span, hull
from twosource.grammar.attributions.utterances import Said
from twosource.inference.model import TaggedSpan

_BACK = frozenset(["but", "although", "though", "while", "after", "when", "despite", "and"])
_AFTER_CUE = 3
# Cues that leave no doubt, and how long at the least a content is that may be a clause.
_PLAIN = frozenset(["said", "says", "say", "claims", "claimed"])
_CLAUSE = 30
_LONGEST_TITLE = 60
# Words of fewer letters are written small in titles ("of", "the").
_LONG_WORD = 4
_ENDS = (".", "!", "?", "…")
_MARKS = frozenset('"“”„«»')


@dataclass(frozen=True, slots=True)
class Group:
    """One attribution as tagged: its cue, its source (or none) and the pieces of its content."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def groups(spans: Sequence[TaggedSpan]) -> list[Group]:
    """The tagged spans of one article by their link, in order of their cues; what has no cue or no content is left out."""
    by_link: dict[int, dict[str, list[Span]]] = {}
    for span in spans:
        if span.link is not None and span.start < span.end:
            by_link.setdefault(span.link, {}).setdefault(span.label, []).append(Span(span.start, span.end))
    made = [
        Group(tuple(g.get("source", ())), tuple(g["cue"]), tuple(sorted(g["content"]))) for g in by_link.values() if g.get("cue") and g.get("content")
    ]
    return sorted(made, key=lambda g: (g.cue, g.content))


def together(text: str, said: Sequence[Said], tagged: Sequence[Group], cues: Container[int] = ()) -> list[Said]:
    """Grammar's attributions with the quoted pieces that the tagger adds, and its quotations that have no speaker yet.

    Args:
        text: the article's text.
        said: what grammar finds.
        tagged: what the tagger finds.
        cues: where words start that are known to attribute; what has another cue must be a quotation for the greater part.
    """
    at_cue = [(cue, n) for n, group in enumerate(tagged) for cue in group.cue]
    matched: set[int] = set()
    made: list[Said] = []
    for one in said:
        n = None if one.inferred else _match(one, tagged, at_cue)
        if n is None:
            made += [one] if one.source or not one.borrowed else []
            continue
        matched.add(n)
        taken = (*one.source, *one.cue, *one.content)
        pieces = tuple(c for c in tagged[n].content if _quotes(text, c) and not any(c.overlaps(t) for t in taken) and not _before(text, c, one))
        content = tuple(_cut(text, c, tagged[n]) for c in one.content) if one.reason == "clause" else one.content
        source = _whose(one, tagged[n])
        if source and pieces and one.strength != "strong" and _is_quotation(text, pieces) and text[pieces[0].start + 1].isupper():
            # "Lund spoke of the fire. “It took all.”": to what he speaks of he only stands somehow, the quotation is what he says.
            made.append(Said(source, one.cue, pieces, kind="say", strength="strong", reason="tagged", quoted=True))
            pieces = ()
        made += [replace(one, source=source, content=(*content, *pieces))] if source or not one.borrowed else []
    for n, group in enumerate(tagged):
        known = any(at in cues for span in group.cue for at in range(span.start, span.end))
        quoted = any(_quotes(text, c) for c in group.content) if known else _is_quotation(text, group.content) and not _title(text, group.content)
        if n not in matched and group.source and (quoted or _says(text, group)):
            made.append(Said(group.source, group.cue, group.content, kind="say", strength="strong", reason="tagged"))
    return made


def _says(text: str, group: Group) -> bool:
    """Whether a group that grammar has no frame for says a clause's worth by a plain verb: the parse took a verb in it for a noun."""
    return all(c.of(text).lower() in _PLAIN for c in group.cue) and any(c.end - c.start >= _CLAUSE for c in group.content)


def _cut(text: str, piece: Span, group: Group) -> Span:
    """A clause up to where the tagger sees it end, if the rest opens with a word that goes back to the teller ("..., but has not done so")."""
    end = max((c.end for c in group.content if c.overlaps(piece)), default=piece.end)
    comma, _, rest = text[end : piece.end].partition(" ")
    back = comma == "," and rest.split(" ", 1)[0] in _BACK
    return Span(piece.start, end) if back and not _quotes(text, piece) else piece


def _whose(one: Said, group: Group) -> tuple[Span, ...]:
    """The tagged source where grammar had none of the cue's own: it reads beyond the clause, where a parse is often at fault."""
    return group.source if one.borrowed and group.source and not _touch(group.source, one.source) else one.source


def _match(one: Said, tagged: Sequence[Group], at_cue: Sequence[tuple[Span, int]]) -> int | None:
    """The tagged attribution that shares the cue, one that shares content too before others; without a cue, source and content."""
    if not one.cue:
        return next((n for n, g in enumerate(tagged) if _touch(g.content, one.content) and _touch(g.source, one.source)), None)
    found = [n for cue, n in at_cue if any(cue.overlaps(c) for c in one.cue)]
    return next((n for n in found if _touch(tagged[n].content, one.content)), found[0] if found else None)


def _before(text: str, piece: Span, one: Said) -> bool:
    """Whether a piece stands before what it would be added to, and the cue there may be another speaker's.

    It may be in a paragraph of its own, and where a colon opens what is said ("“It burnt.” Then a voice says: “Run!”").
    """
    start = hull((*one.source, *one.cue, *one.content)).start
    if piece.end > start:
        return False
    return "\n" in text[piece.end : start] or text[one.frame.end : one.frame.end + _AFTER_CUE].lstrip()[:1] == ":"


def _touch(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a in some for b in others)


def _is_quotation(text: str, content: Sequence[Span]) -> bool:
    """Whether the greater part of a content is pieces that open with a mark: "fined for \"idling\"" tells what happened."""
    marked = sum(c.end - c.start for c in content if _quotes(text, Span(c.start, c.start + 1)))
    return 2 * marked >= sum(c.end - c.start for c in content)


def _title(text: str, content: Sequence[Span]) -> bool:
    """Whether quoted words are what a work is called: all of them but small ones begin with a capital ("released “Sea of the Lost”")."""
    said = text[content[0].start : content[-1].end].strip("\"“”„«»‘’', ")
    return len(said) <= _LONGEST_TITLE and said[-1:] not in _ENDS and all(w[:1].isupper() for w in said.split() if len(w) >= _LONG_WORD)


def _quotes(text: str, span: Span) -> bool:
    return not _MARKS.isdisjoint(span.of(text))
