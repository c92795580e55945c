"""Stories: articles of one happening, put together with the reasons."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from twosource.comparison.stories.bags import Bag, bag, shown
from twosource.comparison.stories.deciding import held_together, kept_apart, unhurt
from twosource.comparison.stories.grouping import Group, grouped
from twosource.domain.date import Date
from twosource.domain.decision import Decision
from twosource.domain.finding import Finding
from twosource.domain.furniture import Headline
from twosource.domain.identity import identity
from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.story import Story

_TITLE = 200
_PARTIES = 4
_WORDS = 4


class Stories:
    """Articles of one happening, put together with the reasons."""

    name = "stories"
    needs: tuple[type[Finding], ...] = (Sentence, LocalParty, Date)
    makes: tuple[type[Finding], ...] = (Story,)

    def run(self, readings: Sequence[Reading], known: Sequence[Story] = (), decisions: Sequence[Decision] = ()) -> Iterable[Story]:
        by_id = {r.article.id: r for r in sorted(readings, key=lambda r: (r.article.id, r.article.ref))}
        known = unhurt(known, decisions)  # the others are grouped anew, within what was decided
        grown: set[str] = set()
        earlier = {article: n for n, s in reversed(list(enumerate(known))) for article in s.articles}
        for group in grouped([_bag(r) for r in by_id.values()], [s.articles for s in known], held_together(decisions), kept_apart(decisions)):
            mine = [known[n] for n in sorted({earlier[article] for article in group.members if article in earlier})]
            grown.update(s.id for s in mine)
            yield _by_hand(_story(group, by_id, mine[0] if mine else None), by_id, decisions)
        yield from (s for s in known if s.id not in grown)


def _bag(reading: Reading) -> Bag:
    article = reading.article
    text = " ".join(s.span.of(article.text) for s in reading.of(Sentence))
    return bag(article.id, text, _headline(reading), article.published)


def _headline(reading: Reading) -> str:
    """The words of the headline; of the first line of the text where no headline is known."""
    text = reading.article.text
    found = reading.of(Headline)
    if found:
        return found[0].span.of(text)
    if reading.article.title is not None:
        return reading.article.title.of(text)
    first = reading.of(Sentence)
    return first[0].span.of(text).split("\n")[0][:_TITLE].strip() if first else ""


def _story(group: Group, by_id: dict[str, Reading], old: Story | None) -> Story:
    if old is not None and set(group.members) <= set(old.articles):
        return old
    title = _title(group, by_id)
    if old is not None:
        basis = tuple(sorted({*old.articles, *group.members}))
        absent = () if set(old.articles) <= set(group.members) else old.because  # reasons of articles that are not here to be asked again
        because = tuple(dict.fromkeys((*absent, *_because(group, by_id))))
        return Story(id=old.id, basis=basis, title=old.title, because=because)
    return Story(id=identity("story", *group.members), basis=group.members, title=title, because=_because(group, by_id))


def _title(group: Group, by_id: dict[str, Reading]) -> str:
    """The headline of the most central article, else of the first that has one; where none has, how the central one opens."""
    headed = (a for a in (group.central, *group.members) if by_id[a].of(Headline) or by_id[a].article.title is not None)
    reading = by_id[next(headed, group.central)]
    title = _headline(reading)
    cut = title[-1:].isalnum() and len(title) >= _TITLE - 1  # ``_headline`` cuts the opening wherever it gets too long
    return (f"{title.rsplit(' ', 1)[0]}…" if cut else title) or reading.article.ref


def _by_hand(story: Story, by_id: dict[str, Reading], decisions: Sequence[Decision]) -> Story:
    """The story with the decisions that made it what it is before its other reasons."""
    here = set(story.articles)
    said = []
    for decision in decisions:
        inside = [by_id[a].article.ref for a in decision.articles if a in here]
        outside = [by_id[a].article.ref for a in decision.articles if a not in here]
        why = f" ({decision.because})" if decision.because else ""
        if decision.kind == "together" and len(inside) > 1:
            said.append(f"put together by hand: {', '.join(inside)}{why}")
        elif decision.kind == "apart" and inside and outside:
            said.append(f"kept apart by hand: {', '.join(inside)} from {', '.join(outside)}{why}")
    return replace(story, because=tuple(dict.fromkeys((*said, *story.because)))) if said else story


def _because(group: Group, by_id: dict[str, Reading]) -> tuple[str, ...]:
    if len(group.members) < 2:
        return ()
    readings = [by_id[i] for i in group.members]
    reasons = [f"shared party: {name}" for name in _shared_parties(readings)]
    if group.shared:
        reasons.append("shared words: " + ", ".join(shown(group.shared[:_WORDS], by_id[group.central].article.text)))
    days = sorted(d for r in readings if (d := _day(r.article.published)) is not None)
    if len(days) > 1:
        apart = days[-1] - days[0]
        reasons.append("published on one day" if apart == 0 else f"published within {apart} day{'s' if apart > 1 else ''}")
    return tuple(reasons)


def _shared_parties(readings: Sequence[Reading]) -> list[str]:
    """Named parties of two articles or more: those of most articles first."""
    held: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for reading in readings:
        mine = {p.name.casefold(): p.name for p in reading.of(LocalParty) if p.kind not in ("unnamed", "place") and "name" in (p.forms or ("name",))}
        held.update(mine.keys())
        for key, name in mine.items():
            shown.setdefault(key, name)
    return [shown[key] for key in sorted(held, key=lambda k: (-held[k], k)) if held[key] > 1][:_PARTIES]


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None
