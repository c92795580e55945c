"""Time per stage and peak memory, beside a peer on the same texts in the same run.

usage: python -m benchmarks.stages [ARTICLES.jsonl]

Without a file the seeds and the gold articles under ../shared are read, and without those the examples. The peer is
the bare spaCy pipeline that reads the words for us: what is above it is the price of everything else.
Figures are of one run on one process of one thread; on a shared machine they swing by some 20 percent.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from twosource.desk import Desk
from twosource.domain.reading import Reading
from twosource.inference.shipped import shipped
from twosource.pipeline import Pipeline, standard
from twosource.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def inputs(arguments: list[str]) -> Path:
    """The articles to read: those named, else the gold articles, else the examples."""
    gold = SHARED / "gold" / "articles.jsonl"
    return Path(arguments[0]) if arguments else gold if gold.exists() else ROOT / "examples"


def cold(path: Path) -> tuple[float, float]:
    """Seconds and peak MiB of one whole `twosource check` as its own process."""
    code = (
        "import resource, subprocess, sys, time; t = time.perf_counter();"
        "subprocess.run([sys.executable, '-m', 'twosource', 'check', '--json', sys.argv[1]], check=True, stdout=subprocess.DEVNULL,"
        " stderr=subprocess.DEVNULL);"
        "print(time.perf_counter() - t, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    seconds, peak = map(float, done.stdout.split())
    return seconds, peak


def warm(pipeline: Pipeline, readings: list[Reading]) -> dict[str, float]:
    """Seconds a stage over all articles, within and across, in the order of the pipeline."""
    seconds: dict[str, float] = {}

    def watch(stage: str, _articles: int, took: float) -> None:
        seconds[stage] = seconds.get(stage, 0.0) + took

    read_ = pipeline.read(readings, watch)
    for story in pipeline.group(read_, (), watch):
        pipeline.compare(story, read_, watch)
    return seconds


def main(arguments: list[str]) -> None:
    """Measure and print."""
    console = Console()
    path = inputs(arguments)
    models = shipped()
    articles = [r.article for r in Desk(standard(models), Settings(), {}).take([str(path)]).readings]
    texts = [a.text for a in articles]
    words = sum(len(t.split()) for t in texts)
    pipeline = standard(models)
    warm(pipeline, [Reading(a) for a in articles[:2]])
    seconds = warm(pipeline, [Reading(a) for a in articles])
    began = time.perf_counter()
    models.language.parse(texts)
    peer = time.perf_counter() - began
    total = sum(seconds.values())
    table = Table(title=f"{len(articles)} articles, {words} words, one process, one thread")
    for column in ("stage", "seconds", "share", "words a second"):
        table.add_column(column, justify="left" if column == "stage" else "right")
    for stage, took in seconds.items():
        table.add_row(stage, f"{took:.3f}", f"{took / total:.1%}", f"{words / took:,.0f}" if took else "-")
    table.add_section()
    table.add_row("all stages", f"{total:.3f}", "100%", f"{words / total:,.0f}")
    table.add_row("peer: bare spaCy", f"{peer:.3f}", f"{peer / total:.1%}", f"{words / peer:,.0f}")
    console.print(table)
    console.print(f"articles of 744 words a second and core: {words / total / 744:.2f}; peak memory {_peak():.0f} MiB")
    seeds = SHARED / "seeds"
    if seeds.is_dir():
        took, peak = cold(seeds)
        console.print(f"the two seeds, cold, whole process: {took:.2f} s, peak {peak:.0f} MiB")
    print(json.dumps({"words_per_second": round(words / total), "stages": {k: round(v, 3) for k, v in seconds.items()}}))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
