"""Names read off a text by the trained layers: the words of a stretch get labels, and words of one name stand side by side."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from evaluation.tables.entities import Name

from twosource.inference.decoding import Floats
from twosource.inference.onnx import OnnxTagger, session

from .rows import stretches

KINDS = ("person", "body", "place")
LABELS = ("O", *(f"{mark}-{kind}" for kind in KINDS for mark in "BI"))


class Reader:
    """Reads names with the upper layers of a file, over an encoder that is open already."""

    def __init__(self, encoder: OnnxTagger, upper: Path, threads: int = 1) -> None:
        self._encoder = encoder
        self._session = session(upper, threads)

    def names(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[Name]:
        """Names in reading order, as code points of the text; sentences are read together as far as a window holds them."""
        return [(s + low, e + low, kind) for low, high in stretches(sentences) for s, e, kind in self._stretch(text[low:high])]

    def _stretch(self, text: str) -> Iterator[Name]:
        offsets, states = self._encoder.halfway(text)
        if not offsets:
            return
        (scores,) = self._session.run(["labels"], {"states": states[None]})
        yield from named(text, offsets, scores[0][1:-1])


def firsts(text: str, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """Numbers of the pieces that begin a word; a mark is a word of its own."""
    return [n for n, (s, _) in enumerate(offsets) if n == 0 or offsets[n - 1][1] < s or not (text[s].isalnum() and text[s - 1].isalnum())]


def named(text: str, offsets: Sequence[tuple[int, int]], scores: Floats) -> Iterator[Name]:
    """Names by the best label of each word; one that goes on with no beginning begins there."""
    begins = firsts(text, offsets)
    ends = [offsets[n - 1][1] for n in (*begins[1:], len(offsets))]
    open_: Name | None = None
    for n, end in zip(begins, ends, strict=True):
        mark, _, kind = LABELS[int(np.argmax(scores[n]))].partition("-")
        if open_ and mark == "I" and kind == open_[2]:
            open_ = (open_[0], end, kind)
            continue
        if open_:
            yield open_
        open_ = (offsets[n][0], end, kind) if kind else None
    if open_:
        yield open_
