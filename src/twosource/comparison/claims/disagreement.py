"""Where two statements on one matter part: in number, date, place, certainty, or in saying yes and no."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from twosource.comparison.claims.matter import denies
from twosource.domain.conflict import ConflictKind
from twosource.domain.date import Date
from twosource.domain.quantity import Quantity
from twosource.domain.span import Span
from twosource.domain.statement import Factuality, Statement
from twosource.grammar.calendar import first_day, moved
from twosource.grammar.slots import Slots, classes, stem
from twosource.reference.lexicon import table

# How far a number may lie from "about 30" and still be the same, as a share of it.
_ABOUT = 0.15
# Words by which a number counts what another number has left out.
_REST = frozenset({"other", "others", "another", "additional", "further"})
# Years are dates, not numbers, wherever a stage before took one for a number.
_YEARS = (1900.0, 2100.0)
# How alike two statements must be before a difference between them counts, by its kind.
LEAST = {"quantity": 0.1, "date": 0.25, "denial": 0.15, "polarity": 0.3, "certainty": 0.5}
# Words of a date that two different dates may share.
_SHARED = frozenset({"the", "of", "on", "in", "last", "this", "next", "week", "month", "year", "day", "late", "early", "a", "ago"})
# Above this two statements are the same words, and a difference in certainty is a fault of the reading.
_COPIED = 0.8


Counted = tuple[Quantity, str]
"""A quantity with its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A wording with all that another may disagree with; ``everywhere`` has its statements with their days of publication."""

    statement: Statement
    everywhere: tuple[tuple[Statement, str | None], ...]
    slots: Slots
    text: str
    factuality: Factuality | None = None
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()


@dataclass(frozen=True, slots=True)
class Parting:
    """One disagreement of two statements: its kind, the words of either side, and what makes two sides one side."""

    kind: ConflictKind
    left: str
    right: str
    left_side: str
    right_side: str


def partings(a: Said, b: Said, alike: float) -> Iterator[Parting]:
    """All that two statements disagree in; ``alike`` is how probable it is that they say one thing, leaving out in what they part.

    Far more pairs seem to disagree than do: each kind asks for a match of its own, tuned on annotated stories.
    """
    if _taken_up(a, b):
        yield from _certainty(a, b)
        return
    flat = denies(a.statement, a.text) or denies(b.statement, b.text)
    if alike >= LEAST["denial" if flat else "polarity"] and (one_deed(a, b) or one_named(a, b)):
        yield from _signs(a, b)
    if not one_deed(a, b):
        return
    if alike >= LEAST["quantity"]:
        yield from _quantities(a, b)
    if alike >= LEAST["date"]:
        yield from _dates(a, b)
    if alike >= LEAST["certainty"]:
        yield from _certainty(a, b)


def _taken_up(a: Said, b: Said) -> bool:
    """Whether the later of two neighbours takes up the deed of the earlier in "do so", and both put a plan."""
    first, second = (a, b) if a.slots.start <= b.slots.start else (b, a)
    plans = first.factuality and second.factuality and first.factuality.commitment and second.factuality.commitment
    near = first.statement.article == second.statement.article and second.slots.order - first.slots.order <= 1
    return bool(plans and near and " do so" in second.statement.span.of(second.text).lower())


def one_deed(a: Said, b: Said) -> bool:
    """Whether two statements of two sentences tell of one deed: they share a verb, its meaning, or both who and what."""
    x, y = a.slots, b.slots
    if a.statement.sentence == b.statement.sentence:
        return False
    return bool(set(x.verbs) & set(y.verbs)) or bool(set(x.subjects) & set(y.subjects) and set(x.objects) & set(y.objects))


def one_named(a: Said, b: Said) -> bool:
    """Whether the deed that one statement tells with a verb stands in the other, which is denied, as a noun ("a visit is planned")."""
    for x, y in ((a, b), (b, a)):
        if x.statement.sentence != y.statement.sentence and denies(x.statement, x.text):
            deed = set(y.slots.verbs)
            if deed & (set(x.slots.words) | set(x.slots.classes)):
                return True
    return False


def compatible(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers may both be right: "about 30" and 31, "at least 7" and 12, but not two different "at least"."""
    if a.low is not None and b.low is not None and a.high is None and b.high is None:
        return a.low == b.low
    low_a, high_a = _bounds(a)
    low_b, high_b = _bounds(b)
    return low_a <= high_b and low_b <= high_a


def _bounds(q: Quantity) -> tuple[float, float]:
    low = -float("inf") if q.low is None else q.low
    high = float("inf") if q.high is None else q.high
    return (low * (1 - _ABOUT), high * (1 + _ABOUT)) if q.approximate else (low, high)


