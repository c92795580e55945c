"""Grounds: the words that made a claim stand otherwise."""

from collections.abc import Iterable, Sequence

from twosource.comparison.answers.tracing import Trace, same_conflict
from twosource.domain.answer import ToldClaim, ToldStatement, ToldStory
from twosource.domain.change import ChangeKind, Ground, GroundKind, Words

_AGAINST = ("disputed", "retracted")
# What can lift a claim and what can lower it: other things happened too, and are no reason.
_LIFTS: frozenset[GroundKind] = frozenset({"further-origin", "own-voice", "conflict-settled", "parties-parted"})
_LOWERS: frozenset[GroundKind] = frozenset({"correction", "denial", "no-longer-told", "conflict", "copy", "parties-joined"})
_WEIGHT: tuple[GroundKind, ...] = (
    "correction",
    "denial",
    "further-origin",
    "conflict",
    "conflict-settled",
    "no-longer-told",
    "copy",
    "parties-joined",
    "parties-parted",
    "own-voice",
    "same-origin",
    "read-otherwise",
)


class Grounds:
    """Looks up why things changed between two answers."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._before = {s: story for story in trace.before.stories for s in (x.id for x in story.statements)}
        self._after = {s: story for story in trace.after.stories for s in (x.id for x in story.statements)}
        self._come = set(trace.statements.values())

    def by(self, s: ToldStatement) -> tuple[str, ...]:
        """Through whom a statement came: its chain's names and the outlet."""
        story = self._after.get(s.id) or self._before.get(s.id)
        return (*s.chain, story.names.get(s.article, s.article)) if story else s.chain

    def fresh(self, old: ToldClaim, new: ToldClaim) -> list[str]:
        """Statements of the later claim that the earlier one did not have."""
        held = {self._trace.statements.get(s) for s in old.statements}
        return [s for s in new.statements if s not in held]

    def held(self, statements: Iterable[str]) -> tuple[Ground, ...]:
        """Statements (ids of the later answer) as they stand, without a judgement."""
        return tuple(self._ground("read-otherwise", self._trace.after.statements[s]) for s in statements)

    def tie(self, claim: ToldClaim) -> tuple[Ground, ...]:
        """The statements of a later claim that no earlier answer had: by way of them two claims became one."""
        return self.gained(
            (s for s in claim.statements if s not in self._come), (s for s, t in self._trace.statements.items() if t in claim.statements)
        )

    def lost(self, statements: Iterable[str]) -> tuple[Ground, ...]:
        """Statements of the earlier answer that nobody makes now."""
        lost = [s for s in statements if s not in self._trace.statements and s in self._trace.before.statements]
        return tuple(self._ground("no-longer-told", self._trace.before.statements[s]) for s in lost)

    def fresh_first(self, statements: Sequence[str]) -> tuple[Ground, ...]:
        """One statement of a side of a conflict: one that is new, if one is."""
        known = [self._trace.after.statements[s] for s in statements if s in self._trace.after.statements]
        ordered = sorted(known, key=lambda s: s.id in self._come)
        return (self._ground("conflict", ordered[0]),) if ordered else ()

    def gained(self, fresh: Iterable[str], old: Iterable[str], against: bool = False) -> tuple[Ground, ...]:
        """What each new statement adds to the old ones: a correction, a denial, a further origin, an own voice, or the same again.

        Only where something stands ``against`` the claim is a statement of the other sign a denial: one thing can be told with and
        without a negation.
        """
        before = [told for s in old if (told := self._now(s)) is not None]
        signs = {s.sign for s in before} - {""}
        origins = {s.chain[0] for s in before if s.chain}
        outlets = {self.by(s)[-1] for s in before if not s.chain}
        rows = []
        for s in (self._trace.after.statements[i] for i in fresh if i in self._trace.after.statements):
            if s.correction:
                kind: GroundKind = "correction"
            elif against and signs and s.sign and s.sign not in signs:
                kind = "denial"
            elif s.chain:
                kind = "same-origin" if s.chain[0] in origins else "further-origin"
                origins.add(s.chain[0])
            else:
                kind = "same-origin" if self.by(s)[-1] in outlets else "own-voice"
                outlets.add(self.by(s)[-1])
            rows.append(self._ground(kind, s))
        return tuple(sorted(rows, key=lambda g: _WEIGHT.index(g.kind)))

    def why(self, old: ToldClaim, new: ToldClaim, kind: ChangeKind) -> tuple[Ground, ...]:
        """The reasons why a claim rose or fell, the weightiest first; where nothing around it changed, that it is read otherwise."""
        fresh = self.fresh(old, new)
        found = [
            *self.gained(fresh, old.statements, new.standing in _AGAINST),
            *self.lost(old.statements),
            *self._conflicts(old, new),
            *self._copies(new),
            *self._parties(old, new),
        ]
        telling = _LIFTS if kind == "risen" else _LOWERS
        kept = [g for g in found if g.kind in telling] or found
        if not kept:
            kept = list(self.held([t for s in old.statements if (t := self._trace.statements.get(s)) is not None][:1]))
        told: dict[Words, Ground] = {}
        for g in sorted(kept, key=lambda g: _WEIGHT.index(g.kind)):
            told.setdefault(g.words, g)
        return tuple(told.values())

    def _now(self, old: str) -> ToldStatement | None:
        """An earlier statement as it is told now, so that its parties have the names of today; as it was, where it is gone."""
        moved = self._trace.statements.get(old)
        return self._trace.after.statements[moved] if moved else self._trace.before.statements.get(old)

    def _ground(self, kind: GroundKind, s: ToldStatement) -> Ground:
        return Ground(kind, self.by(s), Words(s.article, s.span, s.text))

    def _conflicts(self, old: ToldClaim, new: ToldClaim) -> list[Ground]:
        moved = self._trace.statements
        before = [x for story in self._stories(self._before, old.statements) for x in story.conflicts if old.id in x.claims]
        after = [x for story in self._stories(self._after, new.statements) for x in story.conflicts if new.id in x.claims]
        rows = []
        for x in after:
            known = next((y for y in before if same_conflict(x, y, moved)), None)
            # One that was there already counts too where it is no mere update any more, or where a new voice joined a side.
            if known is None or known.update != x.update or any(not self._come.issuperset(side.statements) for side in x.sides):
                against = [side for side in x.sides if self._come.isdisjoint(side.statements)]
                rows += [g for side in against or x.sides for g in self.fresh_first(side.statements)]
        for y in before:
            if not any(same_conflict(x, y, moved) for x in after):
                told = [self._trace.before.statements[s] for side in y.sides for s in side.statements[:1] if s in self._trace.before.statements]
                rows += [self._ground("conflict-settled", s) for s in told]
        return rows

    def _copies(self, new: ToldClaim) -> list[Ground]:
        """Passages that only the later answer has, and that a statement of the claim lies in."""
        known = {c.articles for story in self._trace.before.stories for c in story.copies}
        rows = []
        for story in self._stories(self._after, new.statements):
            mine = [self._trace.after.statements[s] for s in new.statements]
            for copy in story.copies:
                if copy.articles not in known:
                    rows += [self._ground("copy", s) for s in mine if any(a == s.article and p.overlaps(s.span) for a, p in copy.places)][:1]
        return rows

    def _parties(self, old: ToldClaim, new: ToldClaim) -> list[Ground]:
        """Origins that were two and are one now, or one and are two: the words that name them."""
        moved = self._trace.statements
        pairs = [
            (self._trace.before.statements[s], self._trace.after.statements[moved[s]])
            for s in old.statements
            if s in moved and s in self._trace.before.statements
        ]
        pairs = [(a, b) for a, b in pairs if a.chain and b.chain]
        was, now = len({a.chain[0] for a, _ in pairs}), len({b.chain[0] for _, b in pairs})
        if was == now:
            return []
        kind: GroundKind = "parties-joined" if now < was else "parties-parted"
        return [self._ground(kind, b) for a, b in pairs if a.chain[0] != b.chain[0]]

    @staticmethod
    def _stories(known: dict[str, ToldStory], statements: Iterable[str]) -> list[ToldStory]:
        return list({known[s].story.id: known[s] for s in statements if s in known}.values())
