"""The commands and their options."""

import typer

from twosource.cli.check import check
from twosource.cli.stories import stories

application = typer.Typer(
    name="twosource",
    help="Reads news articles and tells, for every claim, who says so, through whom, how sure, and on how many independent parties it rests.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
application.command()(check)
application.command()(stories)


def _version(asked: bool) -> None:
    if asked:
        from twosource import __version__  # noqa: PLC0415

        typer.echo(f"twosource {__version__}")
        raise typer.Exit


@application.callback()
def _twosource(
    version: bool = typer.Option(False, "--version", metavar="", help="Print the version and stop.", callback=_version, is_eager=True),
) -> None:
    pass
