"""Changes: what a later answer tells otherwise than an earlier one, and which words did it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from twosource.comparison.answers.grounds import Grounds
from twosource.comparison.answers.tracing import Trace, every_claim, same_conflict, story_of
from twosource.domain.answer import Answer, ToldClaim, ToldConflict, ToldStory
from twosource.domain.article import Article
from twosource.domain.change import Change, ChangeKind, Changes, Ground, State, Words

# From the lowest: what a change of standing is a rise or a fall on.
_LADDER = ("retracted", "disputed", "unattributed", "single-source", "corroborated")
_ORDER = (
    ("article", "replaced"),
    ("article", "new"),
    ("article", "gone"),
    ("claim", "fallen"),
    ("claim", "risen"),
    ("claim", "gone"),
    ("conflict", "new"),
    ("conflict", "updated"),
    ("conflict", "settled"),
    ("claim", "joined"),
    ("claim", "parted"),
    ("date", "updated"),
    ("quantity", "updated"),
    ("claim", "new"),
    ("claim", "told"),
)


def changes(before: Answer, after: Answer, replaced: Mapping[str, str]) -> list[Changes]:
    """What each story of the later answer tells otherwise; what is gone stands with the story that has most of its old one.

    Args:
        before: the earlier answer.
        after: the later one.
        replaced: for each earlier article that a later version stands for, the id of that version.
    """
    trace = Trace(before, after, replaced)
    rows: list[list[Change]] = [[] for _ in after.stories]
    gone: list[list[Article]] = [[] for _ in after.stories]
    heir = _heirs(trace)
    number = {story.story.id: n for n, story in enumerate(after.stories)}
    for at, change in _all(trace, heir, number):
        rows[at].append(change)
    here = {a.id for a in after.articles}
    for story in before.stories:
        gone[heir[story.story.id]].extend(a for a in story.articles if a.id not in here)
    rank = {kind: n for n, kind in enumerate(_ORDER)}
    same = before.made_by == after.made_by
    return [
        Changes(same, tuple(sorted(mine, key=lambda c: (rank[c.of, c.kind], -_size(c)))), tuple(lost)) for mine, lost in zip(rows, gone, strict=True)
    ]


def _size(change: Change) -> int:
    """How far a claim went, and how many reasons there are: the weightiest of a kind first."""
    was, now = (state.independent or 0 if state else 0 for state in (change.was, change.now))
    return 100 * abs(now - was) + len(change.because)


def _heirs(trace: Trace) -> dict[str, int]:
    """For every earlier story the number of the later one that has most of its articles; the first where none has any."""
    found = {}
    for story in trace.before.stories:
        mine = {trace.replaced.get(a.id, a.id) for a in story.articles}
        shares = [len(mine & {a.id for a in later.articles}) for later in trace.after.stories]
        found[story.story.id] = shares.index(max(shares))
    return found


def _all(trace: Trace, heir: Mapping[str, int], number: Mapping[str, int]) -> Iterator[tuple[int, Change]]:
    grounds = Grounds(trace)
    before, after = story_of(trace.before), story_of(trace.after)

    def of(change: Change) -> tuple[int, Change]:
        if change.now is not None and change.now.id in after:
            return number[after[change.now.id].story.id], change
        return heir[before[change.was.id].story.id] if change.was is not None and change.was.id in before else 0, change

    yield from map(of, _articles(trace))
    yield from map(of, _claims(trace, grounds))
    for n, story in enumerate(trace.after.stories):
        yield from ((n, change) for change in _conflicts(story, trace, grounds))
        yield from ((n, change) for change in _values(story, trace, grounds))
    for story in trace.before.stories:
        yield from ((heir[story.story.id], change) for change in _settled(story, trace, grounds))


def _articles(trace: Trace) -> Iterator[Change]:
    old = {a.id: a for a in trace.before.articles}
    new = {a.id: a for a in trace.after.articles}
    fresh = {i for i in new if i not in old}
    for was, now in trace.replaced.items():
        if was in old and now in new:
            fresh.discard(now)
            if old[was].text != new[now].text:
                yield Change("article", "replaced", _named(old[was]), _named(new[now]))
    yield from (Change("article", "new", None, _named(new[i])) for i in new if i in fresh)
    yield from (Change("article", "gone", _named(a), None) for i, a in old.items() if i not in new and i not in trace.replaced)


def _named(article: Article) -> State:
    return State(article.id, article.outlet or article.domain or article.ref.rsplit("/", 1)[-1])


def _state(claim: ToldClaim) -> State:
    return State(claim.id, claim.text, claim.standing, claim.independent, claim.rests_on)


def _claims(trace: Trace, grounds: Grounds) -> Iterator[Change]:
    later = {c.id: c for c in every_claim(trace.after)}
    whose = {s: c.id for c in later.values() for s in c.statements}
    heirs = set(trace.claims.values())
    parents: dict[str, list[ToldClaim]] = defaultdict(list)
    for old in every_claim(trace.before):
        for new in dict.fromkeys(whose[t] for s in old.statements if (t := trace.statements.get(s)) in whose):
            parents[new].append(old)
        if old.id in trace.claims:
            yield from _went(old, later[trace.claims[old.id]], grounds)
        elif still := [t for s in old.statements if (t := trace.statements.get(s)) in whose]:
            into = later[whose[still[0]]]
            yield Change("claim", "joined", _state(old), _state(into), grounds.tie(into) or grounds.held(still[:1]))
        else:
            yield Change("claim", "gone", _state(old), None, grounds.lost(old.statements))
    for claim in later.values():
        if claim.id in heirs:
            continue
        if from_ := parents[claim.id]:
            held = [t for old in from_ for s in old.statements if (t := trace.statements.get(s)) is not None and t in claim.statements]
            yield Change("claim", "parted", _state(from_[0]), _state(claim), grounds.held(held[:1]))
        else:
            yield Change("claim", "new", None, _state(claim), grounds.gained(claim.statements, ()))


def _went(old: ToldClaim, new: ToldClaim, grounds: Grounds) -> Iterator[Change]:
    place = (_rung(new.standing), new.independent)
    came = (_rung(old.standing), old.independent)
    if place != came:
        kind: ChangeKind = "risen" if place > came else "fallen"
        yield Change("claim", kind, _state(old), _state(new), grounds.why(old, new, kind))
    elif gained := grounds.fresh(old, new):
        yield Change("claim", "told", _state(old), _state(new), grounds.gained(gained, old.statements, new.standing == "disputed"))


def _rung(standing: str) -> int:
    return _LADDER.index(standing) if standing in _LADDER else -1


def _text(conflict: ToldConflict) -> str:
    return " / ".join(side.value for side in conflict.sides)


def _conflicts(story: ToldStory, trace: Trace, grounds: Grounds) -> Iterator[Change]:
    known = [x for old in trace.before.stories for x in old.conflicts]
    for x in story.conflicts:
        if any(same_conflict(x, old, trace.statements) for old in known):
            continue
        because = tuple(g for side in x.sides for g in grounds.fresh_first(side.statements))
        if x.update and len(x.sides) > 1:
            was, now = State(x.id, x.sides[0].value), State(x.id, x.sides[-1].value)
            yield Change("conflict", "updated", was, now, because)
        else:
            yield Change("conflict", "new", None, State(x.id, f"{x.kind}: {_text(x)}"), because)


def _settled(story: ToldStory, trace: Trace, grounds: Grounds) -> Iterator[Change]:
    known = [x for new in trace.after.stories for x in new.conflicts]
    for x in story.conflicts:
        if not any(same_conflict(new, x, trace.statements) for new in known):
            lost = grounds.lost([s for side in x.sides for s in side.statements])
            yield Change("conflict", "settled", State(x.id, f"{x.kind}: {_text(x)}"), None, lost)


def _values(story: ToldStory, trace: Trace, grounds: Grounds) -> Iterator[Change]:
    """Dates and quantities whose words are the same, and which are read as something else now (a day of publication became known)."""
    came = {new: old for old, new in trace.statements.items()}
    for s in story.statements:
        old = trace.before.statements.get(came.get(s.id, ""))
        if old is None or old.article != s.article:
            continue
        before = {(v.kind, v.span): v for v in old.values}
        for v in s.values:
            if (was := before.get((v.kind, v.span))) is not None and was.value != v.value:
                ground = Ground("read-otherwise", grounds.by(s), Words(s.article, v.span, v.text))
                yield Change(v.kind, "updated", State(s.id, was.value or "open"), State(s.id, v.value or "open"), (ground,))
