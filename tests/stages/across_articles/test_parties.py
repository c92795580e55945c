"""Parties: which local parties are one across articles."""

from dataclasses import replace
from itertools import permutations

import pytest

from twosource.domain.article import Article
from twosource.domain.furniture import Headline
from twosource.domain.party import LocalParty, Party, PartyKind
from twosource.domain.reading import Dossier, Reading
from twosource.domain.span import Span
from twosource.domain.story import Story
from twosource.stages.across_articles.parties import Parties


def local(name: str, kind: PartyKind, **fields: object) -> LocalParty:
    made = LocalParty(id=f"l {name} {kind}", article="a", evidence=(Span(0, 5),), name=name, kind=kind, forms=("name",))
    return replace(made, **fields)  # type: ignore[arg-type]


def dossier(*articles: list[LocalParty]) -> Dossier:
    readings = []
    for n, parties in enumerate(articles):
        article = Article(ref=str(n), text=f"article {n}")
        ids = {p.id: f"{p.id} {n}" for p in parties}
        mine = (replace(p, id=ids[p.id], article=article.id, body=ids.get(p.body or "")) for p in parties)
        readings.append(Reading(article, tuple(mine)))
    return Dossier(story=Story(id="s", basis=("a",), title=""), readings=tuple(readings))


def parties(*articles: list[LocalParty]) -> list[Party]:
    return [p for p in Parties().run(dossier(*articles)) if isinstance(p, Party)]


def one(a: LocalParty, b: LocalParty, *others: LocalParty) -> bool:
    found = parties([a, *others], [b])
    assert sum(len(p.basis) for p in found) == 2 + len(others)
    return any(any(i.startswith(a.id) and i.endswith("0") for i in p.basis) and any(i.endswith("1") for i in p.basis) for p in found)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (local("Ilse Brandt", "person"), local("Ilse Brandt", "person")),
        (local("Ilse Brandt", "person"), local("Mayor Ilse Brandt", "person")),
        (local("Ilse Brandt", "person"), local("Brandt", "person")),
        (local("Ilse Brandt", "person"), local("Mr. Brandt", "person")),
        (local("William Orme", "person"), local("Bill Orme", "person")),
        (local("I. Brandt", "person"), local("Ilse M. Brandt", "person")),
        (local("Orin Ferry Company", "organisation"), local("OFC", "organisation")),
        (local("Velmar Reporter", "media"), local("TVR", "organisation")),
        (local("Orin Ferries", "organisation"), local("the Orin Ferries", "organisation")),
        (local("Brask Lake Lines", "organisation"), local("Brask Lake", "organisation")),
        (local("Korean Central News Agency", "media"), local("KCNA", "media")),
        (local("KCNA", "media"), local("North Korean state media", "unnamed", country="PRK")),
        (local("KCNA", "media"), local("North Korea's state news agency", "media", country="PRK")),
        (local("KCNA", "media"), local("official media", "unnamed")),
        (local("Russian Defense Ministry", "organisation"), local("Russia's Ministry of Defence", "organisation")),
        (local("police in Velmar", "organisation"), local("Velmar police", "organisation")),
        (local("the police", "organisation"), local("police", "organisation")),
        (local("the police", "organisation"), local("Velmar police", "organisation")),
        (local("transport ministry", "organisation"), local("the transport ministry", "organisation")),
        (local("Sweden", "government"), local("the Swedish government", "government")),
        (local("Velmariya", "organisation"), local("Velmaria", "organisation")),
        (local("Orin Ferries", "organisation"), local("Orin Ferries Ltd.", "organisation")),
        (local("Orin Ferries Group", "organisation"), local("Orin Ferries Inc", "organisation")),
        (local("Ilse Brandt", "person", roles=("inspector general",)), local("IG", "organisation")),
    ],
)
def test_one_party(a: LocalParty, b: LocalParty) -> None:
    assert one(a, b)
    assert one(b, a)


@pytest.mark.parametrize(
    ("a", "b", "others"),
    [
        (local("Ilse Brandt", "person"), local("Karl Brandt", "person"), []),
        (local("two officials", "unnamed"), local("two officials", "unnamed"), []),
        (local("A witness", "unnamed"), local("A witness", "unnamed"), []),
        (local("the mayor's aides", "unnamed"), local("aides", "unnamed"), []),
        (local("Ilse Brandt", "person"), local("Brandt", "person"), [local("Karl Brandt", "person")]),
        (local("KCNA", "media"), local("official media", "unnamed"), [local("Xinhua", "media")]),
        (local("KCNA", "media"), local("Chinese state media", "unnamed", country="CHN"), []),
        (local("Swedish police", "organisation"), local("Norwegian police", "organisation"), []),
        (local("the police", "organisation"), local("Velmar police", "organisation"), [local("Brask police", "organisation")]),
        (local("Orin Ferries", "organisation"), local("Orin Bank", "organisation"), []),
        (local("Kremlin", "government"), local("Russian Defense Ministry", "organisation"), []),
        (local("Orin Group", "organisation"), local("Brask Group", "organisation"), []),
    ],
)
def test_not_one_party(a: LocalParty, b: LocalParty, others: list[LocalParty]) -> None:
    assert not one(a, b, *others)


