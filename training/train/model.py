"""One encoder, a conditional random field over words, and a linker that gives every content its cue and every cue its source."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoConfig, BertModel, MPNetModel
from transformers.modeling_outputs import BaseModelOutput

from twosource.inference.decoding import FEATURES, LABELS, ROLES, legal
from twosource.inference.windows import KINDS

from .data import Window

Batch = dict[str, Tensor]


class Teacher(nn.Module):
    """MPNet asked as BERT is asked. It has no segment embedding of its own, so one that says nothing at first is added to its words."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.mpnet = MPNetModel.from_pretrained(str(base), attention_probs_dropout_prob=0.0, add_pooling_layer=False)
        self.config = self.mpnet.config
        self.token_type = nn.Embedding(KINDS, self.config.hidden_size)
        nn.init.zeros_(self.token_type.weight)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> BaseModelOutput:
        words = self.mpnet.embeddings.word_embeddings(input_ids) + self.token_type(token_type_ids)
        return self.mpnet(inputs_embeds=words, attention_mask=attention_mask)


def encoder(base: Path) -> BertModel | Teacher:
    """The base encoder, its single segment embedding copied for every kind of piece."""
    if AutoConfig.from_pretrained(str(base)).model_type == "mpnet":
        return Teacher(base)
    model = BertModel.from_pretrained(str(base), attention_probs_dropout_prob=0.0, add_pooling_layer=False)
    old = model.embeddings.token_type_embeddings.weight.data[0]
    model.embeddings.token_type_embeddings = nn.Embedding(KINDS, old.shape[0])
    model.embeddings.token_type_embeddings.weight.data[:] = old
    model.config.type_vocab_size = KINDS
    return model


class Pair(nn.Module):
    """How well two spans go together: a bilinear term and a small network over both and what stands between them."""

    def __init__(self, size: int, hidden: int) -> None:
        super().__init__()
        self.left = nn.Linear(size, hidden, bias=False)
        self.right = nn.Linear(size, hidden, bias=False)
        self.features = nn.Linear(FEATURES, hidden)
        self.out = nn.Linear(hidden, 1, bias=False)
        self.bilinear = nn.Parameter(torch.zeros(size, size))

    def forward(self, left: Tensor, right: Tensor, features: Tensor) -> Tensor:
        hidden = torch.relu(self.left(left) + self.right(right) + self.features(features))
        return self.out(hidden)[..., 0] + ((left @ self.bilinear) * right).sum(-1)


class Linker(nn.Module):
    """Names of its weights are those that `twosource.inference.decoding` reads."""

    def __init__(self, states: int, size: int = 96, hidden: int = 96) -> None:
        super().__init__()
        self.span = nn.ModuleDict({role: nn.Linear(2 * states, size) for role in ROLES})
        self.cue_of = Pair(size, hidden)
        self.source_of = Pair(size, hidden)
        self.none = nn.Linear(size, 1)


class Tagger(nn.Module):
    def __init__(self, bert: BertModel | Teacher, states: int = 128) -> None:
        super().__init__()
        self.bert = bert
        width = bert.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.labels = nn.Linear(width, len(LABELS))
        self.states = nn.Linear(width, states)
        self.moves = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.linker = Linker(states)
        follow, _, _ = legal()
        self.register_buffer("illegal", torch.from_numpy(~follow), persistent=False)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> tuple[Tensor, Tensor]:
        """Label scores and link states of every piece."""
        seen = self.bert(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids)
        hidden = self.drop(seen.last_hidden_state)
        return self.labels(hidden), self.states(hidden)

    def tag_loss(self, emissions: Tensor, labels: Tensor, target: Tensor, mask: Tensor) -> Tensor:
        """Negative log likelihood per word: of gold sequences, where `target` holds a 1 for each gold label, or expected under its probabilities.

        The expectation leaves out how likely a label follows another, from which only `moves` would learn: with lessons these stay as they are.
        """
        moves = self.moves.masked_fill(self.illegal, -1e4)
        gold = (emissions * target).sum() + (moves[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]).sum()
        alpha = emissions[:, 0]
        for t in range(1, emissions.shape[1]):
            step = torch.logsumexp(alpha[:, :, None] + moves, dim=1) + emissions[:, t]
            alpha = torch.where(mask[:, t, None] > 0, step, alpha)
        return (torch.logsumexp(alpha, dim=1).sum() - gold) / mask.sum()

    def link_loss(self, states: Tensor, batch: Batch) -> Tensor:
        """Mean cross entropy of choosing a cue for each content, and a source or none for each cue."""
        flat = states.reshape(-1, states.shape[-1])
        vectors = {role: torch.relu(self.linker.span[role](flat[batch[f"span.{role}"]].flatten(1))) for role in ROLES}
        cue, source, content = (vectors[role] for role in ("cue", "source", "content"))
        total = flat.sum() * 0.0
        a, b = batch["cue_of.pairs"].unbind(1)
        scores = self.linker.cue_of(content[a], cue[b], batch["cue_of.features"])
        total = total + choice(scores, a, len(content), batch["cue_of.gold"], None)
        a, b = batch["source_of.pairs"].unbind(1)
        scores = self.linker.source_of(cue[a], source[b], batch["source_of.features"])
        return total + choice(scores, a, len(cue), batch["source_of.gold"], self.linker.none(cue)[:, 0])


