"""Quantities keep what the words say of their bounds, and count what stands with them."""

from collections.abc import Callable

import pytest

from twosource.domain.quantity import Quantity
from twosource.domain.reading import Reading

Read = Callable[..., Reading]


def counted(read: Read, text: str) -> list[tuple[str, float | None, float | None, str | None, bool]]:
    return [(q.span.of(text), q.low, q.high, q.unit, q.approximate) for q in read(text, published="2024-01-22").of(Quantity)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("About 30 people were hurt.", [("About 30 people", 30, 30, "people", True)]),
        ("The rebels handed over 21 sailors to the army.", [("21 sailors", 21, 21, "sailors", False)]),
        ("The army fired over a million artillery shells.", [("over a million artillery shells", 1_000_000, None, "artillery shells", False)]),
        ("They lost up to 50 rockets.", [("up to 50 rockets", None, 50, "rockets", False)]),
        ("At least seven miners were found.", [("At least seven miners", 7, None, "miners", False)]),
        ("Between 20 and 30 houses burned.", [("Between 20 and 30 houses", 20, 30, "houses", False)]),
        ("Dozens of soldiers fled.", [("Dozens of soldiers", 24, None, "soldiers", True)]),
        ("It hit hundreds of thousands of civilians.", [("hundreds of thousands of civilians", 200_000, None, "civilians", True)]),
        ("The firm paid $2.5 billion.", [("$2.5 billion", 2.5e9, 2.5e9, "USD", False)]),
        ("Prices rose by 12 percent.", [("12 percent", 12, 12, "percent", False)]),
        ("The 16-year-old girl sang.", [("16-year-old", 16, 16, "years of age", False)]),
        ("Ana Pell, 41, was hurt.", [("41", 41, 41, "years of age", False)]),
        ("The town was shelled twice.", [("twice", 2, 2, "times", False)]),
        ("The two men left.", [("two men", 2, 2, "men", False)]),
        ("The storm killed 12 on the coast.", [("12", 12, 12, "killed", False)]),
        ("Five or more ships sank.", [("Five or more ships", 5, None, "ships", False)]),
        ("Half a million books burned.", [("Half a million books", 500_000, 500_000, "books", False)]),
        ("Two to three million trees fell.", [("Two to three million trees", 2e6, 3e6, "trees", False)]),
        ("The storm killed 12 in five villages.", [("12", 12, 12, "killed", False), ("five villages", 5, 5, "villages", False)]),
        ("Police named no suspects.", [("no suspects", 0, 0, "suspects", False)]),
        ("It is the first trip in over two decades.", [("over two decades", 2, None, "decades", False)]),
    ],
)
def test_quantity(read: Read, text: str, wanted: list[tuple[str, float | None, float | None, str | None, bool]]) -> None:
    assert counted(read, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "It happened on 3 March 2015 at 9 a.m. in Marlow.",
        "The council recalled Resolution 1718.",
        "It was the 21st meeting.",
        "Rovers won 2-1 at home.",
        "Two-thirds of it burned.",
        "One of them spoke.",
        "The ferry has a 2 in 3 chance to leave.",
        "A one-in-three chance is left.",
        "She rose to the No. 2 position.",
    ],
)
def test_no_quantity(read: Read, text: str) -> None:
    assert counted(read, text) == []
