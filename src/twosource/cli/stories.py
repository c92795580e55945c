"""``twosource stories``: which articles are one story, why, and what a person decides about it."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from twosource.cli.check import PATHS, given_of
from twosource.cli.screen import complain, progress, say, show
from twosource.domain.decision import Decision
from twosource.errors import UsageError
from twosource.readers.decisions import decided
from twosource.writers.decisions import OPENING, written


def stories(  # noqa: PLR0917  (an option each)
    paths: PATHS = None,
    together: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Given twice or more: these articles are one story.")] = None,
    apart: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Given twice or more: no two of these articles are one story.")] = None,
    because: Annotated[str, typer.Option(metavar="WORDS", help="Why, for those who read the file.")] = "",
    file: Annotated[Path | None, typer.Option("--stories", metavar="FILE", help="Where decisions are kept; new ones are added to it.")] = None,
    since: Annotated[Path | None, typer.Option(metavar="OLD.json", help="As for twosource check.")] = None,
    published: Annotated[list[str] | None, typer.Option(metavar="DATE|NAME=DATE", help="As for twosource check.")] = None,
    outlet: Annotated[list[str] | None, typer.Option(metavar="NAME=OUTLET", help="As for twosource check.")] = None,
) -> None:
    """List the stories that articles fall into, and why; part or join them by hand, for good.

    An article is named by its id, address, path or file name. FILE is yours to edit.

    [bold]Examples[/bold]

    twosource stories feed.jsonl

    twosource stories feed.jsonl --stories mine.toml --apart row-7 --apart row-9 --because "another ferry"

    twosource check feed.jsonl --stories mine.toml
    """
    new = _new(together or [], apart or [], because)
    if new and file is None:
        raise UsageError("--together and --apart need --stories FILE: where the decision is kept")
    old = decided(str(file)) if file is not None and (file.exists() or not new) else []
    # Here, not above: the desk loads the language model's runtime, and --help should not wait for it.
    from twosource.desk import Desk  # noqa: PLC0415
    from twosource.writers.stories import listed  # noqa: PLC0415

    desk = Desk.open()
    with progress(lambda: desk.steps) as watch:
        intake = desk.take(paths or [], given_of(published or [], outlet or []), sys.stdin.buffer, since, [*old, *new])
        if unknown := [n for d in new for n in d.names if n not in intake.names]:
            raise UsageError(f"no article is named {unknown[0]!r}: names are ids, addresses, paths or file names of the articles given")
        found = desk.group(intake, watch)
    complain(intake.problems)
    if not found:
        say("no article could be read.")
        raise typer.Exit(1)
    if file is not None and (kept := [d for d in new if (d.kind, d.names) not in {(o.kind, o.names) for o in old}]):
        _keep(file, kept)
    articles = {r.article.id: r.article for r in intake.readings}
    show(listed(found, articles))


def _new(together: list[str], apart: list[str], because: str) -> list[Decision]:
    kinds: tuple[tuple[Literal["together", "apart"], list[str]], ...] = (("together", together), ("apart", apart))
    for kind, names in kinds:
        if len(names) == 1:
            raise UsageError(f"--{kind} {names[0]!r} names one article alone: give --{kind} twice or more")
    return [Decision(kind, tuple(names), because.strip()) for kind, names in kinds if names]


def _keep(file: Path, decisions: list[Decision]) -> None:
    """Add to the end of the file, so that nothing in it that a person wrote is touched."""
    try:
        begun = file.exists() and file.stat().st_size > 0
        with file.open("a", encoding="utf-8") as kept:
            kept.write(("" if begun else OPENING) + written(decisions))
    except OSError as fault:
        raise UsageError(f"--stories {file} cannot be written ({fault.strerror}): name another file") from fault
