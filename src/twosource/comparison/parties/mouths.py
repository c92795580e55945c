"""Mouths: the same words in quotation marks come from one mouth, whoever an article takes it for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.comparison.copies.passages import Word, words
from twosource.comparison.parties.unions import Unions
from twosource.domain.attribution import Quotation
from twosource.domain.reading import Reading
from twosource.domain.statement import Statement

_SAME = 5
"""Words in a row that make it the same quotation: fewer are a phrase that two people can share."""
_ECHOED = 4
"""Runs that what nobody is said to have said shares with a quotation, if it is that quotation: eight words in a row."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A statement's runs of five words; those in quotation marks apart."""

    statement: str
    marked: frozenset[tuple[str, ...]]
    all: frozenset[tuple[str, ...]]


def quoted(readings: Iterable[Reading]) -> list[Quoted]:
    """The statements of all readings that are long enough to be known again, in the order given."""
    found = []
    for reading in readings:
        marks = sorted(q.span for q in reading.of(Quotation))
        inside = words(reading.article.text, marks)
        marked = {w.start for w in inside}
        for statement in reading.of(Statement):
            said = words(reading.article.text, [statement.span])
            runs = _runs(said)
            if runs:
                quoted_runs = (run for run, first in zip(runs, said, strict=False) if first.start in marked)
                found.append(Quoted(statement.id, frozenset(quoted_runs), frozenset(runs)))
    return found


def _runs(said: Sequence[Word]) -> list[tuple[str, ...]]:
    keys = [w.key for w in said]
    return [tuple(keys[n : n + _SAME]) for n in range(len(keys) - _SAME + 1)]


def one_mouth(statements: Sequence[Quoted]) -> list[list[str]]:
    """Groups of statements that share words which one of them has in quotation marks; two statements or more, ids sorted."""
    head: dict[str, str] = {s.statement: s.statement for s in statements}

    def find(one: str) -> str:
        while head[one] != one:
            head[one] = head[head[one]]
            one = head[one]
        return one

    at: dict[tuple[str, ...], str] = {}
    for s in sorted(statements, key=lambda s: s.statement):
        for run in s.marked:
            at.setdefault(run, s.statement)
    for s in statements:
        for run in s.all:
            if run in at:
                first, second = sorted((find(s.statement), find(at[run])))
                head[second] = first
    groups: dict[str, list[str]] = defaultdict(list)
    for one in sorted(head):
        groups[find(one)].append(one)
    return [group for group in groups.values() if len(group) > 1]


def echoes(one: Quoted, others: Iterable[Quoted]) -> bool:
    """Whether a statement without a speaker is a quotation that others give with one: in quotation marks too, or with more of the same words."""
    return bool(one.marked) or any(len(one.all & other.all) >= _ECHOED for other in others)


def by_quotation(unions: Unions, readings: Sequence[Reading]) -> None:
    """A description ("the committee's chairman") and the one named party that says the same quoted words in another article."""
    forms = {f.id: f for f in unions.forms}
    speaker = {s.id: forms[s.chain[0].party] for r in readings for s in r.of(Statement) if s.chain and s.chain[0].party in forms}
    known = {unions.head(f.id) for f in unions.forms if not f.is_unnamed}
    for group in one_mouth(quoted(readings)):
        said = list(dict.fromkeys(speaker[s] for s in group if s in speaker))
        named = [f for f in said if not f.is_unnamed]
        if len({unions.head(f.id) for f in named}) == 1:
            for form in said:
                if form.is_unnamed and form.article not in {f.article for f in named} and unions.head(form.id) not in known:
                    unions.join(form, named[0])
