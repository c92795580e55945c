"""Writes ``data/frequencies.tsv``: in how many of a million sentences of news a stem stands, on a scale of powers of two."""

import argparse
import collections
import json
import math
import re
from collections.abc import Iterator
from pathlib import Path

from twosource.grammar.slots import stem

KEPT = 12_000  # stems; what is rarer than the last of them is as rare as can be


def texts(data: Path) -> Iterator[str]:
    """Texts of the news corpora in the shared data folder (none of the scored stories)."""
    for name, field in (("attribution/polnear_train", "text"), ("stories/fnc1_bodies", "body"), ("stories/basil", "text"), ("stories/g5", "text")):
        path = data / f"{name}.jsonl"
        for line in path.open(encoding="utf-8") if path.exists() else ():
            row = json.loads(line)
            yield row.get(field) or row.get("text") or row.get("articleBody") or ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    count: collections.Counter[str] = collections.Counter()
    total = 0
    for text in texts(given.data):
        for sentence in re.split(r"[.!?]\s|\n", text):
            total += 1
            count.update({stem(w) for w in re.findall(r"[a-z]+", sentence.lower())})
    rows = [f"{word}\t{round(math.log2(1e6 * n / total), 1)}" for word, n in sorted(count.most_common(KEPT)) if len(word) > 1]
    head = "# log2 of how many of a million sentences of news hold the stem (grammar/slots.py); made by training/claims/frequencies.py\nstem\tlevel\n"
    given.out.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{total} sentences, {len(rows)} stems, rarest {min(float(r.split()[1]) for r in rows)}")


if __name__ == "__main__":
    main()
