"""A logistic model kept as a small JSON file: named features, their means and spreads, and one weight each."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.errors import ModelError

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Logistic:
    """Says how probable "yes" is for a row of features.

    Raises:
        ModelError: if its numbers do not fit the features that the code computes.
    """

    names: tuple[str, ...]
    mean: Floats
    spread: Floats
    weight: Floats
    bias: float

    def __post_init__(self) -> None:
        if not len(self.names) == len(self.mean) == len(self.spread) == len(self.weight):
            raise ModelError("a logistic model needs one mean, spread and weight for each feature")

    @classmethod
    def of(cls, kept: Mapping[str, Any], names: Sequence[str]) -> "Logistic":
        """Read one from JSON and hold it to the names of the features that the code computes."""
        if list(kept["names"]) != list(names):
            raise ModelError("the model was not trained on the features that this version computes; train it again")
        mean, spread, weight = (np.asarray(kept[key], dtype=float) for key in ("mean", "spread", "weight"))
        return cls(tuple(names), mean, spread, weight, float(kept["bias"]))

    def probability(self, rows: Floats) -> Floats:
        """Between 0 and 1 for each row."""
        score = ((rows - self.mean) / self.spread) @ self.weight + self.bias
        answer: Floats = 1.0 / (1.0 + np.exp(-np.clip(score, -30.0, 30.0)))
        return answer


@cache
def kept(model: str) -> Mapping[str, Any]:
    """The JSON of ``models/<model>``, for example "claims/pairs"."""
    loaded: Mapping[str, Any] = json.loads(_bytes(model))
    return loaded


def digest(model: str) -> str:
    """SHA-256 of the file that ``kept`` reads, as the model's card has it."""
    return hashlib.sha256(_bytes(model)).hexdigest()


def _bytes(model: str) -> bytes:
    return (files("twosource") / "models" / f"{model}.json").read_bytes()
