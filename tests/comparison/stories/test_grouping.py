"""Grouping: texts of one happening together, whatever their order."""

import random
import time
from itertools import combinations

import pytest

from twosource.comparison.stories.bags import bag, nearness, shown, vectors
from twosource.comparison.stories.grouping import THRESHOLD, grouped
from twosource.comparison.stories.neighbours import pairs

FERRY = "Police in Velmar said three people died when a ferry sank on Lake Orin. The ferry was on its way to Brask."
FERRY_TOO = "Three people died after a ferry sank on Lake Orin, Velmar police said on Monday. Divers search for the captain."
BUDGET = "The parliament of Sorland passed a budget on Tuesday, with higher taxes on tobacco, the finance ministry said."
BUDGET_TOO = "Sorland's parliament has passed the budget. Taxes on tobacco go up, according to the finance ministry."


def clusters(*texts: tuple[str, str, str | None]) -> list[tuple[str, ...]]:
    return [g.members for g in grouped([bag(name, text, published=day) for name, text, day in texts])]


def test_two_texts_of_one_happening_are_together_and_strangers_apart() -> None:
    assert clusters(("a", FERRY, None), ("b", FERRY_TOO, None), ("c", BUDGET, None)) == [("a", "b"), ("c",)]


def test_one_text_is_a_group() -> None:
    assert clusters(("a", FERRY, None)) == [("a",)]
    assert clusters(("a", "", None)) == [("a",)]
    assert clusters() == []


def test_a_short_text_finds_its_happening() -> None:
    assert ("a", "b", "c") in clusters(("a", FERRY, None), ("b", FERRY_TOO, None), ("c", "The ferry captain denied it.", None), ("d", BUDGET, None))


def test_years_apart_hold_two_like_texts_asunder_but_not_two_equal_ones() -> None:
    near = clusters(("a", FERRY, "2024-01-01"), ("b", FERRY, "2010-01-01"))
    assert near == [("a", "b")]
    loose = "Officials of Sorland met about tolls, bridges, harbours and a ferry, and for the sake of rain, wind and guests from abroad."
    assert clusters(("a", FERRY, "2024-01-01"), ("b", loose, "2024-01-01")) == [("a", "b")]
    assert clusters(("a", FERRY, "2024-01-01"), ("b", loose, "2010-01-01")) == [("a",), ("b",)]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_changes_nothing(seed: int) -> None:
    texts = [("a", FERRY, None), ("b", FERRY_TOO, None), ("c", BUDGET, None), ("d", BUDGET_TOO, "2024-01-01"), ("e", "Rain.", None)]
    shuffled = texts[:]
    random.Random(seed).shuffle(shuffled)
    assert grouped([bag(n, t, published=d) for n, t, d in shuffled]) == grouped([bag(n, t, published=d) for n, t, d in texts])


def test_known_groups_stay_and_grow_and_never_join() -> None:
    bags = [bag("a", FERRY), bag("b", FERRY_TOO), bag("c", BUDGET)]
    assert [g.members for g in grouped(bags, known=[["a"], ["b"]])] == [("a",), ("b",), ("c",)]
    assert ("a", "b") in [g.members for g in grouped(bags, known=[["a", "x"]])]


def test_hostile_text_costs_little() -> None:
    assert len(clusters(("a", "ferry " * 200_000, None), ("b", '"' * 100_000, None))) == 2


def test_stems_are_shown_as_the_text_writes_them() -> None:
    assert shown(["ferri", "ferry", "orin", "drown"], "The Ferry sank on Lake Orin.") == ["ferri", "Ferry", "Orin", "drown"]


def test_the_index_finds_every_pair_that_is_near() -> None:
    texts = [FERRY, FERRY_TOO, BUDGET, BUDGET_TOO, "Rain.", "The ferry captain denied it."]
    every = vectors([bag(str(n), f"{text} {n}") for n, text in enumerate(texts)])
    near = {(i, j): nearness(every[i], every[j]) for i, j in combinations(range(len(texts)), 2)}
    assert {(i, j): near for near, i, j in pairs(every, THRESHOLD)} == {pair: n for pair, n in near.items() if n >= THRESHOLD}
    assert pairs([], THRESHOLD) == []


def test_a_crowd_of_like_texts_costs_no_more_than_its_size() -> None:
    many = [bag(f"{n:04}", f"{FERRY} Name{n % 7} Name{n % 11} Name{n % 13}", published="2024-01-22") for n in range(1500)]
    began = time.perf_counter()
    (one,) = grouped(many)
    assert len(one.members) == 1500
    assert time.perf_counter() - began < 60