def choice(scores: Tensor, asker: Tensor, askers: int, gold: Tensor, none: Tensor | None) -> Tensor:
    """Mean cross entropy over askers. `gold` is the pair chosen, -1 for none, -2 where the answer lies outside the window."""
    asked = gold >= 0 if none is None else gold >= -1
    if not asked.any():
        return scores.sum() * 0.0
    top = torch.full((askers,), -1e4) if none is None else none
    top = top.to(scores.device).detach().float()
    top = top.scatter_reduce(0, asker, scores.detach().float(), "amax")
    weight = torch.exp(scores - top[asker])
    mass = torch.zeros_like(top).index_add(0, asker, weight)
    if none is not None:
        mass = mass + torch.exp(none - top)
    chosen = torch.zeros_like(top) if none is None else none
    if len(scores):
        chosen = torch.where(gold >= 0, scores[gold.clamp(min=0)], chosen)
    return ((top + torch.log(mass.clamp(min=1e-30)) - chosen) * asked).sum() / asked.sum()


def collate(windows: list[Window]) -> Batch:
    """Windows as padded tensors; spans as piece numbers into the flattened batch."""
    size = max(len(w.ids) for w in windows)
    words = max(len(w.first) for w in windows)
    out = {name: torch.zeros(len(windows), size, dtype=torch.long) for name in ("ids", "kinds", "mask")}
    out |= {name: torch.zeros(len(windows), words, dtype=torch.long) for name in ("first", "labels", "words")}
    out["target"] = torch.zeros(len(windows), words, len(LABELS))
    spans: dict[str, list] = {role: [] for role in ROLES}
    links: dict[str, list] = {f"{name}.{part}": [] for name in ("cue_of", "source_of") for part in ("pairs", "features", "gold")}
    for n, w in enumerate(windows):
        out["ids"][n, : len(w.ids)] = torch.from_numpy(w.ids)
        out["kinds"][n, : len(w.ids)] = torch.from_numpy(w.kinds)
        out["mask"][n, : len(w.ids)] = 1
        out["first"][n, : len(w.first)] = torch.from_numpy(w.first)
        out["labels"][n, : len(w.first)] = torch.from_numpy(w.labels)
        out["target"][n, : len(w.first)] = torch.from_numpy(w.target)
        out["words"][n, : len(w.first)] = 1
        base = {role: len(spans[role]) for role in ROLES}
        for role in ROLES:
            spans[role] += [(n * size + w.first[s], n * size + w.first[e - 1]) for s, e in w.spans[role]]
        for name, left, right, gold, features in (
            ("cue_of", "content", "cue", w.cue_of, w.content_features),
            ("source_of", "cue", "source", w.source_of, w.source_features),
        ):
            pairs, answers = links[f"{name}.pairs"], links[f"{name}.gold"]
            wide = len(w.spans[right])
            for i, answer in enumerate(gold):
                answers.append(len(pairs) + answer if answer >= 0 else answer)
                pairs += [(base[left] + i, base[right] + j) for j in range(wide)]
            links[f"{name}.features"].append(torch.from_numpy(features.reshape(-1, FEATURES)))
    for role in ROLES:
        out[f"span.{role}"] = torch.tensor(spans[role], dtype=torch.long).reshape(-1, 2)
    for name in ("cue_of", "source_of"):
        out[f"{name}.pairs"] = torch.tensor(links[f"{name}.pairs"], dtype=torch.long).reshape(-1, 2)
        out[f"{name}.gold"] = torch.tensor(links[f"{name}.gold"], dtype=torch.long)
        out[f"{name}.features"] = torch.cat(links[f"{name}.features"])
    return out
