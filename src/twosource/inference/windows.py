"""Pieces of a text, what the encoder is told about each, and the windows that it reads them in."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

KINDS = 18  # what stands before (nothing, blank, new line) x case (lower, Title, UPPER) x inside quotation marks
_LINE = re.compile(r"[^\s][^\S\n]*\n[^\S\n]*([^\s])")
CLOSERS = frozenset(".!?")
_OPEN, _SHUT, _STRAIGHT = frozenset("“«„"), frozenset("”»"), frozenset('"')


@dataclass(frozen=True)
class Pieces:
    """One text as word pieces; a word is a run of pieces that no blank or punctuation mark cuts."""

    ids: Ints
    kinds: Ints
    first: Ints  # word -> its first piece
    starts: Ints  # word -> code point where it starts
    ends: Ints  # word -> code point where it ends (exclusive)
    lines: Ints  # word -> new lines before it, counted from the top
    closers: Ints  # word -> sentence-ending marks before it
    quotes: Ints  # word -> double quotation marks before it

    @property
    def words(self) -> int:
        return len(self.first)


def wrapped(text: str) -> bool:
    """Whether lines end for want of room: where half of them go on in lower case, only blank lines part paragraphs."""
    starts = [m.group(1) for m in _LINE.finditer(text)]
    return len(starts) > 5 and 2 * sum(map(str.islower, starts)) >= len(starts)


def pieces(text: str, ids: Sequence[int], offsets: Sequence[tuple[int, int]], words: Sequence[int | None]) -> Pieces:
    """Join what a tokenizer says of a text (ids, offsets, word numbers) with what it drops: case, new lines, quotation marks."""
    first = [i for i, w in enumerate(words) if i == 0 or w != words[i - 1]]
    after = [*first[1:], len(ids)]
    starts = [offsets[i][0] for i in first]
    ends = [offsets[j - 1][1] for j in after]
    kinds = np.zeros(len(ids), dtype=np.int64)
    line, closer, quote = [], [], []
    lines = closers = quotes = 0
    inside, here = False, 0
    parting = 2 if wrapped(text) else 1
    for n, (i, j, s, e) in enumerate(zip(first, after, starts, ends, strict=True)):
        gap, word = text[here:s], text[s:e]
        broken = n == 0 or gap.count("\n") >= parting
        if broken:
            lines, inside = lines + 1, False
        double = word == "'" and text[e : e + 1] == "'"
        opening = word in _OPEN or (not inside and (word in _STRAIGHT or double))
        closing = word in _SHUT or (inside and (word in _STRAIGHT or double))
        inside = inside or opening
        before = 2 if broken else 1 if gap else 0
        case = 2 if len(word) > 1 and word.isupper() else 1 if word[:1].isupper() else 0
        kinds[i:j] = before * 6 + case * 2 + inside
        inside = inside and not closing
        line.append(lines)
        closer.append(closers)
        quote.append(quotes)
        closers += word in CLOSERS
        quotes += opening or closing
        here = e
    return Pieces(
        np.asarray(ids, dtype=np.int64),
        kinds,
        *(np.asarray(x, dtype=np.int64) for x in (first, starts, ends, line, closer, quote)),
    )


def breaks(these: Pieces, sentences: Iterable[tuple[int, int]]) -> tuple[Ints, Ints]:
    """Pieces at which a window may start or stop: at sentences, and at paragraphs."""
    starts = np.searchsorted(these.starts, [s for s, _ in sentences])
    words = np.unique(starts[starts < these.words])
    paragraphs = [n for n in range(1, these.words) if these.lines[n] != these.lines[n - 1]]
    both = np.union1d(words, paragraphs).astype(np.int64)
    return these.first[both], these.first[np.asarray(paragraphs, dtype=np.int64)]


def windows(these: Pieces, sentences: Iterable[tuple[int, int]], size: int, overlap: int, opening: int | None = None) -> list[tuple[int, int]]:
    """Cut a text into stretches of at most `size` pieces, at sentences where there are any, each sharing some of the last one.

    `opening` is the size of the first window: training moves the cuts by it.
    """
    total = len(these.ids)
    at_sentence, at_paragraph = breaks(these, sentences)

    def last(low: int, high: int) -> int | None:
        for box, floor in ((at_paragraph, high - (high - low) // 4), (at_sentence, low)):
            at = int(np.searchsorted(box, high, side="right"))
            if at and box[at - 1] >= floor:
                return int(box[at - 1])
        return None

    def word(piece: int) -> int:
        return int(these.first[np.searchsorted(these.first, piece, side="right") - 1])

    found, low = [], 0
    while low < total:
        most = low + (opening or size)
        opening = None
        if most >= total:
            found.append((low, total))
            break
        high = last(low + size // 3, most) or word(most)
        if high <= low:  # one word longer than a window
            high = most
        found.append((low, high))
        again = last(max(low + 1, high - 3 * overlap), high - overlap // 2)
        low = again if again is not None else max(word(high - overlap), low + 1)
    return found


def keepers(found: Sequence[tuple[int, int]], total: int) -> list[tuple[int, int]]:
    """For every window the stretch for which it is asked: where windows share pieces, each keeps those nearer its middle."""
    cuts = [0, *((low + high) // 2 for (_, high), (low, _) in pairwise(found)), total]
    return list(pairwise(cuts))
