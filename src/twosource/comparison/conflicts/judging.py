"""How likely it is that two statements part: a learned decision over all pairs of a story, then over those that it leaves."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.comparison.claims import alignment
from twosource.comparison.conflicts.contrast import NAMES as CONTRASTS
from twosource.comparison.conflicts.contrast import contrast
from twosource.comparison.conflicts.hints import NAMES as HINTS
from twosource.comparison.conflicts.hints import apart
from twosource.comparison.conflicts.traits import NAMES as TRAITS
from twosource.comparison.conflicts.traits import Traits
from twosource.inference.logistic import Logistic, kept

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Pair = tuple[int, int]
MODEL = "conflicts/pairs"

# Pairs of a story that are looked at closely: so many for each wording, at least and at most so many in all.
_EACH, _LEAST, _MOST = 1.5, 120, 3000
# Pairs that are looked at at all: of a giant story those that share most, by the column of features that tells it.
_MANY, _BY = 400_000, alignment.NAMES.index("cosine words")
# Rows whose features are made in one go.
_BLOCK = 50_000
_FAINT = 0.02
_LEAST_ODDS = 1e-4
KINDS = ("polarity", "quantity", "date", "place", "actor", "certainty", "wording")
_SHARED = (
    *(f"cosine {b}" for b in alignment.BAGS),
    *("shared words", "shared names", "shared pairs", "shared classes", "held words", "held classes", "held names", "least words", "most words"),
    *("rarest shared", "same numbers", "other numbers", "one has numbers", "other unit", "same polarity", "both quoted", "one quoted", "a headline"),
    *("both own voice", "one own voice", "same article", "distance", "touching", "place in article", "least length", "most length", "same head"),
    *("head in the other", "same holder", "other holder", "same dates", "other dates", "same sign", "same time", "as sure"),
)
_CROSSED = ("sign", "sureness", "a negation", "denied by its cue", "calls untrue", "tells a denial", "leaves open")
_WITH = ("cosine words", "cosine verbs", "cosine around", "held words", "held classes", "held names")
FIRST = (
    *_SHARED,
    *(f"{how} {t}" for how in ("least", "most", "other") for t in TRAITS),
    *("likeness", "no likeness", "odds of likeness", "one claim", "articles behind the one", "articles behind the other"),
    *(f"told as {kind}" for kind in KINDS),
    *HINTS,
    *(f"other {t}, {w}" for t in (*_CROSSED, "unit", "dates") for w in (*_WITH, "likeness")),
    *(f"{h}, {w}" for h in HINTS for w in (*_WITH, "likeness")),
)
"""Features of the decision over all pairs, in their order."""
BETWEEN = ("likeliest between both claims", "all between both claims", "mean between both claims", "pairs between both claims")
"""What the first decision thinks of all pairs between the claims of two wordings, as logarithms, in their order."""
SECOND = ("first odds", *BETWEEN, *FIRST, *CONTRASTS)
"""Features of the decision over those that it leaves."""


@dataclass(frozen=True, slots=True)
class Matters:
    """What a story says, ready for its pairs to be judged.

    Attributes:
        traits: of every wording, by number.
        pairs: wordings that share something, with their features as claims see them.
        likely: how probable it is that two wordings say one thing, where anybody thought so; ``like`` the same for each of the pairs.
        told: kinds in which the typed rules find two wordings to part.
        claims: number of the claim of each wording; ``backed`` by how many articles each claim is told.
        hints: what hints at a conflict of each of the pairs.
    """

    traits: Sequence[Traits]
    pairs: alignment.Pairs
    likely: Mapping[Pair, float]
    told: Mapping[Pair, AbstractSet[str]]
    like: Floats
    claims: Ints
    backed: Floats
    hints: Floats


def judged(story: Matters) -> dict[Pair, float]:
    """How likely it is that wordings part, for the pairs worth a close look."""
    model = kept(MODEL)
    first, second = Logistic.of(model["first"], FIRST), Logistic.of(model["second"], SECOND)
    at, rows = chosen(story, first)
    if not len(at):
        return {}
    ends = [(int(story.pairs.left[n]), int(story.pairs.right[n])) for n in at]
    found = second.probability(np.column_stack([rows, contrasts(story, ends)]))
    return dict(zip(ends, found.tolist(), strict=True))


def chosen(story: Matters, first: Logistic) -> tuple[Ints, Floats]:
    """The pairs worth a close look, by number, with what ``SECOND`` names but contrasts: the likeliest and those that typed rules tell."""
    score = np.zeros(len(story.pairs.left))
    for part in _parts(story):
        score[part] = first.probability(features(story, part))
    score[~apart(story.traits, story.pairs)] = 0.0
    most = int(min(_MOST, max(_LEAST, _EACH * len(story.traits))))
    best = np.argsort(-score, kind="stable")[:most]
    every = np.array([*story.told], dtype=np.int64).reshape(-1, 2)
    n = max(1, len(story.traits))
    told = np.flatnonzero(np.isin(story.pairs.left * n + story.pairs.right, every[:, 0] * n + every[:, 1]))
    at = np.union1d(best[score[best] > 0], told).astype(np.int64)
    p = np.clip(score[at], _LEAST_ODDS, 1 - _LEAST_ODDS)
    return at, np.column_stack([np.log(p / (1 - p)), _between(story, score, at), features(story, at)])


def _between(story: Matters, score: Floats, at: Ints) -> Floats:
    """For each of some pairs what is thought of all pairs between the same two claims: one pair alone may be an accident."""
    claims = np.sort(np.column_stack([story.claims[story.pairs.left], story.claims[story.pairs.right]]), axis=1)
    _, of = np.unique(claims[:, 0] * (int(story.claims.max(initial=0)) + 1) + claims[:, 1], return_inverse=True)
    number, every = np.bincount(of), np.bincount(of, score)
    most = np.zeros(len(number))
    np.maximum.at(most, of, score)
    here = of[at]
    logs: Floats = np.log(np.column_stack([*(np.maximum(x[here], _LEAST_ODDS) for x in (most, every, every / number)), number[here]]))
    return logs


def contrasts(story: Matters, ends: Sequence[Pair]) -> Floats:
    """A row of contrasts for each pair."""
    rows = [contrast(story.traits[i], story.traits[j], story.likely.get((i, j), 0.0)) for i, j in ends]
    return np.array(rows, dtype=float).reshape(len(ends), len(CONTRASTS))


def looked_at(pairs: alignment.Pairs) -> Ints:
    """The pairs that are looked at at all, by ascending number: of a giant story those that share most."""
    n = len(pairs.left)
    return np.arange(n) if n <= _MANY else np.sort(np.argsort(-pairs.features[:, _BY], kind="stable")[:_MANY])


def _parts(story: Matters) -> list[Ints]:
    asked = looked_at(story.pairs)
    return [asked[low : low + _BLOCK] for low in range(0, len(asked), _BLOCK)]


def features(story: Matters, at: Ints) -> Floats:
    """The features of pairs, by ascending number, as ``FIRST`` names them."""
    left, right = story.pairs.left[at], story.pairs.right[at]
    shared = story.pairs.features[at][:, _columns()]
    of = {name: shared[:, n] for n, name in enumerate(_SHARED)}
    numbers = np.array([t.numbers for t in story.traits], dtype=float).reshape(-1, len(TRAITS))
    a, b = numbers[left], numbers[right]
    other = abs(a - b)
    like = story.like[at]
    told = _told(story, left, right)
    faint = np.clip(like, _FAINT, 1 - _FAINT)
    one, most = story.backed[story.claims[left]], story.backed[story.claims[right]]
    known = [like, like == 0, np.log(faint / (1 - faint)), story.claims[left] == story.claims[right], np.minimum(one, most), np.maximum(one, most)]
    differing = [*(other[:, TRAITS.index(t)] for t in _CROSSED), of["other unit"], of["other dates"]]
    crossed = [d * w for d in differing for w in (*(of[w] for w in _WITH), like)]
    hinted = story.hints[at]
    crossed += [one * w for one in hinted.T for w in (*(of[w] for w in _WITH), like)]
    return np.column_stack([shared, np.minimum(a, b), np.maximum(a, b), other, *known, told, hinted, *crossed]).astype(float)


def _told(story: Matters, left: Ints, right: Ints) -> Floats:
    """A column for each kind: whether a typed rule tells it of the pair."""
    n = max(1, len(story.traits))
    keys = left * n + right  # ascending, as the pairs are
    found = np.zeros((len(keys), len(KINDS)))
    for (i, j), kinds in story.told.items():
        row = int(np.searchsorted(keys, i * n + j))
        if row < len(keys) and keys[row] == i * n + j:
            found[row, [KINDS.index(kind) for kind in kinds]] = 1.0
    return found


def _columns() -> list[int]:
    return [alignment.NAMES.index(name) for name in _SHARED]
