"""Conflicts: where statements on one matter do not agree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.domain.claim import Claim
from twosource.domain.conflict import Conflict, ConflictKind, Side
from twosource.domain.date import Date
from twosource.domain.finding import Conclusion, Finding, Observation
from twosource.domain.identity import identity
from twosource.domain.party import Party
from twosource.domain.quantity import Quantity
from twosource.domain.reading import Dossier
from twosource.domain.sentence import Sentence
from twosource.domain.statement import Factuality, Statement
from twosource.stages.disagreement import Parting, Said, partings
from twosource.stages.lexicon import words
from twosource.stages.matching import matches
from twosource.stages.matter import Matter, matter
from twosource.stages.slots import stem


@dataclass(frozen=True, slots=True)
class _Edge:
    a: Said
    b: Said
    parting: Parting


class Conflicts:
    """Types what statements of one claim, or of claims on one matter, disagree in."""

    name = "conflicts"
    needs: tuple[type[Finding], ...] = (Sentence, Claim, Party, Factuality, Date, Quantity)
    makes: tuple[type[Finding], ...] = (Conflict,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        known = matter(dossier)
        said = _said(dossier, known)
        found = matches(known.slots, known.sentences)
        edges = [
            _Edge(said[i], said[j], parting)
            for i, j, p in zip(found.left.tolist(), found.right.tolist(), found.probability.tolist(), strict=True)
            for parting in partings(said[i], said[j], p)
        ]
        claim_of = {s: c.id for c in dossier.of(Claim) for s in c.statements}
        party_of = {local: p.id for p in dossier.of(Party) for local in p.basis}
        for group in _joined(edges, claim_of, party_of):
            yield _conflict(group, claim_of, party_of)


def _said(dossier: Dossier, known: Matter) -> list[Said]:
    texts = {r.article.id: r.article for r in dossier.readings}
    factuality = {f.statement: f for f in dossier.observed(Factuality)}
    quantities = _by_article(dossier.observed(Quantity))
    dates = _by_article(dossier.observed(Date))
    return [
        Said(
            statement=s,
            slots=slots,
            text=texts[s.article].text,
            published=texts[s.article].published,
            factuality=factuality.get(s.id),
            quantities=tuple(q for q in quantities.get(s.article, ()) if s.span.covers(q.span) and isinstance(q, Quantity)),
            dates=tuple(d for d in dates.get(s.article, ()) if s.span.covers(d.span) and isinstance(d, Date)),
        )
        for s, slots in zip(known.statements, known.slots, strict=True)
    ]


def _by_article(found: Sequence[Observation]) -> Mapping[str, list[Observation]]:
    by: dict[str, list[Observation]] = {}
    for one in found:
        by.setdefault(one.article, []).append(one)
    return by


def _joined(edges: Sequence[_Edge], claim_of: Mapping[str, str], party_of: Mapping[str, str]) -> list[list[_Edge]]:
    """Disagreements of one kind between the same claims are one conflict; what one party says twice is apart from the rest."""
    groups: dict[tuple[str | bool, ...], list[_Edge]] = {}
    for edge in edges:
        claims = {claim_of.get(s.statement.id, s.statement.id) for s in (edge.a, edge.b)}
        groups.setdefault((edge.parting.kind, _same_origin([[edge.a], [edge.b]], party_of), *sorted(claims)), []).append(edge)
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
    made: list[tuple[str, list[Said], str]] = []
    for name, members in order:
        mine = [m for s, m in members.items() if s not in taken]
        if mine:
            taken |= {m.statement.id for m, _ in mine}
            shortest = min((value for _, value in mine), key=lambda v: (len(v), v))
            made.append((name, sorted((m for m, _ in mine), key=lambda m: (m.published or "9999", m.statement.span, m.statement.id)), shortest))
    made.sort(key=lambda side: (side[1][0].published or "9999", side[1][0].statement.article, side[1][0].statement.span))
    statements = tuple(m.statement.id for _, members, _ in made for m in members)
    claims = tuple(dict.fromkeys(claim_of[s] for s in statements if s in claim_of))
    return Conflict(
        id=identity("x", kind, *sorted(statements)),
        basis=statements,
        kind=kind,
        claims=claims,
        sides=tuple(Side(value, tuple(m.statement.id for m in members)) for _, members, value in made),
        update=_is_update(kind, [members for _, members, _ in made]),
        same_origin=_same_origin([members for _, members, _ in made], party_of),
    )


def _is_update(kind: ConflictKind, sides: Sequence[Sequence[Said]]) -> bool:
    """A number that a later article gives, or an account that its own words call first or later."""
    revised = {stem(w) for w in words("revision_words")}
    if any(not revised.isdisjoint(m.slots.around) for side in sides for m in side):
        return True
    days = [{m.published for m in side if m.published} for side in sides]
    return kind == "quantity" and all(days) and any(max(a) < min(b) for a in days for b in days if a is not b)


def _same_origin(sides: Sequence[Sequence[Said]], party_of: Mapping[str, str]) -> bool:
    origins = [{_origin(m.statement, party_of) for m in side} for side in sides]
    return all(len(o) == 1 and o == origins[0] and None not in o for o in origins)


def _origin(statement: Statement, party_of: Mapping[str, str]) -> str | None:
    return party_of.get(statement.chain[0].party) if statement.chain else None
