"""``twosource check``: articles of one happening, compared."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.domain.problem import Problem
from twosource.errors import UsageError
from twosource.readers.decisions import decided
from twosource.readers.given import Given
from twosource.writers.plain import plain

if TYPE_CHECKING:
    from twosource.writers.faces import Look

Watch = Callable[[str, int, float], None]
PATHS = Annotated[list[str] | None, typer.Argument(metavar="PATH...", help=".txt, .html or .jsonl files, folders of them, or - for standard input.")]


def check(  # noqa: PLR0917  (an option each)
    paths: PATHS = None,
    published: Annotated[
        list[str] | None,
        typer.Option(
            metavar="DATE|NAME=DATE", help="Day of publication, of all articles that give none or of the one named NAME (id, path or file)."
        ),
    ] = None,
    outlet: Annotated[list[str] | None, typer.Option(metavar="NAME=OUTLET", help="Who published the article named NAME.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the dossiers as JSON (schema twosource/dossier/1).")] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Print the dossiers as Markdown.")] = False,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write one self-contained page to FILE as well.")] = None,
    since: Annotated[
        Path | None,
        typer.Option(metavar="OLD.json", help="Go on with an earlier --json answer: its articles and PATHs are compared, and what changed is told."),
    ] = None,
    stories: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Keep to what FILE says of which articles are one story; twosource stories writes it.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Show every claim, those of a single article too, and why each number is no higher.")] = False,
) -> None:
    """Compare articles of one happening: who says what, on how many independent parties it rests, where accounts part.

    [bold]Examples[/bold]

    twosource check first.txt second.txt --published 2024-01-22

    twosource check feed.jsonl --json > dossiers.json

    twosource check saved-pages/ --outlet page1.html="The Daily Example" --html page.html

    twosource check --since dossiers.json new-article.txt --json > dossiers-2.json

    Exit status: 0 when at least one article was read, 1 when none was, 2 for wrong usage.
    """
    if as_json and as_markdown:
        raise UsageError("--json and --markdown exclude each other: choose one")
    if html is not None and not html.absolute().parent.is_dir():
        raise UsageError(f"--html {html}: the folder {html.parent} does not exist")
    # Here, not above: the desk loads the language model's runtime, and --help should not wait for it.
    from twosource.desk import Desk  # noqa: PLC0415
    from twosource.writers.faces import WRITERS  # noqa: PLC0415

    decisions = decided(str(stories)) if stories is not None else []
    desk = Desk.open()
    with progress() as watch:
        intake = desk.take(paths or [], given_of(published or [], outlet or []), sys.stdin.buffer, None if since is None else str(since), decisions)
        documents = desk.documents(desk.check(intake, watch), intake)
    if documents or as_json:
        face = "json" if as_json else "markdown" if as_markdown else "terminal"
        typer.echo(WRITERS[face](_look(every)).write(documents).encode("utf-8", "replace"), nl=False)
    if as_json or not documents:
        complain(intake.problems)
    if html is not None and documents:
        _save(html, WRITERS["html"](_look(every)).write(documents))
    if not documents:
        _say("no article could be read.")
        raise typer.Exit(1)


def _save(file: Path, page: str) -> None:
    try:
        file.write_text(page, encoding="utf-8")
    except OSError as fault:
        raise UsageError(f"--html {file} cannot be written ({fault.strerror}): name another file") from fault


def given_of(published: Sequence[str], outlet: Sequence[str]) -> Given:
    """Options as what is given of articles; a day may hold no "=", so the last one parts name and day."""
    of_all: str | None = None
    published_of: dict[str, str] = {}
    for option in published:
        name, _, written = option.rpartition("=")
        if name:
            published_of[name] = written
        else:
            of_all = written
    outlet_of: dict[str, str] = {}
    for option in outlet:
        name, _, outlet_name = option.partition("=")
        if not name or not outlet_name.strip():
            raise UsageError(f"--outlet {option!r}: write it as NAME=OUTLET, for example page.html='The Daily Example'")
        outlet_of[name] = outlet_name.strip()
    return Given(of_all, published_of, outlet_of)


def _look(every: bool) -> "Look":
    from twosource.writers.faces import Look  # noqa: PLC0415

    return Look(every, colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ, width=shutil.get_terminal_size((100, 24)).columns)


@contextmanager
def progress() -> Iterator[Watch]:
    """Tells on standard error which stage has run on how many articles, when a person is looking."""
    from rich.console import Console  # noqa: PLC0415

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda stage, articles, seconds: None
        return
    with console.status("reading") as status:
        yield lambda stage, articles, seconds: status.update(f"{stage}: {articles} articles, {seconds:.1f} s")


def complain(problems: Sequence[Problem]) -> None:
    for problem in problems:
        _say(problem.message)


def _say(sentence: str) -> None:
    typer.echo(f"twosource: {plain(sentence)}", err=True)
