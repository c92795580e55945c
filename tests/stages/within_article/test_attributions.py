"""Source, cue and content of what is said."""

from collections.abc import Callable

import pytest

from twosource.domain.attribution import Attribution, Quotation
from twosource.domain.reading import Reading

Read = Callable[..., Reading]


def said(reading: Reading, strength: str = "strong") -> list[tuple[str, str, str]]:
    """(source, cue, content) of the attributions of one strength, pieces joined by ' | '."""
    text = reading.article.text
    found = [a for a in reading.of(Attribution) if a.strength == strength]
    return [tuple(" | ".join(s.of(text) for s in spans) for spans in (a.source, a.cue, a.content)) for a in found]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said on Monday that the bridge had been closed.", "The mayor", "said", "that the bridge had been closed"),
        ("“The bridge is closed,” said Mayor Anna Lund.", "Mayor Anna Lund", "said", "“The bridge is closed,”"),
        ("The bridge, Lund said, will open in May.", "Lund", "said", "The bridge | will open in May"),
        ("According to Norpress, the bridge is closed.", "Norpress", "According to", "the bridge is closed"),
        ("The bridge is closed, according to the city council.", "the city council", "according to", "The bridge is closed"),
        (
            "The bridge was closed on Friday, as reported by the agency Norpress.",
            "the agency Norpress",
            "reported",
            "The bridge was closed on Friday",
        ),
        ("During the visit the town received help, as per Norpress.", "Norpress", "as per", "During the visit the town received help"),
        ("Residents were told by police that the bridge was unsafe.", "police", "were told", "that the bridge was unsafe"),
        ("Many doubted the council's claim that the bridge was safe.", "the council's", "claim", "that the bridge was safe"),
        ("The council issued a statement saying that nobody was hurt.", "The council", "saying", "that nobody was hurt"),
        ("The pier is gone. So sad. — Anna Lund (@annalund) May 3, 2019", "Anna Lund", "", "The pier is gone. So sad"),
        ("The ship sank off the coast on Friday, reported Arden Daily.", "Arden Daily", "reported", "The ship sank off the coast on Friday"),
        ("Some lawmakers called for the mayor's resignation.", "Some lawmakers", "called", "the mayor's resignation"),
        ("His office called for the attackers to be punished.", "His office", "called", "the attackers to be punished"),
        ("Mr. Lund testified about how he had sold the boats.", "Mr. Lund", "testified", "how he had sold the boats"),
        ("Lund accuses a former aide of failing to lock the doors.", "Lund", "accuses", "a former aide of failing to lock the doors"),
        ("Norland officials suggest the trip is a trick.", "Norland officials", "suggest", "the trip is a trick"),
        ("Norland denied that it had closed the border.", "Norland", "denied", "that it had closed the border"),
        ("Police: Three people hurt in Dalby bridge fall", "Police", ":", "Three people hurt in Dalby bridge fall"),
        ("The council shut the pier, citing fears it would fall.", "The council", "citing", "fears it would fall"),
        ("The pier was shut, the Bugle reported, citing the police.", "the police", "citing", "The pier was shut, the Bugle reported"),
        ("Investigators found that the brakes had failed.", "Investigators", "found", "that the brakes had failed"),
        ("He resigned after reports emerged that he had taken money.", "reports", "reports", "that he had taken money"),
        ("Fans waited amid rumours that the match would be off.", "rumours", "rumours", "that the match would be off"),
        ("The council reassured visitors that the pier was safe.", "The council", "reassured", "that the pier was safe"),
        ("The firm was criticised by Mayor Anna Lund, who said the pier was old.", "Mayor Anna Lund", "said", "the pier was old"),
        ("Mayor Lund said the bank had failed the town and said nobody would pay.", "Mayor Lund", "said", "nobody would pay"),
        ("But he sought to make the case that the pier was safe.", "he", "case", "that the pier was safe"),
        ("The captain made a commitment that he would pay for the boat.", "The captain", "commitment", "that he would pay for the boat"),
        ("Some expressed concern that the pier would not hold.", "Some", "expressed concern", "that the pier would not hold"),
        ("Lund had a message for the thieves: You are not welcome here.", "Lund", "message", "You are not welcome here"),
        ("He rejected reports that the boat had sunk.", "He", "rejected", "reports that the boat had sunk"),
        ("The bank denies any role in the theft and three inquests have cleared it of blame.", "The bank", "denies", "any role in the theft"),
        ("The report contains a warning that a boat may be lost.", "The report", "contains a warning", "that a boat may be lost"),
        ("Ann Berg doubts the boat will sail.", "Ann Berg", "doubts", "the boat will sail"),
        ("The Bugle, quoting two officials, reported that the pier had burnt.", "two officials", "quoting", "that the pier had burnt"),
        ("Weeks after Odo Lund said that Ann Berg would play, Berg has left.", "Odo Lund", "said", "that Ann Berg would play"),
        ("It is a berry that according to Prof. Lund is eaten in the north.", "Prof. Lund", "according to", "is eaten in the north"),
        ("Arden Bank, which failed, announced on Friday that it would pay.", "Arden Bank, which failed", "announced", "that it would pay"),
        ("The Bugle broke the news on Monday that Lund had left.", "The Bugle", "news", "that Lund had left"),
        ("Rumours ran on Friday that the pier was lost.", "Rumours", "Rumours", "that the pier was lost"),
        ("The sailors’ theory is that the pier was burnt.", "The sailors’", "theory", "that the pier was burnt"),
        ("Officials made clear for the record that berries are not eaten.", "Officials", "made clear", "that berries are not eaten"),
        ("The crew have disputed the report as “false and mean”.", "The crew", "have disputed", "the report as “false and mean”"),
        ("Two officials were unkind, suggesting that Lund had lied.", "Two officials", "suggesting", "that Lund had lied"),
        ("The driver, identified by police as Jon Berg, a 31-year-old man, fled.", "police", "identified", "Jon Berg, a 31-year-old man"),
        ("The inn was singled out by Mayor Lund as a haven for thieves.", "Mayor Lund", "was singled out", "a haven for thieves"),
        ("The mayor cast his decision as a gift to the town.", "The mayor", "cast", "his decision as a gift to the town"),
        ("Police doubt it because, according to the log, the ship had left.", "the log", "according to", "the ship had left"),
        ("Norland has said the pier was safe, but engineers say it was rotten.", "Norland", "has said", "the pier was safe"),
        ("Both crews said they were late even as the storm passed.", "Both crews", "said", "they were late"),
        ("Port spokesman: 'We closed the pier. It leaks.'", "Port spokesman", ":", "'We closed the pier. It leaks.'"),
        ("Officials put the death toll at 12.", "Officials", "put", "the death toll at 12"),
        ("Investigators attributed the blaze to a faulty heater.", "Investigators", "attributed", "the blaze to a faulty heater"),
        ("The mayor blamed the fire on a child.", "The mayor", "blamed", "the fire on a child"),
        ("Rights groups have condemned her arrest as unlawful.", "Rights groups", "have condemned", "her arrest as unlawful"),
        ("Lund acknowledged having paid the crew.", "Lund", "acknowledged", "having paid the crew"),
        ("Her lawyer's argument is that she acted in self-defence.", "Her lawyer's", "argument", "that she acted in self-defence"),
        ("Lund is of the view that the pier is safe.", "Lund", "view", "that the pier is safe"),
        ("Lund made it clear that the pier would stay shut.", "Lund", "made it clear", "that the pier would stay shut"),
        ("The army said on Friday it had freed the girls, adding that they were well.", "The army", "adding", "that they were well"),
        ("The building had six open violations, city records show.", "city records", "show", "The building had six open violations"),
        ("According to one tenant, Ann Lee, the fire began upstairs.", "one tenant, Ann Lee", "According to", "the fire began upstairs"),
        ("Hours before, said the family, her cousin had been shot.", "the family", "said", "Hours before | her cousin had been shot"),
        ("Local media reported that 12 people had died, citing the coast guard.", "the coast guard", "citing", "that 12 people had died"),
    ],
)
def test_forms(read: Read, text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in said(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The crew found that the door was locked.",
        "Most suspects are sailors, which supports the allegations that smugglers ran the port.",
        "Nobody knows why the mayor would call the plan a trap.",
        "The mayor would never call the plan a trap.",
    ],
)
def test_nobody_says_so(read: Read, text: str) -> None:
    assert not said(read(text))


