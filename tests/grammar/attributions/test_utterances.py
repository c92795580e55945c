"""Quotations find whoever says them."""

from collections.abc import Callable

from twosource.domain.attribution import Attribution
from twosource.domain.reading import Reading

Read = Callable[..., Reading]


def test_a_caption_amid_words_that_nothing_has_closed_stops_nobody(read: Read) -> None:
    text = """Odo Lund, who sells the island, said: "This island was a captain's, but he does not need it any more.

"It has a harbour of its own and a large lawn.

The captain with his wife in Velden harbour

"The island has stood there for eight hundred years."

"The sea is warm," a neighbour said."""
    found = {c.of(text): a.source[0].of(text) for a in read(text).of(Attribution) for c in a.content if a.strength == "strong"}
    assert found['"The island has stood there for eight hundred years."'] == "Odo Lund, who sells the island"
    assert found['"The sea is warm,"'] == "a neighbour"
    assert not any("with his wife" in content for content in found)
