"""Transcripts: who speaks is read off the names in capitals; whoever asks speaks for the outlet."""

from twosource.domain.span import Span
from twosource.grammar.attributions.transcripts import turns


def _paragraphs(text: str) -> list[Span]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append(Span(at, at + len(line)))
        at += len(line) + 1
    return found


_TALK = "RENEE LUND, HOST:\nLUND: What did you see?\nOLA BERG: Two boats sank.\nNobody was hurt.\nLUND: Thank you."


def test_a_guest_speaks_until_somebody_else_does() -> None:
    said = turns(_TALK, _paragraphs(_TALK))
    assert [(s.source[0].of(_TALK), s.content[0].of(_TALK), s.inferred) for s in said] == [
        ("OLA BERG", "Two boats sank.", False),
        ("OLA BERG", "Nobody was hurt.", True),
    ]


def test_a_note_in_capitals_is_no_talk() -> None:
    text = "UPDATE: The road is open.\nTwo boats sank.\nCORRECTION: There were three."
    assert turns(text, _paragraphs(text)) == []


def test_an_endless_label_is_no_label() -> None:
    text = "\n".join(["A" * 100_000 + ":"] * 4)
    assert turns(text, _paragraphs(text)) == []


def test_one_label_again_and_again_is_no_talk() -> None:
    text = "STORY: Why the pier is closed\nTwo boats sank.\nSTORY: The flood in pictures\nNobody was hurt.\nSTORY: A mayor's week"
    assert turns(text, _paragraphs(text)) == []
