"""Intervals and spreads of scores."""

from collections.abc import Mapping

from evaluation.tables.spread import b_cubed, f1, interval, of_runs, rate, total

RIGHT = rate("right", "all")


def counts(*pairs: tuple[int, int]) -> list[Mapping[str, float]]:
    return [{"right": a, "all": b} for a, b in pairs]


def test_counts_of_articles_are_added() -> None:
    assert RIGHT(total(counts((1, 2), (2, 6)))) == 37.5
    assert RIGHT({}) == 0.0
    assert f1("hit", "said", "hit", "gold")({"hit": 1, "said": 2, "gold": 2}) == 50.0
    assert f1("hit", "said", "hit", "gold")({"gold": 2}) == 0.0


def test_runs_are_spread() -> None:
    assert of_runs([counts((1, 2), (1, 2)), counts((1, 2), (2, 2))], RIGHT) == (62.5, 50.0, 75.0)


def test_an_interval_is_wide_where_articles_differ_and_always_the_same() -> None:
    alike = interval([counts(*[(1, 2)] * 8)], RIGHT)
    apart = interval([counts(*[(0, 2), (2, 2)] * 4)], RIGHT)
    assert alike == (50.0, 50.0)
    assert apart[0] < 40
    assert apart[1] > 60
    assert apart == interval([counts(*[(0, 2), (2, 2)] * 4)], RIGHT)


def test_b_cubed() -> None:
    assert b_cubed(["a", "a", "b"], [1, 1, 2]) == 100.0
    assert round(b_cubed(["a", "a"], [1, 2]), 1) == 66.7
    assert b_cubed([], []) == 0.0
