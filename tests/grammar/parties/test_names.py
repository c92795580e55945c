"""What stands as a name: no picture's credit, address or word in small letters."""

from collections.abc import Callable

import pytest

from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.reference.facts import is_call_sign

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The harbour of Torvik on Sunday. Ana Lund/Reuters The ferry sank.", {"Ana Lund/Reuters"}),
        ("Praise came from Mara Lund http://t.co/ab12 and others.", {"Mara Lund http://t.co/ab12"}),
        ("He went to Torvik - where the ferry sank.", {"Torvik - where"}),
    ],
)
def test_nobody_is_called_so(read: Read, text: str, names: set[str]) -> None:
    assert not names & {p.name for p in read(text).of(LocalParty)}


def test_two_outlets_with_a_stroke_between_them_are_no_credit(read: Read) -> None:
    assert any("NBC News" in p.name for p in read("A poll by NBC News/Wall Street Journal said so on Monday.").of(LocalParty))


def test_call_signs_name_american_stations(read: Read) -> None:
    assert is_call_sign("KQZX") and is_call_sign("WQX-TV")
    assert not any(map(is_call_sign, ("KPMG", "WITH", "KCNA", "WQX", "Kqzx")))
    told = {p.name: (p.kind, p.country) for p in read("Mayor Mara Lund told KQZX on Monday that the ferry sank.").of(LocalParty)}
    assert told["KQZX"] == ("media", "USA")
