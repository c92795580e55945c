"""Passages: shared stretches of words, found wherever they stand."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.comparison.copies.passages import SHORTEST, shared, words

WORDS = [f"{a}{b}" for a in ("ka", "lo", "mi", "ru", "te", "vo", "sha", "bri") for b in ("n", "r", "st", "ll", "x", "d", "m", "p", "g", "z")]


def prose(seed: int, length: int) -> list[str]:
    found = random.Random(seed)
    return [found.choice(WORDS) + str(found.randrange(30)) for _ in range(length)]


def share(a: list[str], b: list[str]) -> int:
    return sum(len(run.pairs) for run in shared(words(" ".join(a)), words(" ".join(b))))


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), length=st.integers(SHORTEST, 200), at=st.integers(0, 60))
def test_a_verbatim_passage_is_found_whole(seed: int, length: int, at: int) -> None:
    passage = prose(seed, length)
    a, b = prose(seed + 1, 60), prose(seed + 2, 60)
    assert share(a[:at] + passage + a[at:], passage + b) >= length


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), order=st.permutations(range(4)))
def test_reordered_passages_are_found(seed: int, order: list[int]) -> None:
    parts = [prose(seed + n, 30) for n in range(4)]
    assert share([w for p in parts for w in p], [w for n in order for w in parts[n]]) == 120


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), where=st.lists(st.integers(0, 99), max_size=5))
def test_light_edits_do_not_hide_a_passage(seed: int, where: list[int]) -> None:
    passage = prose(seed, 100)
    edited = ["altered" if n in {10 * (w // 10) + 9 for w in where} else word for n, word in enumerate(passage)]
    assert share(passage, edited) == 100 - len({w // 10 for w in where})


def test_a_trimmed_text_is_wholly_shared() -> None:
    text = prose(5, 200)
    assert share(text, text[:80]) == 80


def test_strangers_and_short_turns_share_nothing() -> None:
    a, b = prose(1, 200), prose(2, 200)
    assert share(a, b) == 0
    turn = prose(3, SHORTEST - 1)
    assert share(a + turn + a[::-1], b + turn + b[::-1]) == 0


def test_positions_are_those_of_the_text() -> None:
    passage = " ".join(prose(9, 20))
    a, b = "Before. " + passage + ", after", passage.upper() + "!"
    (run,) = shared(words(a), words(b))
    first, last = words(a)[run.first[0]], words(a)[run.last[0]]
    assert a[first.start : last.end] == passage


def test_refrains_and_endless_repeats_cost_little() -> None:
    many = words("a b c d e f " * 30_000)
    assert shared(many, words("a b c d e g " * 30_000)) == []
    assert len(shared(many, many)) == 1


def test_a_passage_goes_on_past_one_word_put_in_near_its_end() -> None:
    told = prose(1, 16)
    assert share(told, [*told[:13], "here", *told[13:]]) == 16
    assert share([*told[:13], "here", *told[13:]], told) == 16
    assert share(told, [*told[:13], "here", "and", "now", *told[13:]]) == 0