def test_who_denies_reports_is_not_outspoken_by_them(read: Read) -> None:
    found = said(read("The mayor denied reports that the bridge had moved."))
    assert [source for source, _, _ in found] == ["The mayor"]


def test_a_quotation_of_the_sentence_before_is_not_the_next_speakers(read: Read) -> None:
    found = said(read("A spokesman urged Norland “to halt its tests.” Both premiers called the tests a threat."))
    assert not any(source == "Both premiers" and "halt" in content for source, _, content in found)


def test_coordinated_according_to_takes_each_its_conjunct(read: Read) -> None:
    found = said(
        read("The dates are being worked out, according to spokesman Jan Holm, and will be revealed later, according to the agency Norpress.")
    )
    assert ("spokesman Jan Holm", "according to", "The dates are being worked out") in found
    assert any(source == "the agency Norpress" and content == "will be revealed later" for source, _, content in found)


def test_nested_attributions_keep_each_its_content(read: Read) -> None:
    found = said(read("According to Norpress, the two ministers declared that they would reopen the border."))
    assert ("the two ministers", "declared", "that they would reopen the border") in found
    assert ("Norpress", "According to", "the two ministers declared that they would reopen the border") in found


@pytest.mark.parametrize(
    "text",
    [
        "The court indicted the driver on Monday.",
        "The army launched an attack on the northern towns.",
        "The rocket blasted off at noon.",
        "You know that the winters are long.",
        "Nobody said that it would be easy.",
        "The fog suggests that rain will come.",
    ],
)
def test_actors_of_no_speech_are_no_sources(read: Read, text: str) -> None:
    assert not said(read(text))


