"""Teaches a reader of two passages what one event is (``events``), then what one claim is, story by story held out (``claims``).

usage: python -m pairs events START.pt
       python -m pairs claims STORIES.jsonl START.pt OUT_DIR
       python -m pairs export NET.pt OUT.onnx

STORIES.jsonl is written by ``training/pairs/stories.py``. ``claims`` leaves, for each third of the stories, ``0.pt`` to ``2.pt`` and what the
reader that never saw them makes of their pairs in ``scores.jsonl``.
"""

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from train.__main__ import Config, base_folder

from .export import to_onnx
from .net import Coder, Net, encoder, scores
from .rows import CLAIM, Couple, Side, answers, events, headlines, rows
from .train import Pace, average_precision, learn

APART = 3  # readers, each taught without a third of the stories
PASSES = 2  # over what is one claim, each with other pairs that are not
OTHERS = 4  # pairs that are not one claim, for each that is
HARD = 0.7  # share of these that are taken from the most probable ones
FIRST = Pace(batch=64, rate=2e-4, head_rate=1e-3)
THEN = Pace(batch=32, rate=1e-4, head_rate=5e-4, frozen=2)
Story = dict[str, Any]


def taught_events(coder: Coder, base: Path, shared: Path) -> Net:
    """A reader that has seen ECB+ train, NAnCo and Emergent once."""
    dice = random.Random(1)
    plan = events(shared / "data/coreference/ecbplus_train.jsonl", dice)
    plan += answers(shared / "data/agreement") + headlines(shared / "data/agreement", dice)
    dice.shuffle(plan)
    torch.manual_seed(1)
    net = Net(encoder(base))
    learn(net, coder, plan, FIRST)
    return net


def sides(story: Story) -> list[Side]:
    """The statements of a story."""
    return [Side(s["text"], s["start"], s["end"], tuple(s["head"])) for s in story["sides"]]


def claims(stories: Sequence[Story], dice: random.Random) -> list[Couple]:
    """Pairs of these stories that are one claim, and for each of them some that are not, likely ones first."""
    made = []
    for story in stories:
        known = sides(story)
        used = [(first, known[left], known[right], same) for _, left, right, first, same, learnt, _ in story["pairs"] if learnt]
        one = [Couple(a, b, True, CLAIM) for _, a, b, same in used if same]
        other = [Couple(a, b, False, CLAIM) for _, a, b, same in sorted(used, key=lambda u: -u[0]) if not same]
        wanted = OTHERS * len(one)
        near, rest = other[: int(1.2 * wanted)], other[int(1.2 * wanted) :]
        made += one + dice.sample(near, min(len(near), int(HARD * wanted))) + dice.sample(rest, min(len(rest), int((1 - HARD) * wanted)))
    dice.shuffle(made)
    return made


def heard(net: Net, coder: Coder, story: Story) -> dict[str, Any]:
    """What a reader makes of the pairs of a story that are worth reading: [place, log odds of one event, of one claim]."""
    known = sides(story)
    worth = [pair for pair in story["pairs"] if pair[-1]]
    told = scores(net, coder, [(known[left], known[right]) for _, left, right, *_ in worth])
    return {"story": story["story"], "version": story["version"], "odds": [[pair[0], *odds] for pair, odds in zip(worth, told, strict=True)]}


def apart(coder: Coder, base: Path, stories: Sequence[Story], start: Path, out: Path) -> None:
    """Teach a reader for each third of the stories, and let it read that third."""
    out.mkdir(parents=True, exist_ok=True)
    with (out / "scores.jsonl").open("w", encoding="utf-8") as lines:
        for fold in range(APART):
            dice = random.Random(fold + 5)
            net = Net(encoder(base))
            net.load_state_dict(torch.load(start))
            rest = [s for s in stories if s["version"] == "whole" and s["story"] % APART != fold]
            learn(net, coder, [couple for _ in range(PASSES) for couple in claims(rest, dice)], THEN)
            torch.save(net.state_dict(), out / f"{fold}.pt")
            for story in (s for s in stories if s["story"] % APART == fold):
                made = heard(net, coder, story)
                lines.write(json.dumps(made) + "\n")
                same = {pair[0]: pair[4] for pair in story["pairs"] if pair[5]}
                judged = [(odds, same[place]) for place, _, odds in made["odds"] if place in same]
                if judged:
                    print(
                        f"story {story['story']} {story['version']}: average precision {average_precision(*zip(*judged, strict=True)):.1f}",
                        flush=True,
                    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m pairs", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(Config.shared))
    parser.add_argument("--base", default="")
    steps = parser.add_subparsers(dest="step", required=True)
    steps.add_parser("events").add_argument("start", type=Path)
    last = steps.add_parser("claims")
    for name in ("stories", "start", "out"):
        last.add_argument(name, type=Path)
    ship = steps.add_parser("export")
    for name in ("net", "out"):
        ship.add_argument(name, type=Path)
    asked = parser.parse_args()
    torch.set_num_threads(1)
    base = base_folder(Config("pairs", base=asked.base))
    coder = Coder(base)
    if asked.step == "events":
        torch.save(taught_events(coder, base, asked.shared).state_dict(), asked.start)
    elif asked.step == "export":
        net = Net(encoder(base))
        net.load_state_dict(torch.load(asked.net))
        to_onnx(net, asked.out)
    else:
        apart(coder, base, list(rows(asked.stories)), asked.start, asked.out)


if __name__ == "__main__":
    main()
