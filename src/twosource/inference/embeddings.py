"""Vectors of words before their neighbours are looked at, reckoned once for each word."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from thinc.api import Model, NumpyOps

from .decoding import Floats

# Words that are kept, some 600 bytes each: those of a hundred articles, and with them nine in ten of the next one's.
_KEPT = 1 << 14


def remember(network: Any) -> None:
    """Let a network of tokens (spaCy's ``Tok2Vec``: an embedding, then layers that look at neighbours) keep the vectors of its words.

    The embedding sees nothing of a word but its form, and is a third of the work.
    """
    embedding = network.layers[0]
    # A vector must not hang on what else was reckoned with it: thinc's own BLAS, which is row by row the same, is kept for these layers.
    for node in embedding.walk():
        node.ops = NumpyOps()
    network.replace_node(embedding, Model("remembered_words", _Words(embedding)))


class _Words:
    def __init__(self, embedding: Any) -> None:
        self._features, _, self._hashes, self._mixed, _ = embedding.layers
        self._known: dict[bytes, Floats] = {}

    def __call__(self, model: Any, docs: Sequence[Any], is_train: bool) -> tuple[list[Floats], Callable[[Any], Any]]:
        """A row for every token of every doc, as a layer of thinc gives them; it is not there to be trained."""
        rows = self._features.predict(docs)
        keys: list[list[bytes]] = [np.ascontiguousarray(of).view(f"V{of.itemsize * of.shape[1]}")[:, 0].tolist() for of in rows]
        if len(self._known) > _KEPT:
            self._known = {}
        new = {key: row for of, told in zip(keys, rows, strict=True) for key, row in zip(of, told, strict=True) if key not in self._known}
        if new:
            made = self._mixed.predict(self._hashes.predict(np.stack(list(new.values()))))
            self._known.update(zip(new, made, strict=True))
        return [np.concatenate([self._known[key] for key in of]).reshape(len(of), -1) for of in keys], lambda gradient: gradient
