"""A logistic model answers only for the features it was trained on."""

import numpy as np
import pytest

from twosource.domain.conflict import SURE
from twosource.errors import ModelError
from twosource.inference.logistic import Logistic, digest, kept

MODEL = {"names": ["a", "b"], "mean": [0.0, 1.0], "spread": [1.0, 2.0], "weight": [1.0, -1.0], "bias": 0.5}


def test_probability() -> None:
    model = Logistic.of(MODEL, ["a", "b"])
    assert model.probability(np.array([[0.0, 1.0], [100.0, 1.0]])) == pytest.approx([1 / (1 + np.exp(-0.5)), 1.0])


def test_other_features_are_refused() -> None:
    with pytest.raises(ModelError):
        Logistic.of(MODEL, ["b", "a"])
    with pytest.raises(ModelError):
        Logistic.of(MODEL | {"weight": [1.0]}, ["a", "b"])


def test_the_shipped_decision_fits_the_code() -> None:
    assert 0 < kept("events/pairs")["join"] < 1
    assert 0 < kept("conflicts/pairs")["least"] < SURE
    assert 0 < kept("claims/pairs")["join"]["large"] <= kept("claims/pairs")["join"]["small"] < 1


@pytest.mark.parametrize("model", ["claims/pairs", "conflicts/pairs", "events/pairs", "countries/weights"])
def test_the_card_tells_of_the_shipped_file(model: str) -> None:
    name, file = model.split("/")
    assert kept(f"{name}/card")["files"] == {f"{file}.json": digest(model)}
