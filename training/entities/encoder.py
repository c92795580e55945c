"""python -m entities.encoder NAME: trains layers of their own for names, on top of the lower half of the encoder that reads attributions.

The lower half does not change, so its states are made once. The net is kept in ``--runs``, and the run gets a row in ``runs.jsonl``.
"""

import argparse
import hashlib
import json
import math
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
from transformers import BertModel

from twosource.inference.onnx import OnnxTagger

from .reader import LABELS, firsts
from .rows import FILES, Text, texts

FAR = -1e4
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
        x = self.drop(states)
        hidden = (1.0 - mask[:, None, None, :].float()) * FAR
        for layer in self.layers:
            made = layer(x, hidden)
            x = made[0] if isinstance(made, tuple) else made
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


def trained(data: Sequence[Item], net: Net, config: Config, kept: Path) -> dict[str, Tensor]:
    """A moving average of the weights over a run on these items; ``kept`` has it after each epoch."""
    dice = random.Random(config.seed)
    own, heads = list(net.layers.parameters()), list(net.labels.parameters())
    groups = [{"params": own, "lr": config.rate, "top": config.rate}, {"params": heads, "lr": config.head_rate, "top": config.head_rate}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    mean = {k: v.detach().clone() for k, v in net.state_dict().items()}
    total, step, begun = config.epochs * math.ceil(len(data) / config.batch), 0, time.time()
    for epoch in range(config.epochs):
        order = sorted(data, key=lambda item: len(item.labels) + 12 * dice.random())
        parts = [order[i : i + config.batch] for i in range(0, len(order), config.batch)]
        dice.shuffle(parts)
        net.train()
        for part in parts:
            step += 1
            height = min(step / total / 0.1, (1 - step / total) / 0.9)
            for group in optimizer.param_groups:
                group["lr"] = group["top"] * height
            loss = net.loss(*collate(part))
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            keep = min(0.99, step / (step + 10))
            with torch.no_grad():
                for name, value in net.state_dict().items():
                    mean[name].lerp_(value, 1 - keep)
            if step % 50 == 0:
                print(f"  epoch {epoch + 1} step {step} of {total} loss {loss.item():.3f} {time.time() - begun:.0f} s", flush=True)
        torch.save(mean, kept)
    return mean


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
    trained(data, net, config, folder / "net.pt")
    _log(config, len(data), time.time() - begun)


def _log(config: Config, count: int, seconds: float) -> None:
    told = {k: v for k, v in asdict(config).items() if k not in ("base", "shared", "runs", "lower")}
    data = {f"{n}.jsonl": hashlib.sha256((Path(config.shared) / f"data/entities/{n}.jsonl").read_bytes()).hexdigest() for n in FILES}
    row = {"config": told, "data": data, "texts": count, "seconds": round(seconds), "device": "cpu"}
    with Path(__file__).with_name("runs.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
