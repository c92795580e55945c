"""Names, nominals and pronouns are gathered into the parties they stand for."""

import time
from collections.abc import Callable

import pytest

from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.grammar.parties.parties_at import PartyIndex

Read = Callable[..., Reading]


def at(reading: Reading, words: str, nth: int = 0) -> LocalParty:
    """The party that the nth occurrence of some words stands for."""
    text, start = reading.article.text, -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    found = PartyIndex(reading.of(LocalParty), reading.of(Sentence)).at(Span(start, start + len(words)))
    assert found is not None, words
    return found


def test_title_surname_pronoun_and_role_are_one(read: Read) -> None:
    reading = read(
        "German Foreign Minister Anna Vogel arrived in Oslo on Monday. Vogel said she would meet the king. "
        "The German foreign minister did not name a date, and her spokesman declined to comment."
    )
    vogel = at(reading, "Anna Vogel")
    assert (vogel.name, vogel.kind, vogel.country, vogel.roles[0]) == ("Anna Vogel", "person", "DEU", "German Foreign Minister")
    assert "GOV" in vogel.sectors
    for words, nth in (("Vogel", 1), ("she", 0), ("The German foreign minister", 0), ("her", 0)):
        assert at(reading, words, nth) is vogel, words


def test_spans_read_as_said_and_forms_are_parallel(read: Read) -> None:
    reading = read("Peru's president said he was willing. The ministry said it had no plans.")
    for party in reading.of(LocalParty):
        assert len(party.evidence) == len(party.forms)
        assert list(party.evidence) == sorted(party.evidence)
        assert all(0 <= s.start < s.end <= len(reading.article.text) for s in party.evidence)


def test_a_speaker_of_a_described_body_speaks_for_it(read: Read) -> None:
    reading = read("The police closed the pier. Police spokeswoman Ada Brook said that nobody was hurt.")
    speaker = at(reading, "Police spokeswoman Ada Brook")
    bodies = {p.id: p.name for p in reading.of(LocalParty)}
    assert speaker.name == "Ada Brook" and bodies[speaker.body or ""].lower() == "police"


def test_spokesman_speaks_for_his_body(read: Read) -> None:
    reading = read("Kremlin spokesman Igor Petrenko said on Monday that no date had been set.")
    spokesman = at(reading, "Kremlin spokesman Igor Petrenko")
    bodies = {p.id: p.name for p in reading.of(LocalParty)}
    assert spokesman.name == "Igor Petrenko" and bodies[spokesman.body or ""] == "Kremlin" and spokesman.country == "RUS"


def test_whom_one_deals_with_is_not_ones_country(read: Read) -> None:
    reading = read("Mina Park, U.S. senior official for North Korea, called for caution.")
    assert at(reading, "Mina Park, U.S. senior official for North Korea").country == "USA"


def test_state_media_and_the_report_are_the_agency(read: Read) -> None:
    text = (
        "Leader to travel soon, according to official media\n\n"
        "North Korean state media announced on Sunday that the leader intends to travel, according to a report from the "
        "Korean Central News Agency (KCNA). The report said that the trip was planned. KCNA gave no date."
    )
    reading = read(text)
    agency = at(reading, "Korean Central News Agency")
    assert (agency.kind, agency.country, agency.sectors) == ("media", "PRK", ("JRN", "GOV"))
    for words in ("official media", "North Korean state media", "a report from the Korean Central News Agency", "The report", "KCNA"):
        assert at(reading, words) is agency, words


def test_capitals_act_for_governments_and_are_places_when_visited(read: Read) -> None:
    reading = read("Madrid and Lisbon expressed concern on Friday. The envoy later travelled to Lisbon. Spain denied it.")
    assert at(reading, "Madrid") is at(reading, "Spain")
    assert at(reading, "Madrid").kind == "government"
    assert at(reading, "Lisbon").country == "PRT" and at(reading, "Lisbon").kind == "government"
    assert at(reading, "Lisbon", 1).kind == "place"


def test_both_nations_name_their_members(read: Read) -> None:
    reading = read("Kenya thanked Ghana for its help. Both nations agreed to build a port.")
    both = at(reading, "Both nations")
    names = {p.id: p.name for p in reading.of(LocalParty)}
    assert both.kind == "group" and {names[m] for m in both.members} == {"Kenya", "Ghana"}


def test_people_of_one_surname_stay_apart(read: Read) -> None:
    reading = read("Jonas Weller met Petra Weller in Graz. Jonas Weller later said that he was sorry.")
    assert at(reading, "Jonas Weller") is not at(reading, "Petra Weller")
    assert at(reading, "Jonas Weller", 1) is at(reading, "Jonas Weller")
    assert at(reading, "he was sorry").name == "Jonas Weller"


