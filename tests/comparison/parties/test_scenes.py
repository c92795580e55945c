"""Where an article plays is told by its dateline and by the first places that something is in."""

from dataclasses import replace

import pytest

from twosource.comparison.parties.scenes import is_local, scenes, shares
from twosource.domain.party import Mention, Party
from twosource.domain.span import Span


def party(name: str, text: str = "", **fields: object) -> Party:
    said = (Mention("a1", Span(text.index(name), text.index(name) + len(name))),) if text else ()
    made = Party(id=name, basis=(name,), name=name, aliases=(), kind="place", country=None, sectors=(), roles=(), mentions=said)
    return replace(made, **fields)  # type: ignore[arg-type]


def test_datelines_come_first_then_what_something_is_in() -> None:
    text = "A title\n\nLAVIK, Sweden (AP) — A boat left Peru and sank near the town of Torvik, 30 km off Chile."
    places = [party(name, text) for name in ("LAVIK", "Peru", "Torvik", "Chile")]
    told = {"LAVIK": "SWE", "Peru": "PER", "Torvik": "NOR", "Chile": "CHL"}
    assert list(scenes(places, told, {"a1": text})["a1"].items()) == [("SWE", 1), ("NOR", 1)]


def test_places_that_come_late_do_not_count() -> None:
    names = [f"Torvik{n}" for n in range(9)]
    text = ". ".join(f"Rain fell in {name}" for name in names)
    told = {name: "NOR" if n < 6 else "SWE" for n, name in enumerate(names)}
    found = scenes([party(name, text) for name in names], told, {"a1": text})
    assert found == {"a1": {"NOR": 6}}
    assert shares(party("Eva Dahl", text="Eva Dahl", kind="person"), found) == pytest.approx({"NOR": 6 / 7})


def test_who_is_local_is_told_by_titles_and_by_police() -> None:
    assert is_local(party("Tom Lund", roles=("local airline",)))
    assert is_local(party("Tom Lund", roles=("deputy mayor",)))
    assert is_local(party("Tom Lund", sectors=("COP",)))
    assert not is_local(party("Tom Lund", roles=("analyst",)))
