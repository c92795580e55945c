"""Statements with their chains: origin first, carriers after."""

from collections.abc import Callable

import pytest

from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.statement import Factuality, Statement

Read = Callable[..., Reading]


def chains(reading: Reading) -> dict[str, list[str]]:
    """Chain of every statement, by its words; a party by the words that name it there."""
    text = reading.article.text
    return {s.span.of(text): [link.span.of(text) for link in s.chain] for s in reading.of(Statement)}


def names(reading: Reading, words: str) -> list[str]:
    parties = {p.id: p.name for p in reading.of(LocalParty)}
    found = next(s for s in reading.of(Statement) if words in s.span.of(reading.article.text))
    return [parties[link.party] for link in found.chain]


@pytest.mark.parametrize(
    ("text", "statement", "chain"),
    [
        ("The ferry sank on Sunday.", "The ferry sank on Sunday", []),
        ("The mayor said the ferry sank.", "the ferry sank", ["The mayor"]),
        ("According to Norpress, the mayor said that the ferry sank.", "the ferry sank", ["the mayor", "Norpress"]),
        ("Ann Kolt said the ferry sank, according to the police.", "the ferry sank", ["Ann Kolt", "the police"]),
        ("The mayor said the ferry sank, Norpress reported.", "the ferry sank", ["The mayor", "Norpress"]),
        ("Police said the boy “was hurt, but not badly,” Norpress reported.", "the boy “was hurt, but not badly,”", ["Police", "Norpress"]),
        ("The minister was quoted by Norpress as saying that the ferry sank.", "the ferry sank", ["The minister", "Norpress"]),
        ("Many doubted the ministry's claim that the ferry sank.", "the ferry sank", ["the ministry's"]),
        (
            "The minister promised to visit Dalby, according to a report from Norpress.",
            "The minister promised to visit Dalby",
            ["a report from Norpress"],
        ),
        ("The captain continued to deny the charges.", "The captain continued to deny the charges", ["The captain"]),
        ("The captain accused the harbour master of lying.", "The captain accused the harbour master of lying", ["The captain"]),
    ],
)
def test_chain(read: Read, text: str, statement: str, chain: list[str]) -> None:
    assert chains(read(text))[statement] == chain


def test_medium_told_is_a_carrier_but_not_the_outlet_itself(read: Read) -> None:
    text = "The ferry had no radio, the captain told Reuters. “We saw nothing,” he said."
    assert chains(read(text))["The ferry had no radio"] == ["the captain", "Reuters"]
    assert chains(read(text, outlet="Reuters"))["The ferry had no radio"] == ["the captain"]


def test_pronoun_stands_for_its_party(read: Read) -> None:
    reading = read("Mayor Anna Lund visited the harbour. She said the ferry would sail again.")
    assert names(reading, "the ferry would sail again")[0].endswith("Anna Lund")


def test_i_in_a_quotation_is_its_speaker(read: Read) -> None:
    reading = read("“I think the ferry will sail again,” Anna Lund said.")
    assert [len(s.chain) for s in reading.of(Statement)] == [1]
    assert names(reading, "ferry will sail") == ["Anna Lund"]


def test_source_without_a_party_gets_one(read: Read) -> None:
    reading = read("Three people who asked not to be named said the ferry was overloaded.")
    statement = next(s for s in reading.of(Statement) if "overloaded" in s.span.of(reading.article.text))
    assert statement.chain and statement.chain[0].party in {p.id for p in reading.of(LocalParty)}


def test_remark_after_a_comma_is_the_tellers_own(read: Read) -> None:
    found = chains(read("The mayor said she felt sorry for Holm, who pleaded guilty to fraud in the spring."))
    assert found["who pleaded guilty to fraud in the spring"] == []


def test_voice_is_own_exactly_when_the_chain_is_empty(read: Read) -> None:
    reading = read("The ferry sank on Sunday. “It was a terrible night,” the captain said. Officials said the search had ended.")
    for s in reading.of(Statement):
        assert (s.voice == "own") == (not s.chain)
    voices = {s.span.of(reading.article.text): s.voice for s in reading.of(Statement)}
    assert voices["It was a terrible night"] == "quote" and voices["the search had ended"] == "paraphrase"


def test_links_carried_on_are_marked(read: Read) -> None:
    reading = read("“It was a terrible night,” the captain said. “Nobody told us anything about the storm.”")
    inferred = {s.span.of(reading.article.text): [link.inferred for link in s.chain] for s in reading.of(Statement)}
    assert inferred["It was a terrible night"] == [False]
    assert inferred["Nobody told us anything about the storm"] == [True]


