"""For whom somebody speaks, as roles tell."""

from dataclasses import replace

from twosource.comparison.parties.bodies import bodies
from twosource.domain.party import Mention, Party
from twosource.domain.span import Span


def party(name: str, **fields: object) -> Party:
    said = (Mention("a1", Span(0, 1)),)
    made = Party(id=name, basis=(name,), name=name, aliases=(), kind="person", country=None, sectors=(), roles=(), mentions=said)
    return replace(made, **fields)  # type: ignore[arg-type]


FERRIES = party("Orin Ferries", kind="organisation")


def test_a_role_that_opens_with_a_body_tells_whom_its_bearer_speaks_for() -> None:
    assert bodies([FERRIES, party("Ilse Brandt", roles=("Orin Ferries spokeswoman",))]) == {"Ilse Brandt": "Orin Ferries"}
    assert bodies([FERRIES, party("Ilse Brandt", roles=("spokeswoman",))]) == {}


def test_a_body_by_name_goes_before_a_described_one_and_is_kept_where_it_was_read() -> None:
    company = party("shipping company", kind="organisation")
    told = party("Ilse Brandt", roles=("Orin Ferries spokeswoman",), body="shipping company")
    assert bodies([FERRIES, company, told]) == {"Ilse Brandt": "Orin Ferries"}
    bank = party("Orin Bank", kind="organisation")
    assert bodies([FERRIES, bank, replace(told, body="Orin Bank")]) == {}


def test_a_role_of_two_bodies_tells_of_neither() -> None:
    both = party("Ilse Brandt", roles=("Orin Ferries spokeswoman", "Orin Bank director"))
    assert bodies([FERRIES, party("Orin Bank", kind="organisation"), both]) == {}


def test_the_chief_of_the_police_speaks_for_the_police() -> None:
    police = party("Velmar Police", kind="organisation")
    assert bodies([police, party("Ilse Brandt", roles=("Velmar police chief",))]) == {"Ilse Brandt": "Velmar Police"}
    assert bodies([police, party("Ilse Brandt", roles=("Brask police chief",))]) == {}
