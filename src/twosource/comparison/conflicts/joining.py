"""Disagreements of one matter put together into conflicts with their sides."""

from collections.abc import Iterable, Mapping, Sequence

from twosource.comparison.conflicts.edges import Edge
from twosource.comparison.conflicts.said import Said
from twosource.domain.conflict import Conflict, ConflictKind, Side
from twosource.domain.identity import identity
from twosource.domain.span import Span
from twosource.domain.statement import Statement
from twosource.grammar.slots import stem
from twosource.reference.lexicon import words

_DIGITS = 2  # of how likely a conflict is: more would look like knowledge
_TWO = 2
# How likely a disagreement must be, as a share of the likeliest of its matter, to bring its statements to the sides of that.
_WITH = 0.5


def conflicts(edges: Sequence[Edge], claim_of: Mapping[str, str], party_of: Mapping[str, str]) -> list[Conflict]:
    """The conflicts of a story, the likeliest first; what no rule types is told once only, and not beside what one does.

    ``claim_of`` gives the claim of each statement, ``party_of`` the story's party of each article's.
    """
    groups = _joined([e for e in edges if e.typed], claim_of, party_of)
    ruled = len(groups)
    _learn(groups, [e for e in edges if not e.typed], claim_of)
    made = [_conflict(group, claim_of, party_of) for group in groups]
    # "Two warnings" beside "no warnings" is one disagreement, not one in number and one in yes and no.
    held = [set(x.basis) for x in made if x.kind == "polarity"]
    apart = [x for x in made[:ruled] if x.kind != "quantity" or not any(set(x.basis) <= one for one in held)]
    return sorted(_each_once(apart, sorted(made[ruled:], key=_order), claim_of), key=_order)


def _learn(groups: list[list[Edge]], learned: Iterable[Edge], claim_of: Mapping[str, str]) -> None:
    """Put each disagreement that no rule types, the likeliest first, to the first group of its matter, or make one of it.

    Of one matter is what is of one kind and shares a statement, or stands between the same two claims.
    """
    home: dict[tuple[str, ...], int] = {}
    for n, group in enumerate(groups):
        for edge in group:
            for key in _matters(edge, claim_of):
                home.setdefault(key, n)
    likely = [max(e.likely for e in group) for group in groups]
    for edge in sorted(learned, key=lambda e: (-e.likely, e.a.statement.id, e.b.statement.id)):
        keys = _matters(edge, claim_of)
        near = min((home[key] for key in keys if key in home), default=None)
        if near is None:
            near = len(groups)
            groups.append([])
            likely.append(edge.likely)
        if edge.likely >= _WITH * likely[near]:
            groups[near].append(edge)
            for key in keys:
                home.setdefault(key, near)


def _matters(edge: Edge, claim_of: Mapping[str, str]) -> list[tuple[str, ...]]:
    ends = sorted((edge.a.statement.id, edge.b.statement.id))
    claims = sorted({claim_of.get(s, s) for s in ends})
    between = [(edge.parting.kind, *claims)] if len(claims) == _TWO else []
    return [*((edge.parting.kind, s) for s in ends), *between]


def _order(x: Conflict) -> tuple[float, str]:
    return (-x.likely, x.id)


def _each_once(kept: Sequence[Conflict], found: Iterable[Conflict], claim_of: Mapping[str, str]) -> list[Conflict]:
    """Those to keep, and of the others those of which two sides do not say what two sides of one before say."""
    told: list[tuple[Conflict, list[frozenset[str]]]] = []
    holding: dict[str, list[int]] = {}
    for rank, x in enumerate((*kept, *found)):
        sides = _held(x, claim_of)
        near = sorted({n for side in sides for key in side for n in holding.get(key, ())})
        if rank >= len(kept) and any(_meet(sides, told[n][1]) for n in near):
            continue
        for side in sides:
            for key in side:
                holding.setdefault(key, []).append(len(told))
        told.append((x, sides))
    return [x for x, _ in told]