def test_gender_tells_pronouns_apart(read: Read) -> None:
    reading = read("Mary Olden met Peter Brandt on Tuesday. He thanked her. She said nothing.")
    assert at(reading, "He ").name == "Peter Brandt"
    assert at(reading, "She").name == at(reading, "her.").name == "Mary Olden"


def test_unnamed_sources_are_parties(read: Read) -> None:
    reading = read("Two senior Western officials said the plan had failed. Witnesses said they heard shots, and police denied it.")
    officials = at(reading, "Two senior Western officials")
    assert officials.kind == "unnamed" and "GOV" in officials.sectors
    assert at(reading, "Witnesses").kind == "unnamed"
    assert at(reading, "police").sectors == ("COP",)


def test_intelligence_of_a_country(read: Read) -> None:
    reading = read("Shells were delivered, according to South Korean intelligence. The US Defense Department agreed.")
    spies = at(reading, "South Korean intelligence")
    assert (spies.country, spies.sectors) == ("KOR", ("SPY",))
    assert at(reading, "The US Defense Department").country == "USA"


def test_furniture_is_no_party(read: Read) -> None:
    text = (
        "Ferry runs aground off Velden\n\nMara Lindqvist\nphoto credit: CTV News\nA ferry ran aground on Monday, police said.\n\nShare This Article"
    )
    assert not {"CTV News", "Mara Lindqvist"} & {p.name for p in read(text).of(LocalParty)}


@pytest.mark.parametrize("text", ["", "\n\n", "“”" * 500, "KCNA " * 400, "العربية 🙂🙂 she said", "the the the of of of", "A-" * 300])
def test_odd_text_makes_no_fault(read: Read, text: str) -> None:
    reading = read(text)
    assert not [p for p in reading.problems if "parties" in p.message]


def test_same_text_same_parties(read: Read) -> None:
    text = "Norway's prime minister said she would resign. The premier gave no reason."
    assert read(text).of(LocalParty) == read(text).of(LocalParty)


def test_who_and_surnames_the_tagger_misses(read: Read) -> None:
    reading = read("Laura Bakers, who leads the union, spoke in Graz. BAKERS: I will not resign. Bakers sent a letter to members.")
    bakers = at(reading, "Laura Bakers")
    assert at(reading, "who") is bakers and at(reading, "BAKERS") is bakers and at(reading, "Bakers", 1) is bakers


def test_its_allies_are_of_the_one_before(read: Read) -> None:
    reading = read("Kenya warned the United States and its allies against sanctions.")
    assert at(reading, "its").name == "United States"


def test_time_grows_with_length_only(read: Read) -> None:
    names = "".join(f"Minister Ana{n} Bel{n} met officials in Peru. She said the ministry agreed. " for n in range(300))
    began = time.perf_counter()
    reading = read(names)
    assert reading.of(LocalParty)
    assert time.perf_counter() - began < 30


def test_a_headline_makes_no_name_of_its_verb(read: Read) -> None:
    title = "Edda Norling Resigns Over Harbour Deal"
    reading = read(f"{title}\n\nMayor Edda Norling said on Monday that she would resign. Norling said the deal was wrong.", title=Span(0, len(title)))
    names = {name for p in reading.of(LocalParty) for name in (p.name, *p.aliases)}
    assert "Edda Norling" in names and not any("Resigns" in n for n in names)
    assert at(reading, "Edda Norling") is at(reading, "Norling said")


def test_honorifics_and_possessions_are_no_part_of_a_name(read: Read) -> None:
    reading = read("Alhaji Sule Bako said on Monday that the road was open. Sule Bako denied the rest.")
    assert at(reading, "Sule Bako").name == "Sule Bako" and at(reading, "Sule Bako", 1) is at(reading, "Sule Bako")


def test_the_carrier_and_the_lawmaker_are_whom_their_names_and_roles_tell(read: Read) -> None:
    reading = read(
        "Senator Rhea Colton met pilots of Delmar Airways on Monday. The airport of Lund declined to comment. "
        "The carrier said it would pay. The lawmaker said that was not enough."
    )
    assert at(reading, "The carrier").name == "Delmar Airways"
    assert at(reading, "The lawmaker").name == "Rhea Colton"


def test_papers_of_evidence_are_not_the_press_that_prints_them(read: Read) -> None:
    reading = read("The Lund Gazette reported on Monday that the bridge was closed. The documents show that money was paid.")
    assert at(reading, "The documents").name == "documents"