def test_one_word_quotation_belongs_to_the_sentence_that_holds_it(read: Read) -> None:
    reading = read("The later report specified that he was “willing” to travel.")
    assert [q.span.of(reading.article.text) for q in reading.of(Quotation)] == ["willing"]
    assert said(reading) == [("The later report", "specified", "that he was “willing” to travel")]
    assert reading.of(Attribution)[0].voice == "paraphrase"


def test_floating_adverb_has_no_source(read: Read) -> None:
    found = said(read("The ferry has reportedly sunk off the coast."), "weak")
    assert any(source == "" and cue == "reportedly" for source, cue, _ in found)


def test_who_suggested_something_goes_on_in_the_next_quotation(read: Read) -> None:
    found = said(read("“With more time the bridge could be saved,” suggested Anna Lund, an engineer. “But for now it will stay closed.”"))
    assert ("Anna Lund, an engineer", "“But for now it will stay closed.”") in {(source, content) for source, _, content in found}


def test_speaker_goes_on_in_the_next_quotation(read: Read) -> None:
    reading = read("“The bridge is closed,” Anna Lund said. “It will open again in May.”\n\n“Nobody should use it until then.”")
    carried = [a for a in reading.of(Attribution) if a.inferred]
    assert [c.of(reading.article.text) for a in carried for c in a.content] == ["“It will open again in May.”", "“Nobody should use it until then.”"]
    assert all(a.source[0].of(reading.article.text) == "Anna Lund" and a.voice == "quote" for a in carried)


def test_every_span_lies_in_the_text(read: Read) -> None:
    reading = read("said according to per : “ ' said, according to , said he “said said that that . \U0001f600 said: ‘ \n\n“ according to")
    for a in reading.of(Attribution):
        assert all(0 <= s.start < s.end <= len(reading.article.text) for s in a.evidence)
    assert not reading.problems


