"""Happenings: which texts of one topic tell of one happening, and how like two texts are."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from twosource.comparison.claims.matching import clusters
from twosource.domain.sentence import Token
from twosource.grammar.slots import stem

Parsed = Sequence[Sequence[Token]]
"""The sentences of one text."""
Weights = Mapping[str, float]
"""A text as the weights of its words, of length 1."""

_NAME_WEIGHS = 6.0  # names and numbers tell one happening from another of its kind better than other words; from 4 to 8 it matters little (ECB+)
_ONE_HAPPENING = 0.085  # mean cosine of two groups of texts; between 0.08 and 0.09 it matters little (ECB+)
_MOST_TEXTS = 200  # above that many texts of one topic grouping would take too long: they are taken as one happening


def weights(texts: Sequence[Parsed]) -> list[Weights]:
    """The words of each text, weighed by how few texts have them; those that all share, or one alone has, are left out."""
    bags = [_bag(sentences) for sentences in texts]
    held = Counter(word for bag in bags for word in bag)
    vectors: list[Weights] = []
    for bag in bags:
        weighed = {w: (1 + math.log(n)) * math.log(len(bags) / held[w]) for w, n in bag.items() if 1 < held[w] < len(bags)}
        length = math.sqrt(math.fsum(x * x for x in weighed.values())) or 1.0
        vectors.append({w: x / length for w, x in weighed.items()})
    return vectors


def nearness(a: Weights, b: Weights) -> float:
    """Cosine of two texts, 0 to 1."""
    few, many = (a, b) if len(a) <= len(b) else (b, a)
    return math.fsum(x * many[w] for w, x in few.items() if w in many)


def happenings(texts: Sequence[Weights]) -> list[int]:
    """The number of the happening that each text tells of: average-link clusters over the texts' words."""
    if len(texts) > _MOST_TEXTS:
        return [0] * len(texts)
    pairs = ((i, j, nearness(texts[i], texts[j])) for i in range(len(texts)) for j in range(i + 1, len(texts)))
    made = clusters(len(texts), [pair for pair in pairs if pair[2] > 0], _ONE_HAPPENING)
    number = {i: n for n, group in enumerate(made) for i in group}
    return [number[i] for i in range(len(texts))]


def _bag(sentences: Parsed) -> dict[str, float]:
    bag: defaultdict[str, float] = defaultdict(float)
    for token in (t for sentence in sentences for t in sentence):
        if token.pos in ("PROPN", "NUM"):
            bag[token.text.lower()] += _NAME_WEIGHS
        elif token.pos in ("NOUN", "VERB", "ADJ"):
            bag[stem(token.lemma.lower())] += 1
    return bag
