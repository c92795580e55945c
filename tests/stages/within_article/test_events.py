"""Events of one article: who did what to whom, when and where."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from twosource.domain.event import LocalEvent
from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.statement import Statement

Read = Callable[..., Reading]


@dataclass(frozen=True)
class Told:
    """An event with its parties by country or, without one, by name."""

    event: LocalEvent
    actors: set[str]
    recipients: set[str]


def told(reading: Reading) -> list[Told]:
    parties = {p.id: p for p in reading.of(LocalParty)}

    def names(ids: tuple[str, ...]) -> set[str]:
        return {parties[i].country or parties[i].name for i in ids}

    return [Told(e, names(e.actors), names(e.recipients)) for e in reading.of(LocalEvent)]


def of(read: Read, text: str, kind: str, **fields: str) -> Told:
    """The one event of that type."""
    found = told(read(text, **fields))
    mine = [t for t in found if t.event.type == kind]
    assert len(mine) == 1, [(t.event.type, t.actors, t.recipients) for t in found]
    return mine[0]


@pytest.mark.parametrize(
    ("text", "kind", "mode", "actors", "recipients"),
    [
        ("Three Peruvian journalists were arrested by Egypt on Monday.", "COERCE", "arrest", {"EGY"}, {"PER"}),
        ("Iran rejected Canada's demand to release the crew.", "REJECT", "yield", {"IRN"}, {"CAN"}),
        ("Spain received thanks from Morocco for the help.", "SUPPORT", None, {"MAR"}, {"ESP"}),
        ("Kenya and Chad expressed serious concerns about provocative actions by Sudan.", "ACCUSE", "disapprove", {"KEN", "TCD"}, {"SDN"}),
        ("Germany has sent 20 tanks to Ukraine.", "AID", None, {"DEU"}, {"UKR"}),
        ("Chile condemned an attack by Peru.", "ACCUSE", "disapprove", {"CHL"}, {"PER"}),
        ("Peru expelled ten British diplomats.", "SANCTION", "expel", {"PER"}, {"GBR"}),
        ("Norway threatened to attack Denmark.", "THREATEN", "violence", {"NOR"}, {"DNK"}),
        ("Kenya urged Uganda to withdraw its troops.", "REQUEST", "yield", {"KEN"}, {"UGA"}),
        ("Syria fired rockets at Israel.", "ASSAULT", "heavy-weapons", {"SYR"}, {"ISR"}),
        ("Turkey agreed with Greece to cooperate.", "AGREE", None, {"TUR"}, {"GRC"}),
        ("Thousands protested against the government of Chile in Santiago.", "PROTEST", "demo", set(), {"CHL"}),
    ],
)
def test_who_did_what_to_whom(  # noqa: PLR0917
    read: Read, text: str, kind: str, mode: str | None, actors: set[str], recipients: set[str]
) -> None:
    found = of(read, text, kind)
    assert found.event.mode == mode
    assert (found.actors, found.recipients) == (actors, recipients)


def test_the_visitor_acts_and_the_host_receives(read: Read) -> None:
    visit = of(read, "The president of France paid a visit to Germany.", "CONSULT")
    assert (visit.event.mode, visit.recipients) == ("visit", {"DEU"})
    met = of(read, "Kenyan Foreign Minister Amina Odum met Chadian President Idris Bako in Chad.", "CONSULT")
    assert (met.event.mode, met.actors, met.recipients) == ("visit", {"KEN"}, {"TCD"})


def test_a_meeting_without_a_host_has_actors_only(read: Read) -> None:
    talks = of(read, "China and Japan held talks in Geneva on Tuesday.", "CONSULT", published="2024-01-22")
    assert (talks.event.mode, talks.actors, talks.recipients) == ("third-party", {"CHN", "JPN"}, set())
    assert talks.event.place is not None and talks.event.place.geonameid == 2660646
    assert talks.event.date.value == "2024-01-16"


@pytest.mark.parametrize(
    "text",
    ["The president of France will visit Germany.", "France's president plans to visit Germany.", "The president of France may visit Germany."],
)
def test_a_visit_to_come_is_an_agreement(read: Read, text: str) -> None:
    visit = of(read, text, "AGREE")
    assert visit.recipients == {"DEU"} and {"future", "hypothetical"} & set(visit.event.auxiliary)
    assert visit.event.mode is None and visit.event.quad == 1 and "diplomatic" in visit.event.contexts


def test_a_promise_and_what_it_promises_are_one_event(read: Read) -> None:
    found = told(read("Chad promised to visit Kenya and praised Sudan."))
    assert [t.event.type for t in found] == ["AGREE", "SUPPORT"]
    assert found[0].recipients == {"KEN"} and found[1].recipients == {"SDN"}


def test_denied_and_undone_events_are_negated(read: Read) -> None:
    assert "negated" in of(read, "Saudi Arabia denied attacking Yemen.", "ASSAULT").event.auxiliary
    assert "negated" in of(read, "Syria did not fire rockets at Israel.", "ASSAULT").event.auxiliary


def test_an_old_year_is_history(read: Read) -> None:
    visit = of(read, "Canadian President Paul Ames visited Norway in May 2003.", "CONSULT")
    assert visit.event.auxiliary == ("historical",) and visit.event.date.value == "2003-05"


def test_there_is_never_the_travellers_own_country(read: Read) -> None:
    text = "Norway's minister flew to Chile. Chilean President Ana Ruiz praised Norway. President Ruiz thanked Oslo after her trip there."
    trip = [t for t in told(read(text)) if t.event.span.of(text) == "trip"]
    assert not trip or (trip[0].event.place is not None and trip[0].event.place.country == "NOR")


@pytest.mark.parametrize(
    "text",
    [
        "The minister of Peru said that no specific date has been confirmed.",
        "The trip would be a retaliation for a tour of a rocket-launch facility and a fighter-jet factory in Peru.",
        "Leave a Reply",
        "The shells might be used in an invasion of Norway.",
        "The regime in Peru has demonstrated restraint.",
        "Spain must apologize to Peru.",
        "Her mother visited the shop.",
    ],
)
def test_words_that_tell_no_event(read: Read, text: str) -> None:
    assert not told(read(text))


def test_a_city_under_attack_is_no_attacker(read: Read) -> None:
    found = told(read("The Nairobi attacks shocked Kenya."))
    assert all(not t.actors for t in found if t.event.type == "ASSAULT")


def test_every_event_hangs_on_a_statement_and_on_its_words(read: Read) -> None:
    text = "Kenya urged Uganda to withdraw its troops, officials said. Uganda rejected the demand and recalled its ambassador."
    reading = read(text)
    statements = {s.id for s in reading.of(Statement)}
    events = reading.of(LocalEvent)
    assert events and all(e.statement in statements for e in events)
    assert all(e.actors or e.recipients for e in events)
    assert read(text).of(LocalEvent) == events


def test_promises_within_promises_without_end_cost_no_article(read: Read) -> None:
    reading = read("The mayor will promise to " * 400 + "visit Norway.")
    assert not reading.problems