def test_a_party_keeps_all_that_its_articles_tell() -> None:
    company = local("Orin Ferries", "organisation")
    first = local("Ilse Brandt", "person", roles=("spokeswoman",), body=company.id, aliases=("she",))
    second = local("Brandt", "person", country="SWE", sectors=("BUS",), roles=("manager",))
    found = {p.name: p for p in parties([first, company], [second])}
    brandt = found["Ilse Brandt"]
    assert (brandt.kind, brandt.country, brandt.sectors) == ("person", "SWE", ("BUS",))
    assert brandt.roles == ("spokeswoman", "manager")
    assert {"she", "Brandt"} == set(brandt.aliases)
    assert brandt.body == found["Orin Ferries"].id
    assert len(brandt.mentions) == 2


def test_two_told_of_together_are_neither_of_them() -> None:
    north, south = local("Norland", "government", country="NOR"), local("Sudland", "government", country="SWE")
    both = local("Norland and Sudland", "group", members=(north.id, south.id))
    found = parties([north, south, both], [north, south], [both])
    assert sorted(p.name for p in found) == ["Norland", "Norland and Sudland", "Sudland"]


def test_the_full_name_tells_the_country_and_not_a_part_of_it() -> None:
    full = local("Torve Swedes", "organisation", country="NOR", country_from="name")
    part = local("Swedes", "organisation", country="SWE", country_from="name")
    (team,) = parties([full], [replace(part, name="Torve Swedes", aliases=("Swedes",), country="NOR")], [part])
    assert (team.name, team.country) == ("Torve Swedes", "NOR")
    (people,) = parties([part], [part])
    assert people.country == "SWE"


def test_what_one_article_is_taken_to_be_about_does_not_outlive_what_the_story_tells() -> None:
    guess = local("Brandt", "person", country="SWE", country_from="articles")
    others = [local(f"Norland {n}", "organisation", country="NOR", country_from="words") for n in range(3)]
    assert {p.country for p in parties([guess]) if p.name == "Brandt"} == {"SWE"}
    assert {p.country for p in parties([guess, *others]) if p.name == "Brandt"} == {"NOR"}


def test_every_local_party_is_in_one_party_whatever_the_order() -> None:
    articles = [
        [local("Ilse Brandt", "person"), local("KCNA", "media"), local("the police", "organisation")],
        [local("Brandt", "person"), local("official media", "unnamed"), local("Velmar police", "organisation"), local("officials", "unnamed")],
        [local("Karl Brandt", "person"), local("Brandt", "person"), local("Energia", "organisation")],
    ]
    said = dossier(*articles)
    wanted = sorted(p.id for r in said.readings for p in r.of(LocalParty))
    answers = []
    for order in permutations(said.readings):
        found = [p for p in Parties().run(replace(said, readings=tuple(order))) if isinstance(p, Party)]
        assert sorted(i for p in found for i in p.basis) == wanted
        answers.append({(p.id, p.basis) for p in found})
    assert all(answer == answers[0] for answer in answers)


def test_odd_names_are_no_trouble() -> None:
    odd = ["", " ", "—", "Mr.", "the", "'s", "”", "A" * 10_000, "مصادر", "🙂"]
    assert len(parties([local(name, "person") for name in odd], [local(name, "unnamed") for name in odd])) >= 1


def test_a_speaker_without_a_name_is_the_body_he_speaks_for() -> None:
    body = local("Orin Ferries", "organisation")
    speaker = local("Orin Ferries spokeswoman", "unnamed", body=body.id)
    found = parties([body], [body, speaker])
    assert [len(p.basis) for p in found] == [3]


def test_a_named_speaker_stays_a_person() -> None:
    body, person = local("Orin Ferries", "organisation"), local("Ilse Brandt", "person", roles=("Orin Ferries spokeswoman",))
    found = parties([body, person], [body, local("Orin Ferries spokeswoman", "unnamed", body=body.id)])
    assert sorted(len(p.basis) for p in found) == [2, 2]


@pytest.mark.parametrize(("name", "same"), [("captain", True), ("witness", False), ("officials", False), ("two captains", False)])
def test_one_post_of_a_story_is_one_party(name: str, same: bool) -> None:
    assert one(local(name, "unnamed"), local(name, "unnamed")) is same


