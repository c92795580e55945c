"""Names that the tables of facts know, and people who bear the same."""

from collections.abc import Callable

from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading

Read = Callable[..., Reading]


def test_a_magazine_is_one_where_nobody_bears_its_name(read: Read) -> None:
    told = {p.name: p.kind for p in read("The Torve bank told Forbes on Monday that it had lost money.").of(LocalParty)}
    assert told["Forbes"] == "media"
    told = {p.name: p.kind for p in read("Ian Forbes runs the Torve bank. On Monday Forbes said that it had lost money.").of(LocalParty)}
    assert told["Ian Forbes"] == "person" and "Forbes" not in told
