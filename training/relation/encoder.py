"""python -m relation.encoder: trains layers of their own for relations, on top of the lower half of the encoder that reads attributions.

Scores five folds (no sentence in two), then trains on all rows; every net is kept in ``--runs``, so that a stopped run goes on.
"""

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from train.__main__ import HERE, base_folder
from train.export import LOWER
from train.model import encoder
from train.upper import FAR, averages, through
from transformers import BertModel

from twosource.inference.model import Pair
from twosource.inference.onnx import OnnxTagger
from twosource.inference.relation import sides

from .rows import FOLDS, Row, folds_of, manual, plv, quads, span_of
from .sentences import sentences


@dataclass(frozen=True)
class Config:
    name: str
    base: str = ""
    shared: str = str(HERE.parents[1] / "shared")
    runs: str = str(HERE / "out" / "runs")
    lower: str = str(HERE.parent / "src" / "twosource" / "models" / "attribution")  # whose lower layers are used
    folds: str = "01234a"  # which to train; "a" is all rows
    seed: int = 1
    epochs: int = 4
    batch: int = 32
    rate: float = 2e-4
    head_rate: float = 1e-3
    smooth: float = 0.1
    made: int = 40  # invented sentences a root
    made_weight: float = 0.3
    manual_weight: float = 0.7
    threads: int = 1


@dataclass(frozen=True)
class Item:
    """A sentence with two parties, ready for the upper layers."""

    row: Row
    states: Tensor  # of its pieces, from the lower layers
    sides: Tensor  # 0, or 1 in the source, or 2 in the target
    label: int
    weight: float


