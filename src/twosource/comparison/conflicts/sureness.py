"""Where one account is sure of what another only thinks possible, or puts a plan more firmly."""

import re
from collections.abc import Iterator
from functools import cache

from twosource.comparison.conflicts.beside import ALIKE, EVERYONES, laid
from twosource.comparison.conflicts.deeds import Deed
from twosource.comparison.conflicts.said import Parting, Said
from twosource.domain.span import Span
from twosource.domain.statement import Factuality
from twosource.grammar.slots import stem
from twosource.reference.lexicon import table

_DO_SO = re.compile(r"(?i)\bdo so\b")
# How alike two plans must be, and above what share of words they are one wording, so that a difference is a fault of the reading.
_PLANS, _COPIED = 0.5, 0.8
# Up to the lower rung nobody has said that they will, from the upper on they have: who "plans to" and who "will" part in nothing.
_OPEN, _MADE = 4, 5
# Nor does who expects something of oneself.
_EXPECTS = "expects"
_NO_PLAN = frozenset({"should", "must", "ought", "'d", "’d", "need", "needs", "am", "is", "are"})
# What every plan shares with every other.
_PLANNING = EVERYONES | {"=plan", "=want", "=promise"}
# How alike two statements must be where no deed is laid beside the other's, and with which words doubt is then no figure of speech.
_ONE_THING, _SURELY, _TOLD_ALIKE = 0.6, 0.7, 0.5
DOUBTS = frozenset(
    stem(w)
    for w in (
        *("may", "might", "could", "apparently", "possibly", "perhaps", "probably", "likely", "unlikely"),
        *("believe", "think", "suspect", "appear", "seem", "suggest", "expect"),
    )
)
OPINIONS = frozenset(stem(w) for w in ("believe", "think", "seem", "appear", "predict", "feel", "guess"))
# Words with which it is said that nobody has made sure.
_UNCONFIRMED = frozenset({"confirmed", "confirm", "verified", "verify", "unconfirmed", "unverified", "unclear", "unknown", "known"})
# A condition, a question or an ability is no doubt.
CONDITIONS = frozenset({"can", "if", "whether", "unless", "?", "”", '"'})
# Who passes on what others say ("reportedly") has heard it, and does not doubt it.
HEARD = frozenset({"reportedly", "allegedly", "purportedly", "reported", "alleged"})
# Words by which what is to come is told no less firmly than by "will".
_TO_COME = frozenset({"expected", "expects", "expect", "set", "would", "scheduled", "due"})
# Clauses that tell when or how, beside what is in doubt: "seemed glad after winning" doubts no win.
_BESIDE = frozenset({"advcl", "pcomp", "relcl"})
# How much of what is thought possible the other must be sure of.
_HELD = 0.45


@cache
def _rungs() -> dict[str, int]:
    return {row["word"]: int(row["rung"]) for row in table("commitments")}


def taken_up(a: Said, b: Said) -> bool:
    """Whether the later of two neighbours takes up the deed of the earlier in "do so", and both put a plan."""
    first, second = (a, b) if a.slots.start <= b.slots.start else (b, a)
    plans = first.factuality and second.factuality and first.factuality.commitment and second.factuality.commitment
    near = first.statement.article == second.statement.article and second.slots.order - first.slots.order <= 1
    return bool(plans and near and _DO_SO.search(second.words))


def sureness(a: Said, b: Said, alike: float) -> Iterator[Parting]:
    """How sure two statements of one deed are, where they differ in nothing else."""
    if (left := _left_open(a, b, alike)) is not None:
        yield Parting("certainty", a.words, b.words, *(("unsure", "sure") if left else ("sure", "unsure")))
        return
    x, y = a.factuality, b.factuality
    if x is None or y is None or {x.value[-1], y.value[-1]} == {"+", "-"}:
        return
    if alike >= _PLANS and _one_deed(a, b) and _overlap(a, b) < _COPIED and _open_beside_made(a, b):
        yield from _telling(plans(a, b))
    if x.time == y.time and _sure(x) != _sure(y) and _doubted(a, b, x, alike):
        yield Parting("certainty", a.trigger, b.trigger, *(("sure", "unsure") if _sure(x) else ("unsure", "sure")))


