"""Markdown: the terminal's page for a note, an issue or a mail."""

import re
from collections.abc import Iterator, Sequence

from twosource.writers.account import Account, ConflictLines
from twosource.writers.contents import contents, folded, told_in_full
from twosource.writers.legend import legend
from twosource.writers.names import counted
from twosource.writers.writer import Document

# Whatever could begin markup, HTML or a link in CommonMark and GitHub's dialect; words of articles must stay words.
_MARKS = re.compile(r"([\\`*_\[\]<>#|~&@$]|:(?=//)|(?<=www)\.)")
# A line that opens like a list, a heading underline or a number would become one.
_OPENING = re.compile(r"^(\d{1,9})?([-+=.)])")


class Markdown:
    """Words of articles are escaped, so that they cannot become links, images, tags or headings.

    Args:
        every: show all claims, not the most consequential alone.
    """

    name = "markdown"

    def __init__(self, every: bool = False) -> None:
        self._every = every

    def write(self, documents: Sequence[Document]) -> str:
        shown = told_in_full(documents, self._every)
        pages = ["\n".join(_page(Account(document, self._every))) for document in shown]
        meanings = [f"{words}: {meaning}" for words, meaning in legend(shown)]
        stories = [f"{n}. {escaped(entry)}" for n, entry in enumerate(contents(documents), 1)]
        if left := folded(documents, self._every):
            stories += ["", escaped(left)]
        return "\n".join((*stories, *([""] if stories else []), *pages, *_items("How to read this", meanings))) + "\n"


def escaped(words: str) -> str:
    """The words, with every mark that Markdown or HTML could take for its own behind a backslash."""
    return _OPENING.sub(lambda m: f"{m.group(1) or ''}\\{m.group(2)}", _MARKS.sub(r"\\\1", words))


def _page(account: Account) -> Iterator[str]:
    yield f"# {escaped(account.title())}\n"
    yield f"{escaped(account.subtitle())}\n"
    yield from filter(None, (account.silence(),))
    yield from (f"- {number} **{standing}**: {escaped(meaning)}" for number, standing, meaning in account.tally())
    yield ""
    yield from _changes(account)
    yield from _claims(account)
    yield from _conflicts(account)
    yield from _items("Quoted in pieces", account.in_pieces())
    yield from _items("Copies", account.copies())
    yield from _timeline(account)
    yield from _items("Articles", account.articles())
    if because := account.because():
        yield f"Why one story: {escaped(because)}\n"
    yield from _items("What could not be read, and why", account.problems())


def _changes(account: Account) -> Iterator[str]:
    if not (summary := account.changed()):
        return
    yield f"## What changed\n\n{escaped(summary)}\n"
    for change in account.changes():
        yield f"- {change.mark} **{escaped(change.heading)}**: {escaped(change.words)}"
        yield from (f"   - {escaped(reason)}" for reason in change.because)
    if more := account.more_changes():
        yield f"- {counted(more, 'more change')}: \\-\\-all shows them"
    yield ""


def _claims(account: Account) -> Iterator[str]:
    claims = account.claims()
    if claims:
        yield "## Claims\n"
    for number, claim in enumerate(claims, 1):
        yield f"{number}. **{escaped(claim.words)}**  \n   {claim.standing}, {escaped(claim.rests)}"
        for said in claim.told:
            sure = f" [{said.sure}]" if said.sure else ""
            yield f"   - {escaped(f'{said.who}{sure}{said.where}')}{f': {escaped(said.words)}' if said.words else ''}"
        if claim.more:
            yield f"   - told in {counted(claim.more, 'more way')}: \\-\\-all shows them"
        for flag in claim.flags:
            yield f"   - **{escaped(flag)}**"
        for note in claim.notes:
            yield f"   - *{escaped(note)}*"
        yield ""
    if folded := account.folded():
        yield f"{escaped(folded)}\n"


def _conflicts(account: Account) -> Iterator[str]:
    yield from _parted("Where accounts part", account.conflicts())
    if more := account.more_conflicts():
        yield f"{counted(more, 'more conflict')}: \\-\\-all shows them\n"
    yield from _parted("Where accounts may part", account.possible())
    if more := account.more_possible():
        yield f"{counted(more, 'place')} where accounts may part: \\-\\-all shows {'it' if more == 1 else 'them'}\n"


def _parted(heading: str, conflicts: Sequence[ConflictLines]) -> Iterator[str]:
    if conflicts:
        yield f"## {heading}\n"
    for conflict in conflicts:
        yield f"**{escaped(conflict.heading)}**\n"
        yield f"| {' | '.join(escaped(value) or ' ' for value, _ in conflict.sides)} |"
        yield f"|{' --- |' * len(conflict.sides)}"
        yield f"| {' | '.join('<br>'.join(map(escaped, who)) for _, who in conflict.sides)} |\n"


def _timeline(account: Account) -> Iterator[str]:
    yield from _items("Timeline", [f"{value}: {words}" for value, words in account.timeline()])


def _items(heading: str, rows: Sequence[str]) -> Iterator[str]:
    if rows:
        yield f"## {heading}\n"
        yield from (f"- {escaped(row)}" for row in rows)
        yield ""
