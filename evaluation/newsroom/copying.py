"""Copying: what an editor does to copy before it runs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from evaluation.newsroom.writing import Passage, Told

WAYS = ("verbatim", "trimmed", "reordered", "reworded")
SYNONYMS = Path(__file__).with_name("synonyms.tsv")
_WORD = re.compile(r"[A-Za-z]+")
# Of the words that have a synonym, how many are swapped: one word in some fifteen of the whole.
_SWAPPED = 0.5


def copied(passages: Sequence[Passage], way: str, random: Random) -> list[Passage]:
    """The passages as they run elsewhere; each keeps the key of who wrote it first."""
    kept = list(passages)
    if way == "trimmed" and len(kept) > 1:
        left = random.sample(range(len(kept)), random.randint(max(1, len(kept) // 2), len(kept) - 1))
        return [passages[n] for n in sorted(left)]
    if way == "reordered":
        while len(kept) > 1 and kept == list(passages):
            random.shuffle(kept)
    if way == "reworded":
        kept = [reworded(p, random) for p in kept]
    return kept


def reworded(passage: Passage, random: Random) -> Passage:
    """The passage with some of its words swapped for others; what is quoted stays as it is, and so do names."""
    kept = [(t.start, t.end) for t in passage.told if t.quoted]
    low = passage.text.lower()
    kept += [m.span() for name in {n for t in passage.told for n in t.names} for m in re.finditer(re.escape(name.lower()), low)]
    edits = [
        (m.start(), m.end(), swap)
        for m in _WORD.finditer(passage.text)
        if (swap := _synonyms().get(m.group())) and random.random() < _SWAPPED and not any(a <= m.start() < b for a, b in kept)
    ]
    text, at = "", 0
    for start, end, swap in edits:
        text += passage.text[at:start] + swap
        at = end
    shift = [(start, len(swap) - (end - start)) for start, end, swap in edits]
    told = tuple(replace(t, start=_moved(t.start, shift), end=_moved(t.end, shift)) for t in passage.told)
    return Passage(text + passage.text[at:], told, passage.written)


def _moved(place: int, shift: Sequence[tuple[int, int]]) -> int:
    return place + sum(by for start, by in shift if start < place)


@cache
def _synonyms() -> Mapping[str, str]:
    lines = [line for line in SYNONYMS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {word: swap for word, _, swap in (line.partition("\t") for line in lines[1:])}


def joined(passages: Sequence[Passage], opening: str = "", closing: str = "") -> tuple[str, list[Told]]:
    """One text of the passages, with what is told at its place there; ``opening`` stands before the first words, ``closing`` last."""
    text, told = opening, []
    for n, passage in enumerate(passages):
        text += "\n\n" if n else ""
        told += [t.moved(len(text)) for t in passage.told]
        text += passage.text
    return text + (f"\n\n{closing}" if closing else ""), told
