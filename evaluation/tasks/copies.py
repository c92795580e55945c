"""Copies: {id, a, b} -> {id, share}."""

from collections.abc import Iterator
from typing import Any

from twosource.comparison.copies.passages import shared, words


def answer(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Shared words over the words of the shorter text, by the core of the copies stage on the raw texts."""
    for row in rows:
        a, b = words(row["a"]), words(row["b"])
        copied = sum(len(run.pairs) for run in shared(a, b))
        yield {"id": row["id"], "share": round(min(1.0, copied / max(1, min(len(a), len(b)))), 4)}
