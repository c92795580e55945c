"""Who speaks for one house, and who only does the same work."""

from dataclasses import replace

import pytest

from twosource.comparison.independence.houses import is_somebody, one_node_each
from twosource.domain.party import Mention, Party
from twosource.domain.span import Span


def party(name: str, **fields: object) -> Party:
    said = (Mention("a1", Span(0, 1)),)
    made = Party(id=name, basis=(name,), name=name, aliases=(), kind="person", country=None, sectors=(), roles=(), mentions=said)
    return replace(made, **fields)  # type: ignore[arg-type]


POLICE = party("local police", kind="organisation", sectors=("COP",))
STUDY = party("The study", kind="unnamed")
SCIENTISTS = party("scientists", kind="unnamed", sectors=("EDU",))
BRANDT = party("Ilse Brandt", sectors=("EDU",), roles=("professor",))
LUND = party("Tom Lund", sectors=("EDU",), roles=("chemist",))


@pytest.mark.parametrize(
    ("parties", "nodes"),
    [
        ([POLICE, party("Ilse Brandt", roles=("deputy police chief",))], 1),
        ([POLICE, party("Ilse Brandt", roles=("fire chief",))], 2),
        ([POLICE, party("Ilse Brandt", country="SWE", roles=("police chief",))], 1),
        ([replace(POLICE, country="NOR"), party("Ilse Brandt", country="SWE", roles=("police chief",))], 2),
        ([party("Velmar Police", kind="organisation"), party("Brask Police", kind="organisation")], 2),
        ([STUDY, SCIENTISTS], 1),
        ([STUDY, SCIENTISTS, BRANDT], 1),
        ([STUDY, BRANDT, LUND], 3),
        ([BRANDT, LUND], 2),
        ([STUDY, party("Ilse Brandt", sectors=("GOV",))], 2),
        ([party("A law enforcement official", kind="unnamed", sectors=("GOV",)), party("Tom Lund", sectors=("GOV",))], 2),
        ([party("officials", kind="unnamed", sectors=("GOV",)), party("Tom Lund", sectors=("GOV",))], 1),
        ([party("officials", kind="unnamed", sectors=("GOV",)), party("Lake League", kind="organisation", sectors=("IGO", "MIL"))], 2),
        ([party("Norway", kind="government", country="NOR", sectors=("GOV",)), party("Tom Lund", country="NOR", sectors=("GOV",))], 1),
        ([party("Norway", kind="government", country="NOR", sectors=("GOV",)), party("Tom Lund", country="SWE", sectors=("GOV",))], 2),
        ([party("Tom Lund"), party("Lund’s office", kind="organisation"), BRANDT], 2),
        ([party("Tom Lund"), party("Lund’s rivals", kind="unnamed")], 2),
        ([party("Tom Lund"), party("Democrats close to Lund’s campaign", kind="unnamed")], 2),
        ([party("Tom Lund’s campaign", kind="organisation"), party("top Lund advisers", kind="unnamed")], 1),
        ([party("Tom Lund’s campaign", kind="organisation"), party("top Brandt advisers", kind="unnamed")], 2),
        ([party("Tom Lund"), party("Brandt’s office", kind="unnamed"), party("a spokesman for Tom Lund", kind="unnamed")], 2),
        ([party("Tom Lund’s rep", kind="unnamed"), party("publicist", kind="unnamed")], 1),
        ([party("Tom Lund’s rep", kind="unnamed"), party("Ada Koch’s rep", kind="unnamed"), party("publicist", kind="unnamed")], 3),
        ([party("plaintiffs", kind="unnamed"), replace(party("the plaintiffs", kind="unnamed"), id="others")], 1),
        ([party("The ten-year-old lawsuit", kind="unnamed"), party("plaintiffs", kind="unnamed")], 1),
        ([party("the documents", kind="unnamed"), party("leaked papers", kind="unnamed")], 1),
        ([party("the documents", kind="unnamed"), party("residents", kind="unnamed")], 2),
    ],
)
def test_houses(parties: list[Party], nodes: int) -> None:
    found = one_node_each(parties, {p.id: p for p in parties}, [])
    assert len(set(found.values())) == nodes
    assert set(found) == {p.id for p in parties}


@pytest.mark.parametrize(("owner", "nodes"), [("actor", 1), ("singer", 2)])
def test_whose_rep_it_is_may_be_told_by_what_he_does(owner: str, nodes: int) -> None:
    """Somebody's rep in one article and "the actor's publicist" in another, of whom a third part of the story tells that he is an actor."""
    offices = [party("Tom Lund’s rep", kind="unnamed"), party(f"{owner}’s publicist", kind="unnamed")]
    every = {p.id: p for p in (*offices, party("Tom Lund", roles=("actor",)))}
    assert len(set(one_node_each(offices, every, []).values())) == nodes


@pytest.mark.parametrize(
    ("name", "somebody"),
    [("engineer", True), ("leading expert", True), ("source", False), ("a spokesman", False), ("experts", False)],
)
def test_who_is_one_person_without_a_name(name: str, somebody: bool) -> None:
    assert is_somebody(party(name, kind="unnamed")) == somebody
    assert not is_somebody(party("Ilse Brandt", roles=(name,)))
