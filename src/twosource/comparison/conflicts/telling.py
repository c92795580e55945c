"""Which disagreements are told, of those that the typed rules find and those that the learned decision thinks likely."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from twosource.comparison.claims.matter import denies
from twosource.comparison.conflicts.edges import Edge
from twosource.comparison.conflicts.judging import MODEL, Matters, Pair
from twosource.comparison.conflicts.numbers import compatible, count_one_thing, is_year, told_number
from twosource.comparison.conflicts.said import Parting, Said
from twosource.comparison.conflicts.sureness import taken_up
from twosource.comparison.conflicts.traits import SURENESS, Traits, sign, untrue
from twosource.comparison.conflicts.whens import distance
from twosource.domain.conflict import SURE
from twosource.inference.logistic import kept


def told(edges: Sequence[Edge], story: Matters, likely: Mapping[Pair, float]) -> list[Edge]:
    """The typed disagreements with how likely they are, and the likely ones that no rule types."""
    return chosen(edges, story, likely, float(kept(MODEL)["least"]))


def chosen(edges: Sequence[Edge], story: Matters, likely: Mapping[Pair, float], least: float) -> list[Edge]:
    """The same; ``least`` is how likely it must be that two statements part where no typed rule finds them to."""
    number = {t.said.statement.id: n for n, t in enumerate(story.traits)}
    found = []
    for edge in edges:
        i, j = sorted((number[edge.a.statement.id], number[edge.b.statement.id]))
        found.append(replace(edge, likely=_stands(edge, likely.get((i, j), 0.0))))
    return [*found, *_learned(story, likely, least)]


def _stands(edge: Edge, likely: float) -> float:
    """How likely a typed disagreement is: what stands there to the letter is not judged, nor that somebody is told to deny something."""
    if edge.parting.kind == "wording":
        return 1.0
    denied = edge.parting.kind == "polarity" and _denies(edge.a) != _denies(edge.b)
    return max(likely, SURE) if denied or taken_up(edge.a, edge.b) else likely


def _denies(said: Said) -> bool:
    return denies(said.statement, said.text)


def _learned(story: Matters, likely: Mapping[Pair, float], least: float) -> Iterator[Edge]:
    for (i, j), p in sorted(likely.items(), key=lambda item: (-item[1], item[0])):
        if p >= least and (i, j) not in story.told:
            a, b = story.traits[i], story.traits[j]
            parting = differing(a, b)
            if parting is not None:
                yield Edge(a.said, b.said, parting, p, typed=False)


def differing(a: Traits, b: Traits) -> Parting | None:
    """What two statements that seem to part differ in; None where nothing shows."""
    return _signs(a, b) or _numbers(a, b) or _dates(a, b) or _words(a, b) or _sureness(a, b)


def _signs(a: Traits, b: Traits) -> Parting | None:
    x, y = (sign(_value(t)) for t in (a, b))
    if x * y >= 0 or _may_still_come(*((a, b) if x < y else (b, a))):
        return None
    return _polarity(a.said, b.said, x < y)


def _may_still_come(denied: Traits, told: Traits) -> bool:
    """Whether what is not so by the one is still to come by the other ("has not been announced", "will be announced")."""
    x, y = denied.said.factuality, told.said.factuality
    return x is not None and y is not None and x.time != "future" and y.time == "future"


def _polarity(a: Said, b: Said, denies: bool) -> Parting:
    return Parting("polarity", a.words, b.words, *(("-", "+") if denies else ("+", "-")))


def _value(one: Traits) -> str:
    return one.said.factuality.value if one.said.factuality else "CT+"


def _numbers(a: Traits, b: Traits) -> Parting | None:
    left, right = ([(q, q.span.of(t.said.text)) for q in t.counts if not is_year(q)] for t in (a, b))
    same = [(p, q) for p in left for q in right if count_one_thing(p, q)]
    if not same or any(compatible(p[0], q[0]) for p, q in same):
        return None
    (p, said), (q, other) = same[0]
    return Parting("quantity", said, other, told_number(p), told_number(q))


def _dates(a: Traits, b: Traits) -> Parting | None:
    both = [(p, q, far) for p in a.days for q in b.days if (far := distance(p[1], q[1])) is not None]
    if not both or not all(far for _, _, far in both):
        return None
    (p, _), (q, _), _ = both[0]
    left, right = p.span.of(a.said.text), q.span.of(b.said.text)
    return Parting("date", left, right, p.value or left.lower(), q.value or right.lower())


def _words(a: Traits, b: Traits) -> Parting | None:
    """Where the words of one deny, or call untrue, and those of the other do not, unless both are read as saying that it is not so."""
    if sign(_value(a)) < 0 and sign(_value(b)) < 0:
        return None
    left, right = (t.no or bool(t.denies) or not t.stems.isdisjoint(untrue()) for t in (a, b))
    if left != right and _may_still_come(*((a, b) if left else (b, a))):
        return None
    return _polarity(a.said, b.said, left) if left != right else None


def _sureness(a: Traits, b: Traits) -> Parting | None:
    x, y = (SURENESS[_value(t)[:2]] for t in (a, b))
    if x == y:
        return _coming(a.said, b.said)
    return Parting("certainty", a.said.trigger, b.said.trigger, *(("sure", "unsure") if x > y else ("unsure", "sure")))


def _coming(a: Said, b: Said) -> Parting | None:
    """What is still to come by one account and has come about by the other, where both are as sure that it is so."""
    if any(said.factuality and sign(said.factuality.value) <= 0 for said in (a, b)):
        return None
    times = [said.factuality.time if said.factuality else "" for said in (a, b)]
    if (times[0] == "future") == (times[1] == "future"):
        return None
    return Parting("certainty", a.trigger, b.trigger, *(("to come", "come about") if times[0] == "future" else ("come about", "to come")))
