"""Layers of their own above the lower half of the encoder: how they are gone through, and how they are trained."""

import math
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

import torch
from torch import Tensor, nn

T = TypeVar("T")

FAR = -1e4
"""What is added to the score of what must not be looked at."""


class Pace(Protocol):
    """How a run goes: what the ``Config`` of every such model holds."""

    @property
    def epochs(self) -> int: ...
    @property
    def batch(self) -> int: ...
    @property
    def rate(self) -> float: ...
    @property
    def head_rate(self) -> float: ...


def through(layers: Iterable[nn.Module], states: Tensor, mask: Tensor) -> Tensor:
    """States after these layers; where ``mask`` is 0 there is nothing."""
    hidden = (1.0 - mask[:, None, None, :].float()) * FAR
    for layer in layers:
        made = layer(states, hidden)
        states = made[0] if isinstance(made, tuple) else made
    return states


def averages(
    net: nn.Module, data: Sequence[T], size: Callable[[T], int], loss: Callable[[list[T]], Tensor], pace: Pace, *, steady: float, dice: random.Random
) -> Iterator[dict[str, Tensor]]:
    """After each epoch a moving average of the weights, which the next epoch goes on changing.

    Args:
        net: its ``layers`` learn at ``rate``, all else at ``head_rate``.
        data: what is learnt from; batches hold items of like ``size``.
        loss: of a batch.
        pace: epochs, batch and rates; these rise over the first tenth of the steps and fall to nothing.
        steady: share of the average that a step keeps at most.
        dice: orders the items.
    """
    own, heads = [], []
    for name, weight in net.named_parameters():
        (own if name.startswith("layers") else heads).append(weight)
    groups = [{"params": own, "lr": pace.rate, "top": pace.rate}, {"params": heads, "lr": pace.head_rate, "top": pace.head_rate}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    mean = {k: v.detach().clone() for k, v in net.state_dict().items()}
    total, step, begun = pace.epochs * math.ceil(len(data) / pace.batch), 0, time.time()
    for epoch in range(pace.epochs):
        order = sorted(data, key=lambda item: size(item) + 12 * dice.random())
        parts = [order[i : i + pace.batch] for i in range(0, len(order), pace.batch)]
        dice.shuffle(parts)
        net.train()
        for n, part in enumerate(parts, 1):
            step += 1
            height = min(step / total / 0.1, (1 - step / total) / 0.9)
            for group in optimizer.param_groups:
                group["lr"] = group["top"] * height
            off = loss(part)
            off.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            keep = min(steady, step / (step + 10))
            with torch.no_grad():
                for name, value in net.state_dict().items():
                    mean[name].lerp_(value, 1 - keep)
            if step % 50 == 0 or n == len(parts):
                print(f"  epoch {epoch + 1} step {step} of {total} loss {off.item():.3f} {time.time() - begun:.0f} s", flush=True)
        yield mean
