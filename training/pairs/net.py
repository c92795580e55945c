"""A reader of two passages at once, and how its batches are laid out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from train.model import encoder as _encoder
from transformers import BertModel

from .rows import Side

LONGEST = 48  # pieces of one side
KINDS = 6  # of pieces: around, in the statement, its head word, on either side
TASKS = 2


@dataclass(frozen=True, slots=True)
class Coded:
    """Pieces of a side and what each is: 0 around the statement, 1 in it, 2 its head word."""

    ids: tuple[int, ...]
    kinds: tuple[int, ...]


class Coder:
    """Turns sides into pieces; what is too long is cut around the statement's head."""

    def __init__(self, base: Path) -> None:
        self._tokens = Tokenizer.from_file(str(base / "tokenizer.json"))
        self._tokens.no_truncation()
        self._tokens.no_padding()
        self.opened, self.shut = (self._tokens.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
        self._known: dict[Side, Coded] = {}

    def side(self, side: Side) -> Coded:
        if side not in self._known:
            code = self._tokens.encode(side.text, add_special_tokens=False)
            kinds = [2 if s < side.head[1] and side.head[0] < e else int(s < side.end and side.start < e) for s, e in code.offsets]
            low = _cut(kinds)
            self._known[side] = Coded(tuple(code.ids[low : low + LONGEST]), tuple(kinds[low : low + LONGEST]))
        return self._known[side]

    def batch(self, pairs: Sequence[tuple[Side, Side]]) -> tuple[Tensor, Tensor, Tensor]:
        """Ids, kinds and mask of pairs, padded."""
        made = []
        for one, other in pairs:
            a, b = self.side(one), self.side(other)
            made.append(([self.opened, *a.ids, self.shut, *b.ids, self.shut], [0, *a.kinds, 0, *(k + 3 for k in b.kinds), 3]))
        size = max(len(ids) for ids, _ in made)
        ids, kinds, mask = (torch.zeros(len(made), size, dtype=torch.long) for _ in range(3))
        for n, (mine, of) in enumerate(made):
            ids[n, : len(mine)], kinds[n, : len(mine)], mask[n, : len(mine)] = torch.tensor(mine), torch.tensor(of), 1
        return ids, kinds, mask

    def size(self, one: Side, other: Side) -> int:
        return len(self.side(one).ids) + len(self.side(other).ids)


def _cut(kinds: Sequence[int]) -> int:
    """Where to begin, so that the statement, or at least what stands round its head, is kept."""
    if len(kinds) <= LONGEST:
        return 0
    inside = [n for n, k in enumerate(kinds) if k]
    heads = [n for n, k in enumerate(kinds) if k == 2]
    if not inside:
        return 0
    if inside[-1] - inside[0] < LONGEST:
        low = (inside[0] + inside[-1] + 1 - LONGEST) // 2
    else:
        low = (heads or inside)[0] - LONGEST // 2
        low = max(low, inside[0])
    return max(0, min(low, len(kinds) - LONGEST))


def encoder(base: Path) -> BertModel:
    """The base encoder, told six kinds of pieces apart."""
    model = _encoder(base)
    old = model.embeddings.token_type_embeddings.weight.data[0]
    made = nn.Embedding(KINDS, old.shape[0])
    made.weight.data[:] = old + 0.02 * torch.randn(KINDS, old.shape[0])
    model.embeddings.token_type_embeddings = made
    model.config.type_vocab_size = KINDS
    return model


class Net(nn.Module):
    """The encoder over both passages, and an answer from what it made of the two statements and of the whole."""

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        width = bert.config.hidden_size
        self.bert = bert
        self.drop = nn.Dropout(0.1)
        self.mid = nn.Linear(6 * width, 256)
        self.out = nn.Linear(256, TASKS)

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """A score for each pair and task: log odds of one."""
        states = self.bert(input_ids=ids, token_type_ids=kinds, attention_mask=mask).last_hidden_state.float()
        a, b = (_mean(states, (kinds > low) & (kinds < low + 3) & (mask > 0)) for low in (0, 3))
        x, y = (_mean(states, (kinds == of) & (mask > 0)) for of in (2, 5))
        pooled = torch.cat([states[:, 0], (a - b).abs(), a * b, (x - y).abs(), x * y, a + b], dim=1)
        return self.out(self.drop(nn.functional.gelu(self.mid(self.drop(pooled)))))


def _mean(states: Tensor, which: Tensor) -> Tensor:
    share = which.float()[..., None]
    return (states * share).sum(1) / share.sum(1).clamp(min=1)


def scores(net: Net, coder: Coder, pairs: Sequence[tuple[Side, Side]], batch: int = 64) -> list[list[float]]:
    """Log odds for each pair by task, in one reading order."""
    order = sorted(range(len(pairs)), key=lambda n: coder.size(*pairs[n]))
    made: list[list[float]] = [[] for _ in pairs]
    net.eval()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for i in range(0, len(order), batch):
            part = order[i : i + batch]
            for n, row in zip(part, net(*coder.batch([pairs[n] for n in part])).float().tolist(), strict=True):
                made[n] = row
    return made
