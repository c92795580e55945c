"""What the names model learns from: GUM's articles cut at sentences, and the sentences of Wikigold and WNUT-17, with the names in them."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.gate import Row
from evaluation.tables.entities import Name, of_gum, of_tokens

Text = tuple[str, list[Name]]
"""A text and its names in code points of it; types person, body and place."""
FILES = ("gum_train", "wikigold_all", "wnut17_train")
"""Under ``data/entities`` of the shared data; what is scored (GUM dev, WNUT-17 test) is not among them."""
LENGTH = 500
"""Characters of a stretch that is read at once, about: some sentences, and fewer pieces than the encoder's window holds."""
_OF_WIKIGOLD = {"PER": "person", "ORG": "corporation", "LOC": "location"}  # as WNUT-17 has them


def texts(shared: Path) -> list[Text]:
    """All training texts."""
    gum, *others = (
        [json.loads(line) for line in (shared / f"data/entities/{name}.jsonl").read_text(encoding="utf-8").splitlines()] for name in FILES
    )
    made = [part for row in gum for part in parted(*of_gum(row), [(s["start"], s["end"]) for s in row["sentences"]])]
    return made + [of_tokens(_alike(row)) for rows in others for row in rows]


def parted(text: str, names: Sequence[Name], sentences: Sequence[tuple[int, int]]) -> Iterator[Text]:
    """Stretches of whole sentences with the names that lie in them."""
    for low, high in stretches(sentences):
        yield text[low:high], [(s - low, e - low, kind) for s, e, kind in names if low <= s and e <= high]


def stretches(sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sentences that are read at once: as many as go into ``LENGTH``, one at least."""
    low: int | None = None
    high = 0
    for start, end in sentences:
        if low is not None and end - low > LENGTH:
            yield low, high
            low = None
        low, high = start if low is None else low, end
    if low is not None:
        yield low, high


def _alike(row: Row) -> Row:
    """A row of Wikigold with the types of WNUT-17."""
    return {**row, "spans": [[_OF_WIKIGOLD.get(kind, kind), a, b] for kind, a, b in row["spans"]]}
