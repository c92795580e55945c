"""Curves over size: the power they grow with, the page and the drawing made of them."""

from xml.etree import ElementTree

import pytest
from benchmarks.curves import drawing
from benchmarks.scale import Point, exponent, grouping, page


def points(power: float, parts: dict[str, float] | None = None) -> list[Point]:
    return [Point(n, 0.001 * n**power, 100.0, {"claims": n}, parts or {}) for n in (1000, 3000, 10_000)]


@pytest.mark.parametrize("power", [1.0, 1.1, 2.0])
def test_the_exponent_is_the_power_of_the_size(power: float) -> None:
    assert exponent(points(power)) == pytest.approx(power)


def test_the_page_tells_each_size_and_each_part() -> None:
    said = page({"grouping": points(1.0), "claims": points(1.0, {"copies": 0.5})})
    assert "| 3,000 | 3.00 |" in said
    assert "| copies | 0.50 | 0.50 | 0.50 |" in said
    assert said.count("power 1.00") == 2


def test_the_drawing_is_well_formed_and_has_every_point() -> None:
    tree = ElementTree.fromstring(drawing({"a": [(10, 0.1), (100, 2.0)], "b": [(1000, 0.0)]}))
    assert sum(one.tag.endswith("circle") for one in tree.iter()) == 3


def test_the_stream_is_grouped_into_the_stories_it_was_made_of() -> None:
    found = grouping(150)
    assert found.made["stories found"] == found.made["stories made"] > 5
