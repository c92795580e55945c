"""Where an article plays is told by its dateline and by the first places that something is in."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from twosource.comparison.parties.scenes import countries_filed_from, is_local, scenes, shares
from twosource.domain.party import Mention, Party
from twosource.domain.reading import Reading
from twosource.domain.span import Span

Read = Callable[..., Reading]


def party(name: str, text: str = "", **fields: object) -> Party:
    said = (Mention("a1", Span(text.index(name), text.index(name) + len(name))),) if text else ()
    made = Party(id=name, basis=(name,), name=name, aliases=(), kind="place", country=None, sectors=(), roles=(), mentions=said)
    return replace(made, **fields)  # type: ignore[arg-type]


def test_the_dateline_comes_first_then_what_something_is_in() -> None:
    text = "A boat left Peru and sank near the town of Torvik, 30 km off Chile."
    told = {"Peru": "PER", "Torvik": "NOR", "Chile": "CHL"}
    places = [party(name, text) for name in told]
    assert scenes(places, told, {"a1": text}, {"a1": "SWE"}) == {"a1": {"SWE": 1, "NOR": 1}}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("STOCKHOLM (AP) — A boat sank.", "SWE"),
        ("LAVIK, Norway — A boat sank.", "NOR"),
        ("LAVIK, Ohio (Reuters) - A boat sank.", "USA"),
        ("(Reuters) - A boat sank.", None),
        ("LAVIK (Reuters) - A boat sank.", None),
    ],
)
def test_a_dateline_tells_a_country(read: Read, text: str, country: str | None) -> None:
    reading = read(text)
    assert countries_filed_from([reading]) == ({reading.article.id: country} if country else {})


def test_places_that_come_late_do_not_count() -> None:
    names = [f"Torvik{n}" for n in range(9)]
    text = ". ".join(f"Rain fell in {name}" for name in names)
    told = {name: "NOR" if n < 6 else "SWE" for n, name in enumerate(names)}
    found = scenes([party(name, text) for name in names], told, {"a1": text}, {})
    assert found == {"a1": {"NOR": 6}}
    assert shares(party("Eva Dahl", text="Eva Dahl", kind="person"), found) == pytest.approx({"NOR": 6 / 7})


def test_who_is_local_is_told_by_titles_and_by_police() -> None:
    assert is_local(party("Tom Lund", roles=("local airline",)))
    assert is_local(party("Tom Lund", roles=("deputy mayor",)))
    assert is_local(party("Tom Lund", sectors=("COP",)))
    assert not is_local(party("Tom Lund", roles=("analyst",)))
