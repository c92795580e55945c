"""python -m relation.export NAME [NAME ...]: the upper layers of trained runs (their mean) as ONNX, the out-of-fold answers, and the card.

Run ``relation.linear`` before: its weights stand beside, and its out-of-fold answers are heard as they are at run time.
"""

import argparse
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from torch import Tensor, nn
from train.__main__ import HERE, base_folder
from train.export import quantized, sha
from train.model import encoder

from twosource.grammar.events.relation import LINEAR

from .encoder import Config, Item, Net, items
from .rows import FOLDS, OUT_OF_FOLD, Row, folds_of, key, plv, quads

TWOSOURCE = HERE.parent / "src" / "twosource" / "models"
HEADS = ("look", "mid", "root", "quad", "binary")  # stay fp32: they are small, and every error in them shows
WEAK = (
    "deeds of which the training rows have no like; it always names a root, also where nothing was done",
    "COOPERATE, MOBILIZE and PROTEST, of which there are 15 to 18 real rows each",
    "of two deeds in one sentence it may name the other pair's: a clause should be shown, not a long sentence",
    "parties of different sentences, and text that is not news",
)


class Graph(nn.Module):
    """One pair at a time, so that nothing is padded."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, states: Tensor, sides: Tensor) -> Tensor:
        made: Tensor = self.net(states, sides, torch.ones_like(sides))
        return made


def to_onnx(net: Net, path: Path) -> None:
    """The upper layers, int8 per channel."""
    net.eval()
    sides = torch.tensor([[0, 1, 1, 0, 2, 0, 0]])
    with tempfile.TemporaryDirectory() as room:
        full = Path(room) / "full.onnx"
        torch.onnx.export(
            Graph(net), (torch.randn(1, 7, net.side.embedding_dim), sides), str(full), input_names=["states", "sides"], output_names=["roots"],
            opset_version=17, dynamo=False, dynamic_axes={"states": {1: "pieces"}, "sides": {1: "pieces"}},
        )  # fmt: skip
        quantized(full, path, HEADS)


def averaged(runs: Sequence[Path], which: str, net: Net) -> Net:
    """The mean of the weights of several runs that began with the same heads."""
    kept = [torch.load(run / f"net-{which}.pt", map_location="cpu") for run in runs]
    net.load_state_dict({name: torch.stack([k[name].float() for k in kept]).mean(0) for name in kept[0]})
    return net


def int8_scores(path: Path, data: Sequence[Item]) -> np.ndarray:
    """What the exported layers say of items."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    fed = ({"states": i.states[None].numpy(), "sides": i.sides[None].numpy()} for i in data)
    return np.concatenate([session.run(["roots"], one)[0] for one in fed])


def macro(gold: Sequence[Any], told: Sequence[Any]) -> float:
    """Macro F1 over the names in gold, in percent."""
    each = []
    for name in sorted(set(gold)):
        hit = sum(g == t == name for g, t in zip(gold, told, strict=True))
        each.append(2 * hit / (gold.count(name) + told.count(name)) if hit else 0.0)
    return round(100 * sum(each) / len(each), 1)


def quality(rows: Sequence[Row], told: Sequence[str]) -> dict[str, float]:
    """As ``../shared/score/relations.py`` has it."""
    quad, gold = quads(rows), [row["root"] for row in rows]
    return {
        "root_macro_f1": macro(gold, told),
        "quad_macro_f1": macro([quad[g] for g in gold], [quad[t] for t in told]),
        "binary_macro_f1": macro([quad[g] > 2 for g in gold], [quad[t] > 2 for t in told]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m relation.export", description=__doc__)
    parser.add_argument("names", nargs="+")
    parser.add_argument("--runs", type=Path, default=Path(Config.runs))
    parser.add_argument("--shared", default=Config.shared)
    parser.add_argument("--linear", type=Path, default=Path(Config.runs) / "relation-linear.jsonl")
    asked = parser.parse_args()
    runs = [asked.runs / name for name in asked.names]
    config = Config(**{**json.loads((runs[0] / "config.json").read_text(encoding="utf-8")), "runs": str(asked.runs), "shared": asked.shared})
    base = base_folder(config)  # type: ignore[arg-type]
    rows = plv(Path(asked.shared))
    labels = sorted({row["root"] for row in rows})
    quad_of = [quads(rows)[label] for label in labels]
    data = items([(row, 1.0) for row in rows], labels, Path(config.lower))
    fold = folds_of(rows)
    heard = {row["id"]: [row[label] for label in labels] for row in map(json.loads, asked.linear.read_text(encoding="utf-8").splitlines())}
    linear = np.array([heard[row["id"]] for row in rows])
    alone = np.zeros((len(rows), len(labels)))
    with tempfile.TemporaryDirectory() as room:
        for f in range(FOLDS):
            held = [n for n, g in enumerate(fold) if g == f]
            to_onnx(averaged(runs, str(f), Net(encoder(base), quad_of)), Path(room) / "fold.onnx")
            alone[held] = int8_scores(Path(room) / "fold.onnx", [data[n] for n in held])
    both = alone + LINEAR * linear
    told = {name: [labels[k] for k in scores.argmax(axis=1)] for name, scores in (("linear", linear), ("encoder", alone), ("both", both))}
    for name, answers in told.items():
        print(name, json.dumps(quality(rows, answers)))
    OUT_OF_FOLD.write_text(
        "".join(json.dumps({"key": key(row), "root": root}) + "\n" for row, root in zip(rows, told["both"], strict=True)), encoding="utf-8"
    )
    folder = TWOSOURCE / "relation"
    to_onnx(averaged(runs, "a", Net(encoder(base), quad_of)), folder / "upper.onnx")
    card = {
        "name": "twosource-relation",
        "made": " + ".join(asked.names),
        "files": {name: sha(folder / name) for name in ("upper.onnx", "weights.npz")},
        "labels": labels,
        "base": {"name": "lower half of twosource-attribution", "licence": "Apache-2.0", "sha256": sha(Path(config.lower) / "model.onnx")},
        "data": {
            "name": "PLV, training part (Hu et al., ACL 2024): 1,050 rows; examples of the PLOVER gold standard records; "
            "sentences invented for this project by frames around a list of phrases (training/relation/phrases.tsv, frames.tsv)",
            "licence": "none stated for PLV and the records; no text of either is in this package",
            "sha256": sha(Path(asked.shared) / "data/events/plv_train.jsonl"),
        },
        "quality": {
            **quality(rows, told["both"]),
            "how": f"{FOLDS} folds of PLV's training part, no sentence in two folds, int8, encoder and linear model together",
            "encoder alone": quality(rows, told["encoder"]),
            "linear model alone": quality(rows, told["linear"]),
            "answers_sha256": sha(OUT_OF_FOLD),
        },
        "weak": list(WEAK),
    }
    (folder / "card.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    shutil.copy(folder / "card.json", runs[0] / "card.json")


if __name__ == "__main__":
    main()
