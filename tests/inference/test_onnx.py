"""The encoder as other models go on from it."""

import numpy as np

from twosource.inference.onnx import OnnxTagger
from twosource.inference.shipped import Models


def test_halfway(models: Models) -> None:
    tagger = models.tagger
    assert isinstance(tagger, OnnxTagger)
    text = "Norland expelled two envoys of Suland."
    offsets, states = tagger.halfway(text)
    assert len(states) == len(offsets) + 2
    assert text[slice(*offsets[-1])] == "."
    again = tagger.halfway(text)[1]
    assert np.array_equal(states, again)
    offsets, states = tagger.halfway("wall " * 600)
    assert len(offsets) == tagger.card.size
    assert tagger.halfway("\n")[0] == []