def plans(a: Said, b: Said) -> Iterator[Parting]:
    """Two plans of one deed on different rungs of the ladder of commitment."""
    rung_x, rung_y = _rung(a), _rung(b)
    able = "can" in (a.trigger.lower(), b.trigger.lower())  # what can be done nobody plans
    if rung_x and rung_y and rung_x != rung_y and min(rung_x, rung_y) <= _MADE and not able:
        yield Parting("certainty", a.trigger, b.trigger, f"{rung_x}", f"{rung_y}")


def _rung(said: Said) -> int:
    return _rungs().get((said.factuality.commitment if said.factuality else "") or "", 0)


def _open_beside_made(a: Said, b: Said) -> bool:
    """Whether what is a wish or a readiness in the one is a plan in the other."""
    low, high = sorted((_rung(a), _rung(b)))
    expected = any(x.factuality and x.factuality.commitment == _EXPECTS for x in (a, b))
    return low <= _OPEN and high >= _MADE and not expected


def _telling(found: Iterator[Parting]) -> Iterator[Parting]:
    """Those put in words of planning: what ought to be is no plan, nor is what "am" or "’d" leave of one."""
    for parting in found:
        if _NO_PLAN.isdisjoint((parting.left.lower(), parting.right.lower())):
            yield parting


def _one_deed(a: Said, b: Said) -> bool:
    x, y = a.slots, b.slots
    named, other = ({w for w in one.subjects if w in one.names} for one in (x, y))
    if named and other and named.isdisjoint(other):
        return False
    return bool(set(x.verbs) & set(y.verbs) - _PLANNING) or bool(set(x.subjects) & set(y.subjects) and set(x.objects) & set(y.objects))


def _sure(read: Factuality) -> bool:
    return read.value.startswith("CT")


def _doubted(a: Said, b: Said, x: Factuality, alike: float) -> bool:
    """Whether the one deed that is sure here is what is in doubt there."""
    triggers = (a.trigger.lower(), b.trigger.lower())
    if not CONDITIONS.isdisjoint(triggers) or not _NO_PLAN.isdisjoint(triggers) or _opinion(a, b, x):
        return False
    doubting, certain = (b, a) if _sure(x) else (a, b)
    if _heard(doubting) or _stands_beside(doubting) or _hedged(certain):
        return False
    if "Uu" in (x.value, b.factuality.value if b.factuality else ""):
        return alike >= _PLANS and "?" not in a.words + b.words and not _UNCONFIRMED.isdisjoint(f"{a.trigger} {b.trigger}".lower().split())
    for pair in laid(a, b, alike):
        held, unsure = (pair.right, pair.g) if _sure(x) else (pair.left, pair.f)
        if not unsure.main or _told_by(doubting, unsure) or pair.f.supposed or pair.g.supposed or pair.f.denied != pair.g.denied or not pair.tied:
            continue
        one_deed = pair.same_word or alike >= ALIKE or (pair.one_subject and pair.f.main and pair.g.main and unsure.matter)
        if one_deed and (held >= _HELD if unsure.matter else pair.one_subject):
            return True
    return _one_thing(a, b, alike, doubting)


def _opinion(a: Said, b: Said, x: Factuality) -> bool:
    """Whether one party says both, in the same words, or one with "I believe" of what is no matter of fact yet: so opinions are put."""
    if not a.origin or a.origin != b.origin:
        return False
    unsure = b if _sure(x) else a
    opinion = any(stem(w) in OPINIONS for w in unsure.trigger.lower().split())
    return (x.time != "past" and opinion) or _overlap(a, b) >= _COPIED


