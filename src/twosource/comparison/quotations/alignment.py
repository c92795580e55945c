"""Two quotations of one party laid side by side: whether they give the same words, and where they part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from twosource.comparison.quotations.spoken import Word
from twosource.domain.span import Span

# So many telling words in a row are the same words wherever they stand; fewer are so where they are most of a short quotation.
_TELLING = 4
# The share of the telling words of the shorter quotation that must stand in the longer one, in rows of two words at least.
_MOST_OF = 0.6
# Words on either side of a difference that must agree, so that it lies within one sentence told twice.
_FIRM = 2
# The share of the shorter quotation's words, between the first and the last that both have, that must agree.
_SAME = 0.75
# Words in one difference; more is another sentence.
_LONGEST = 4
# How alike two long words are when one is a slip of the keys.
_SLIP, _LONG = 0.85, 6
# Words that editors drop and put in without a second thought.
_LIGHT = frozenset({"a", "an", "the", "and", "that", "of", "to", "in", "on", "at", "for", "so", "uh", "um"})
_TURNS = ("un", "in", "im", "dis", "non", "ir", "il")
# Longer quotations are cut: what they have in common is found in their first words, or they are speeches.
_MOST = 400


@dataclass(frozen=True, slots=True)
class Difference:
    """The words of either quotation that part, as ranges of its words; one of them may be empty."""

    a: tuple[int, int]
    b: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two quotations have in common, as runs ``(start in a, start in b, length)``."""

    a: Sequence[Word]
    b: Sequence[Word]
    runs: tuple[tuple[int, int, int], ...]

    def same(self, one_article: bool) -> bool:
        """Whether both give words of one utterance: a telling row in common, or most of the shorter one.

        Who speaks twice in ``one_article`` uses the same turns of phrase; there only a row counts.
        """
        rows = [sum(w.telling for w in self.a[i : i + size]) for i, _, size in self.runs if size > 1 or min(len(self.a), len(self.b)) == 1]
        least = min(sum(w.telling for w in side) for side in (self.a, self.b))
        if max(rows, default=0) >= _TELLING:
            return True
        return not one_article and least > 0 and sum(rows) >= least * (_MOST_OF if least >= _TELLING else 1)

    def differences(self) -> Iterator[Difference]:
        """Where words were changed or left out between words that both have; editors' marks, truncation and spelling are none."""
        if not self.runs or self._agreement() < _SAME:
            return
        for n in range(len(self.runs) - 1):
            (i, j, size), (k, m, after) = self.runs[n], self.runs[n + 1]
            if size < _FIRM or after < _FIRM:
                continue
            found = Difference((i + size, k), (j + size, m))
            if max(k - i - size, m - j - size) <= _LONGEST and not self._excused(found):
                yield found

    def _agreement(self) -> float:
        """The share of words in common, from the first that both have to the last, by the shorter of both stretches."""
        (i, j, _), (k, m, size) = self.runs[0], self.runs[-1]
        return sum(r[2] for r in self.runs) / max(1, min(k + size - i, m + size - j))

    def _excused(self, d: Difference) -> bool:
        if self._edited(d):
            return True
        left, right = ([w for w in side[slice(*part)] if w.key not in _LIGHT] for side, part in ((self.a, d.a), (self.b, d.b)))
        if "".join(w.key for w in left) == "".join(w.key for w in right):
            return True  # nothing but light words, or "no one" and "no-one"
        return len(left) == len(right) == 1 and _slip(left[0].key, right[0].key)

    def _edited(self, d: Difference) -> bool:
        """Whether either quotation owns up to an omission there, or to words put in."""
        return any(w.omitted or w.inserted for side, (i, j) in ((self.a, d.a), (self.b, d.b)) for w in side[i : j + 1])


def aligned(a: Sequence[Word], b: Sequence[Word]) -> Alignment:
    """Lay two quotations side by side, word by word (difflib's matcher: the longest common run, then the rest on both sides of it)."""
    a, b = a[:_MOST], b[:_MOST]
    matcher = SequenceMatcher(None, [w.key for w in a], [w.key for w in b], autojunk=False)
    return Alignment(a, b, tuple((x.a, x.b, x.size) for x in matcher.get_matching_blocks() if x.size))


def _slip(a: str, b: str) -> bool:
    """Whether one word is the other with a slip of the keys, or an ending; a prefix that turns a word round is no slip."""
    if any(a == f"{p}{b}" or b == f"{p}{a}" for p in _TURNS):
        return False
    if min(len(a), len(b)) < _LONG:
        return a.rstrip("s") == b.rstrip("s")
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SLIP


def shown(words: Sequence[Word], part: tuple[int, int]) -> Span:
    """The words of a difference with one word on either side, so that a reader sees what was left out where."""
    first, last = max(0, part[0] - 1), min(len(words) - 1, part[1])
    return Span(words[first].span.start, words[last].span.end)
