"""Named entities as spaCy's recogniser finds them, with its scores reckoned for all tokens together, not one step after the other."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .decoding import Floats, Ints

Entity = tuple[str, bool]
"""A token's label ("" outside of names), and whether a name begins at it."""


class Entities:
    """Reads docs with the weights of a pipeline's recogniser; gives what the recogniser itself would write on them.

    spaCy goes from token to token and asks at each which of 74 moves are allowed, which takes longer than all its arithmetic. But what
    it looks at is little: outside of a name one token; inside, that token, the one before, and the name's first. So the moves outside
    of names are reckoned for all tokens at once, and only names of several tokens are followed, those of all sentences side by side.

    Args:
        recogniser: the ``ner`` component: greedy, with three features of a state (``spacy.TransitionBasedParser.v2``).
    """

    def __init__(self, recogniser: Any) -> None:
        self._vectors, self._lower, upper = recogniser.model.layers
        self._weights, self._bias = upper.get_param("W"), upper.get_param("b")
        moves = [recogniser.moves.get_class_name(n) for n in range(recogniser.moves.n_moves)]
        self._labels = [move[2:] for move in moves]
        kinds = np.asarray([move[0] for move in moves])
        self._begins, self._units = kinds == "B", (kinds == "U") & np.asarray([move != "U-" for move in moves])
        self._outside = kinds == "O"
        number = {move: n for n, move in enumerate(moves)}
        self._onward, self._closing = (np.asarray([number.get(f"{kind}-{label}", 0) for label in self._labels]) for kind in "IL")

    def read(self, docs: Sequence[Any], marks: Ints) -> list[list[Entity]]:
        """For every token of every doc its label; the docs have no names yet.

        ``marks`` tells of each token, doc after doc, whether it is a blank and whether (1) it opens a sentence, which no name crosses.
        """
        opens = marks[:, 1] == 1
        opens[np.cumsum([0, *map(len, docs)])[:-1]] = True
        last = np.append(opens[1:], True)
        features = self._lower.predict(self._vectors.predict(docs))
        moves = self._moves(features, marks[:, 0] == 1, last)
        found: list[Entity] = [("", False)] * len(moves)
        for n in np.flatnonzero(self._units[moves]):
            found[n] = (self._labels[moves[n]], True)
        for start, end in self._names(features, moves, np.flatnonzero(opens), last):
            found[start:end] = [(self._labels[moves[start]], n == start) for n in range(start, end)]
        ends = np.cumsum([len(doc) for doc in docs])
        return [found[end - len(doc) : end] for doc, end in zip(docs, ends, strict=True)]

    def _hidden(self, features: Floats, here: Any, first: Any, before: Any) -> Floats:
        """States of the recogniser, from rows of features of three tokens; row 0 is that of no token."""
        summed = features[here, 0] + features[first, 1] + features[before, 2] + self._lower.get_param("b")
        hidden: Floats = summed.max(axis=-1)
        return hidden

    def _moves(self, features: Floats, blank: NDArray[np.bool_], last: NDArray[np.bool_]) -> Ints:
        """For every token the move of a state that is in no name: outside, a name of one token, or the first of more."""
        scores = self._hidden(features, slice(1, None), 0, 0) @ self._weights.T + self._bias
        allowed = self._outside | (self._units & ~blank[:, None]) | (self._begins & ~(blank | last)[:, None])
        moves: Ints = np.where(allowed, scores, -np.inf).argmax(axis=1)
        return moves

    def _names(self, features: Floats, moves: Ints, sentences: Ints, last: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
        """Where names of several tokens stand (end exclusive), followed in all sentences side by side."""
        total = len(moves)
        begins = np.where(self._begins[moves], np.arange(total), total)
        next_one = np.append(np.minimum.accumulate(begins[::-1])[::-1], total)
        limits = np.append(sentences[1:], total)
        first = next_one[sentences]
        first, limits = first[first < limits], limits[first < limits]
        at = first + 1
        while len(first):
            hidden = self._hidden(features, at + 1, first + 1, at)
            onward, closing = (
                (hidden * self._weights[move]).sum(axis=1) + self._bias[move] for move in (self._onward[moves[first]], self._closing[moves[first]])
            )
            closed = last[at] | (closing > onward)
            yield from zip(first[closed].tolist(), (at[closed] + 1).tolist(), strict=True)
            at = at + 1
            first = np.where(closed, next_one[at], first)
            at = np.where(closed, first + 1, at)
            within = first < limits
            first, at, limits = first[within], at[within], limits[within]