@pytest.mark.parametrize(
    ("text", "carrier"),
    [
        ("Mayor Anna Lund told The Lookout that the bridge was unsafe.", "The Lookout"),
        ("Mayor Anna Lund told WQRZ that the bridge was unsafe.", "WQRZ"),
        ("One woman told police that she had been robbed.", "police"),
        ("Mayor Anna Lund told Congress that the bridge was unsafe.", None),
        ("Mayor Anna Lund told reporters that the bridge was unsafe.", None),
    ],
)
def test_who_is_told_may_carry_it(read: Read, text: str, carrier: str | None) -> None:
    told = [a.source[0].of(text) for a in read(text).of(Attribution) if a.reason == "told to"]
    assert told == ([carrier] if carrier else [])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The captain is adamant that the crew not leave.", "The captain", "adamant", "that the crew not leave"),
        ("The captain is adamant that the crew was ashore.", "The captain", "adamant", "that the crew was ashore"),
        ("Officials were confident that the fire was out.", "Officials", "confident", "that the fire was out"),
    ],
)
def test_who_is_sure_of_something_holds_it(read: Read, text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in said(read(text))


def test_a_rumour_spread_on_a_platform_carries_no_denial(read: Read) -> None:
    assert [source for source, _, _ in said(read("Police denied rumours on Chirper TV of a second attack."))] == ["Police"]


def test_infinitives_go_on_with_a_promise(read: Read) -> None:
    text = "The port pledged to hire a diver to mend its pier, train all sailors, plant a tree, and improve the handling of complaints."
    promised = next(content for source, cue, content in said(read(text)) if cue == "pledged")
    assert "train all sailors" in promised
    assert "improve the handling of complaints" in promised


@pytest.mark.parametrize(
    "handing_over",
    [
        "A set of points was circulated by sailors close to the union:",
        "Here is an excerpt from the statement by sailors close to the union:",
        "Last night sailors close to the union issued the following statement:",
    ],
)
def test_a_colon_hands_over_the_points_after_it(read: Read, handing_over: str) -> None:
    text = f"{handing_over}\n\n-The pier was rotten for years.\n\n-Nobody was told. The mayor knew.\n\nThe pier fell on Friday."
    found = [(source, content) for source, cue, content in said(read(text)) if not cue]
    assert found == [
        ("sailors close to the union", "The pier was rotten for years"),
        ("sailors close to the union", "Nobody was told. The mayor knew"),
    ]


def test_a_colon_hands_over_one_paragraph_where_there_is_no_list(read: Read) -> None:
    text = "Mayor Anna Lund said in a statement on Monday:\n\nThe pier was rotten for years.\n\nIt fell on Friday."
    assert [(source, content) for source, cue, content in said(read(text)) if not cue] == [("Mayor Anna Lund", "The pier was rotten for years")]


def test_who_denies_something_after_a_semicolon_denies_not_what_stands_before(read: Read) -> None:
    found = said(read("One official said four men had been freed; another denied it."))
    assert ("One official", "said", "four men had been freed") in found
    assert not any(source == "another" and "freed" in content for source, _, content in found)


def test_a_clause_is_nobodys_name(read: Read) -> None:
    found = said(read("Norland facilitated contacts, reported the Gazette."))
    assert [source for source, _, _ in found] == ["the Gazette"]
    assert [source for source, _, _ in said(read("Norland backed rebels said the town had fallen."))] == ["Norland backed rebels"]


def test_what_somebody_is_criticised_for_nobody_says(read: Read) -> None:
    assert not said(read("The firm was criticised by the council for using old wood."))


def test_words_of_a_quotation_await_no_other(read: Read) -> None:
    text = "‘We are glad,’ said Jon Berg.\n\n‘It is the ship for the work we noted.\n\n‘It was the first of its kind.’"
    spoken = {content: source for source, _, content in said(read(text))}
    assert spoken["‘It was the first of its kind.’"] == "Jon Berg"


def test_a_verb_that_the_parse_takes_for_a_noun(read: Read) -> None:
    (found,) = said(read("Governor candidate Odo Marsh pledges to end the war on ferries."))
    assert found[:2] == ("Governor candidate Odo Marsh", "pledges")


def test_what_somebody_sees_something_as(read: Read) -> None:
    found = said(read("Norland said the launch was for science, but many governments see this as a test of a rocket."))
    assert [f[0] for f in found] == ["Norland", "many governments"]


def test_one_of_those_who_say_so_says_so(read: Read) -> None:
    found = said(read("Ilse Brandt, head of the harbour board, was among the many sailors who said that the pier was unsafe."))
    assert [(f[0].split(",")[0], f[1]) for f in found] == [("Ilse Brandt", "said")]


def test_reports_that_somebody_saw_are_who_says_so(read: Read) -> None:
    found = said(read("Ann Kolt said she was shocked to see reports that Lund had been killed."))
    assert ("reports", "reports", "that Lund had been killed") in found


def test_clause_whose_subject_the_parse_takes_for_the_cues_object_is_said(read: Read) -> None:
    found = said(read("Last night a palace spokesman was keen to point out the berries are not served to guests."))
    assert found == [("a palace spokesman", "to point out", "the berries are not served to guests")]


@pytest.mark.parametrize(
    "text",
    [
        "Officials have not confirmed the loss of the boats.",
        "The council did not say where the boats would lie.",
        "No official said that the pier was lost.",
        "The council rejected the veto of a bill letting sailors sue the port.",
        "What would Lund have thought of the man who said so? Did the mayor say that the pier was lost?",
    ],
)
def test_what_is_not_said_is_nobodys(read: Read, text: str) -> None:
    assert [source for source, _, _ in said(read(text)) if source not in ("the man",)] == []


def test_clause_after_one_that_was_said_before_is_the_tellers(read: Read) -> None:
    assert said(read("Mayor Lund has said he will stay out of the race, but he stars in a film."))[0][2] == "he will stay out of the race"
    assert said(read("Lund vowed the club would win, and the team had to wait until May."))[0][2] == "the club would win"
    assert "the plan is to leave" in said(read("The Bugle said the boats were held, and the plan is to leave."))[0][2]


def test_quotation_after_what_somebody_denounced_is_theirs_and_goes_on(read: Read) -> None:
    text = "The prime minister, Odo Lund, issued a statement denouncing the killing. “This is a murder of a good man. It is an act of evil.”"
    found = said(read(text + "\n\n“We will do all in our power to hunt them down.”"))
    whose = " ".join(content for source, _, content in found if "Lund" in source)
    assert "“This is a murder of a good man. It is an act of evil.”" in whose
    assert "“We will do all in our power to hunt them down.”" in whose


def test_person_who_is_quoted_and_cites_others_speaks_for_himself(read: Read) -> None:
    found = said(read("“I think he should go,” Odo Lund said in a statement, citing two former captains."))
    assert [source for source, _, _ in found] == ["Odo Lund"]


def test_title_of_a_work_is_no_quotation(read: Read) -> None:
    assert said(read("On Friday, he released “Sea of the Lost,” the weakest album of his career.")) == []


def test_colon_opens_what_is_said_so_the_quotation_before_is_another_speakers(read: Read) -> None:
    text = "A song plays as Odo Lund goes on. “The world tells us to wait until May.” Then an unseen voice concludes: “The world needs the sea.”"
    assert [content for source, _, content in said(read(text)) if "voice" in source] == ["“The world needs the sea.”"]


def test_who_underscores_a_message_speaks_it(read: Read) -> None:
    found = said(read("A voice at the end of the film underscores the mayor’s message: “The world needs the sea.”"))
    assert ("A voice at the end of the film", "message", "“The world needs the sea.”") in found


def test_world_that_tells_somebody_something_is_no_source(read: Read) -> None:
    assert {source for source, _, _ in said(read("“The world tells us that the sea is lost,” Odo Lund said."))} == {"Odo Lund"}


def test_reportedly_after_a_credit_is_by_whoever_was_credited(read: Read) -> None:
    text = "The boat will not sail in May, according to the Arden Herald. The captain has reportedly left for the south."
    assert ("the Arden Herald", "reportedly", "The captain has reportedly left for the south.") in [(s, c, w + ".") for s, c, w in said(read(text))]
    apart = text.replace("Herald. The", "Herald.\n\nThe")
    assert not any(cue == "reportedly" for _, cue, _ in said(read(apart)))


@pytest.mark.parametrize(
    "text",
    [
        "A second shop closed on the square in Velmar as the police warned people to stay away from windows.",
        "Talks went on in Velmar as the families continued their protests and blamed the council.",
        "Karin Lund consulted the council over the weekend as Brandt notified the court of the report.",
    ],
)
def test_what_happened_as_somebody_spoke_is_not_what_he_said(read: Read, text: str) -> None:
    assert said(read(text)) == []


def test_as_somebody_told_others_is_a_parenthesis(read: Read) -> None:
    assert said(read("The bridge fell on Monday, as the police told reporters in Velmar.")) == [
        ("the police", "told", "The bridge fell on Monday"),
    ]
