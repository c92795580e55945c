"""Stories: {id, title, text, date} -> {id, cluster}."""

from collections.abc import Iterator
from typing import Any

from twosource.comparison.stories.bags import bag
from twosource.comparison.stories.grouping import grouped


def answer(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One cluster name a row, by the core of the stories stage on the raw text: no parse is needed to group."""
    bags = [bag(f"{row['id']} {n}", row.get("text") or "", row.get("title") or "", row.get("date")) for n, row in enumerate(rows)]
    cluster = {member: group.members[0] for group in grouped(bags) for member in group.members}
    for b, row in zip(bags, rows, strict=True):
        yield {"id": row["id"], "cluster": cluster[b.id]}
