"""Passages: the stretches of words that two texts share, exact runs first, close ones joined over light edits."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from twosource.domain.span import Span

_WORD = re.compile(r"[^\W_]+")
SHORTEST = 15
"""Words that make a shared run a copy: by chance, writers of one happening hardly share so many."""
_SEED = 5
# A run must stand on this many words without a change: shorter ones are turns of phrase that any two writers share.
_CORE = 8
# Words that may differ between two joined runs, on either side: an agency's name changed, an adverb dropped.
_EDIT = 3
# The least words beyond one put in that go on with a run: fewer stand anywhere.
_TAIL = 3
# Places of one shingle that are followed: more are refrains, and following all of them would be quadratic.
_PLACES = 4


class Word(NamedTuple):
    """A word to compare: its key (case folded) and its place in the text, as in ``Span``."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Shared words: pairs of word positions in the first and in the second text, both rising."""

    pairs: tuple[tuple[int, int], ...]

    @property
    def first(self) -> tuple[int, int]:
        """Positions of the first shared word."""
        return self.pairs[0]

    @property
    def last(self) -> tuple[int, int]:
        """Positions of the last shared word."""
        return self.pairs[-1]


def words(text: str, within: Sequence[Span] | None = None) -> list[Word]:
    """The words of the text, or only of those spans of it (sorted) that are to be compared."""
    places = [(0, len(text))] if within is None else [(s.start, s.end) for s in within]
    return [Word(m.group().casefold(), m.start(), m.end()) for start, end in places for m in _WORD.finditer(text, start, end)]


def shingles(found: Sequence[Word], length: int = _CORE) -> Iterator[int]:
    """Hashes of all runs of ``length`` words, to find texts that may share a passage; only good within one process."""
    keys = [w.key for w in found]
    for n in range(len(keys) - length + 1):
        yield hash(tuple(keys[n : n + length]))


class Comparable:
    """The words of a text made ready to be laid beside many others."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.keys = tuple(w.key for w in words)
        self.seeds = tuple(zip(*(self.keys[n:] for n in range(_SEED)), strict=False))

    @cached_property
    def places(self) -> Mapping[tuple[str, ...], list[int]]:
        """Where each seed stands; of a refrain the first places only."""
        at: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for i, seed in enumerate(self.seeds):
            if len(at[seed]) < _PLACES:
                at[seed].append(i)
        return at


def shared(a: Sequence[Word] | Comparable, b: Sequence[Word] | Comparable, shortest: int = SHORTEST) -> list[Run]:
    """Shared passages of at least ``shortest`` words, in the order of ``b``; no word of ``b`` is in two.

    Runs are found by a table of word seeds and grown as far as they go, so that the work is linear in the words;
    passages in another order are found one by one.
    """
    one, other = (x if isinstance(x, Comparable) else Comparable(x) for x in (a, b))
    if one.keys and one.keys == other.keys:
        return [Run(tuple((n, n) for n in range(len(one.keys))))] if len(one.keys) >= shortest else []
    runs: list[tuple[int, int, int]] = []
    j = 0
    while j < len(other.seeds):
        starts = one.places.get(other.seeds[j], ())
        best = max(((_length(one.keys, other.keys, i, j), -i) for i in starts), default=None)
        if best is None:
            j += 1
            continue
        runs.append((-best[1], j, best[0]))
        j += best[0]
    grown = (_grown(run, one.keys, other.keys) for run in _joined(runs))
    return [run for run in grown if len(run.pairs) >= shortest]


def _length(a: Sequence[str], b: Sequence[str], i: int, j: int) -> int:
    n = 0
    while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
        n += 1
    return n


def _joined(runs: Sequence[tuple[int, int, int]]) -> list[Run]:
    """Runs that follow one another in both texts with few other words between, made one; only those with a core are kept."""
    made: list[list[tuple[int, int, int]]] = []
    for i, j, n in runs:
        if made:
            i0, j0, n0 = made[-1][-1]
            if 0 <= i - (i0 + n0) <= _EDIT and 0 <= j - (j0 + n0) <= _EDIT:
                made[-1].append((i, j, n))
                continue
        made.append([(i, j, n)])
    return [Run(tuple((i + k, j + k) for i, j, n in parts for k in range(n))) for parts in made if max(n for _, _, n in parts) >= _CORE]


def _grown(run: Run, a: Sequence[str], b: Sequence[str]) -> Run:
    """The run with what stands beyond one word put in at its end, and is too short for a seed ("... here in Velmar", "... in Velmar")."""
    i, j = run.last
    tails = [(_length(a, b, i + 1 + x, j + 2 - x), x) for x in (0, 1)]
    n, x = max(tails)
    return Run((*run.pairs, *((i + 1 + x + k, j + 2 - x + k) for k in range(min(n, _SEED))))) if n >= _TAIL else run
