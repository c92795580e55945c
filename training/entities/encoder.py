"""python -m entities.encoder NAME: trains layers of their own for names, on top of the lower half of the encoder that reads attributions.

The lower half does not change, so its states are made once. The net is kept in ``--runs``, and the run gets a row in ``runs.jsonl``.
"""

import argparse
import hashlib
import json
import random
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import numpy as np
import torch
from evaluation.tables.entities import Name
from torch import Tensor, nn
from train.__main__ import HERE, base_folder
from train.export import LOWER
from train.model import encoder
from train.upper import averages, through
from transformers import BertModel

from twosource.inference.onnx import OnnxTagger

from .reader import LABELS, firsts
from .rows import FILES, Text, texts

UNASKED = -100
"""The label of what is no first piece of a word: these alone are asked."""


@dataclass(frozen=True)
class Config:
    name: str
    base: str = ""
    shared: str = str(HERE.parents[1] / "shared")
    runs: str = str(HERE / "out" / "runs")
    lower: str = str(HERE.parent / "src" / "twosource" / "models" / "attribution")  # whose lower layers are used
    seed: int = 1
    epochs: int = 5
    batch: int = 24
    rate: float = 2e-4
    head_rate: float = 1e-3
    drop: float = 0.1
    threads: int = 1
    limit: int = 0  # texts, to try it out


@dataclass(frozen=True)
class Item:
    """A stretch of text, ready for the upper layers."""

    states: Tensor  # of its pieces and the two marks around them, from the lower layers
    labels: Tensor


class Net(nn.Module):
    """Upper layers of MiniLM over shared states, and a label for every piece."""

    def __init__(self, bert: BertModel, drop: float = 0.0) -> None:
        super().__init__()
        self.layers = nn.ModuleList(bert.encoder.layer[LOWER:])
        self.drop = nn.Dropout(drop)
        self.labels = nn.Linear(bert.config.hidden_size, len(LABELS))

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Scores of labels."""
        x = through(self.layers, self.drop(states), mask)
        scores: Tensor = self.labels(self.drop(x))
        return scores

    def loss(self, states: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Cross-entropy of the labels of words."""
        with torch.autocast(states.device.type, dtype=torch.bfloat16):
            scores = self(states, mask)
        return nn.functional.cross_entropy(scores.float().flatten(0, 1), labels.flatten(), ignore_index=UNASKED)


def labelled(text: str, names: Sequence[Name], offsets: Sequence[tuple[int, int]]) -> Tensor:
    """Labels of pieces, with one more for each enclosing mark."""
    made = torch.full((len(offsets) + 2,), UNASKED)
    began: set[Name] = set()
    for n in firsts(text, offsets):
        start, end = offsets[n]
        name = next((name for name in names if start < name[1] and name[0] < end), None)
        made[n + 1] = 0 if name is None else LABELS.index(f"{'I' if name in began else 'B'}-{name[2]}")
        began |= {name} if name else set()
    return made


def items(data: Sequence[Text], shipped: Path) -> list[Item]:
    """Texts with the states that the lower half of the shipped encoder has of them, int8 as at run time."""
    lower = OnnxTagger(shipped)
    made = []
    for text, names in data:
        offsets, states = lower.halfway(text)
        if offsets:
            made.append(Item(torch.from_numpy(states.astype(np.float16)), labelled(text, names, offsets)))
    return made


def collate(part: Sequence[Item]) -> tuple[Tensor, Tensor, Tensor]:
    """Padded states and labels, and a mask."""
    size = max(len(item.labels) for item in part)
    states = torch.zeros(len(part), size, part[0].states.shape[1])
    labels = torch.full((len(part), size), UNASKED)
    mask = torch.zeros(len(part), size, dtype=torch.long)
    for n, item in enumerate(part):
        states[n, : len(item.labels)] = item.states.float()
        labels[n, : len(item.labels)] = item.labels
        mask[n, : len(item.labels)] = 1
    return states, labels, mask


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m entities.encoder", description=__doc__)
    parser.add_argument("name")
    for field in fields(Config)[1:]:
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    config = Config(**vars(parser.parse_args()))
    torch.set_num_threads(config.threads)
    torch.manual_seed(config.seed)
    net = Net(encoder(base_folder(config)), config.drop)  # type: ignore[arg-type]
    data = items(texts(Path(config.shared))[: config.limit or None], Path(config.lower))
    print(f"{len(data)} texts, {sum(len(i.labels) for i in data)} pieces", flush=True)
    folder = Path(config.runs) / config.name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(asdict(config), indent=1) + "\n", encoding="utf-8")
    begun = time.time()
    dice = random.Random(config.seed)
    for mean in averages(net, data, lambda i: len(i.labels), lambda part: net.loss(*collate(part)), config, steady=0.99, dice=dice):
        torch.save(mean, folder / "net.pt")
    _log(config, len(data), time.time() - begun)


def _log(config: Config, count: int, seconds: float) -> None:
    told = {k: v for k, v in asdict(config).items() if k not in ("base", "shared", "runs", "lower")}
    data = {f"{n}.jsonl": hashlib.sha256((Path(config.shared) / f"data/entities/{n}.jsonl").read_bytes()).hexdigest() for n in FILES}
    row = {"config": told, "data": data, "texts": count, "seconds": round(seconds), "device": "cpu"}
    with Path(__file__).with_name("runs.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
