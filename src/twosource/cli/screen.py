"""What a person sees of a run: the answer on standard output, progress and complaints on standard error."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import typer

from twosource.domain.problem import Problem
from twosource.errors import UsageError
from twosource.writers.plain import plain

Watch = Callable[[str, int, float], None]


def show(answer: str) -> None:
    """Write the answer; a reader that has gone away is no fault, and what comes after is still done. A full disk is one."""
    try:
        typer.echo(answer.encode("utf-8", "replace"), nl=False)
    except BrokenPipeError:  # it has seen enough; Python must not try to flush into it again
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as fault:
        raise UsageError(f"standard output cannot be written ({fault.strerror}): send it to another place") from fault


def say(sentence: str) -> None:
    """Write one sentence on standard error."""
    typer.echo(f"twosource: {plain(sentence)}", err=True)


def complain(problems: Sequence[Problem]) -> None:
    """Write what is wrong with the inputs on standard error, a line each."""
    for problem in problems:
        say(problem.message)


@contextmanager
def progress(steps: Callable[[], int]) -> Iterator[Watch]:
    """A bar on standard error that tells how far the run is and at which stage, when a person is looking.

    Args:
        steps: how many stages every article goes through; asked when the first has run.
    """
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda stage, articles, seconds: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("opening the models", total=None)

        def watch(stage: str, articles: int, seconds: float) -> None:
            if bar.tasks[0].total is None:
                bar.update(task, total=articles * steps())
            bar.update(task, description=f"{stage} done", advance=articles)

        yield watch
