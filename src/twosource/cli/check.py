"""``twosource check``: articles of one happening, compared."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.screen import complain, progress, say, show
from twosource.errors import UsageError
from twosource.readers.decisions import decided
from twosource.readers.given import Given

if TYPE_CHECKING:
    from twosource.writers.faces import Look

PATHS = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help=".txt, .html, .mhtml, .json, .jsonl or .csv files, folders of them, or - for standard input."),
]

_OURS = {"html": b'<meta name="generator" content="twosource">', "events": b"Event ID,Story,"}
"""By what the files of each option are known for ours."""


def check(  # noqa: PLR0917  (an option each)
    paths: PATHS = None,
    published: Annotated[
        list[str] | None,
        typer.Option(
            metavar="DATE|NAME=DATE", help="Day of publication, of all articles that give none or of the one named NAME (id, path or file)."
        ),
    ] = None,
    outlet: Annotated[list[str] | None, typer.Option(metavar="NAME=OUTLET", help="Who published the article named NAME.")] = None,
    as_json: Annotated[bool, typer.Option("--json", metavar="", help="Print the dossiers as JSON (schema twosource/dossier/1).")] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", metavar="", help="Print the dossiers as Markdown.")] = False,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write one self-contained page to FILE as well.")] = None,
    events: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the PLOVER events as one table (CSV) to FILE as well.")] = None,
    since: Annotated[
        Path | None,
        typer.Option(metavar="OLD.json", help="Go on with an earlier --json answer: its articles and PATHs are compared, and what changed is told."),
    ] = None,
    stories: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Keep to what FILE says of which articles are one story; twosource stories writes it.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", metavar="", help="Show every claim, those of a single article too, and why each number is no higher.")
    ] = False,
) -> None:
    """Compare articles of the same happenings: who says what, on how many independent parties it rests, where accounts part.

    Articles of several happenings are put into stories first, and each is told apart; twosource stories shows which and why.

    [bold]Examples[/bold]

    twosource check first.txt second.txt --published 2024-01-22

    twosource check feed.jsonl --json > dossiers.json

    twosource check saved-pages/ --outlet page1.html="The Daily Example" --html page.html

    twosource check --since dossiers.json new-article.txt --json > dossiers-2.json

    Exit status: 0 when at least one article was read, 1 when none was, 2 for wrong usage.
    """
    if as_json and as_markdown:
        raise UsageError("--json and --markdown exclude each other: choose one")
    files = {name: file for name, file in (("html", html), ("events", events)) if file is not None}
    for name, file in files.items():
        if not file.absolute().parent.is_dir():
            raise UsageError(f"--{name} {file}: the folder {file.parent} does not exist")
        _spare(name, file)
    # Here, not above: the desk loads the language model's runtime, and --help should not wait for it.
    from twosource.desk import Desk  # noqa: PLC0415
    from twosource.writers.faces import WRITERS  # noqa: PLC0415

    decisions = decided(str(stories)) if stories is not None else []
    desk = Desk.open()
    with progress(lambda: desk.steps) as watch:
        intake = desk.take(paths or [], given_of(published or [], outlet or []), sys.stdin.buffer, since, decisions)
        documents = desk.documents(desk.check(intake, watch), intake)
    if documents or as_json:
        face = "json" if as_json else "markdown" if as_markdown else "terminal"
        show(WRITERS[face](_look(every)).write(documents))
    if as_json or not documents:
        complain(intake.problems)
    for name, file in files.items() if documents else ():
        _save(name, file, WRITERS[name](_look(every)).write(documents))
    if not documents:
        say("no article could be read.")
        raise typer.Exit(1)


def _spare(name: str, file: Path) -> None:
    """Refuse a file that is not ours to write over: --html is easily taken for the kind of what is read."""
    if not file.is_file():
        return
    try:
        with file.open("rb") as there:
            opening = there.read(1_000)
    except OSError:  # writing will tell
        return
    if opening and _OURS[name] not in opening:
        raise UsageError(f"--{name} {file} would write over a file that twosource did not write: name another file (articles to read stand alone)")


def _save(name: str, file: Path, page: str) -> None:
    try:
        file.write_text(page, encoding="utf-8")
    except OSError as fault:
        raise UsageError(f"--{name} {file} cannot be written ({fault.strerror}): name another file") from fault


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

    return Look(
        every,
        colour=sys.stdout is not None and sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb",
        width=shutil.get_terminal_size((100, 24)).columns,
    )
