"""Train the relation model: multinomial logistic regression over hashed features, numpy and scipy alone.

usage: python -m relation.train [--shared FOLDER] [--folds-out FILE.jsonl]   (from the folder ``training``)
"""

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from twosource.domain.identity import identity
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.grammar.events.relation import features
from twosource.inference.hashed import digest
from twosource.inference.spacy import SpacyModel

HOME = Path(__file__).resolve().parents[2]
FOLDS = 5
STRENGTH = 0.003
"""Of the L2 penalty; chosen among .002 to .06 by the folds."""
RARE = 2
"""Features of fewer rows than this are left out."""
Rows = list[dict[str, Any]]


def sentences_of(rows: Rows) -> list[list[Sentence]]:
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


def span_of(row: dict[str, Any], side: str) -> Span:
    """Where a party stands; rows without a place for it get the text's first or last character."""
    size = len(row["text"])
    return Span(*row[side]) if row[side] else Span(0, 1) if side == "source" else Span(size - 1, size)


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


def folds_of(rows: Rows) -> list[int]:
    """A fold for every row, by its sentence: no sentence is in two."""
    return [int(hashlib.sha256(str(row["text"]).encode()).hexdigest(), 16) % FOLDS for row in rows]


def macro(gold: Sequence[str], told: Sequence[str]) -> float:
    """Macro F1 over the names in gold, in percent."""
    scores = []
    for c in sorted(set(gold)):
        hit = sum(g == t == c for g, t in zip(gold, told, strict=True))
        scores.append(2 * hit / (gold.count(c) + told.count(c)) if hit else 0.0)
    return 100 * sum(scores) / len(scores)


def main() -> None:
    """Score by folds, train on all, write weights and card."""
    options = argparse.ArgumentParser()
    options.add_argument("--shared", type=Path, default=HOME.parent / "shared")
    options.add_argument("--folds-out", type=Path)
    options.add_argument("--strength", type=float, default=STRENGTH)
    told = options.parse_args()
    data = told.shared / "data/events/plv_train.jsonl"
    rows = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines()]
    labels = sorted({row["root"] for row in rows})
    y = np.array([labels.index(row["root"]) for row in rows])
    named = [
        {digest(f) for f in features(s, span_of(row, "source"), span_of(row, "target"))} for row, s in zip(rows, sentences_of(rows), strict=True)
    ]
    fold = np.array(folds_of(rows))
    out: list[str] = [""] * len(rows)
    for f in range(FOLDS):
        train, held = np.flatnonzero(fold != f), np.flatnonzero(fold == f)
        known = known_features([named[i] for i in train])
        w, b = fit(matrix([named[i] for i in train], known), y[train], len(labels), told.strength)
        best = (matrix([named[i] for i in held], known) @ w + b).argmax(axis=1)
        for i, k in zip(held, best, strict=True):
            out[i] = labels[k]
    gold = [labels[k] for k in y]
    score = round(macro(gold, out), 1)
    print("folds: root macro F1", score)
    if told.folds_out:
        told.folds_out.write_text("".join(json.dumps({"id": r["id"], "root": o}) + "\n" for r, o in zip(rows, out, strict=True)), encoding="utf-8")
    known = known_features(named)
    w, b = fit(matrix(named, known), y, len(labels), told.strength)
    keep = np.abs(w).max(axis=1) > np.abs(w).max() * 0.02  # the rest changes no answer of the training rows
    w, known = w[keep], known[keep]
    scale = np.abs(w).max(axis=0) / 127
    folder = HOME / "src/twosource/models/relation"
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        folder / "weights.npz", numbers=known, weights=np.rint(w / scale).astype(np.int8), scale=scale.astype(np.float32), bias=b.astype(np.float32)
    )
    card = {
        "name": "relation",
        "labels": labels,
        "kind": "multinomial logistic regression over hashed features, 8-bit weights",
        "features": len(known),
        "weights_sha256": hashlib.sha256((folder / "weights.npz").read_bytes()).hexdigest(),
        "data": {
            "name": "PLV train (Hu et al., ACL 2024)",
            "rows": len(rows),
            "licence": "none stated",
            "sha256": hashlib.sha256(data.read_bytes()).hexdigest(),
        },
        "quality": {"root_macro_f1": score, "how": f"{FOLDS} folds of the training rows, no sentence in two folds"},
        "weak": [
            "verbs that the rows do not have",
            "COOPERATE, MOBILIZE and PROTEST, of which there are 15 to 18 rows each",
            "text that is not news",
        ],
    }
    (folder / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
