"""Pronouns go to the party that stands out: who acts and speaks before who is only spoken of, by number, gender and binding."""

from collections.abc import Callable

import pytest

from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading

Read = Callable[..., Reading]


def meant(reading: Reading, pronoun: str, nth: int = 0) -> str | None:
    """The name of the party that the nth such pronoun stands for."""
    text = reading.article.text
    named = {
        span.start: party.name
        for party in reading.of(LocalParty)
        for span, form in zip(party.evidence, party.forms, strict=True)
        if form == "pronoun" and span.of(text) == pronoun
    }
    starts = [i for i in range(len(text)) if text.startswith(pronoun, i) and not text[i - 1 : i].isalpha() and not text[i + len(pronoun)].isalpha()]
    return named.get(starts[nth])


@pytest.mark.parametrize(
    ("text", "pronoun", "nth", "party"),
    [
        # A subject before an object, though the subject is taken up by "her" and the object named last.
        ("Ms. Anna Vogel praised Ms. Petra Lind twice during her speech in Oslo. She said the plan would fail.", "She", 0, "Anna Vogel"),
        ("Karl Brandt met Odo Marsh in Oslo. He said the talks had failed.", "He", 0, "Karl Brandt"),
        # Whose something is stands behind whoever has it to do with.
        ("On Tuesday, Karl Brandt cited the concerns of Odo Marsh. He said the talks had failed.", "He", 0, "Karl Brandt"),
        # Nobody speaks who is only spoken of.
        ("“Odo Marsh will lose,” Karl Brandt told reporters. “Marsh is weak,” he said.", "he", 0, "Karl Brandt"),
        ("Karl Brandt spoke in Oslo. Odo Marsh would lose, he said.", "he", 0, "Karl Brandt"),
        # Who opens a sentence ahead of its subject is that subject.
        ("Asked by Odo Marsh about his plan, Karl Brandt said that it had failed.", "his", 0, "Karl Brandt"),
        # Whom a subject acts on is another.
        ("Odo Marsh came late. Karl Brandt told him to leave.", "him", 0, "Odo Marsh"),
        # Two whom one sentence tells of together are "they".
        ("On Monday, Karl Brandt and Odo Marsh met the press in Oslo. They said the law would be changed.", "They", 0, "Karl Brandt and Odo Marsh"),
        # A group in a relative clause or deep in a phrase says nothing.
        ("Dutch lawmakers rejected any help for people who are living in camps. They said it would cost too much.", "They", 0, "Dutch lawmakers"),
        # A paper speaks, and is "it".
        ("The lawsuit alleges that Orlen Group fired women. It also claims that the bosses knew.", "It", 0, "lawsuit"),
    ],
)
def test_who_stands_out(read: Read, text: str, pronoun: str, nth: int, party: str) -> None:
    assert meant(read(text), pronoun, nth) == party


def test_a_long_quotation_does_not_push_its_speaker_away(read: Read) -> None:
    said = "I lied. I am sorry. I crossed a line. It was wrong. It hurt people. I went too far. I get it. I was a fool. I know. I do."
    reading = read(f"Anna Vogel wept on Monday.\n\n“{said}”\n\nShe said she had asked for help.")
    assert meant(reading, "She") == "Anna Vogel"


def test_inside_a_quotation_those_who_tell_it_are_not_meant(read: Read) -> None:
    reading = read(
        "“The bank will close, according to people familiar with the matter,” the Velmar Post reported. “The board wants to sell it, they said.”"
    )
    assert meant(reading, "they") != "Velmar Post"


def test_a_common_noun_is_taken_up_rather_than_a_name_further_off(read: Read) -> None:
    reading = read("Orlen Group met Velmar Group in Oslo. Web developers were angry when they lost the contract.")
    assert meant(reading, "they") is None


def test_a_common_noun_that_speaks_becomes_a_party(read: Read) -> None:
    reading = read("Orlen Group lost a contract in Oslo. Web developers were angry. They said that nobody had asked them.")
    assert meant(reading, "They") == "Web developers"


def test_a_surname_that_opens_a_sentence_is_seen(read: Read) -> None:
    reading = read("Mayor Odo Marsh spoke in Oslo. Marsh on Friday blamed Karl Brandt for it. He said he was angry.")
    assert meant(reading, "He") == "Odo Marsh"


def test_who_adds_something_has_said_something(read: Read) -> None:
    reading = read("“It is gone,” Karl Brandt said.\n\nA Dutch expert lives in Oslo.\n\n“It was old,” he added.")
    assert meant(reading, "he") == "Karl Brandt"


def test_a_body_that_is_it_is_not_they_as_well(read: Read) -> None:
    reading = read("Orlen Group said it would sue the officials. They said nothing.")
    assert meant(reading, "They") == "officials"
