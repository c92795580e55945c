"""Conflicts: where statements on one matter do not agree."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twosource.comparison.claims.matter import Open, stand_ins
from twosource.comparison.conflicts.anchors import anchor
from twosource.comparison.conflicts.beside import candidates
from twosource.comparison.conflicts.contrary import contraries
from twosource.comparison.conflicts.deeds import deeds
from twosource.comparison.conflicts.denials import denials
from twosource.comparison.conflicts.outcomes import outcomes
from twosource.comparison.conflicts.partings import partings
from twosource.comparison.conflicts.said import Parting, Said
from twosource.comparison.conflicts.wordings import telling
from twosource.comparison.quotations.joining import places
from twosource.domain.claim import Claim
from twosource.domain.conflict import Conflict, ConflictKind, Side
from twosource.domain.date import Date
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.identity import identity
from twosource.domain.likeness import Likeness, Wording
from twosource.domain.party import LocalParty, Party
from twosource.domain.quantity import Quantity
from twosource.domain.reading import Dossier, Reading, Seen
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Factuality, Statement
from twosource.domain.utterance import Utterance
from twosource.grammar.slots import stem
from twosource.grammar.tree import Tree
from twosource.reference.lexicon import words


@dataclass(frozen=True, slots=True)
class _Edge:
    a: Said
    b: Said
    parting: Parting


class Conflicts:
    """Types what statements of one claim, or of claims on one matter, disagree in."""

    name = "conflicts"
    needs: tuple[type[Finding], ...] = (Sentence, Statement, Wording, Likeness, Claim, LocalParty, Party, Factuality, Date, Quantity, Utterance)
    makes: tuple[type[Finding], ...] = (Conflict,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        party_of = {local: p.id for p in dossier.of(Party) for local in p.basis}
        said = _said(dossier, party_of)
        likely = {(x.basis[0], x.basis[1]): x.probability for x in dossier.of(Likeness)}
        pairs = dict.fromkeys(_neighbours(said), 0.0) | candidates(said, likely)
        edges = [_Edge(said[i], said[j], parting) for (i, j), alike in pairs.items() for parting in partings(said[i], said[j], alike)]
        edges += [_Edge(one, other, parting) for one, other, parting in denials(said)]
        edges += [_Edge(one, other, parting) for one, other, parting in contraries(said, likely)]
        edges += [_Edge(one, other, parting) for one, other, parting in outcomes(said)]
        edges += _altered(dossier, said)
        claim_of = {s: c.id for c in dossier.of(Claim) for s in c.statements}
        found = [_conflict(group, claim_of, party_of) for group in _joined(edges, claim_of, party_of)]
        # "Two warnings" beside "no warnings" is one disagreement, not one in number and one in yes and no.
        held = [set(x.basis) for x in found if x.kind == "polarity"]
        yield from (x for x in found if x.kind != "quantity" or not any(set(x.basis) <= one for one in held))


def _said(dossier: Dossier, party_of: Mapping[str, str]) -> Mapping[str, Said]:
    """Every wording, as its first statement has it."""
    statements = {s.id: s for s in dossier.observed(Statement)}
    pages = {r.article.id: _Page(r, party_of) for r in dossier.readings}
    found = {}
    for wording in dossier.of(Wording):
        everywhere = tuple((statements[i], pages[statements[i].article].article.published) for i in wording.statements)
        found[wording.id] = pages[everywhere[0][0].article].said(everywhere)
    return found


def _altered(dossier: Dossier, said: Mapping[str, Said]) -> Iterator[_Edge]:
    """Where quotations of one utterance part; who says much the same twice in one article has said it twice."""
    texts = {r.article.id: r.article.text for r in dossier.readings}
    of = {s.id: x for x in said.values() for s, _ in x.everywhere}
    for utterance in dossier.of(Utterance):
        apart = [x for x in utterance.alterations if x.a.article != x.b.article and of[x.a.statement] is not of[x.b.statement]]
        for n, group in enumerate(places(apart)):
            for x in group:
                left, right = (piece.span.of(texts[piece.article]) for piece in (x.a, x.b))
                if telling(left, right):
                    parting = Parting("wording", left, right, left.lower(), right.lower(), f"{utterance.id} {n}")
                    yield _Edge(of[x.a.statement], of[x.b.statement], parting)


class _Page:
    """An article with what was read off it, ready for its statements to be laid beside others."""

    def __init__(self, reading: Reading, party_of: Mapping[str, str]) -> None:
        self.article = reading.article
        self._open = Open(reading, party_of)
        self._party_of = party_of
        self._trees = {s.id: Tree(s) for s in reading.of(Sentence)}
        self._order = sorted(self._trees.values(), key=lambda t: t.sentence.span)
        self._names = sorted(stand_ins(reading).items())
        self._parties = {p.id: p.name for p in reading.of(LocalParty)}
        self._factuality = {f.statement: f for f in reading.of(Factuality)}
        self._quantities = sorted(reading.of(Quantity), key=lambda q: q.span)
        self._dates = sorted(reading.of(Date), key=lambda d: d.span)

    def said(self, everywhere: tuple[tuple[Statement, str | None], ...]) -> Said:
        """A wording by its first statement, which stands here."""
        s, _ = everywhere[0]
        tree = self._trees[s.sentence]
        first, last = (bisect_left(self._names, edge, key=lambda one: one[0].start) for edge in (tree.sentence.span.start, tree.sentence.span.end))
        names = dict(self._names[first:last])
        return Said(
            statement=s,
            everywhere=everywhere,
            slots=self._open.slots(s),
            text=self.article.text,
            tree=tree,
            names=names,
            deeds=tuple(deeds(tree, s.head, s.span, names, self._speaker(s))),
            origin=_origin(s, self._party_of) or "",
            factuality=self._factuality.get(s.id),
            quantities=tuple(_inside(self._quantities, s.span)),
            dates=tuple(_inside(self._dates, s.span)),
            told=self._told(s, tree),
        )

    def _told(self, statement: Statement, tree: Tree) -> Date | None:
        """The date of the words that attribute a statement, which may stand in the sentence after it."""
        cue = statement.cue
        if cue is None or statement.span.covers(cue):
            return None
        if not tree.sentence.span.covers(cue):
            tree = self._order[max(0, bisect_right(self._order, cue.start, key=lambda t: t.sentence.span.start) - 1)]
        around = [d for d in _inside(self._dates, tree.sentence.span) if not statement.span.overlaps(d.span)]
        hung = ((d, anchor(tree, d)) for d in around)
        return next((d for d, on in hung if on and cue.start <= tree.tokens[on.at].start < cue.end), None)

    def _speaker(self, statement: Statement) -> str:
        return self._parties.get(statement.chain[0].party, "") if statement.chain else ""


def _inside(found: Sequence[Seen], span: Span) -> list[Seen]:
    first, last = (bisect_left(found, edge, key=lambda one: one.span.start) for edge in (span.start, span.end))
    return [one for one in found[first:last] if span.covers(one.span)]


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
        kind = f"{edge.parting.kind} {edge.parting.about}"
        own = edge.parting.kind == "certainty" and _same_origin([[edge.a], [edge.b]], party_of)
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
            # What an article says stands before what its headline makes of it.
            _, _, shortest = min((m.statement.headline, len(value), value) for m, value in mine)
            made.append((sorted((m for m, _ in mine), key=lambda m: (m.statement.headline, *_age(m))), shortest))
    made.sort(key=lambda side: min(map(_age, side[0])))
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
