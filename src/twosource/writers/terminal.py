"""The terminal's page, to be read in ten seconds: story, claims, conflicts, timeline, what could not be read."""

import io
from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from twosource.writers.account import Account, ClaimLines, ConflictLines
from twosource.writers.contents import contents, folded, told_in_full
from twosource.writers.legend import legend
from twosource.writers.names import counted
from twosource.writers.writer import Document

_COLOURS = {"corroborated": "bold green", "single-source": "bold yellow", "unattributed": "bold", "disputed": "bold red", "retracted": "bold red"}
_WENT = {"risen": "bold green", "fallen": "bold red", "gone": "bold red"}
# Beyond this, lines grow too long for the eye; two sides of a conflict still stand well beside each other.
_WIDEST = 110
_NARROW = 60


class Terminal:
    """Text with colours where wanted; words of articles are never taken for markup or for commands of the terminal.

    Args:
        every: show all claims, not the most consequential alone.
        colour: write the codes for colours.
        width: in columns.
    """

    name = "terminal"

    def __init__(self, every: bool = False, colour: bool = False, width: int = 100) -> None:
        self._every = every
        self._colour = colour
        self._width = max(40, min(width, _WIDEST))

    def write(self, documents: Sequence[Document]) -> str:
        console = Console(
            file=io.StringIO(),
            width=self._width,
            force_terminal=self._colour,
            color_system="standard" if self._colour else None,
            no_color=not self._colour,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )
        with console.capture() as captured:
            for n, entry in enumerate(titles := contents(documents), 1):
                console.print(_hanging(f"{n:>2}", Text(entry)))
            if left := folded(documents, self._every):
                console.print(Text(left, style="dim"))
            if titles:
                console.print()
            for n, document in enumerate(shown := told_in_full(documents, self._every)):
                console.print(*([""] if n else []), *_page(Account(document, self._every), self._width), sep="\n")
            if meanings := legend(shown):
                console.print(_heading("How to read this"))
                console.print(_rows(meanings, self._width))
        return "\n".join(row.rstrip() for row in captured.get().rstrip().split("\n")) + "\n"


def _page(account: Account, width: int) -> list[RenderableType]:
    parts: list[RenderableType] = [Rule(style="dim"), Text(account.title(), style="bold"), Text(account.subtitle(), style="dim")]
    parts += [Padding(Text(silence), (1, 0, 0, 0)) if (silence := account.silence()) else _tally(account), *_changes(account)]
    if claims := account.claims():
        parts += [_heading("Claims"), *(_claim(n, c) for n, c in enumerate(claims, 1))]
    if folded := account.folded():
        parts.append(Text(folded, style="dim"))
    if conflicts := account.conflicts():
        parts += [_heading("Where accounts part"), *(_conflict(c, width) for c in conflicts)]
    if more := account.more_conflicts():
        parts.append(Text(f"{counted(more, 'more conflict')}: --all shows them", style="dim"))
    if possible := account.possible():
        parts += [_heading("Where accounts may part"), *(_conflict(c, width) for c in possible)]
    if more := account.more_possible():
        parts.append(Text(f"{counted(more, 'place')} where accounts may part: --all shows {'it' if more == 1 else 'them'}", style="dim"))
    if pieces := account.in_pieces():
        parts += [_heading("Quoted in pieces"), *(_item(row) for row in pieces)]
    if copies := account.copies():
        parts += [_heading("Copies"), *(_item(row) for row in copies)]
    if timeline := account.timeline():
        parts += [_heading("Timeline"), _rows(timeline, width)]
    if more := account.more_days():
        parts.append(Text(f"{more} more: --all shows them", style="dim"))
    parts += [_heading("Articles"), *(_item(row) for row in account.articles())]
    if because := account.because():
        parts.append(Text(f"why one story: {because}", style="dim"))
    if problems := account.problems():
        parts += [_heading("What could not be read, and why"), *(_item(row) for row in problems)]
    return parts


def _heading(words: str) -> RenderableType:
    return Padding(Text(words.upper(), style="bold underline"), (1, 0, 0, 0))


def _item(words: str) -> RenderableType:
    return _hanging("•", Text(words))


def _hanging(mark: str, body: RenderableType, left: int = 0) -> RenderableType:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_row(Text(mark), body)
    return Padding(grid, (0, 0, 0, left))


def _tally(account: Account) -> RenderableType:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right")
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, style="dim")
    for number, standing, meaning in account.tally():
        grid.add_row(Text(str(number)), Text(standing, style=_COLOURS[standing]), Text(meaning))
    return Padding(grid, (1, 0, 0, 0))


def _changes(account: Account) -> list[RenderableType]:
    if not (summary := account.changed()):
        return []
    parts: list[RenderableType] = [_heading("What changed"), Text(summary, style="dim")]
    for change in account.changes():
        head = Text(change.heading, style=_WENT.get(change.kind, "bold"))
        body = "\n".join((change.words, *change.because))
        parts.append(_hanging(change.mark, Group(head, Text(body))))
    if more := account.more_changes():
        parts.append(Text(f"{counted(more, 'more change')}: --all shows them", style="dim"))
    return parts


def _claim(number: int, claim: ClaimLines) -> RenderableType:
    standing = Text(claim.standing, style=_COLOURS[claim.standing])
    standing.append(f", {claim.rests}", style="default not bold")
    rows: list[RenderableType] = [Text(claim.words, style="bold"), standing]
    for said in claim.told:
        row = Text(said.who)
        row.append(f" [{said.sure}]" if said.sure else "", style="magenta")
        row.append(said.where, style="dim")
        row.append(f"\n{said.words}" if said.words else "", style="italic")
        rows.append(_hanging("←", row))
    if claim.more:
        rows.append(Text(f"told in {counted(claim.more, 'more way')}: --all shows them", style="dim"))
    rows += [_hanging("!", Text(flag, style="magenta")) for flag in claim.flags]
    rows += [_hanging("·", Text(note, style="dim")) for note in claim.notes]
    return Padding(_hanging(f"{number:>2}", Group(*rows)), (1, 0, 0, 0))


def _conflict(conflict: ConflictLines, width: int) -> RenderableType:
    """Two or three sides stand beside each other; more, or a narrow terminal, below each other."""
    cells: list[RenderableType] = []
    for value, who in conflict.sides:
        side = Text(value, style="bold")
        for row in who:
            side.append(f"\n{row}", style="default not bold")
        cells.append(side)
    table = Table(show_header=False, show_lines=True, expand=True, border_style="dim", title=conflict.heading, title_justify="left")
    if len(cells) <= 3 and width >= 30 * len(cells):
        for _ in cells:
            table.add_column(ratio=1)
        table.add_row(*cells)
    else:
        table.add_column(ratio=1)
        for cell in cells:
            table.add_row(cell)
    return Padding(table, (1, 0, 0, 0))


def _rows(rows: list[tuple[str, str]], width: int) -> RenderableType:
    """A few words each, and what there is to say of them: beside them, or where that leaves no room behind a colon."""
    if width < _NARROW:
        return Group(*(_item(f"{words}: {meaning}") for words, meaning in rows))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, style="dim")
    for words, meaning in rows:
        grid.add_row(Text(words), Text(meaning))
    return grid
