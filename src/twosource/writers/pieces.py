"""What one party said in one breath and several articles quote in pieces, a line each."""

import re
from typing import Any

from twosource.writers.names import labels
from twosource.writers.plain import line, quoted

Row = dict[str, Any]

_WORD = re.compile(r"\w+")
_LONGEST = 120  # code points of one piece
_MOST = 8  # pieces in a line
_OWN = 0.5  # from this share of its words on a piece is told by another


def in_pieces(document: Row) -> list[str]:
    """A line for each utterance that several articles quote different words of: its speaker, then its pieces in order with who quotes each."""
    names = labels(document)
    rows = []
    for utterance in document["utterances"]:
        pieces = _apart(utterance["pieces"])
        if len({p["article"] for p in pieces}) > 1:
            told = " … ".join(f"{quoted(p['text'], _LONGEST)} ({line(names[p['article']], 80)})" for p in pieces)
            rows.append(f"{line(names[utterance['speaker']], 80)}: {told}")
    return rows


def _apart(pieces: list[Row]) -> list[Row]:
    """The pieces that give words of their own; of those that say much the same, the longest."""
    kept: list[tuple[int, set[str]]] = []
    words = [set(_WORD.findall(p["text"].lower())) for p in pieces]
    for n in sorted(range(len(pieces)), key=lambda n: (-len(words[n]), n)):
        if all(len(words[n] & held) <= _OWN * len(words[n]) for _, held in kept) and len(kept) < _MOST:
            kept.append((n, words[n]))
    return [pieces[n] for n, _ in sorted(kept, key=lambda one: one[0])]
