"""A linear model over named features, kept as their hashes: small to ship, read with numpy alone."""

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray


def digest(feature: str) -> int:
    """A feature's number: the first 7 bytes of BLAKE2b over its UTF-8, so that it is one on every machine."""
    return int.from_bytes(hashlib.blake2b(feature.encode("utf-8", "surrogatepass"), digest_size=7).digest(), "little")


class Linear:
    """Scores labels by summing the weights of the features that are there.

    Args:
        numbers: sorted digests of the features the model knows.
        weights: one row a feature, one column a label.
        bias: one number a label.
        labels: their names.
    """

    def __init__(self, numbers: NDArray[np.int64], weights: NDArray[np.float32], bias: NDArray[np.float32], labels: tuple[str, ...]) -> None:
        self._numbers = numbers
        self._weights = weights
        self._bias = bias
        self.labels = labels

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Label -> probability. Features count once, scaled so that long sentences do not shout; unknown ones are left out."""
        wanted = np.array(sorted({digest(f) for f in features}), dtype=np.int64)
        at = np.searchsorted(self._numbers, wanted)
        at = at[(at < len(self._numbers)) & (self._numbers[np.minimum(at, len(self._numbers) - 1)] == wanted)]
        scale = 1 / np.sqrt(max(len(wanted), 1))
        scores = self._bias + scale * self._weights[at].sum(axis=0)
        scores = np.exp(scores - scores.max())
        return dict(zip(self.labels, (scores / scores.sum()).tolist(), strict=True))


@cache
def shipped(model: str) -> Linear:
    """The model in ``models/<model>/``: weights.npz (8-bit weights with a scale a label) and card.json (its labels)."""
    folder = files("twosource") / "models" / model
    labels = tuple(json.loads((folder / "card.json").read_text(encoding="utf-8"))["labels"])
    with as_file(folder / "weights.npz") as path, np.load(path, allow_pickle=False) as kept:
        weights = kept["weights"].astype(np.float32) * kept["scale"].astype(np.float32)
        return Linear(kept["numbers"], weights, kept["bias"].astype(np.float32), labels)