def _meet(sides: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> bool:
    """Whether two sides have something of two others, each of one."""
    met = {(i, j) for i, a in enumerate(sides) for j, b in enumerate(others) if a & b}
    return any(i != k and j != m for i, j in met for k, m in met)


def _held(conflict: Conflict, claim_of: Mapping[str, str]) -> list[frozenset[str]]:
    """For each side its statements, and its claims where these tell it from the other sides."""
    claims = [{claim_of[s] for s in side.statements if s in claim_of} for side in conflict.sides]
    others = [set().union(*(c for j, c in enumerate(claims) if j != i)) for i in range(len(claims))]
    return [frozenset({*side.statements, *(mine - rest)}) for side, mine, rest in zip(conflict.sides, claims, others, strict=True)]


def _joined(edges: Sequence[Edge], claim_of: Mapping[str, str], party_of: Mapping[str, str]) -> list[list[Edge]]:
    """Disagreements of one kind that share a statement, or stand between the same claims, are one conflict with all their sides.

    How sure one party is at two places is apart from how sure others are.
    """
    head: dict[tuple[str | bool, ...], tuple[str | bool, ...]] = {}

    def find(key: tuple[str | bool, ...]) -> tuple[str | bool, ...]:
        while head.setdefault(key, key) != key:
            key = head[key]
        return key

    def keys(edge: Edge) -> list[tuple[str | bool, ...]]:
        kind = f"{edge.parting.kind} {edge.parting.about}"
        own = edge.parting.kind == "certainty" and _same_origin([[edge.a], [edge.b]], party_of)
        claims = sorted({claim_of.get(s.statement.id, s.statement.id) for s in (edge.a, edge.b)})
        return [(kind, own, *claims, ""), *((kind, own, s.statement.id) for s in (edge.a, edge.b))]

    for edge in edges:
        first, *others = keys(edge)
        for other in others:
            head[find(other)] = find(first)
    groups: dict[tuple[str | bool, ...], list[Edge]] = {}
    for edge in edges:
        groups.setdefault(find(keys(edge)[0]), []).append(edge)
    return list(groups.values())


def _conflict(edges: Sequence[Edge], claim_of: Mapping[str, str], party_of: Mapping[str, str]) -> Conflict:
    kind: ConflictKind = edges[0].parting.kind
    sides: dict[str, dict[str, tuple[Said, str, float]]] = {}
    for e in edges:
        for side, said, value in ((e.parting.left_side, e.a, e.parting.left), (e.parting.right_side, e.b, e.parting.right)):
            members = sides.setdefault(side, {})
            if e.typed or said.statement.id not in members:
                members[said.statement.id] = (said, value, 0.0 if e.typed else e.likely)
    # A statement stands on one side only: the one that holds more of its kin.
    order = sorted(sides.items(), key=lambda item: (-len(item[1]), item[0]))
    taken: set[str] = set()
    made: list[tuple[list[Said], str]] = []
    for _, members in order:
        mine = [m for s, m in members.items() if s not in taken]
        if mine:
            taken |= {m.statement.id for m, _, _ in mine}
            # What an article says stands before what its headline makes of it, and what likely parts before what came with it.
            *_, best = min((m.statement.headline, -likely, len(value), value) for m, value, likely in mine)
            made.append((sorted((m for m, _, _ in mine), key=lambda m: (m.statement.headline, *_age(m))), best))
    made.sort(key=lambda side: min(map(_age, side[0])))
    held = [tuple(dict.fromkeys(s.id for m in members for s, _ in m.everywhere)) for members, _ in made]
    basis = tuple(s for side in held for s in side)
    return Conflict(
        id=identity("x", kind, *sorted(basis)),
        basis=basis,
        kind=kind,
        claims=tuple(dict.fromkeys(claim_of[s] for s in basis if s in claim_of)),
        sides=tuple(Side(value, statements) for (_, value), statements in zip(made, held, strict=True)),
        likely=round(max(e.likely for e in edges), _DIGITS),
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
