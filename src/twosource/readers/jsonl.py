"""JSON lines: one article a row, with ``id, title, text, url, outlet, published, language``, all but ``text`` optional."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.domain.span import Span
from twosource.readers.addresses import domain
from twosource.readers.days import day
from twosource.readers.encoding import decoded, empty, encodable, too_long
from twosource.readers.reader import Source
from twosource.readers.titles import titled
from twosource.settings import Settings

FIELDS = ("title", "url", "outlet", "published", "language")


class Jsonl:
    """Reads row by row, so that a file of any length takes the memory of one row."""

    name = "jsonl"
    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")

    def recognises(self, opening: bytes) -> bool:
        return opening.lstrip().startswith(b"{")

    def read(self, source: Source, settings: Settings) -> Iterator[Article | Problem]:
        rows = bad = 0
        for number, line in _lines(source.stream, settings.largest_row):
            rows += 1
            where = f"{source.name}:{number}"
            made = _read(line, where, source.name, settings)
            if not any(isinstance(x, Article) for x in made):
                bad += 1
            if bad <= settings.most_bad_rows or any(isinstance(x, Article) for x in made):
                yield from made
        if bad > settings.most_bad_rows:
            message = f"{source.name}: {bad - settings.most_bad_rows} more rows could not be read; is it JSON lines, one article a line?"
            yield Problem(kind="bad-rows", path=source.name, message=message)
        if not rows:
            yield empty(source.name)


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
    text = row.get("text")
    if not isinstance(text, str):
        return [Problem(kind="no-text", path=where, message=f'{where} has no "text": give every row a field "text" with the article in it.')]
    if not text.strip():
        return [empty(where)]
    known = {field: row[field] for field in FIELDS if isinstance(row.get(field), str) and row[field].strip()}
    body, title = titled(known.get("title"), text)
    if len(body) > settings.longest_article:
        return [too_long(where, settings.longest_article)]
    ref = str(row["id"]) if isinstance(row.get("id"), str | int) and row["id"] != "" else where
    if not all(map(encodable, (body, ref, *known.values()))):
        message = f"{where} holds half a character (a lone surrogate such as \\ud800), which is no text: mend the program that wrote it."
        return [Problem(kind="encoding", path=where, message=message)]
    article, problem = _article(known, body, title, ref, path)
    odd = [field for field in FIELDS if row.get(field) is not None and not isinstance(row[field], str)]
    made: list[Article | Problem] = [article]
    if odd:
        made.append(_about(article, "bad-field", f"{where}: {', '.join(odd)} must be text and was passed over; write it in quotation marks."))
    if problem:
        made.append(_about(article, "bad-date", f"{where}: {problem}"))
    return made


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


def _article(known: dict[str, str], text: str, title: Span | None, ref: str, path: str) -> tuple[Article, str | None]:
    written = known.get("published")
    published = day(written) if written else None
    article = Article(
        ref=ref,
        path=path,
        text=text,
        title=title,
        url=known.get("url"),
        outlet=known.get("outlet"),
        domain=domain(known.get("url")),
        published=published,
        published_from="given" if published else "none",
        language=known.get("language", "und"),
    )
    wrong = f'"published" is {written[:40]!r}, which names no day: write it as 2024-01-22.' if written and not published else None
    return article, wrong


def _about(article: Article, kind: str, message: str) -> Problem:
    return Problem(kind=kind, article=article.id, path=article.path, message=message)
