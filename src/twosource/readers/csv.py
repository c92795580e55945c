"""Tables: one article a row, its fields under the names in the first row (``rows`` tells them)."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.readers.encoding import whole
from twosource.readers.reader import Source
from twosource.readers.rows import NAMES, articles, capped
from twosource.settings import Settings

_DELIMITERS = ",;\t"


class Csv:
    """Comma, semicolon (as spreadsheets write where the comma is decimal) or tab: whichever the first row has most of."""

    name = "csv"
    suffixes: tuple[str, ...] = (".csv", ".tsv")

    def recognises(self, opening: bytes) -> bool:
        return False  # any text has commas

    def read(self, source: Source, settings: Settings) -> Iterator[Article | Problem]:
        data = source.stream.read(settings.largest_table + 1)
        if len(data) > settings.largest_table:
            message = f"{source.name} is a table of more than {settings.largest_table:,} bytes and was not read: write it as JSON lines (.jsonl)."
            yield Problem(kind="too-long", path=source.name, message=message)
            return
        text = whole(data, source.name)
        if isinstance(text, Problem):
            yield text
        else:
            yield from capped(_rows(text, source.name, settings), source.name, settings)


def _rows(text: str, name: str, settings: Settings) -> Iterator[list[Article | Problem]]:
    csv.field_size_limit(settings.largest_table)  # that of the module is 131,072, which long articles pass
    first = text.partition("\n")[0]
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=first.count), restkey="")
    try:
        columns = list(table.fieldnames or ())
        if columns and not set(columns) & set(NAMES["text"]):
            has = ", ".join(column[:30] for column in columns[:8])
            message = f'{name} is a table without a column "text" (its first row: {has}): name the column with the articles "text".'
            yield [Problem(kind="no-text", path=name, message=message)]
            return
        for row in table:
            yield _of(row, f"{name}:{table.line_num}", name, settings)
    except csv.Error as fault:
        yield [Problem(kind="bad-row", path=f"{name}:{table.line_num}", message=f"{name}:{table.line_num} is no row of a table ({fault}): mend it.")]


def _of(row: dict[str, Any], where: str, name: str, settings: Settings) -> list[Article | Problem]:
    return articles({column: words for column, words in row.items() if column and words}, where, name, settings)
