"""Matching: groups follow from the pairs, whatever their order, and stay bounded."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.comparison.claims import alignment
from twosource.comparison.claims.matching import alike, clusters, matches
from twosource.grammar.slots import Slots


def _slots(number: int, word: str) -> Slots:
    bag = {word: 1.0, "tarvo": 1.0}
    return Slots(
        statement=f"s{number}",
        article=f"a{number % 3}",
        start=number * 10,
        end=number * 10 + 9,
        order=number,
        of=100,
        words=bag,
        verbs={},
        subjects={},
        objects={},
        names={},
        classes=bag,
        pairs={},
        pieces={},
        numbers=(),
        around=bag,
        near={},
        origin={},
        negated=False,
        quoted=False,
        headline=False,
    )


def test_average_link_asks_the_whole_group() -> None:
    assert clusters(3, [(0, 1, 0.9), (1, 2, 0.8)], 0.5) == [[0, 1], [2]]
    assert clusters(3, [(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.4)], 0.5) == [[0, 1, 2]]


def test_no_pairs_no_groups() -> None:
    assert clusters(2, [], 0.5) == [[0], [1]]
    assert matches([], ()).probability.size == 0


@given(st.dictionaries(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1]), st.floats(0, 1)), st.floats(0.05, 0.95))
def test_every_statement_is_in_one_group(pairs: dict[tuple[int, int], float], join: float) -> None:
    assert sorted(i for group in clusters(10, [(i, j, p) for (i, j), p in pairs.items()], join) for i in group) == list(range(10))


def test_statements_without_a_shared_word_are_not_alike() -> None:
    a, b = _slots(1, "bridge"), _slots(2, "bridge")
    assert alike(a, b) > 0
    c = Slots(**{name: getattr(b, name) for name in Slots.__slots__} | {"words": {"wine": 1.0}, "classes": {"wine": 1.0}, "around": {}})
    assert alike(a, c) == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [((2.0, "decad"), (2.0, "part"), 0), ((2.0, "decad"), (2.0, ""), 1), ((2.0, "decad"), (2.0, "decad"), 1), ((31.0, "decad"), (31.0, "part"), 1)],
)
def test_a_small_number_is_the_same_of_one_thing_alone(one: tuple[float, str], other: tuple[float, str], same: int) -> None:
    found = alignment.pairs([replace(_slots(n, "bridge"), numbers=(number,)) for n, number in enumerate((one, other))], ())
    assert found.features[0][alignment.NAMES.index("same numbers")] == same


def test_a_word_in_every_statement_costs_no_square() -> None:
    began = time.perf_counter()
    found = matches([_slots(n, f"w{n % 700}") for n in range(1400)], ())
    assert time.perf_counter() - began < 5
    assert len(found.left) < 2000


def test_what_comes_last_goes_to_the_nearest_and_ties_nothing() -> None:
    bridge = [(0, 2, 0.9), (1, 2, 0.8)]
    assert clusters(3, bridge, 0.3) == [[0, 1, 2]]
    assert clusters(3, bridge, 0.3, last=[2]) == [[0, 2], [1]]
    assert clusters(3, [(0, 1, 0.9), (1, 2, 0.5)], 0.3, last=[2]) == [[0, 1], [2]]


def test_what_comes_last_and_is_near_nothing_else_stands_together() -> None:
    assert clusters(3, [(1, 2, 0.9)], 0.3, last=[1, 2]) == [[0], [1, 2]]


def test_what_was_told_as_one_claim_keeps_what_comes_last() -> None:
    assert clusters(3, [(0, 2, 0.9)], 0.3, known=[[1, 2]], last=[2]) == [[0], [1, 2]]
    assert clusters(4, [(0, 3, 0.9)], 0.3, known=[[2, 3]], last=[2, 3]) == [[0, 2, 3], [1]]


def test_what_comes_last_stays_with_its_claim_when_that_joins_another() -> None:
    known = [[0, 3], [1, 4]]
    assert clusters(5, [(0, 2, 0.9), (1, 2, 0.9), (0, 1, 0.9)], 0.3, known, last=[3, 4]) == [[0, 1, 2, 3, 4]]
