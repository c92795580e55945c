"""Conflicts: where statements on one matter do not agree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twosource.comparison.claims.disagreement import Parting, Said, partings
from twosource.comparison.claims.matter import Open
from twosource.domain.claim import Claim
from twosource.domain.conflict import Conflict, ConflictKind, Side
from twosource.domain.date import Date
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.identity import identity
from twosource.domain.likeness import Likeness, Wording
from twosource.domain.party import Party
from twosource.domain.quantity import Quantity
from twosource.domain.reading import Dossier
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Factuality, Statement
from twosource.grammar.slots import stem
from twosource.reference.lexicon import words


@dataclass(frozen=True, slots=True)
class _Edge:
    a: Said
    b: Said
    parting: Parting


class Conflicts:
    """Types what statements of one claim, or of claims on one matter, disagree in."""

    name = "conflicts"
    needs: tuple[type[Finding], ...] = (Sentence, Statement, Wording, Likeness, Claim, Party, Factuality, Date, Quantity)
    makes: tuple[type[Finding], ...] = (Conflict,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        said = _said(dossier)
        likely = {x.basis: x.probability for x in dossier.of(Likeness)}
        pairs = likely | dict.fromkeys(_neighbours(said), 0.0)
        edges = [_Edge(said[i], said[j], parting) for (i, j) in pairs for parting in partings(said[i], said[j], likely.get((i, j), 0.0))]
        claim_of = {s: c.id for c in dossier.of(Claim) for s in c.statements}
        party_of = {local: p.id for p in dossier.of(Party) for local in p.basis}
        found = [_conflict(group, claim_of, party_of) for group in _joined(edges, claim_of, party_of)]
        # "Two warnings" beside "no warnings" is one disagreement, not one in number and one in yes and no.
        denials = [set(x.basis) for x in found if x.kind == "polarity"]
        yield from (x for x in found if x.kind != "quantity" or not any(set(x.basis) <= held for held in denials))


def _said(dossier: Dossier) -> Mapping[str, Said]:
    """Every wording that is like another or puts a plan, as its first statement has it."""
    statements = {s.id: s for s in dossier.observed(Statement)}
    asked = {w for likeness in dossier.of(Likeness) for w in likeness.basis}
    pages = {r.article.id: Open(r, {}) for r in dossier.readings}
    factuality = {f.statement: f for f in dossier.observed(Factuality)}
    quantities = {r.article.id: r.of(Quantity) for r in dossier.readings}
    dates = {r.article.id: r.of(Date) for r in dossier.readings}
    found = {}
    for wording in dossier.of(Wording):
        s = statements[wording.statements[0]]
        read = factuality.get(s.id)
        if wording.id not in asked and not (read and read.commitment):
            continue
        found[wording.id] = Said(
            statement=s,
            everywhere=tuple((statements[i], pages[statements[i].article].reading.article.published) for i in wording.statements),
            slots=pages[s.article].slots(s),
            text=pages[s.article].reading.article.text,
            factuality=read,
            quantities=tuple(q for q in quantities[s.article] if s.span.covers(q.span)),
            dates=tuple(d for d in dates[s.article] if s.span.covers(d.span)),
        )
    return found


def _neighbours(said: Mapping[str, Said]) -> list[tuple[str, str]]:
    """Plans that follow each other in an article: the second may take up the first without a word of it ("willing to do so")."""
    plans = [(x.statement.article, x.statement.span, w) for w, x in said.items() if x.factuality and x.factuality.commitment]
    return [(a, b) for (one, _, a), (other, _, b) in pairwise(sorted(plans)) if one == other]


def _joined(edges: Sequence[_Edge], claim_of: Mapping[str, str], party_of: Mapping[str, str]) -> list[list[_Edge]]:
    """Disagreements of one kind that share a statement, or stand between the same claims, are one conflict with all their sides.

    How sure one party is at two places is apart from how sure others are.
    """
    head: dict[tuple[str | bool, ...], tuple[str | bool, ...]] = {}

    def find(key: tuple[str | bool, ...]) -> tuple[str | bool, ...]:
        while head.setdefault(key, key) != key:
            key = head[key]
        return key

    def keys(edge: _Edge) -> list[tuple[str | bool, ...]]:
        kind = edge.parting.kind
        own = kind == "certainty" and _same_origin([[edge.a], [edge.b]], party_of)
        claims = sorted({claim_of.get(s.statement.id, s.statement.id) for s in (edge.a, edge.b)})
        return [(kind, own, *claims, ""), *((kind, own, s.statement.id) for s in (edge.a, edge.b))]

    for edge in edges:
        first, *others = keys(edge)
        for other in others:
            head[find(other)] = find(first)
    groups: dict[tuple[str | bool, ...], list[_Edge]] = {}
    for edge in edges:
        groups.setdefault(find(keys(edge)[0]), []).append(edge)
    return list(groups.values())


def _conflict(edges: Sequence[_Edge], claim_of: Mapping[str, str], party_of: Mapping[str, str]) -> Conflict:
    kind: ConflictKind = edges[0].parting.kind
    sides: dict[str, dict[str, tuple[Said, str]]] = {}
    for e in edges:
        sides.setdefault(e.parting.left_side, {})[e.a.statement.id] = (e.a, e.parting.left)
        sides.setdefault(e.parting.right_side, {})[e.b.statement.id] = (e.b, e.parting.right)
    # A statement stands on one side only: the one that holds more of its kin.
    order = sorted(sides.items(), key=lambda item: (-len(item[1]), item[0]))
    taken: set[str] = set()
    made: list[tuple[list[Said], str]] = []
    for _, members in order:
        mine = [m for s, m in members.items() if s not in taken]
        if mine:
            taken |= {m.statement.id for m, _ in mine}
            shortest = min((value for _, value in mine), key=lambda v: (len(v), v))
            made.append((sorted((m for m, _ in mine), key=_age), shortest))
    made.sort(key=lambda side: _age(side[0][0]))
    held = [tuple(dict.fromkeys(s.id for m in members for s, _ in m.everywhere)) for members, _ in made]
    basis = tuple(s for side in held for s in side)
    return Conflict(
        id=identity("x", kind, *sorted(basis)),
        basis=basis,
        kind=kind,
        claims=tuple(dict.fromkeys(claim_of[s] for s in basis if s in claim_of)),
        sides=tuple(Side(value, statements) for (_, value), statements in zip(made, held, strict=True)),
        update=_is_update(kind, [members for members, _ in made]),
        same_origin=_same_origin([members for members, _ in made], party_of),
    )


def _age(said: Said) -> tuple[str, Span, str]:
    return (min(day or "9999" for _, day in said.everywhere), said.statement.span, said.statement.id)


def _is_update(kind: ConflictKind, sides: Sequence[Sequence[Said]]) -> bool:
    """Numbers or dates of which a later article's replaces an earlier one's, or whose own words call them first or later."""
    if kind not in ("quantity", "date"):
        return False
    revised = {stem(w) for w in words("revision_words")}
    if any(not revised.isdisjoint(m.slots.around) for side in sides for m in side):
        return True
    days = [{day for m in side for _, day in m.everywhere if day} for side in sides]
    return kind == "quantity" and all(days) and any(max(a) < min(b) for a in days for b in days if a is not b)


def _same_origin(sides: Sequence[Sequence[Said]], party_of: Mapping[str, str]) -> bool:
    origins = [{_origin(s, party_of) for m in side for s, _ in m.everywhere} for side in sides]
    return all(len(o) == 1 and o == origins[0] and None not in o for o in origins)


def _origin(statement: Statement, party_of: Mapping[str, str]) -> str | None:
    return party_of.get(statement.chain[0].party) if statement.chain else None
