"""How often "two or more" is right, on invented articles."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from evaluation.tables.ceilings import Gold, ours, with_groups
from evaluation.tables.corroboration import FEWER, NOTHING, TWO, answers, by_articles, figures, rows_of

from twosource.domain.reading import Reading
from twosource.pipeline import Pipeline

FIRST = "The harbour bridge in Larsa collapsed on Sunday, police said."
SECOND = "A bridge in the harbour of Larsa fell down, Mayor Anna Lund told reporters."


def mention(article: str, text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"article": article, "start": start, "end": start + len(words)}


@pytest.fixture
def gold(read: Callable[..., Reading]) -> Gold:
    fell = [
        mention("a", FIRST, "The harbour bridge in Larsa collapsed on Sunday"),
        mention("b", SECOND, "A bridge in the harbour of Larsa fell down"),
    ]
    lost = [mention("a", FIRST, ".")]
    claims = [{"id": "c1", "independent_sources": 2, "mentions": fell}, {"id": "c2", "independent_sources": 1, "mentions": lost}]
    articles = {"a": read(FIRST, ref="a", outlet="Larsa Post"), "b": read(SECOND, ref="b", outlet="Velmar Gazette")}
    return Gold("harbour", {"articles": [{"id": "a"}, {"id": "b"}], "entities": [], "claims": claims}, articles)


def test_a_claim_without_a_statement_is_no_answer(gold: Gold, pipeline: Pipeline) -> None:
    held = ours(gold)
    assert held["c2"] == [None]
    assert answers(gold, held, with_groups(gold, held, pipeline)) == {(TWO, True): 1, (NOTHING, False): 1}


def test_too_many_asked_of_a_claim_is_wrong(gold: Gold, pipeline: Pipeline) -> None:
    held = ours(gold)
    gold.row["claims"][0]["independent_sources"] = 1
    assert answers(gold, held, with_groups(gold, held, pipeline))[TWO, False] == 1


def test_counting_articles_knows_the_mentions(gold: Gold) -> None:
    assert by_articles(gold) == {(TWO, True): 1, (FEWER, True): 1}


def test_lines_and_figures_tell_the_same() -> None:
    n = Counter({(TWO, True): 3, (TWO, False): 1, (FEWER, True): 2, (NOTHING, False): 1})
    assert rows_of("x", [n]) == [
        ("x says two or more", "4", "3", 75.0),
        ("x says fewer", "2", "2", 100.0),
        ("x finds no statement of it", "1", "0", 0.0),
    ]
    assert rows_of("x", [Counter()], [TWO]) == [("x says two or more", "0", "0", None)]
    assert figures(n, Counter({(TWO, True): 4})) == {
        "claims": 7, "ours": 5, "articles": 4, "two": 4, "two_right": 3, "fewer": 2, "fewer_right": 2
    }  # fmt: skip
