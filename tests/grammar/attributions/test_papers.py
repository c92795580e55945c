"""Whose a paper is that an article lets speak."""

from collections.abc import Callable

import pytest

from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.statement import Statement


def _origins(reading: Reading) -> list[str | None]:
    """The first party of each statement, in order of the text."""
    parties = {p.id: p.name for p in reading.of(LocalParty)}
    order = sorted(reading.of(Statement), key=lambda s: s.span)
    return [parties[s.chain[0].party] if s.chain else None for s in order]


@pytest.mark.parametrize(
    ("text", "writer"),
    [
        (
            "Harbour secretary Ilse Brandt said in a statement that the ferry was safe. Singer Odo Marsh said in a tweet that he was aboard."
            "\n\n“The hull was checked twice,” the statement said.",
            "Ilse Brandt",
        ),
        (
            "Orin Ferries issued a statement on Monday. The Velmar Gazette reported that nobody was hurt.\n\n“We are sorry,” the statement said.",
            "Orin Ferries",
        ),
        (
            "Marsh had read a letter in which Ilse Brandt thanked the crew.\n\nThe letter said that every sailor would be paid.",
            "Ilse Brandt",
        ),
        (
            "Odo Marsh announced his retirement in an open letter released by Orin Ferries.\n\n“The sea calls no more,” the letter said.",
            "Odo Marsh",
        ),
    ],
)
def test_a_paper_speaks_for_whoever_brought_it_in(read: Callable[..., Reading], text: str, writer: str) -> None:
    assert _origins(read(text))[-1] == writer


def test_a_paper_that_somebody_only_cites_is_not_his(read: Callable[..., Reading]) -> None:
    reading = read("Ilse Brandt cited a harbour survey on Monday.\n\n“The hull is cracked,” the survey said.")
    assert _origins(reading)[-1] != "Ilse Brandt"
