"""Deeds of which only one can be so, and what merely sounds like their contrary."""

from collections.abc import Callable

import pytest
from tests.comparison.conflicts.conftest import by_rule

from twosource.domain.reading import Dossier

HARBOUR = "The harbour of Tarvo in Ostmark was closed after the accident, the port authority said."


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("The port authority accepted the offer of Larsa Lines.", "The port authority rejected the offer of Larsa Lines.", ["polarity"]),
        ("The port authority accepted the offer of Larsa Lines.", "The port authority rejected a petition of its own dockers.", []),
        ("The port authority accepted the offer of Larsa Lines.", "The mayor of Tarvo rejected the offer of Larsa Lines.", []),
        ("The owner of the ferry fired Captain Sven Halder.", "Captain Sven Halder stepped down after the accident.", ["actor"]),
        ("The owner of the ferry fired Captain Sven Halder.", "The mayor of Tarvo stepped down after the accident.", []),
    ],
)
def test_contraries(compare: Callable[..., Dossier], one: str, other: str, kinds: list[str]) -> None:
    assert [x.kind for x in by_rule(compare(f"{HARBOUR} {one}", f"{HARBOUR} {other}"))] == kinds
