"""Which alterations of quoted words are worth telling."""

import pytest

from twosource.comparison.conflicts.wordings import telling


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("will never sell", "will gladly sell", True),
        ("we will sell", "we will not sell", True),
        ("it sank the ferry", "they sank the ferry", False),
        ("Oh, a fine harbour", "a fine harbour", False),
        ("his world view", "his worldview", False),
        ("And I think they're fine", "and they're fine", False),
        ("the harbour", "the harbour, a ruin,", True),
        ("the Sadeq family", "the Sadiq family", False),
        ("the Sadeq family", "the Sardo family", True),
        ("friend we'd hold", "friend we would hold", False),
        ("there’s going", "there are going", False),
        ("we won't sell", "we will sell", True),
        ("that d--- ferry", "that dreadful ferry", False),
    ],
)
def test_telling(left: str, right: str, told: bool) -> None:
    assert telling(left, right) is told
