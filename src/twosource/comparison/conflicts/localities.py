"""Where two accounts put one deed at different places."""

from collections.abc import Iterator

from twosource.comparison.conflicts.said import Parting, Said
from twosource.domain.event import Place
from twosource.domain.sentence import Token
from twosource.domain.span import Span
from twosource.reference.places import resolved

# Places are many in a text and few of them are where it happened: only statements that say one thing for the rest are asked.
_LEAST = 0.7


def localities(a: Said, b: Said, alike: float) -> Iterator[Parting]:
    """The only place of one statement and the only place of the other, when both are known cities."""
    if alike < _LEAST:
        return
    left, right = _places(a), _places(b)
    if len(left) != 1 or len(right) != 1:
        return
    p, q = resolved(left[0].of(a.text)), resolved(right[0].of(b.text))
    if _apart(p, q):
        yield Parting("place", left[0].of(a.text), right[0].of(b.text), p.name.lower(), q.name.lower())


def _places(said: Said) -> list[Span]:
    found: list[Span] = []
    inside = [t for t in said.tree.tokens if said.statement.span.covers(Span(t.start, t.end)) and _is_place(t)]
    inside = [t for t in inside if said.text[t.end : t.end + 1] != "-"]  # "a Norbridge-bound train" goes there

    for t in inside:
        if found and not t.entity_begins and t.start - found[-1].end <= 1:
            found[-1] = Span(found[-1].start, t.end)
        else:
            found.append(Span(t.start, t.end))
    return found


def _is_place(token: Token) -> bool:
    """Whether a word was read as part of a place, or tells by the name of a city which of its kind something is ("the Norbridge rally")."""
    if token.entity in ("GPE", "LOC", "FAC"):
        return True
    return not token.entity and token.dep == "compound" and token.pos == "PROPN" and resolved(token.text).resolution == "city"


def _apart(p: Place, q: Place) -> bool:
    return p.resolution == q.resolution == "city" and p.geonameid != q.geonameid
