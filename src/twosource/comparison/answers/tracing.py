"""Tracing: which statement and which claim of an answer is which of an earlier one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from twosource.domain.answer import Answer, ToldClaim, ToldConflict, ToldStatement, ToldStory

# Of the shorter of two stretches, the part that both must hold to be one statement read a little otherwise.
_HELD = 0.5


@dataclass(frozen=True)
class Trace:
    """What became of an earlier answer.

    Args:
        before: the earlier answer.
        after: the later one.
        replaced: for each earlier article that a later version stands for, the id of that version.
    """

    before: Answer
    after: Answer
    replaced: Mapping[str, str]

    @cached_property
    def statements(self) -> dict[str, str]:
        """The later statement's id for every earlier statement that is still told.

        The same id is the same stretch of the same article. Where articles are read otherwise now, the stretch that shares most with it
        stands for it; in a later version of an article, the statement of the same words.
        """
        later = self.after.statements
        found = {i: i for i in self.before.statements if i in later}
        there: dict[str, list[ToldStatement]] = defaultdict(list)
        for s in later.values():
            there[s.article].append(s)
        taken = set(found)
        for s in self.before.statements.values():
            if s.id in found:
                continue
            article = self.replaced.get(s.article, s.article)
            same = _worded if article != s.article else _overlapping
            free = [t for t in there[article] if t.id not in taken]
            if (mine := same(s, free)) is not None:
                found[s.id] = mine.id
                taken.add(mine.id)
        return found

    @cached_property
    def claims(self) -> dict[str, str]:
        """The later claim's id for every earlier claim that is still one: the two that share most statements, each once."""
        whose = {s: c.id for story in self.after.stories for c in story.claims for s in c.statements}
        shared: Counter[tuple[str, str]] = Counter()
        for claim in every_claim(self.before):
            shared.update((claim.id, whose[t]) for s in claim.statements if (t := self.statements.get(s)) in whose)
        found: dict[str, str] = {}
        taken: set[str] = set()
        for (old, new), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
            if old not in found and new not in taken:
                found[old] = new
                taken.add(new)
        return found


def every_claim(answer: Answer) -> Iterable[ToldClaim]:
    """The claims of all stories."""
    return (c for story in answer.stories for c in story.claims)


def story_of(answer: Answer) -> dict[str, ToldStory]:
    """The story of every claim and every article, by its id."""
    return {i: story for story in answer.stories for i in (*(c.id for c in story.claims), *(a.id for a in story.articles))}


def same_conflict(new: ToldConflict, old: ToldConflict, moved: Mapping[str, str]) -> bool:
    """Whether two conflicts have two sides in common: one more voice on a side leaves it the same conflict.

    Args:
        new: of the later answer.
        old: of the earlier answer.
        moved: ``Trace.statements``.
    """
    theirs = [{moved.get(s, s) for s in side.statements} for side in old.sides]
    return new.kind == old.kind and sum(any(not held.isdisjoint(side.statements) for held in theirs) for side in new.sides) >= 2


def _overlapping(s: ToldStatement, among: Iterable[ToldStatement]) -> ToldStatement | None:
    best: tuple[int, ToldStatement] | None = None
    for t in among:
        both = min(s.span.end, t.span.end) - max(s.span.start, t.span.start)
        shorter = min(s.span.end - s.span.start, t.span.end - t.span.start)
        if both >= _HELD * shorter and both > 0 and (best is None or both > best[0]):
            best = (both, t)
    return best[1] if best else None


def _worded(s: ToldStatement, among: Iterable[ToldStatement]) -> ToldStatement | None:
    words = s.text.casefold().split()
    return next((t for t in among if t.sign == s.sign and t.text.casefold().split() == words), None)
