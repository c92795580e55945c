"""All writers by name, in a literal list."""

from collections.abc import Callable
from dataclasses import dataclass

from twosource.writers.events import Events
from twosource.writers.html import Html
from twosource.writers.json import Json
from twosource.writers.markdown import Markdown
from twosource.writers.terminal import Terminal
from twosource.writers.writer import Writer


@dataclass(frozen=True, slots=True)
class Look:
    """What a person asked for: every claim, colours, a width in columns; a writer takes what concerns it."""

    every: bool = False
    colour: bool = False
    width: int = 100


WRITERS: dict[str, Callable[[Look], Writer]] = {
    "terminal": lambda look: Terminal(look.every, look.colour, look.width),
    "json": lambda look: Json(),
    "markdown": lambda look: Markdown(look.every),
    "html": lambda look: Html(),
    "events": lambda look: Events(),
}
