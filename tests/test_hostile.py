"""Texts made to hurt: none costs more than its length, fails a stage, or changes what is read in the article beside it."""

import time
from collections.abc import Callable

import pytest

from twosource.domain.article import Article
from twosource.domain.finding import Observation
from twosource.domain.reading import Reading
from twosource.pipeline import Pipeline

Read = Callable[..., Reading]

# Of processor time. Reading a word takes up to a millisecond; what grows with the square of the length takes minutes here.
MOST_SECONDS = 6
LENGTH = 5_000
UNITS = {
    "quotations that never close": "“a ",
    "quotations of one word": '"a b" ',
    "teller within teller": "John said Mary said Bob said ",
    "plans within plans": "he will promise to ",
    "clauses within clauses": "which said that the man who told the police that ",
    "tellers behind": "according to the army, according to the police, ",
    "list of names": "Ann Kolt, Mary Brune and ",
    "datelines": "Aa-Bb-Cc-Dd-",
    "menus": "home | home | home | \n",
    "bylines": "By Ann Kolt\n",
    "one claim": "Ann Kolt said. ",
    "dates": "3 May 2024 to ",
    "numbers": "more than two hundred and ",
    "marks without words": "—…«»„‟'‘’[](){}",
    "joiners and combining marks": "a\u200d\u0301\u0302\u202e ",
    "no blank": "abcdefghij",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_no_text_costs_more_than_its_length(read: Read, unit: str) -> None:
    began = time.process_time()
    reading = read((unit * LENGTH)[:LENGTH], published="2024-05-05")
    assert time.process_time() - began < MOST_SECONDS
    assert not [p for p in reading.problems if p.kind == "stage-failed"]


def test_a_reading_does_not_depend_on_its_neighbours(pipeline: Pipeline) -> None:
    news = "The ferry ran aground off Tarn on Monday, the coast guard said.\n\n“Nobody was hurt,” said Ann Kolt, according to Tarn Radio."
    texts = [news, "“a " * 500, news.replace("Monday", "Tuesday"), "x" * 11_000 + " He said so.", "Share this\n" * 50]
    articles = [Article(ref=f"x{n}", text=text, published="2024-05-05") for n, text in enumerate(texts)]

    def observed(*together: Article) -> list[tuple[Observation, ...]]:
        return [r.observations for r in pipeline.read([Reading(a) for a in together])]

    together = observed(*articles)
    assert together == [one for a in articles for one in observed(a)]
    assert together == observed(*reversed(articles))[::-1]