def test_somebody_elses_speech_is_not_inside_a_speakers(read: Read) -> None:
    found = chains(read("Lund said that she would help to rebuild the pier while Holm hailed the town for opposing “reckless builders”."))
    assert next(chain for words, chain in found.items() if "hailed" in words) == ["Holm"]


def test_an_interview_goes_on_through_whom_it_was_given_to(read: Read) -> None:
    text = "“The ferry had no radio,” Captain Jan Holm told Norpress TV.\n\n“We saw nothing,” Holm said.\n\nHolm said later that the hull was old."
    found = read("Norpress TV is a broadcaster.\n\n" + text)
    links = {s.span.of(found.article.text): s.chain for s in found.of(Statement)}
    assert [(link.span.of(found.article.text), link.inferred) for link in links["We saw nothing"]] == [("Holm", False), ("Norpress TV", True)]
    assert len(links["the hull was old"]) == 1


def test_a_verb_without_a_subject_of_its_own_may_have_another_speaker(read: Read) -> None:
    text = "The captain's remarks came as Mayor Anna Lund turned down the offer to meet, saying the visit would be a mistake."
    assert names(read(text), "the visit would be a mistake")[0].endswith("Anna Lund")


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # Whom the quotation speaks of does not say it, however near.
        (
            "Anna Lund met Jan Holm.\n\n“The pier is shut. We are tired,” Mr. Holm told reporters.\n\n“I think Mr. Kolt runs a great risk,” he said.",
            "runs a great risk",
            "Jan Holm",
        ),
        (
            "Mayor Jan Holm would not go that far but said Mr. Kolt must leave.\n\n“Mr. Kolt needs to go home,” he said. “The pier is ours.”",
            "needs to go home",
            "Jan Holm",
        ),
        ("Jan Holm crashed on Sunday. “It was a bad day,” the four-time champion said.", "It was a bad day", "Jan Holm"),
        (
            "The Norland Harbour Board said the wreck would drift, according to its website. “It will sink,” it said.",
            "It will sink",
            "Norland Harbour Board",
        ),
    ],
)
def test_who_spoke_goes_on_speaking(read: Read, text: str, words: str, speaker: str) -> None:
    assert names(read(text), words)[0].endswith(speaker)


def test_what_an_earlier_version_said_is_taken_back_in_the_outlets_own_voice(read: Read) -> None:
    text = (
        "Seven people were injured, police said.\n\nCorrection: An earlier version of this article said that ten people were killed. "
        "The Tarn Post wrongly reported that the pier was shut. We misidentified the captain. We regret the errors."
    )
    reading = read(text, outlet="The Tarn Post")
    factuality = {f.statement: f.value for f in reading.of(Factuality)}
    said = {s.span.of(text): (s.correction, s.voice, s.chain, factuality[s.id]) for s in reading.of(Statement) if s.span.start > 40}
    assert said == {"ten people were killed": (True, "own", (), "CT-"), "the pier was shut": (True, "own", (), "CT-")}


def test_a_paper_of_the_speakers_own_is_no_carrier(read: Read) -> None:
    found = chains(read("The Dalby Harbour Board said the wreck would drift, according to a post on its website."))
    assert found["the wreck would drift"] == ["The Dalby Harbour Board"]


def test_what_somebody_comes_forward_to_say_is_theirs(read: Read) -> None:
    found = chains(read("Several aides came forward to accuse the mayor of running a hostile office."))
    assert found["Several aides came forward to accuse the mayor of running a hostile office"] == ["Several aides"]


def test_a_source_may_name_its_own_carrier(read: Read) -> None:
    found = chains(read("The victims on Arden TV accused the police of not taking their claims seriously."))
    assert list(found.values()) == [["The victims on Arden TV", "Arden TV"]]


def test_a_statement_speaks_for_who_issued_it(read: Read) -> None:
    text = "The rocket flew well, said a statement issued by the Norland Space Board.\n\nAll were glad. It will fly again, the statement said."
    assert names(read(text), "It will fly again") == ["Norland Space Board"]


def test_what_follows_a_report_is_inferred_to_go_on_with_it(read: Read) -> None:
    text = "The rocket flew well, Reuters reported.\n\nThe report said that both sides were glad. They agreed to build a second pad.\n\nIt rained."
    found = read(text)
    links = {s.span.of(text): [(x.span.of(text), x.inferred) for x in s.chain] for s in found.of(Statement)}
    assert links["They agreed to build a second pad"] == [("The report", True)]
    assert links["It rained"] == []


def test_what_follows_a_persons_words_is_the_tellers(read: Read) -> None:
    assert chains(read("The mayor said that both sides were glad. They agreed to build a second pad."))["They agreed to build a second pad"] == []


