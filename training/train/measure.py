"""Dev scores of a tagger, by the scorer that everybody uses."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch

from twosource.inference import decoding
from twosource.inference.windows import keepers, windows

from . import data
from .model import Tagger, Teacher, collate, encoder

REACH = 256  # words between a span and its cue


def weights(state: dict[str, torch.Tensor]) -> dict[str, np.ndarray]:
    """What decoding needs beside the encoder's graph."""
    named = {k.removeprefix("linker."): v.detach().cpu().numpy() for k, v in state.items() if k.startswith("linker.")}
    return named | {"moves": state["moves"].detach().cpu().numpy()}


@torch.no_grad()
def read(model: Tagger, one: data.Article, size: int, overlap: int, marks: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Label scores and link states of an article's words."""
    found = windows(one.pieces, one.sentences, size, overlap)
    labels, states = [], []
    batch = collate([data.window(one, low, high, *marks) for low, high in found])
    device = next(model.parameters()).device
    # A teacher is never shipped, so its figures need no more than training has.
    with torch.autocast(device.type, dtype=torch.bfloat16, enabled=isinstance(model.bert, Teacher)):
        a, b = model(batch["ids"].to(device), batch["mask"].to(device), batch["kinds"].to(device))
    for n, ((low, _), (first, last)) in enumerate(zip(found, keepers(found, len(one.pieces.ids)), strict=True)):
        labels.append(a[n, first - low + 1 : last - low + 1].float().cpu().numpy())
        states.append(b[n, first - low + 1 : last - low + 1].float().cpu().numpy())
    return np.concatenate(labels)[one.pieces.first], np.concatenate(states)[one.pieces.first]


def rows(of: data.Article, emissions: np.ndarray, states: np.ndarray, named: dict[str, np.ndarray]) -> dict:
    """A row as the scorer wants it; a source of several cues stands once for each."""
    found = decoding.spans(decoding.viterbi(emissions, named["moves"]))
    cue_of, source_of = decoding.Linker(of.pieces, found, states, named, REACH).link()
    out = [("cue", span, n) for n, span in enumerate(found["cue"])]
    out += [("content", span, cue_of[n]) for n, span in enumerate(found["content"])]
    for n, span in enumerate(found["source"]):
        out += [("source", span, c) for c in [c for c, s in enumerate(source_of) if s == n] or [None]]
    p = of.pieces
    return {
        "id": of.id,
        "spans": [{"label": role, "start": int(p.starts[s]), "end": int(p.ends[e - 1]), "attribution": link} for role, (s, e), link in out],
    }


def score(shared: Path, gold: Path, predicted: Iterable[dict], kept: Path) -> dict:
    kept.write_text("".join(json.dumps(row) + "\n" for row in predicted), encoding="utf-8")
    told = subprocess.run(
        [sys.executable, str(shared / "score" / "attribution.py"), str(gold), str(kept)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return json.loads(told)


def measure(state: dict[str, torch.Tensor], config, base: Path, folder: Path) -> dict:
    tokens = data.tokenizer(base)
    marks = data.marks(tokens)
    shared = Path(config.shared)
    gold = shared / "data" / "attribution" / "polnear_dev.jsonl"
    model = Tagger(encoder(base))
    model.load_state_dict(state)
    model.eval()
    named = weights(state)
    predicted = [rows(one, *read(model, one, config.size, config.overlap, marks), named) for one in data.articles(gold, tokens)]
    return score(shared, gold, predicted, folder / "dev.jsonl")
