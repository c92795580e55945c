"""How a reader of pairs is taught, and how well its scores rank pairs."""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from .net import Coder, Net
from .rows import Couple, Side


@dataclass(frozen=True, slots=True)
class Pace:
    """How a run goes. Rates fall layer by layer by ``decay`` from the top; layers below ``frozen``, and all that embeds words, stay as they are."""

    batch: int
    rate: float
    head_rate: float
    decay: float = 0.9
    frozen: int = -1
    steady: float = 0.99
    seed: int = 1


def groups(net: Net, pace: Pace) -> list[dict]:
    """Weights that learn, with the height of their rate."""
    depth = net.bert.config.num_hidden_layers
    made = []
    for name, weight in net.named_parameters():
        layer = int(name.split(".layer.")[1].split(".")[0]) if ".layer." in name else -1
        if "word_embeddings" in name or "position_embeddings" in name or (name.startswith("bert.") and layer < pace.frozen):
            weight.requires_grad_(False)
            continue
        top = pace.head_rate if "token_type" in name or not name.startswith("bert.") else pace.rate * pace.decay ** (depth - 1 - layer)
        made.append({"params": [weight], "lr": 0.0, "top": top, "weight_decay": 0.01 if weight.ndim > 1 else 0.0})
    return made


def batches(coder: Coder, plan: Sequence[Couple], size: int, dice: random.Random) -> list[list[tuple[Side, Side, Couple]]]:
    """Pairs of like length together, half of them turned round."""
    turned = [(c.right, c.left, c) if dice.random() < 0.5 else (c.left, c.right, c) for c in plan]
    dice.shuffle(turned)
    parts = []
    for i in range(0, len(turned), size * 40):
        mine = sorted(turned[i : i + size * 40], key=lambda t: coder.size(t[0], t[1]))
        some = [mine[j : j + size] for j in range(0, len(mine), size)]
        dice.shuffle(some)
        parts += some
    return parts


def learn(net: Net, coder: Coder, plan: Sequence[Couple], pace: Pace) -> None:
    """One pass over ``plan``; the net is left with a moving average of its weights."""
    torch.manual_seed(pace.seed)
    optimizer = torch.optim.AdamW(groups(net, pace), betas=(0.9, 0.98), fused=True)
    parts = batches(coder, plan, pace.batch, random.Random(pace.seed))
    mean = {name: value.detach().clone() for name, value in net.state_dict().items() if value.dtype.is_floating_point}
    begun, seen = time.time(), 0.0
    net.train()
    for step, part in enumerate(parts, 1):
        height = min(step / len(parts) / 0.1, (1 - (step - 1) / len(parts)) / 0.9)
        for group in optimizer.param_groups:
            group["lr"] = group["top"] * height
        off = _loss(net, coder, part)
        off.backward()
        nn.utils.clip_grad_norm_([w for w in net.parameters() if w.requires_grad], 1.0)
        optimizer.step()
        optimizer.zero_grad()
        keep = min(pace.steady, step / (step + 10))
        with torch.no_grad():
            state = net.state_dict()
            for name, value in mean.items():
                value.lerp_(state[name], 1 - keep)
        seen = off.item() if step == 1 else seen * 0.96 + 0.04 * off.item()
        if step % 25 == 0 or step == len(parts):
            print(f"  step {step} of {len(parts)} loss {seen:.4f} {time.time() - begun:.0f} s", flush=True)
    net.load_state_dict(mean, strict=False)


def _loss(net: Net, coder: Coder, part: Sequence[tuple[Side, Side, Couple]]) -> Tensor:
    with torch.autocast("cpu", torch.bfloat16):
        made = net(*coder.batch([(a, b) for a, b, _ in part]))
    told = made.float()[torch.arange(len(part)), torch.tensor([c.task for _, _, c in part])]
    return nn.functional.binary_cross_entropy_with_logits(told, torch.tensor([float(c.same) for _, _, c in part]))


def average_precision(scores: Sequence[float], same: Sequence[bool]) -> float:
    """In percent."""
    hit, total = 0, 0.0
    for rank, n in enumerate(sorted(range(len(scores)), key=lambda n: -scores[n]), 1):
        if same[n]:
            hit += 1
            total += hit / rank
    return 100 * total / max(hit, 1)
