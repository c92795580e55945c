"""python -m train.lessons TEACHER OUT.npz: how likely a larger tagger holds every label of every word, in articles annotated or not.

A smaller tagger learns from these beside the annotations (distillation: Hinton, Vinyals and Dean 2015, arXiv:1503.02531; here the probabilities are
those of the teacher's conditional random field over a whole article, so what it knows of neighbouring labels is in them).
"""

import argparse
import time
from pathlib import Path

import numpy as np
import torch

from twosource.inference.decoding import legal

from . import data
from .__main__ import Config, base_folder
from .measure import read
from .model import Tagger, encoder


def marginals(emissions: np.ndarray, moves: np.ndarray) -> np.ndarray:
    """Probability of every label of every word, [words, labels], by the forward-backward algorithm (Rabiner 1989), scaled at every word."""
    here = np.exp(emissions - emissions.max(axis=1, keepdims=True)).astype(np.float64)
    step = np.where(legal()[0], np.exp(moves), 0.0)
    before, after = here.copy(), np.ones_like(here)
    before[0] /= before[0].sum()
    for t in range(1, len(here)):
        before[t] *= before[t - 1] @ step
        before[t] /= before[t].sum()
    for t in range(len(here) - 2, -1, -1):
        after[t] = step @ (here[t + 1] * after[t + 1])
        after[t] /= after[t].sum()
    both = before * after
    return both / both.sum(axis=1, keepdims=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m train.lessons", description=__doc__)
    parser.add_argument("teacher", type=Path, help="folder of the teacher's run")
    parser.add_argument("out", type=Path)
    parser.add_argument("--shared", default=Config.shared)
    parser.add_argument("--base", default="", help="the teacher's base encoder, if it lies elsewhere than when it was trained")
    asked = parser.parse_args()

    kept = torch.load(asked.teacher / "mean.pt", map_location="cpu")
    config = Config(**kept["config"] | {"shared": asked.shared} | ({"base": asked.base} if asked.base else {}))
    torch.set_num_threads(config.threads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    base = base_folder(config)
    tokens = data.tokenizer(base)
    model = Tagger(encoder(base))
    model.load_state_dict(kept["model"])
    model.to(device).eval()
    moves = kept["model"]["moves"].numpy()
    told: dict[str, np.ndarray] = {}
    begun = time.time()
    for n, row in enumerate(data.rows(Path(config.shared)), 1):
        one = data.article(row, tokens)
        if one.pieces.words:
            emissions, _ = read(model, one, config.size, config.overlap, data.marks(tokens))
            told[row["id"]] = marginals(emissions, moves).astype(np.float16)
        if n % 100 == 0:
            print(f"{n} articles, {time.time() - begun:.0f} s", flush=True)
    np.savez_compressed(asked.out, **told)


if __name__ == "__main__":
    main()