def test_whose_lawyer_he_is_is_told(read: Read) -> None:
    reading = read("Anna Norling was fined on Monday. Her lawyer said nothing.")
    assert at(reading, "Her lawyer").name == "Anna Norling’s lawyer"


def test_a_role_told_before_its_bearer_is_named(read: Read) -> None:
    reading = read(
        "The Velmar zoo's director said the pen was safe. Odo, a bear, had climbed out on Sunday.\n\n"
        "Zoo director Anna Vogel said that the wall would be mended."
    )
    assert at(reading, "The Velmar zoo's director") is at(reading, "Anna Vogel")


def test_a_body_that_the_tagger_takes_for_a_thing(read: Read) -> None:
    text = "The papers came from the law firm Orme Kestrel. Orme Kestrel said it had done nothing wrong."
    assert at(read(text), "Orme Kestrel", 1).kind == "organisation"


def test_beside_the_leader_of_an_article_s_country_another_president_is_another_s(read: Callable[..., Reading]) -> None:
    text = "Chadian President Idris Bako spoke in Chad on Monday. Chad held a vote, and President Moor congratulated Chad."
    found = {p.name: p.country for p in read(text).of(LocalParty)}
    assert (found["Idris Bako"], found["Moor"]) == ("TCD", None)
    text = "Voters in Chad were glad on Monday. Chad held a vote, and President Moor congratulated Chad."
    assert {p.name: p.country for p in read(text).of(LocalParty)}["Moor"] == "TCD"


def test_a_minister_named_beside_another_country_is_not_of_the_article_s(read: Callable[..., Reading]) -> None:
    opening = "Voters in Chad were glad on Monday. Chad held a vote. Officials in Chad counted. "
    at_home = read(opening + "The foreign minister, Jonas Weil, was told of it.")
    abroad = read(opening + "Norway set up a task force and the foreign minister, Jonas Weil, was told of it.")
    assert [{p.name: p.country for p in r.of(LocalParty)}["Jonas Weil"] for r in (at_home, abroad)] == ["TCD", None]


@pytest.mark.parametrize(
    ("text", "two"),
    [
        (
            "Storm over a photo\n\nPresident John Whitmore went home. A photo showed John Whitmore Jr. with a rifle. Whitmore said he was sorry.",
            True,
        ),
        ("On Monday John Whitmore Jr. said he would pay. His father, John Whitmore, declined to comment. Whitmore Jr. said nothing more.", True),
        ("On Monday the police arrested John Whitmore Jr., 56. They said that John Whitmore had been sought for weeks.", False),
        ("Police arrest John Whitmore\n\nOn Monday the police arrested John Whitmore Jr., 56. They said that Whitmore had been sought.", False),
    ],
)
def test_father_and_son_are_two(read: Read, text: str, two: bool) -> None:
    reading = read(text)
    held = [p.name for p in reading.of(LocalParty) if "Whitmore" in p.name and p.kind == "person"]
    assert sorted(held) == (["John Whitmore", "John Whitmore Jr."] if two else ["John Whitmore Jr."])
    if two:
        assert at(reading, "Whitmore Jr.").name == "John Whitmore Jr."


def test_a_team_called_after_clergy_is_no_religious_body(read: Read) -> None:
    reading = read("Velmar Cardinals coach Bruce Orme said on Monday that he would retire. The Cardinals thanked him.")
    assert not [p.name for p in reading.of(LocalParty) if "REL" in p.sectors]


def test_what_is_done_and_where_one_plays_are_no_part_of_a_name(read: Read) -> None:
    reading = read("The keepers shot Bruno on Monday. Sedating Bruno would have taken too long. The coach said that QB Palmer had been hurt.")
    names = {p.name for p in reading.of(LocalParty)}
    assert not names & {"Sedating Bruno", "QB Palmer"} and "Palmer" in names


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("The Velmar Reporter broke the news on Monday that Ola Brandt had left the film.", "Velmar Reporter"),
        ("Ola Brandt has left the film, according to The Harbour Observer.", "Harbour Observer"),
        ("Ola Brandt told The Hollywood Observer that Tom Lund would replace him.", "Hollywood Observer"),
    ],
)
def test_a_paper_called_after_a_trade_is_a_paper(read: Read, text: str, paper: str) -> None:
    found = {p.name: p.kind for p in read(text).of(LocalParty)}
    assert found.get(paper) == "media" and not any(w in found for w in paper.split())


def test_a_trade_is_no_paper(read: Read) -> None:
    found = {p.name: p.kind for p in read("The Velmar reporter Ola Brandt told the mayor that he had left the film.").of(LocalParty)}
    assert found.get("Ola Brandt") == "person" and "media" not in found.values()