def test_an_intention_that_somebody_tells_is_told_by_them(read: Read) -> None:
    text = "Mayor Anna Lund has conveyed her readiness to visit Dalby"
    assert names(read(f"{text}, according to the agency Norpress."), "readiness") == ["Norpress"]
    assert names(read(f"{text}."), "readiness") == ["Anna Lund"]


def test_who_quotes_somebody_as_saying_so_carries_it(read: Read) -> None:
    assert names(read("The pier would be shut, the agency Norpress quoted Jon Berg as saying."), "pier") == ["Jon Berg", "Norpress"]
    assert names(read("The agency Norpress quoted Jon Berg as saying that the pier was shut."), "pier") == ["Jon Berg", "Norpress"]


def test_of_two_that_say_so_the_later_is_no_repetition_of_the_teller(read: Read) -> None:
    told = read("Mayor Lund thanked Jon Berg for the invitation and said he would come, the agency Norpress said.")
    assert names(told, "would come") == ["Lund", "Norpress"]


def test_who_expresses_something_says_it_and_whoever_tells_it_carries_it(read: Read) -> None:
    assert names(read("Mayor Anna Lund expressed gratitude to the crew, the agency Norpress said."), "gratitude") == ["Anna Lund", "Norpress"]
    assert names(read("Mayor Anna Lund expressed disbelief that the crew had left."), "had left") == []


@pytest.mark.parametrize(
    "text",
    [
        "The captain had also vowed to stay with the ship on Friday.",
        "Five sailors urged Mayor Lund to step aside.",
        "A guard accused them of stealing blankets.",
        "Pirates threatened to burn the ferry.",
        "Mayor Lund apologised to the sailors and “anyone I may have hurt”.",
    ],
)
def test_act_of_speech_that_holds_its_speaker_is_told_by_the_outlet(read: Read, text: str) -> None:
    assert list(chains(read(text)).values()) == [[]]


def test_act_of_speech_inside_a_quotation_is_told_by_whoever_is_quoted(read: Read) -> None:
    found = chains(read("“Today, his fellow sailors urged him to step aside, and I think he should go,” Odo Lund said."))
    assert found == {"Today, his fellow sailors urged him to step aside": ["Odo Lund"], "I think he should go": ["Odo Lund"]}


def test_what_is_promised_in_a_clause_is_said_by_whoever_promises(read: Read) -> None:
    assert chains(read("The captain promised that the ferry would sail."))["the ferry would sail"] == ["The captain"]


def test_judgement_keeps_its_speaker(read: Read) -> None:
    found = chains(read("Ann Kolt called the dam a ruin. Odo Berg denied the charges. The captain accused the harbour master of theft."))
    assert list(found.values()) == [["Ann Kolt"], ["Odo Berg"], ["The captain"]]


def test_relative_clause_of_a_thing_that_is_told_of_is_the_tellers_own(read: Read) -> None:
    found = chains(read("Judge Anna Lund expressed concerns about the lawsuit that covers 200 sailors and could cost the port a fortune."))
    assert found["that covers 200 sailors"] == [] == found["could cost the port a fortune"]
    assert found["Judge Anna Lund expressed concerns about the lawsuit"] == ["Judge Anna Lund"]


def test_relative_clause_in_which_somebody_speaks_is_theirs(read: Read) -> None:
    found = chains(read("A few of his colleagues scolded him for the theft, which Odo Lund has repeatedly denied."))
    assert found["which Odo Lund has repeatedly denied"] == ["Odo Lund"]


@pytest.mark.parametrize(
    ("text", "statement", "carrier"),
    [
        ("Odo Lund told radio host Ann Berg that he would stay.", "he would stay", "radio host Ann Berg"),
        ("Odo Lund had just been on Arden TV stating that the boat was sound.", "the boat was sound", "Arden TV"),
        (
            "One official was quoted in the Arden Herald as saying: “The boats in the harbour are lost.”",
            "The boats in the harbour are lost",
            "the Arden Herald",
        ),
        ("Lund made it clear to the Associated Press that the berries are not eaten.", "the berries are not eaten", "the Associated Press"),
    ],
)
def test_medium_or_its_reporter_carries_what_they_were_told(read: Read, text: str, statement: str, carrier: str) -> None:
    found = chains(read(text))[statement]
    assert len(found) == 2
    assert found[1] == carrier


def test_carrier_alone_is_no_origin(read: Read) -> None:
    found = chains(read("Ann Berg told Reuters she was surprised to find it at work on The Garden, which will be shown on Friday."))
    assert found["which will be shown on Friday"] == []
