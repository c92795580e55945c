"""Truth: what was copied and on how many a point rests, as the protocol has it."""

from collections.abc import Sequence

import pytest
from evaluation.newsroom.truth import Printed, edges, smallest_cut, ways
from evaluation.newsroom.writing import Told


def article(name: str, *chain: str, written: str = "", credit: str = "", also: Sequence[tuple[str, ...]] = ()) -> Printed:
    """An article of an outlet of its name that tells the point once, and once more for each of ``also``."""
    told = tuple(Told("p", 0, 1, c, c) for c in (chain, *also))
    return Printed(name, name, "x", "2024-01-22", told, (written, *("" for _ in also)), credit)


@pytest.mark.parametrize(
    ("articles", "rests_on"),
    [
        ([article("Herald", "police"), article("Courier", "police"), article("Globe", "police")], ("police",)),
        ([article("Herald", "police"), article("Courier", "fisherman")], ("Courier", "Herald")),
        ([article("Herald"), article("Courier")], ("Courier", "Herald")),
        ([article("Herald", written="text 1: a"), article("Courier", written="text 1: a")], ("whoever wrote text 1",)),
        ([article("Herald", written="text 1: a"), article("Courier", written="text 1: b")], ("Courier", "Herald")),
        ([article("Herald", written="text 1: a", credit="VPA"), article("Courier", written="text 1: a")], ("VPA",)),
        ([article("Herald", credit="VPA"), article("Courier", credit="VPA")], ("VPA",)),
        ([article("Herald", also=[("police",)]), article("Courier", "police")], ("police",)),
        ([article("Herald", written="text 1: a", also=[()]), article("Courier", written="text 1: a")], ("whoever wrote text 1",)),
        ([article("Herald", "police", "VPA"), article("VPA")], ("VPA",)),
    ],
)
def test_the_smallest_cut_of_what_is_visible(articles: list[Printed], rests_on: tuple[str, ...]) -> None:
    assert smallest_cut(ways("p", articles)) == rests_on


def test_articles_with_a_passage_of_one_hand_are_copies() -> None:
    made = [article("a", written="text 1: x"), article("b", written="text 1: x"), article("c", written="text 1: y"), article("d")]
    assert edges(made) == {("a", "b")}
