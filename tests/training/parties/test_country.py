"""The weights of a party's surroundings are fitted on annotated parties, those with a country in some text counting less."""

import hashlib
import json
from dataclasses import replace

import numpy as np
import pytest
from training.parties.country import HIDDEN, Choice, answer, card, choices, fit, probability, quality, written

from twosource.comparison.parties.surroundings import FEATURES, NEITHER
from twosource.domain.article import Article
from twosource.domain.party import Mention, Party
from twosource.domain.reading import Reading
from twosource.domain.span import Span


def party(name: str, at: int, **fields: object) -> Party:
    made = Party(
        id=name, basis=(name,), name=name, aliases=(), kind="person", country=None, sectors=(), roles=(), mentions=(Mention("a1", Span(at, at + 3)),)
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def story(name: str, home: float, right: int, country: str | None, weight: float = 1.0) -> Choice:
    """A party whose articles tell of Norway so much, and of Sweden for the rest."""
    rows = np.array([[home, 0.0, 0.0, 0.0, 0.0, 0.0], [0.9 - home, 0.0, 0.0, 0.0, 0.0, 0.0], NEITHER])
    return Choice(name, "person", ("NOR", "SWE"), country, rows, right, weight)


def test_a_story_gives_the_annotated_that_no_text_tells_of_and_hides_what_one_does() -> None:
    told = [party(f"Per Lund {n}", 1000 * n, country="NOR", country_from="words") for n in range(4)]
    told.append(party("Norway", 500, country="NOR", country_from="name", kind="place"))
    rest = [party("Eva Dahl", 100, country="NOR", country_from="articles"), party("Tom Moe", 200), party("a witness", 300, kind="unnamed")]
    asked = [{"name": p.name, "country": "NOR" if p.name == "Eva Dahl" else None} for p in rest]
    made = list(choices("s", asked, [*told, *rest], [Reading(Article(ref="a1", text=""))]))
    assert [(c.country, c.weight, c.codes[c.right : c.right + 1]) for c in made] == [("NOR", HIDDEN, ("NOR",))] * 4 + [
        ("NOR", 1.0, ("NOR",)),
        (None, 1.0, ()),
    ]
    # Four others of the five are told of beside the one that is hidden, five beside one that is not.
    assert [round(float(c.rows[0, 0]), 2) for c in made] == [0.8] * 4 + [0.83] * 2


def test_the_fit_is_where_the_shares_are_told_from_none() -> None:
    seen = [story("a", 0.8, 0, "NOR")] * 8 + [story("b", 0.5, 2, None)] * 8 + [story("c", 0.8, 2, None)]
    w = fit(seen, ridge=0.1)
    slope = sum(c.rows[c.right] - probability(c, w) @ c.rows for c in seen) - 0.1 * w
    assert np.abs(slope).max() < 1e-5
    assert w[0] > 0 and w[1] == w[2] == w[3] == w[4] == 0
    assert answer(seen[0], w) == "NOR" and answer(seen[8], w) is None


def test_what_counts_a_fifth_pulls_a_fifth() -> None:
    whole, fifths = [story("a", 0.8, 0, "NOR"), story("b", 0.8, 2, None)], [story("b", 0.8, 2, None, 0.2)] * 5
    assert fit(whole) == pytest.approx(fit([whole[0], *fifths]), abs=1e-5)


def test_each_story_is_answered_by_the_others() -> None:
    sure = [story(name, 0.8, 0, "NOR") for name in "abcdefghij" for _ in range(9)]
    odd = [story("k", 0.8, 1, "SWE"), story("k", 0.8, 2, None), story("k", 0.8, 0, "NOR", HIDDEN)]
    assert quality([*sure, *odd]) == {"parties": 92, "with a country": 91, "right": 90, "wrong": 1, "given though none": 1}


def test_the_card_tells_of_the_weights_as_written() -> None:
    every = [story("a", 0.8, 0, "NOR"), story("b", 0.8, 2, None, HIDDEN)]
    made = written(fit(every))
    told = card("weights.json", made, every)
    assert told["files"] == {"weights.json": hashlib.sha256(made.encode()).hexdigest()}
    assert json.loads(made)["names"] == list(FEATURES)
    assert "2 annotated stories" in str(told["data"]) and "1 annotated parties" in str(told["data"])
