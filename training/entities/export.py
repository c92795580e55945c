"""python -m entities.export NAME: the upper layers of a trained run as ONNX, and what they answer on the scored sets.

The layers are not shipped: ``python -m evaluation.tables.entities`` scores the answers that stand in ``answers.jsonl``.
"""

import argparse
import json
import tempfile
from pathlib import Path

import torch
from evaluation.tables.entities import ANSWERS, SETS, key
from torch import Tensor, nn
from train.__main__ import base_folder
from train.export import quantized
from train.model import encoder

from twosource.inference.onnx import OnnxTagger
from twosource.inference.spacy import SpacyModel

from .encoder import Config, Net
from .reader import Reader


class Graph(nn.Module):
    """One stretch at a time, so that nothing is padded."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, states: Tensor) -> Tensor:
        made: Tensor = self.net(states, torch.ones(states.shape[:2], dtype=torch.long))
        return made


def to_onnx(net: Net, path: Path) -> None:
    """The upper layers, int8 per channel; the labels stay fp32."""
    net.eval()
    with tempfile.TemporaryDirectory() as room:
        full = Path(room) / "full.onnx"
        torch.onnx.export(
            Graph(net), (torch.randn(1, 7, net.labels.in_features),), str(full), input_names=["states"], output_names=["labels"],
            opset_version=17, dynamo=False, dynamic_axes={"states": {1: "pieces"}, "labels": {1: "pieces"}},
        )  # fmt: skip
        quantized(full, path, ("net/labels",))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m entities.export", description=__doc__)
    parser.add_argument("name")
    parser.add_argument("--runs", type=Path, default=Path(Config.runs))
    asked = parser.parse_args()
    folder = asked.runs / asked.name
    config = Config(**json.loads((folder / "config.json").read_text(encoding="utf-8")))
    net = Net(encoder(base_folder(config)))  # type: ignore[arg-type]
    net.load_state_dict(torch.load(folder / "net.pt", map_location="cpu"))
    to_onnx(net, folder / "upper.onnx")
    reader, language = Reader(OnnxTagger(Path(config.lower)), folder / "upper.onnx"), SpacyModel()
    found: dict[str, list[list[int | str]]] = {}
    for data in SETS.values():
        texts = [text for text, _ in data()]
        for text, parts in zip(texts, language.parse(texts), strict=True):
            found[key(text)] = [list(name) for name in reader.names(text, [(tokens[0].start, tokens[-1].end) for tokens in parts])]
    ANSWERS.write_text("".join(json.dumps({"key": k, "names": names}) + "\n" for k, names in found.items()), encoding="utf-8")


if __name__ == "__main__":
    main()
