"""Time and memory over size: articles put into stories, and the claims of one story, on invented articles.

usage: python -m benchmarks.scale             to 10,000 articles grouped and to a story of 100 articles; some minutes
       python -m benchmarks.scale --full      to 100,000 and 1,000; some quarters of an hour
       python -m benchmarks.scale --write     keep the curves in docs/scale.md and docs/scale.svg besides

Seconds are of the processor, one thread, without making and reading the articles; memory is the peak of a process of its own for each size,
with the articles in it. The exponent is the slope of the curve where both axes are logarithmic: 1 is linear, n log n some 1.1 at these sizes.
"""

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.newsroom.crowds import one_story, stream
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from benchmarks.curves import drawing
from twosource.domain.article import Article
from twosource.domain.claim import Claim
from twosource.domain.identity import identity
from twosource.domain.reading import Dossier, Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Statement
from twosource.domain.story import Story
from twosource.inference.shipped import shipped
from twosource.pipeline import standard
from twosource.stages.into_stories.stories import Stories

DOCS = Path(__file__).resolve().parents[1] / "docs"
SEED = 11
QUICK = {"grouping": (1000, 3000, 10_000), "claims": (10, 30, 100)}
FULL = {"grouping": (1000, 3000, 10_000, 30_000, 100_000), "claims": (10, 30, 100, 300, 1000)}


@dataclass(frozen=True, slots=True)
class Point:
    """One size: processor seconds, of each part besides, peak memory in MiB, and what came out.

    Attributes:
        made: what the articles hold and what was made of it, by name.
    """

    size: int
    seconds: float
    peak: float
    made: dict[str, int]
    parts: dict[str, float] = field(default_factory=dict)

    @property
    def work(self) -> float:
        """Seconds by n log n: what should not grow."""
        return self.seconds / (self.size * math.log(self.size))


def grouping(size: int) -> Point:
    """Put so many articles, a thousand a day, into stories; no model reads them, because the stage needs their words only."""
    named = list(stream(SEED, size))
    readings = [_bare(article) for _, article in named]
    began = time.process_time()
    found = [s for s in Stories().run(readings) if isinstance(s, Story)]
    return Point(size, time.process_time() - began, _peak(), {"stories made": len({name for name, _ in named}), "stories found": len(found)})


def _bare(article: Article) -> Reading:
    whole = Sentence(id=identity("t", article.id), article=article.id, evidence=(Span(0, len(article.text)),), tokens=(), paragraph=0)
    return Reading(article, (whole,))


def claims(size: int) -> Point:
    """Draw the conclusions of one story of so many articles."""
    pipeline = standard(shipped())
    readings = tuple(pipeline.read([Reading(article) for article in one_story(SEED, size)]))
    dossier = Dossier(Story(id="one", basis=tuple(r.article.id for r in readings), title=""), readings)
    parts: dict[str, float] = {}
    for stage in pipeline.across_articles:
        began = time.process_time()
        dossier = dossier.with_(stage.run(dossier))
        parts[stage.name] = time.process_time() - began
    made = {"statements": len(dossier.observed(Statement)), "claims": len(dossier.of(Claim))}
    return Point(size, sum(parts.values()), _peak(), made, parts)


MEASURES: dict[str, Callable[[int], Point]] = {"grouping": grouping, "claims": claims}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def apart(measure: str, size: int) -> Point:
    """The point, measured in a process of its own, so that its peak is its own too."""
    done = subprocess.run([sys.executable, "-m", "benchmarks.scale", "--one", measure, str(size)], capture_output=True, text=True, check=True)
    return Point(**json.loads(done.stdout.splitlines()[-1]))


def exponent(points: Sequence[Point]) -> float:
    """The slope of the seconds over the sizes on logarithmic axes, by least squares."""
    xs, ys = [math.log(p.size) for p in points], [math.log(max(p.seconds, 1e-3)) for p in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def rows(points: Sequence[Point]) -> Iterator[tuple[str, ...]]:
    """The points as words of a table."""
    for p in points:
        made = ", ".join(f"{count:,} {what}" for what, count in p.made.items())
        yield f"{p.size:,}", f"{p.seconds:.2f}", f"{1e6 * p.work:.1f}", f"{p.peak:,.0f}", made


COLUMNS = ("articles", "seconds", "µs by n log n", "peak MiB", "made")
TITLES = {"grouping": "Articles put into stories", "claims": "Claims and all else drawn from one story"}


def page(measured: dict[str, list[Point]]) -> str:
    """The curves as a Markdown page."""
    lines = [
        "# Time and memory over size",
        "",
        "Made by `python -m benchmarks.scale --full --write`: invented articles, processor seconds of one thread,",
    ]
    lines += ["peak memory of a process with the articles in it. On another machine the seconds differ, the exponents should not.", ""]
    lines += ["![seconds over articles, both axes logarithmic](scale.svg)", ""]
    for measure, points in measured.items():
        lines += [f"## {TITLES[measure]}", "", f"Grows with the power {exponent(points):.2f} of the size.", ""]
        lines += ["| " + " | ".join(COLUMNS) + " |", "|" + "---:|" * (len(COLUMNS) - 1) + "---|"]
        lines += ["| " + " | ".join(row) + " |" for row in rows(points)]
        if points[-1].parts:
            lines += ["", "| part | " + " | ".join(f"{p.size:,}" for p in points) + " |", "|---|" + "---:|" * len(points)]
            lines += [f"| {part} | " + " | ".join(f"{p.parts[part]:.2f}" for p in points) + " |" for part in points[-1].parts]
        lines.append("")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and keep the curves where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true", help="to 100,000 articles grouped and a story of 1,000")
    parser.add_argument("--write", action="store_true", help="keep the curves in docs/")
    parser.add_argument("--one", nargs=2, metavar=("MEASURE", "SIZE"), help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.one:
        point = MEASURES[asked.one[0]](int(asked.one[1]))
        print(json.dumps({"size": point.size, "seconds": point.seconds, "peak": point.peak, "made": point.made, "parts": point.parts}))
        return
    console = Console()
    wanted = [(measure, size) for measure, sizes in (FULL if asked.full else QUICK).items() for size in sizes]
    measured: dict[str, list[Point]] = {measure: [] for measure in MEASURES}
    with Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=Console(stderr=True)) as progress:
        bar = progress.add_task("", total=len(wanted))
        for measure, size in wanted:
            progress.update(bar, description=f"{measure} of {size:,}")
            measured[measure].append(apart(measure, size))
            progress.advance(bar)
    for measure, points in measured.items():
        table = Table(title=f"{TITLES[measure]}: grows with the power {exponent(points):.2f} of the size")
        for column in COLUMNS:
            table.add_column(column, justify="left" if column == "made" else "right")
        for row in rows(points):
            table.add_row(*row)
        console.print(table)
        for part, seconds in points[-1].parts.items():
            console.print(f"  {part}: {seconds:.2f} s of {points[-1].seconds:.2f}")
    if asked.write:
        (DOCS / "scale.md").write_text(page(measured), encoding="utf-8")
        curves = {f"{measure} (n^{exponent(points):.2f})": [(p.size, p.seconds) for p in points] for measure, points in measured.items()}
        (DOCS / "scale.svg").write_text(drawing(curves), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
