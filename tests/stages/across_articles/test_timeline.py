"""Timeline: dated events in the order of their earliest bound."""

from itertools import permutations

from twosource.domain.event import Event, When
from twosource.domain.reading import Dossier
from twosource.domain.story import Story, TimelineEntry
from twosource.stages.across_articles.timeline import Timeline


def event(value: str | None) -> Event:
    return Event(
        id=f"e{value}", basis=("l",), type="AGREE", quad=1, actors=(), recipients=(), statements=("s1",), mentions=(), date=When(value, "as said")
    )


def order(values: list[str | None]) -> list[str]:
    dossier = Dossier(story=Story(id="s", basis=("a",), title=""), readings=(), conclusions=tuple(map(event, values)))
    return [e.value for e in Timeline().run(dossier) if isinstance(e, TimelineEntry)]


def test_by_earliest_bound_then_latest() -> None:
    wanted = ["1999", "2000-07", "2000-07-03", "2023-24", "2024-01-14", "2024-01-15", "2024-01-15/2024-01-21", "2024-01-15/..", "../2024-01-21"]
    for shuffled in list(permutations(wanted))[::9001]:
        assert order(list(shuffled)) == wanted


def test_an_event_without_a_date_has_no_place() -> None:
    assert order([None, "2024"]) == ["2024"]


def test_an_entry_opens_to_its_event_and_statements() -> None:
    dossier = Dossier(story=Story(id="s", basis=("a",), title=""), readings=(), conclusions=(event("2024"),))
    (entry,) = Timeline().run(dossier)
    assert entry.basis == ("e2024", "s1")
