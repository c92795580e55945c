"""JSON lines: one article a row (``rows`` tells its fields)."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.readers.encoding import decoded, too_long
from twosource.readers.reader import Source
from twosource.readers.rows import articles, capped
from twosource.settings import Settings


class Jsonl:
    """Reads row by row, so that a file of any length takes the memory of one row."""

    name = "jsonl"
    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")

    def recognises(self, opening: bytes) -> bool:
        return opening.lstrip().startswith(b"{")

    def read(self, source: Source, settings: Settings) -> Iterator[Article | Problem]:
        lines = _lines(source.stream, settings.largest_row)
        yield from capped((_read(line, f"{source.name}:{number}", source.name, settings) for number, line in lines), source.name, settings)


def _lines(stream: BinaryIO, largest: int) -> Iterator[tuple[int, bytes | None]]:
    """Lines that are not blank, with their numbers from 1; None for one above the limit, whose rest is passed over."""
    number = 0
    while line := stream.readline(largest + 1):
        number += 1
        if len(line) > largest and not line.endswith(b"\n"):
            while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        elif line.strip():
            yield number, line


def _read(line: bytes | None, where: str, path: str, settings: Settings) -> list[Article | Problem]:
    if line is None:
        return [too_long(where, settings.longest_article)]
    row = _row(line, where)
    if isinstance(row, Problem):
        return [row]
    return articles(row, where, path, settings)


def _row(line: bytes, where: str) -> dict[str, Any] | Problem:
    text = decoded(line, where)
    if isinstance(text, Problem):
        return text
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        return Problem(kind="bad-row", path=where, message=f"{where} is not JSON: every line must be one object, as JSON lines have it.")
    if not isinstance(row, dict):
        return Problem(kind="bad-row", path=where, message=f'{where} is not a JSON object: write {{"text": "..."}} on the line.')
    return row
