"""python -m relation.linear: multinomial logistic regression over hashed features of words and tree, one of the two voices on relations."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from twosource.domain.identity import identity
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.grammar.events.relation import features
from twosource.inference.hashed import digest
from twosource.inference.spacy import SpacyModel

from .rows import FOLDS, Row, folds_of, plv, span_of

HOME = Path(__file__).resolve().parents[2]
STRENGTH = 0.003
"""Of the L2 penalty; chosen among .002 to .06 by the folds."""
RARE = 2
"""Features of fewer rows than this are left out."""


def sentences_of(rows: Sequence[Row]) -> list[list[Sentence]]:
    """The parse of every row's text."""
    parsed = SpacyModel().parse([row["text"] for row in rows])
    made = []
    for row, parts in zip(rows, parsed, strict=True):
        spans = [Span(tokens[0].start, tokens[-1].end) for tokens in parts]
        made.append(
            [
                Sentence(id=identity("t", row["id"], s.start), article="a", evidence=(s,), tokens=tokens, paragraph=0)
                for s, tokens in zip(spans, parts, strict=True)
            ]
        )
    return made


def matrix(named: Sequence[set[int]], known: np.ndarray) -> csr_matrix:
    """Rows over known features, scaled as ``Linear.probabilities`` scales them."""
    where = {int(n): i for i, n in enumerate(known)}
    indices, starts, values = [], [0], []
    for row in named:
        hit = [where[n] for n in row if n in where]
        indices += hit
        values += [1 / np.sqrt(max(len(row), 1))] * len(hit)
        starts.append(len(indices))
    return csr_matrix((values, indices, starts), shape=(len(named), len(known)))


def fit(x: csr_matrix, y: np.ndarray, classes: int, strength: float) -> tuple[np.ndarray, np.ndarray]:
    """Weights and bias of least penalised cross-entropy, classes weighed by the root of their rarity."""
    n, m = x.shape
    gold = np.eye(classes)[y]
    count = gold.sum(axis=0)
    weigh = np.sqrt(count.mean() / np.maximum(count, 1))[y]
    weigh /= weigh.mean()

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w, b = flat[: m * classes].reshape(m, classes), flat[m * classes :]
        s = x @ w + b
        s -= s.max(axis=1, keepdims=True)
        e = np.exp(s)
        p = e / e.sum(axis=1, keepdims=True)
        value = -(weigh * np.log(p[np.arange(n), y] + 1e-12)).sum() / n + strength / 100 * (w**2).sum() / 2
        d = (p - gold) * weigh[:, None] / n
        return value, np.concatenate([(x.T @ d + strength / 100 * w).ravel(), d.sum(axis=0)])

    flat = minimize(loss, np.zeros(m * classes + classes), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    return flat[: m * classes].reshape(m, classes), flat[m * classes :]


def known_features(named: Sequence[set[int]]) -> np.ndarray:
    """The features that enough rows have, sorted."""
    count: dict[int, int] = {}
    for row in named:
        for n in row:
            count[n] = count.get(n, 0) + 1
    return np.array(sorted(n for n, c in count.items() if c >= RARE), dtype=np.int64)


def main() -> None:
    """Answer the folds, train on all rows, write the weights."""
    options = argparse.ArgumentParser(prog="python -m relation.linear", description=__doc__)
    options.add_argument("--shared", type=Path, default=HOME.parent / "shared")
    options.add_argument("--folds-out", type=Path, default=HOME / "training/out/runs/relation-linear.jsonl")
    told = options.parse_args()
    rows = plv(told.shared)
    labels = sorted({row["root"] for row in rows})
    y = np.array([labels.index(row["root"]) for row in rows])
    named = [
        {digest(f) for f in features(s, span_of(row, "source"), span_of(row, "target"))} for row, s in zip(rows, sentences_of(rows), strict=True)
    ]
    fold = np.array(folds_of(rows))
    answers = np.zeros((len(rows), len(labels)))
    for f in range(FOLDS):
        train, held = np.flatnonzero(fold != f), np.flatnonzero(fold == f)
        known = known_features([named[i] for i in train])
        w, b = fit(matrix([named[i] for i in train], known), y[train], len(labels), STRENGTH)
        scores = matrix([named[i] for i in held], known) @ w + b
        answers[held] = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    told.folds_out.parent.mkdir(parents=True, exist_ok=True)
    made = [{"id": r["id"], **{x: round(float(v), 4) for x, v in zip(labels, a, strict=True)}} for r, a in zip(rows, answers, strict=True)]
    told.folds_out.write_text("".join(json.dumps(row) + "\n" for row in made), encoding="utf-8")
    print(f"folds: {100 * (answers.argmax(axis=1) == y).mean():.1f} % right")
    known = known_features(named)
    w, b = fit(matrix(named, known), y, len(labels), STRENGTH)
    keep = np.abs(w).max(axis=1) > np.abs(w).max() * 0.02  # the rest changes no answer of the training rows
    w, known = w[keep], known[keep]
    scale = np.abs(w).max(axis=0) / 127
    folder = HOME / "src/twosource/models/relation"
    np.savez_compressed(
        folder / "weights.npz", numbers=known, weights=np.rint(w / scale).astype(np.int8), scale=scale.astype(np.float32), bias=b.astype(np.float32)
    )


if __name__ == "__main__":
    main()
