"""What of a statement may set it against another, as numbers: its sign, how sure it is, words of denial and doubt, numbers, dates."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from twosource.comparison.conflicts.contrary import held_sides
from twosource.comparison.conflicts.deeds import Deed
from twosource.comparison.conflicts.denials import denier
from twosource.comparison.conflicts.numbers import counting
from twosource.comparison.conflicts.said import Said
from twosource.comparison.conflicts.signs import asked, turned
from twosource.comparison.conflicts.whens import When, when
from twosource.domain.date import Date
from twosource.domain.quantity import Quantity
from twosource.domain.sentence import Token
from twosource.grammar.slots import stem
from twosource.reference.lexicon import words

NAMES = (
    *("sign", "sureness", "a negation", "denied by its cue", "calls untrue", "tells a denial", "leaves open", "passes on"),
    *("asks", "to come", "a modal", "own voice", "a headline", "numbers", "dates", "goes against"),
)
"""Names of the numbers of a statement, in their order."""
SURENESS = {"CT": 3.0, "PR": 2.0, "PS": 1.0, "Uu": 0.0}
_PEOPLE, _PLACES = frozenset({"PERSON"}), frozenset({"GPE", "LOC", "FAC"})
_MODALS = frozenset({"may", "might", "could", "would", "can", "should", "must", "will"})
_AGAINST = frozenset({"however", "but", "contrary", "instead", "despite", "although", "though", "actually", "fact"})


def _stems(told: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(w) for w in told)


_OPEN = _stems(("unclear", "unknown", "uncertain", "unsure", "unconfirmed", "unverified", "question", "doubt", "dispute"))
_DENYING = _stems(("deny", "denial", "dismiss", "reject", "refute", "rebut", "dispute", "debunk", "contradict", "discredit", "disavow"))
_HEARD = _stems(("reportedly", "allegedly", "rumor", "rumour", "alleged", "purported", "reported", "supposedly", "claim", "accuse", "allegation"))
_UNTRUE = _stems(("fake", "myth", "wrong", "incorrect", "inaccurate", "prank", "satire", "satirical", "misleading", "mistake", "mistaken"))


@cache
def untrue() -> frozenset[str]:
    """Stems of words that call something untrue."""
    return _stems(words("untrue")) | _UNTRUE


@dataclass(frozen=True, slots=True)
class Traits:
    """A wording with what sets it apart, worked out once for all its pairs.

    Attributes:
        numbers: as named in ``NAMES``.
        main: the deed of its head; ``no`` whether that is denied, by its clause or by the words that attribute it.
        denies: words of the name of whoever denies in it all that is said of them.
        stems: of all its tokens.
        counts: its numbers that are no parts of others.
        days: its dates, with what they tell beside others.
        named: words of the people and of the places that it names.
        sides: of rows of contraries, those of which it holds one side alone, with the number of that side.
    """

    said: Said
    numbers: tuple[float, ...]
    main: Deed | None
    no: bool
    denies: frozenset[str]
    stems: frozenset[str]
    counts: tuple[Quantity, ...]
    days: tuple[tuple[Date, When], ...]
    named: tuple[frozenset[str], frozenset[str]]
    sides: frozenset[tuple[int, int]]


def traits(said: Said) -> Traits:
    """The traits of a wording."""
    span = said.statement.span
    tokens = [t for t in said.tree.tokens if span.start <= t.start < span.end]
    lemmas = {t.lemma.lower() for t in tokens}
    found = frozenset(stem(w) for w in lemmas)
    main = next((d for d in said.deeds if d.main), None)
    return Traits(
        said=said,
        numbers=_numbers(said, lemmas, found, any(t.dep == "neg" for t in tokens)),
        main=main,
        no=(main is not None and main.denied) != turned(said),
        denies=denier(said),
        stems=found,
        counts=tuple(counting(said)),
        days=tuple((d, when(d, said.text)) for d in said.dates),
        named=(_entities(tokens, _PEOPLE), _entities(tokens, _PLACES)),
        sides=held_sides(found),
    )


def _entities(tokens: Iterable[Token], kinds: frozenset[str]) -> frozenset[str]:
    return frozenset(stem(t.lemma.lower()) for t in tokens if t.entity in kinds)


def _numbers(said: Said, lemmas: set[str], found: frozenset[str], negated: bool) -> tuple[float, ...]:
    cue = said.statement.cue.of(said.text).lower().split() if said.statement.cue else []
    around = _stems(cue)
    value = said.factuality.value if said.factuality else "CT+"
    told = (
        negated or not lemmas.isdisjoint(words("negations")),
        not around.isdisjoint(_DENYING) or not words("negations").isdisjoint(cue),
        not found.isdisjoint(untrue()),
        not found.isdisjoint(_DENYING),
        not (found | around).isdisjoint(_OPEN),
        not (found | around).isdisjoint(_HEARD),
        asked(said),
        said.factuality is not None and said.factuality.time == "future",
        not lemmas.isdisjoint(_MODALS),
        not said.statement.chain,
        said.statement.headline,
        bool(said.quantities),
        bool(said.dates),
        any(t.text.lower() in _AGAINST for t in said.tree.tokens),
    )
    return (sign(value), SURENESS[value[:2]], *map(float, told))


def sign(value: str) -> float:
    """1 for what is so, -1 for what is not, 0 where it is left open."""
    return {"+": 1.0, "-": -1.0}.get(value[-1], 0.0)
