"""Which PLOVER root stands between two parties of a sentence: layers of their own above the lower half of the encoder that reads attributions."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from twosource.errors import ModelError

from . import card
from .decoding import Ints
from .model import Pair
from .onnx import OnnxTagger, session

HOME = Path(__file__).resolve().parents[1] / "models" / "relation"
FILE = "upper.onnx"


class OnnxRelater:
    """Reads relations with the model of a folder, over an encoder that is open already.

    A pair is read alone: int8 scales are drawn from what is read together, so a pair read beside others would give other numbers.

    Args:
        encoder: the reader of attributions, whose lower layers the model was trained on.
        folder: holds upper.onnx and card.json; the shipped model if not given.
        threads: of one pair's arithmetic.

    Raises:
        ModelError: the folder does not hold the model that its card tells of, or that model was made for another encoder.
    """

    def __init__(self, encoder: OnnxTagger, folder: Path = HOME, threads: int = 1) -> None:
        self.card = card.load(folder)
        if self.card.base.get("sha256") != encoder.card.files.get("model.onnx"):
            raise ModelError(
                f"The model in {folder} goes on from another encoder than the one that is open ({encoder.name}). "
                "Install twosource again, or make it again on that encoder as training/README.md says (make relation)."
            )
        self._encoder = encoder
        try:
            self._session = session(folder / FILE, threads)
        except Exception as fault:  # the runtime raises what it likes
            raise ModelError(f"The model in {folder} cannot be loaded: {fault}. Install twosource again.") from fault

    @property
    def name(self) -> str:
        return self.card.name

    @property
    def digest(self) -> str:
        return self.card.digest

    def relate(self, text: str, pairs: Sequence[Pair]) -> list[dict[str, float]]:
        """Root -> log score for each pair of a sentence; the sentence is read once, the upper layers once a pair."""
        if not pairs:
            return []
        offsets, states = self._encoder.halfway(text)
        if not offsets:
            return [dict.fromkeys(self.card.labels, 0.0) for _ in pairs]
        answers = []
        for pair in pairs:
            (scores,) = self._session.run(["roots"], {"states": states[None], "sides": sides(offsets, pair)[None]})
            answers.append(dict(zip(self.card.labels, map(float, scores[0]), strict=True)))
        return answers


def sides(offsets: Sequence[tuple[int, int]], pair: Pair) -> Ints:
    """For every piece 1 in the source, 2 in the target, else 0, with a 0 for each enclosing mark; a piece in both counts to the source."""
    made = np.zeros(len(offsets) + 2, dtype=np.int64)
    for side, (start, end) in ((2, pair.target), (1, pair.source)):
        made[[n + 1 for n, (s, e) in enumerate(offsets) if s < end and start < e]] = side
    return made
