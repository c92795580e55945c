"""Likeness of two tellings: the features of a pair, and the learned decision whether they tell one event."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from twosource.comparison.events.happenings import Parsed, happenings, nearness, weights
from twosource.comparison.events.telling import Telling
from twosource.inference.logistic import Logistic, kept

Floats = NDArray[np.float64]
Kind = Literal["one word", "one meaning", "other words"]
KINDS: tuple[Kind, ...] = ("one word", "one meaning", "other words")
"""How the head words of a pair are related; each kind has a decision of its own, since each errs in its own way."""
MODEL = "events/pairs"
NAMES = (
    "one happening",
    "texts alike",
    "one text",
    "side by side",
    "subjects share",
    "subjects differ",
    "objects share",
    "objects differ",
    "crossed",
    "sentences alike",
    "neighbours alike",
    "names shared",
    "numbers shared",
    "times shared",
    "times differ",
    "same lemma",
    "same part of speech",
    "same relation",
    "rare",
    "repeated",
    "both say",
    "one says",
    "same speaker",
    "other speaker",
    "phrase shared",
    "modifiers shared",
    "modifiers differ",
    "other sign",
    "both open",
    "beside in others",
    "word taken",
    "company",
    "spread",
)
_BESIDE = 60  # code points between two words that tell two things, or one thing twice, in one breath
_OPENING = 2  # sentences


class Tellings:
    """The tellings of some texts, ready to be laid beside each other.

    Args:
        texts: the sentences of each text.
        tellings: every telling in them; ``Telling.text`` is the number of its text.
        one: whether the texts are known to tell of one happening, as those of a story are; else they are put into happenings first.
    """

    def __init__(self, texts: Sequence[Parsed], tellings: Sequence[Telling], *, one: bool = False) -> None:
        self._texts = weights(texts)
        self._happening = [0] * len(texts) if one else happenings(self._texts)
        self._near: dict[tuple[int, int], float] = {}
        self._held: defaultdict[str, set[int]] = defaultdict(set)
        self._beside: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
        texts_of: defaultdict[str, set[int]] = defaultdict(set)
        often = Counter(t.stem for t in tellings)
        for t in tellings:
            self._held[t.stem].add(t.text)
            self._beside[t.text, t.sentence].add(t.stem)
            for word in (t.stem, *t.around):
                texts_of[word].add(t.text)
        self._size = max(2, len({t.text for t in tellings}))
        self._rare = {word: math.log((self._size + 1) / (len(held) + 1)) + 0.1 for word, held in texts_of.items()}
        self._repeated = {word: n / len(texts_of[word]) - 1 for word, n in often.items()}

    def kind(self, a: Telling, b: Telling) -> Kind | None:
        """How the head words are related; None where they are not, and the texts tell of different happenings: such a pair is never one."""
        if a.stem == b.stem:
            return "one word"
        if a.meanings & b.meanings:
            return "one meaning"
        return "other words" if self._happening[a.text] == self._happening[b.text] else None

    def features(self, a: Telling, b: Telling) -> list[float]:
        """The features of a pair, as ``NAMES`` has them."""
        one_text = a.text == b.text
        saying = a.says + b.says
        sides = (a.subjects, b.subjects), (a.objects, b.objects)
        row = (
            self._happening[a.text] == self._happening[b.text],
            0.0 if one_text else self._nearness(a.text, b.text),
            one_text,
            one_text and abs(a.start - b.start) < _BESIDE,
            *(wanted for x, y in sides for wanted in (bool(x & y), bool(x and y and not x & y))),
            bool(a.subjects & b.objects or a.objects & b.subjects),
            self._cosine(a.around, b.around),
            self._cosine(a.near, b.near),
            len(a.names & b.names) / (1 + min(len(a.names), len(b.names))),
            bool(a.numbers & b.numbers),
            bool(a.times & b.times),
            bool(a.times and b.times and not a.times & b.times),
            a.lemma == b.lemma,
            a.pos == b.pos,
            a.dep == b.dep,
            min(self._rare.get(a.stem, 0.0), self._rare.get(b.stem, 0.0)),
            max(self._repeated.get(a.stem, 0.0), self._repeated.get(b.stem, 0.0)),
            saying == 2,
            saying == 1,
            saying == 2 and a.speaker == b.speaker and a.speaker not in ("", "someone"),
            saying == 2 and a.speaker != b.speaker,
            bool(a.phrase & b.phrase),
            bool(a.modifiers & b.modifiers),
            bool(a.modifiers and b.modifiers and not a.modifiers & b.modifiers),
            a.negated != b.negated,
            max(a.sentence, b.sentence) < _OPENING,
            *self._words_apart(a, b),
            self._company(a, b),
            min(len(self._held[a.stem]), len(self._held[b.stem])) / self._size,
        )
        return [float(value) for value in row]

    def probabilities(self, pairs: Iterable[tuple[Telling, Telling]]) -> list[float]:
        """How probable it is that each pair tells one event."""
        asked = [(self.kind(a, b), a, b) for a, b in pairs]
        found = np.zeros(len(asked))
        for kind in KINDS:
            at = [n for n, (k, _, _) in enumerate(asked) if k == kind]
            if at:
                rows = np.array([self.features(asked[n][1], asked[n][2]) for n in at])
                found[at] = _decision(kind).probability(rows)
        return [float(p) for p in found]

    def _words_apart(self, a: Telling, b: Telling) -> tuple[float, int]:
        """Of the texts that tell something by the one word or the other, the share that has both; and how many of these two have both.

        Words that stand beside each other in one text tell two things; those that never do may be two words for one.
        """
        if a.stem == b.stem:
            return 0.0, 0
        x, y = self._held[a.stem], self._held[b.stem]
        return len(x & y) / min(len(x), len(y)), (a.text in y) + (b.text in x)

    def _company(self, a: Telling, b: Telling) -> float:
        """How much else the two sentences tell alike."""
        x, y = (self._beside[t.text, t.sentence] - {a.stem, b.stem} for t in (a, b))
        return len(x & y) / (1 + min(len(x), len(y)))

    def _nearness(self, a: int, b: int) -> float:
        pair = (min(a, b), max(a, b))
        if pair not in self._near:
            self._near[pair] = nearness(self._texts[a], self._texts[b])
        return self._near[pair]

    def _cosine(self, a: frozenset[str], b: frozenset[str]) -> float:
        shared = a & b
        if not shared:
            return 0.0
        squares = (math.fsum(self._rare.get(w, 0.0) ** 2 for w in words) for words in (a, b))
        return math.fsum(self._rare.get(w, 0.0) ** 2 for w in shared) / math.sqrt(math.prod(squares))


@cache
def _decision(kind: Kind) -> Logistic:
    return Logistic.of(kept(MODEL)[kind], NAMES)


def threshold() -> float:
    """The mean probability from which two groups of tellings are one event, as tuned with the weights."""
    return float(kept(MODEL)["join"])