def _heard(unsure: Said) -> bool:
    """Whether what reads as doubt only tells that one has it from others, or that it is still to come."""
    told = set(unsure.trigger.lower().split())
    future = unsure.factuality is not None and unsure.factuality.time == "future"
    return not told.isdisjoint(HEARD) or (future and not told.isdisjoint(_TO_COME))


def _stands_beside(said: Said) -> bool:
    """Whether the verb that is in doubt is another one, beside which the statement only tells when or how."""
    trigger, tokens = said.factuality.trigger if said.factuality else None, said.tree.tokens
    at = said.statement.head
    path: set[str] = set()
    while trigger is not None and not trigger.covers(Span(tokens[at].start, tokens[at].end)):
        path.add(tokens[at].dep)
        if tokens[at].head == at:
            return False  # an adverb or "may" of its own, or of what stands above it
        at = tokens[at].head
    return not path.isdisjoint(_BESIDE)


def _hedged(sure: Said) -> bool:
    """Whether the account that was read as sure has a word of belief of its own ("the suspect believed to be the driver")."""
    span = sure.statement.span
    inside = (t for t in sure.tree.tokens if span.start <= t.start < span.end)
    return any(stem(t.text.lower()) in DOUBTS and t.pos in ("VERB", "ADV", "AUX") for t in inside)


def _told_by(said: Said, deed: Deed) -> bool:
    """Whether a deed is itself the word that decides how sure it is ("they plan a march")."""
    trigger = said.factuality.trigger if said.factuality else None
    return trigger is not None and trigger.start <= said.tree.tokens[deed.at].start < trigger.end


def _doubted_forms(said: Said) -> set[str]:
    """Forms of what is in doubt: the head of a statement, or what hangs on it where the head tells the doubt ("appeared to flee")."""
    heads = {deed.at for deed in said.deeds if deed.main}
    told = [d for d in said.deeds if not d.supposed]
    doubted = [d for d in told if d.main or (said.tree.tokens[d.at].head in heads and said.tree.tokens[d.at].dep in ("xcomp", "ccomp"))]
    return set().union(*(d.forms for d in doubted)) - EVERYONES


def _one_thing(a: Said, b: Said, alike: float, unsure: Said) -> bool:
    """Whether both say one thing, with a doing word or most of their words in common, and the doubt is told in so many words."""
    doubted = any(stem(w) in DOUBTS for w in unsure.trigger.lower().split())
    elsewhere = any(t.lemma.lower() in ("other", "another") for t in unsure.tree.tokens if unsure.statement.span.covers(Span(t.start, t.end)))
    if alike < _ONE_THING or not doubted or elsewhere or a.slots.negated != b.slots.negated:
        return False
    sure = a if unsure is b else b
    done, other = set().union(*(d.forms for d in sure.deeds if not d.supposed)), _doubted_forms(unsure)
    told = not a.slots.negated and all(x.tree.verbal(x.statement.head) for x in (a, b))
    return not done.isdisjoint(other) or (told and alike >= _SURELY and _overlap(a, b) >= _TOLD_ALIKE)


def _left_open(a: Said, b: Said, alike: float) -> bool | None:
    """Whether the left statement leaves open what the right one says, or (False) the other way round; None where neither does."""
    if not any(deed.open for said in (a, b) for deed in said.deeds):
        return None
    for pair in laid(a, b, alike):
        held, unsure, sure = (pair.left, pair.f, pair.g) if pair.f.open else (pair.right, pair.g, pair.f)
        if unsure.open and not sure.open and not sure.supposed and pair.tied and pair.same_word and unsure.matter and held >= _HELD:
            return unsure is pair.f
    return None


def _overlap(a: Said, b: Said) -> float:
    """The share of the shorter statement's words that the longer holds too."""
    x, y = set(a.slots.words), set(b.slots.words)
    return len(x & y) / max(1, min(len(x), len(y)))
