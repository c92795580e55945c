"""python -m train.evaluate: dev scores and speed of the model folder that the package loads, read as the package reads it."""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from twosource.inference.onnx import HOME, OnnxTagger

from . import data
from .__main__ import Config
from .measure import score


def predict(folder: Path, gold: Path) -> Iterator[dict]:
    """Rows for the scorer."""
    tagger = OnnxTagger(folder)
    begun = time.process_time()
    read = words = 0
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        (found,) = tagger.tag([row["text"]], [data.sentences(row["text"])])
        read, words = read + 1, words + len(row["text"].split())
        spans = [{"label": s.label, "start": s.start, "end": s.end, "attribution": s.link} for s in found]
        yield {"id": row["id"], "spans": spans}
    passed = time.process_time() - begun
    rate = words / passed / 744
    print(f"{read} articles, {words} words in {passed:.1f} s on one thread: {rate:.2f} articles of 744 words a second", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m train.evaluate", description=__doc__)
    parser.add_argument("--folder", type=Path, default=HOME)
    parser.add_argument("--shared", type=Path, default=Path(Config.shared))
    parser.add_argument("--gold", type=Path, default=None, help="rows with id, text and attributions; PolNeAR dev if not given")
    asked = parser.parse_args()
    gold = asked.gold or asked.shared / "data" / "attribution" / "polnear_dev.jsonl"
    with tempfile.TemporaryDirectory() as room:
        print(json.dumps(score(asked.shared, gold, predict(asked.folder, gold), Path(room) / "predicted.jsonl")))


if __name__ == "__main__":
    main()