@pytest.mark.parametrize(
    ("taken_for", "kind"),
    [
        ([("organisation", 1), ("person", 1)], "person"),
        ([("organisation", 1), ("organisation", 1), ("person", 3)], "person"),
        ([("person", 9), ("organisation", 2), ("organisation", 2)], "organisation"),
        ([("place", 3), ("organisation", 2)], "place"),
        ([("place", 9), ("government", 1)], "government"),
        ([("unnamed", 1)], "unnamed"),
    ],
    ids=str,
)
def test_a_party_is_of_the_kind_that_most_names_tell(taken_for: list[tuple[PartyKind, int]], kind: PartyKind) -> None:
    articles = [
        [local("Orla Tarn", taken, forms=("name",) * names, evidence=tuple(Span(9 * n, 9 * n + 9) for n in range(names)))]
        for taken, names in taken_for
    ]
    found = parties(*articles)
    assert [(p.name, p.kind) for p in found] == [("Orla Tarn", kind)]


def test_a_headline_read_as_a_name_is_no_second_person() -> None:
    """ "Brandt Recalls" is the Brandt of the story, and leaves a bare "Brandt" of a third article to her."""
    title = LocalParty(id="l0 title", article="", evidence=(Span(0, 14),), name="Brandt Recalls", kind="person", forms=("name",))
    texts = [("Brandt Recalls Storm\n\n" + "x" * 30, [title]), ("y" * 30, [local("Ilse Brandt", "person")]), ("z" * 30, [local("Brandt", "person")])]
    readings = []
    for n, (text, found) in enumerate(texts):
        article = Article(ref=str(n), text=text)
        mine = [replace(p, id=f"{p.id} {n}", article=article.id) for p in found]
        head = Headline(id=f"h{n}", article=article.id, evidence=(Span(0, 20),))
        readings.append(Reading(article, (*mine, head)))
    story = Dossier(story=Story(id="s", basis=("a",), title=""), readings=tuple(readings))
    assert [len(p.basis) for p in Parties().run(story) if isinstance(p, Party)] == [3]


def test_officials_of_the_body_that_most_articles_name_are_its_mouth() -> None:
    zoo, other, officials = local("Velmar Zoo", "organisation"), local("Brask Zoo", "organisation"), local("zoo officials", "unnamed")
    assert sorted(len(p.basis) for p in parties([zoo], [zoo, other], [officials])) == [1, 3]
    assert sorted(len(p.basis) for p in parties([zoo], [other], [officials])) == [1, 1, 1]


def test_a_medium_told_by_its_trade_is_the_one_that_its_article_names() -> None:
    paper, tabloid = local("Velmar Herald", "media"), local("tabloid", "unnamed")
    assert [len(p.basis) for p in parties([paper, tabloid])] == [2]
    assert sorted(len(p.basis) for p in parties([paper, local("Brask Courier", "media"), tabloid])) == [1, 1, 1]
    assert sorted(len(p.basis) for p in parties([paper], [tabloid])) == [1, 1]


def test_a_body_is_known_by_its_seat_before_or_behind() -> None:
    def seated(text: str, name: str) -> Reading:
        article = Article(ref=text, text=text)
        at = text.index(name)
        return Reading(article, (local(name, "organisation", id=text, article=article.id, evidence=(Span(at, at + len(name)),), forms=("nominal",)),))

    texts = ["The flood office in Velmar closed.", "The Velmar flood office closed.", "The flood office in Brask closed."]
    names = ["flood office", "Velmar flood office", "flood office"]
    story = Dossier(story=Story(id="s", basis=("a",), title=""), readings=tuple(map(seated, texts, names)))
    found = [set(p.basis) for p in Parties().run(story) if isinstance(p, Party)]
    assert sorted(found, key=len) == [{texts[2]}, {texts[0], texts[1]}]


@pytest.mark.parametrize("told_apart", [True, False])
def test_father_and_son_are_two_where_one_article_names_both(told_apart: bool) -> None:
    father, son = local("Anders Lund", "person"), local("Anders Lund Jr.", "person")
    first = [father, son] if told_apart else [son]
    found = parties(first, [local("Anders Lund", "person", id="f")], [local("Lund", "person", id="x")], [local("Anders Lund Jr.", "person", id="s")])
    assert len(found) == (2 if told_apart else 1)
    if told_apart:
        assert {p.name: len(p.basis) for p in found} == {"Anders Lund": 3, "Anders Lund Jr.": 2}


def test_a_namesake_of_another_given_name_bars_no_suffix() -> None:
    found = parties([local("Anders Lund Jr.", "person"), local("Mette Lund", "person")], [local("Anders Lund", "person", id="f")])
    assert sorted(len(p.basis) for p in found) == [1, 2]


def test_a_slip_names_nobody_whom_headline_and_text_name_otherwise() -> None:
    often = local("Lundgren", "person", evidence=tuple(Span(n * 10, n * 10 + 8) for n in range(5)), forms=("name",) * 5)
    slip = local("Lundgrn", "person", evidence=(Span(60, 67),))
    made = dossier([often, slip])
    reading = made.readings[0]
    headed = replace(reading, observations=(*reading.observations, Headline(id="h", article=reading.article.id, evidence=(Span(0, 20),))))
    found = [p for p in Parties().run(replace(made, readings=(headed,))) if isinstance(p, Party)]
    assert [p.name for p in found] == ["Lundgren"]