class Net(nn.Module):
    """Upper layers of MiniLM over shared states, told who is source and who is target; three answers from one pooled vector."""

    def __init__(self, bert: BertModel, quad_of: Sequence[int]) -> None:
        super().__init__()
        width = bert.config.hidden_size
        self.layers = nn.ModuleList(bert.encoder.layer[LOWER:])
        self.side = nn.Embedding(3, width)
        nn.init.normal_(self.side.weight, std=0.02)
        nn.init.zeros_(self.side.weight[0:1])
        self.look = nn.Linear(width, 1)
        self.drop = nn.Dropout(0.2)
        self.mid = nn.Linear(4 * width, 256)
        self.root, self.quad, self.binary = nn.Linear(256, len(quad_of)), nn.Linear(256, 4), nn.Linear(256, 2)
        self.register_buffer("quad_of", torch.tensor(quad_of) - 1, persistent=False)

    def heads(self, states: Tensor, sides: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of roots, of quads, and of cooperation and conflict."""
        x = through(self.layers, states + self.side(sides), mask)
        seen = torch.softmax(self.look(x)[..., 0].float().masked_fill(mask == 0, FAR), dim=1)
        parts = [_mean(x, w) for w in ((sides == 1).float(), (sides == 2).float(), mask.float())]
        pooled = torch.cat([*parts, (x * seen[..., None]).sum(1)], dim=1)
        h = self.drop(torch.relu(self.mid(self.drop(pooled))))
        return self.root(h), self.quad(h), self.binary(h)

    def forward(self, states: Tensor, sides: Tensor, mask: Tensor) -> Tensor:
        """Scores of roots by all three answers: what a root, its quad and its side of conflict say of it."""
        root, quad, binary = (torch.log_softmax(x.float(), dim=1) for x in self.heads(states, sides, mask))
        return root + 0.5 * quad[:, self.quad_of] + 0.5 * binary[:, (self.quad_of > 1).long()]

    def loss(self, batch: Sequence[Tensor], smooth: float) -> Tensor:
        """Weighted cross-entropy of the three answers."""
        states, sides, mask, label, weight = batch
        with torch.autocast(states.device.type, dtype=torch.bfloat16):
            root, quad, binary = self.heads(states, sides, mask)
        gold = (label, self.quad_of[label], (self.quad_of[label] > 1).long())
        each = [
            nn.functional.cross_entropy(x.float(), y, reduction="none", label_smoothing=smooth)
            for x, y in zip((root, quad, binary), gold, strict=True)
        ]
        return ((each[0] + 0.5 * each[1] + 0.5 * each[2]) * weight).sum() / weight.sum()


def _mean(x: Tensor, weight: Tensor) -> Tensor:
    total: Tensor = (x * weight[..., None]).sum(1) / weight.sum(1, keepdim=True).clamp(min=1)
    return total


def items(rows: Sequence[tuple[Row, float]], labels: Sequence[str], shipped: Path) -> list[Item]:
    """Rows with the states that the lower half of the shipped encoder has of them, int8 as at run time."""
    lower = OnnxTagger(shipped)
    made = []
    for row, weight in rows:
        offsets, states = lower.halfway(row["text"])
        pair = Pair(*((span.start, span.end) for span in (span_of(row, "source"), span_of(row, "target"))))
        made.append(Item(row, torch.from_numpy(states), torch.from_numpy(sides(offsets, pair)), labels.index(row["root"]), weight))
    return made


def collate(part: Sequence[Item]) -> tuple[Tensor, ...]:
    """Padded states and sides, a mask, labels and weights."""
    size = max(len(item.sides) for item in part)
    states = torch.zeros(len(part), size, part[0].states.shape[1])
    sides = torch.zeros(len(part), size, dtype=torch.long)
    mask = torch.zeros(len(part), size, dtype=torch.long)
    for n, item in enumerate(part):
        states[n, : len(item.sides)] = item.states
        sides[n, : len(item.sides)] = item.sides
        mask[n, : len(item.sides)] = 1
    return states, sides, mask, torch.tensor([i.label for i in part]), torch.tensor([i.weight for i in part])


def weighed(data: Sequence[Item], classes: int) -> list[Item]:
    """Rare roots weigh more, by the root of their rarity."""
    count = np.bincount([i.label for i in data], weights=[i.weight for i in data], minlength=classes)
    scale = np.sqrt(count.mean() / np.maximum(count, 1e-9))
    return [Item(i.row, i.states, i.sides, i.label, float(i.weight * scale[i.label])) for i in data]


def scores(net: Net, data: Sequence[Item]) -> np.ndarray:
    """Log scores of roots for every item."""
    net.eval()
    with torch.no_grad():
        return np.concatenate([net(*collate(data[i : i + 32])[:3]).numpy() for i in range(0, len(data), 32)])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m relation.encoder", description=__doc__)
    parser.add_argument("name")
    for field in fields(Config)[1:]:
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    config = Config(**vars(parser.parse_args()))
    torch.set_num_threads(config.threads)
    folder = Path(config.runs) / config.name
    folder.mkdir(parents=True, exist_ok=True)
    base = base_folder(config)  # type: ignore[arg-type]
    real = plv(Path(config.shared))
    labels = sorted({row["root"] for row in real})
    quad_of = [quads(real)[label] for label in labels]
    extra = [(row, config.manual_weight) for row in manual(Path(config.shared), real)]
    extra += [(row, config.made_weight) for row in sentences(seed=1, each=config.made)]
    data = items([*((row, 1.0) for row in real), *extra], labels, Path(config.lower))
    fold = folds_of(real)
    (folder / "config.json").write_text(json.dumps(asdict(config), indent=1) + "\n", encoding="utf-8")
    for which in config.folds:
        kept = folder / f"net-{which}.pt"
        held = [n for n, f in enumerate(fold) if str(f) == which]
        if not kept.exists():
            torch.manual_seed(1)  # runs that begin with the same heads can be averaged
            net = Net(encoder(base), quad_of)
            torch.manual_seed(config.seed)
            dice = random.Random(config.seed * 100 + ord(which))
            rest = weighed([i for n, i in enumerate(data) if n not in set(held)], len(labels))
            told = partial(_loss, net, config.smooth)
            *_, mean = averages(net, rest, lambda i: len(i.sides), told, config, steady=0.98, dice=dice)
            net.load_state_dict(mean)
            torch.save(net.state_dict(), kept.with_suffix(".new"))
            kept.with_suffix(".new").replace(kept)
            if held:
                answers = scores(net, [data[n] for n in held])
                right = float(np.mean([a == data[n].label for a, n in zip(answers.argmax(1), held, strict=True)]))
                _write(folder / f"fold-{which}.jsonl", [{"id": real[n]["id"], **_named(labels, a)} for a, n in zip(answers, held, strict=True)])
                print(f"fold {which}: {100 * right:.1f} % right of {len(held)}", flush=True)


def _loss(net: Net, smooth: float, part: Sequence[Item]) -> Tensor:
    return net.loss(collate(part), smooth)


def _named(labels: Sequence[str], answer: np.ndarray) -> dict[str, float]:
    return {label: round(float(x), 4) for label, x in zip(labels, answer, strict=True)}


def _write(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    assert FOLDS < 10
    main()
