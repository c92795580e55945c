"""Sentences cut into stretches that each say one thing."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.statement import Clause

Read = Callable[..., Reading]


def clauses(reading: Reading) -> list[str]:
    return [c.span.of(reading.article.text) for c in reading.of(Clause)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor said on Monday that the bridge had been closed.", ["the bridge had been closed"]),
        ("“The bridge is closed,” said Mayor Anna Lund.", ["The bridge is closed"]),
        ("The bridge is closed, according to the city council.", ["The bridge is closed"]),
        (
            "The storm hit the coast on Sunday and the ferry sank near the harbour.",
            ["The storm hit the coast on Sunday", "the ferry sank near the harbour"],
        ),
        ("If the rain stops, the match will be played on Sunday.", ["If the rain stops, the match will be played on Sunday"]),
        ("Putting up the dam took four years.", ["Putting up the dam took four years"]),
        ("The parts that do not burn up on the way could do great harm.", ["The parts that do not burn up on the way could do great harm"]),
        ("The mayor said on Friday that she had re-opened the pier.", ["she had re-opened the pier"]),
        ("Lund, who said the pier is a ruin, said nobody was hurt.", ["the pier is a ruin", "nobody was hurt"]),
        ("The council shut the pier, citing fears it would fall.", ["The council shut the pier", "fears it would fall"]),
        ("Police: Three people hurt in Dalby bridge fall", ["Three people hurt in Dalby bridge fall"]),
        (
            "The ferry left the harbour of Dalby at noon on Monday after the police searched its lower decks.",
            ["The ferry left the harbour of Dalby at noon on Monday", "after the police searched its lower decks"],
        ),
        (
            "The team will wait in the harbour of Dalby until the storm is over.",
            ["The team will wait in the harbour of Dalby until the storm is over"],
        ),
        ("The launch came after the police searched the pier.", ["The launch came after the police searched the pier"]),
        (
            "The mayor signed the contract for the new pier on Friday without asking the town council.",
            ["The mayor signed the contract for the new pier on Friday", "without asking the town council"],
        ),
        (
            "The singer boarded the ferry in Dalby before being asked to leave by its crew.",
            ["The singer boarded the ferry in Dalby", "before being asked to leave by its crew"],
        ),
        ("The club has gone two seasons without winning a single match.", ["The club has gone two seasons without winning a single match"]),
        (
            "Mayor Lund told the residents of Dalby to stay at home and cancelled the summer fair.",
            ["Mayor Lund told the residents of Dalby to stay at home", "cancelled the summer fair"],
        ),
        ("Lund paid no fine after she lied to the town council.", ["Lund paid no fine", "after she lied to the town council"]),
        (
            "The guests on the upper deck of the ferry did not leave their cabins until the police came.",
            ["The guests on the upper deck of the ferry did not leave their cabins until the police came"],
        ),
        ("They are the ones who shut the pier on Friday.", ["They are the ones who shut the pier on Friday"]),
        ("The town needs someone who has fished here for thirty years.", ["The town needs someone who has fished here for thirty years"]),
        ("The ferry Aurora, which lies in Dalby, sank on Sunday.", ["The ferry Aurora, which lies in Dalby, sank on Sunday"]),
        ("The school is closed because he is the mayor of Dalby.", ["The school is closed because he is the mayor of Dalby"]),
        (
            "We have a passenger who is not supposed to be on this ferry.",
            ["We have a passenger who is not supposed to be on this ferry"],
        ),
        ("He has no plans to leave the town.", ["He has no plans to leave the town"]),
        ("The firm is thought to have paid the men.", ["The firm is thought to have paid the men"]),
        (
            "The price of herring fell to four crowns a kilo, the lowest level since May.",
            ["The price of herring fell to four crowns a kilo", "the lowest level since May"],
        ),
        (
            "What has happened on the pier of Dalby since then is that the old ferry has left.",
            ["What has happened on the pier of Dalby since then is", "the old ferry has left"],
        ),
        ("The trouble is that the old ferry has left.", ["The trouble is that the old ferry has left"]),
        ("Lund ruled out running for the council again in May.", ["Lund ruled out running for the council again in May"]),
        (
            "Hundreds of people fled the pier in what the mayor called a terrible accident.",
            ["Hundreds of people fled the pier", "in what the mayor called a terrible accident"],
        ),
        (
            "The mayor should listen to and work with the fishermen of Dalby.",
            ["The mayor should listen to and work with the fishermen of Dalby"],
        ),
        (
            "The plan would flood the lower town of Dalby and leave the harbour dry.",
            ["The plan would flood the lower town of Dalby and leave the harbour dry"],
        ),
        ("Lund has always been and remains a fine dancer.", ["Lund has always been and remains a fine dancer"]),
        ("There are rules here that could and should be changed.", ["There are rules here that could and should be changed"]),
        ("I do not know who he was or who he knew.", ["I do not know who he was", "who he knew"]),
        ("On Friday the mayor was keen to point out that the pier is safe.", ["the pier is safe"]),
        ("The mayor still declined to say whether she will run again.", ["The mayor still declined to say whether she will run again"]),
        ("The mayor did not say when the pier will open.", ["The mayor did not say when the pier will open"]),
        (
            "Lund led a chorus of fishermen calling for Mayor Anna Berg (Dalby) to drop out of the race.",
            ["Lund led a chorus of fishermen calling for Mayor Anna Berg (Dalby) to drop out of the race"],
        ),
        ("The mayor said when the pier will open.", ["when the pier will open"]),
        ("The men were held (some in a cellar) and beaten (some badly).", ["The men were held (some in a cellar)", "beaten (some badly)"]),
    ],
)
def test_cuts(read: Read, text: str, found: list[str]) -> None:
    assert clauses(read(text)) == found


def test_attribution_inside_a_clause_does_not_part_it(read: Read) -> None:
    assert clauses(read("The bridge, Lund said, will open in May.")) == ["The bridge, Lund said, will open in May"]


def test_relative_clause_stands_for_itself(read: Read) -> None:
    found = clauses(read("The ferry Aurora, which had left Dalby with ninety people on board, sank on Sunday."))
    assert "which had left Dalby with ninety people on board" in found


def test_bare_frames_say_nothing(read: Read) -> None:
    found = clauses(read("“Nobody was hurt on the pier,” Anna Lund told reporters on Monday in Dalby."))
    assert found == ["Nobody was hurt on the pier"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The harbour office was alerted by the coast guard that the ferry was late.",
            ["The harbour office was alerted by the coast guard", "the ferry was late"],
        ),
        ("The council announced on Friday that the pier will close.", ["The council announced on Friday", "the pier will close"]),
        ("The council announced that the pier will close.", ["the pier will close"]),
        ("The council announced at that meeting that the pier will close.", ["the pier will close"]),
        ("Police said the mayor of Dalby, Anna Lund, had left the town.", ["the mayor of Dalby, Anna Lund, had left the town"]),
        (
            "Mayor Lund responded to the charges in a letter, saying that they were false.",
            ["Mayor Lund responded to the charges in a letter", "they were false"],
        ),
        (
            "The judge had notified the council shortly before the vote about the existence of new letters.",
            ["The judge had notified the council shortly before the vote about the existence of new letters"],
        ),
        (
            "Most members of the council made clear on Friday that they will not come.",
            ["Most members of the council made clear on Friday", "they will not come"],
        ),
    ],
)
def test_an_act_of_speech_is_told_beside_what_is_said(read: Read, text: str, found: list[str]) -> None:
    assert clauses(read(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Dalby firm that built the new pier in 2011 said nobody was hurt.", ["that built the new pier in 2011", "nobody was hurt"]),
        ("The firm that owns the pier said nobody was hurt.", ["nobody was hurt"]),
        ("The bridge fell, the police said of the night in which nine people died.", ["The bridge fell", "in which nine people died"]),
    ],
)
def test_what_stands_in_a_frame_may_tell_something(read: Read, text: str, found: list[str]) -> None:
    assert clauses(read(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“So sad,” said Anna Lund.", ["So sad"]),
        ("Courtesy of Anna Lund", []),
        ("Invalid email address", []),
        ("Some, a rowing boat.", ["Some, a rowing boat"]),
        ("“Groundless gossip.”", ["Groundless gossip"]),
    ],
)
def test_labels_say_nothing_unless_somebody_is_quoted(read: Read, text: str, found: list[str]) -> None:
    assert clauses(read(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The judge had testified before the council in July about how he had kept his views out of the case.",
            ["The judge had testified before the council in July", "how he had kept his views out of the case"],
        ),
        (
            "The mayor was recently singled out by the Dalby Bugle as a friend of the firm.",
            ["The mayor was recently singled out by the Dalby Bugle", "a friend of the firm"],
        ),
    ],
)
def test_no_stretch_ends_with_what_opens_the_next(read: Read, text: str, found: list[str]) -> None:
    assert clauses(read(text)) == found


def test_density_stays_bounded(read: Read) -> None:
    text = (
        "The ferry Aurora sank off Dalby on Sunday after it hit a rock in thick fog, killing at least nine people, police said. "
        "Rescuers, who worked through the night, pulled forty passengers from the water and took them to hospitals in the capital. "
        "The owner said the ship had been inspected in March and that its crew was well trained."
    )
    assert len(clauses(read(text))) / len(text.split()) <= 0.12


def test_clauses_do_not_overlap_and_have_their_heads(read: Read) -> None:
    reading = read(
        "The army, which took the town on Friday, said that “nobody was hurt” and left, while residents, who had fled, "
        "said the soldiers burned houses, Norpress reported. The mayor promised to return and asked for help, according to his office."
    )
    spans = sorted(c.span for c in reading.of(Clause))
    assert spans and all(a.end <= b.start for a, b in pairwise(spans))
    sentences = {s.id: s for s in reading.of(Sentence)}
    for clause in reading.of(Clause):
        token = sentences[clause.sentence].tokens[clause.head]
        assert clause.span.start <= token.start and token.end <= clause.span.end


def test_closing_mark_stays_with_its_opening_one(read: Read) -> None:
    assert clauses(read("The mayor said the delay was “only a matter of weeks.”")) == ["the delay was “only a matter of weeks.”"]


def test_clause_that_another_cuts_off_is_not_lost(read: Read) -> None:
    text = "The lawyer said the council “ignored the advice of the engineer who warned, in a long letter, that the old dam was not safe.”"
    assert "the old dam was not safe" in " ".join(clauses(read(text)))


def test_a_phrase_quoted_in_part_stays_with_what_it_is_said_of(read: Read) -> None:
    assert clauses(read("Lund called the dam “a ruin” and left.")) == ["Lund called the dam “a ruin” and left"]


def test_what_something_is_like_stays_with_the_verb_that_says_so(read: Read) -> None:
    assert clauses(read("This feels like a joke about the harbour gone badly wrong.")) == [
        "This feels like a joke about the harbour gone badly wrong"
    ]
