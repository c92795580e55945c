"""What one party said in one breath and several articles quote in pieces, a line each."""

import re
from typing import Any

from twosource.writers.consequence import labels
from twosource.writers.plain import line

Row = dict[str, Any]

_WORD = re.compile(r"\w+")
_LONGEST = 120  # code points of one piece


def in_pieces(document: Row) -> list[str]:
    """A line for each utterance of which no article quotes the whole: its speaker, then its pieces in order with who quotes each."""
    names = labels(document)
    rows = []
    for utterance in document["utterances"]:
        pieces = _apart(utterance["pieces"])
        if len({p["article"] for p in pieces}) > 1:
            told = " … ".join(f"“{line(p['text'], _LONGEST)}” ({line(names[p['article']], 80)})" for p in pieces)
            rows.append(f"{line(names[utterance['speaker']], 80)}: {told}")
    return rows


def _apart(pieces: list[Row]) -> list[Row]:
    """The pieces that no other piece holds; of two with the same words the first."""
    words = [" ".join(_WORD.findall(p["text"].lower())) for p in pieces]
    return [
        p
        for n, p in enumerate(pieces)
        if not any(f" {words[n]} " in f" {other} " and (other != words[n] or m < n) for m, other in enumerate(words) if m != n)
    ]