def _counts_one_thing(a: Counted, b: Counted) -> bool:
    """Whether two numbers count the same: the heads of their units are one word or near synonyms, and neither counts the others."""
    (p, said), (q, other) = a, b
    left, right = (p.unit or "").split(), (q.unit or "").split()
    if not left or not right or _rest(said) != _rest(other):
        return False
    x, y = stem(left[-1]), stem(right[-1])
    return x == y or not set(classes(x)).isdisjoint(classes(y))


def _rest(phrase: str) -> bool:
    return any(w in _REST for w in phrase.lower().split())


def _is_year(q: Quantity) -> bool:
    return q.low is not None and q.low == q.high and _YEARS[0] <= q.low <= _YEARS[1]


def numbers_apart(left: Sequence[Counted], right: Sequence[Counted]) -> tuple[Counted, Counted] | None:
    """The first two numbers that count one thing and cannot both be right; a number that the other side gives elsewhere is agreed on."""

    def agreed(one: Counted, others: Sequence[Counted]) -> bool:
        return any(_counts_one_thing(one, x) and compatible(one[0], x[0]) for x in others)

    for p in left:
        for q in right:
            if _is_year(p[0]) or _is_year(q[0]) or not _counts_one_thing(p, q) or compatible(p[0], q[0]):
                continue
            if not agreed(p, right) and not agreed(q, left):
                return p, q
    return None


def _quantities(a: Said, b: Said) -> Iterator[Parting]:
    apart = numbers_apart([(q, q.span.of(a.text)) for q in a.quantities], [(q, q.span.of(b.text)) for q in b.quantities])
    if apart is not None:
        (p, said), (q, other) = apart
        yield Parting("quantity", said, other, _number(p), _number(q))


def _number(q: Quantity) -> str:
    known = q.low if q.low is not None else q.high
    return "" if known is None else f"{known:g}"


def days(value: str | None) -> tuple[date, date] | None:
    """The first and the last day that an EDTF value allows, or None when it is open or coded."""
    if not value or ".." in value or "[" in value:
        return None
    start, _, end = value.partition("/")
    first, last = first_day(start), first_day(end or start)
    if first is None or last is None:
        return None
    dashes = (end or start).count("-")
    if dashes == 0:
        return first, last.replace(month=12, day=31)
    return (first, moved(moved(last, months=1), days=-1)) if dashes == 1 else (first, last)


def _dates(a: Said, b: Said) -> Iterator[Parting]:
    mine = [(d, days(d.value)) for d in a.dates]
    other = [(d, days(d.value)) for d in b.dates]
    if len(mine) != 1 or len(other) != 1:
        return
    (p, x), (q, y) = mine[0], other[0]
    left, right = p.span.of(a.text), q.span.of(b.text)
    # "Saturday" beside "Saturday afternoon", or a year beside a day, is a date told at another distance, not another date.
    told = set(left.lower().split()) & set(right.lower().split()) - _SHARED
    if x and y and (x[1] < y[0] or y[1] < x[0]) and not told and (x[1] - x[0]) == (y[1] - y[0]):
        yield Parting("date", left, right, p.value or "", q.value or "")


def _short(said: Said) -> str:
    return said.statement.span.of(said.text)


def _signs(a: Said, b: Said) -> Iterator[Parting]:
    if not a.factuality or not b.factuality:
        return
    x, y = a.factuality.value, b.factuality.value
    # The words must show the "no" on one side alone, or the sign is a guess.
    if "future" in (a.factuality.time, b.factuality.time) and a.factuality.time != b.factuality.time:
        return  # what is not yet may still come
    if {x[-1], y[-1]} == {"+", "-"} and a.slots.negated != b.slots.negated:
        yield Parting("polarity", _short(a), _short(b), x[-1], y[-1])


def _overlap(a: Said, b: Said) -> float:
    """The share of the shorter statement's words that the longer holds too."""
    x, y = set(a.slots.words), set(b.slots.words)
    return len(x & y) / max(1, min(len(x), len(y)))


@cache
def _rungs() -> dict[str, int]:
    return {row["word"]: int(row["rung"]) for row in table("commitments")}


def _certainty(a: Said, b: Said) -> Iterator[Parting]:
    if not a.factuality or not b.factuality:
        return
    x, y = a.factuality, b.factuality
    if {x.value[-1], y.value[-1]} == {"+", "-"} or _overlap(a, b) >= _COPIED:
        return
    rung_x, rung_y = _rungs().get(x.commitment or "", 0), _rungs().get(y.commitment or "", 0)
    if rung_x and rung_y and rung_x != rung_y:
        yield Parting("certainty", _trigger(a), _trigger(b), f"{rung_x}", f"{rung_y}")


def _trigger(said: Said) -> str:
    f = said.factuality
    trigger: Span | None = f.trigger if f else None
    return trigger.of(said.text) if trigger else _short(said)
