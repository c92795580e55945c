"""JSON that is one value: an article, a list of them, or an answer of a service with the list under "articles"."""

import io
import json
import re
from collections.abc import Iterator
from typing import Any

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.readers.encoding import empty, whole
from twosource.readers.jsonl import Jsonl
from twosource.readers.reader import Source
from twosource.readers.rows import articles, capped
from twosource.settings import Settings

# Before its first name, an object of several lines has a line break, a row of JSON lines has none.
_OPENING = re.compile(rb"\s{0,100}(?:\[\s{0,100}[{\]]|\{\s{0,100}?[\r\n])")
_ANSWER = "twosource/dossier/"


class Json:
    """Reads the file whole; what turns out to be JSON lines is read as such."""

    name = "json"
    suffixes: tuple[str, ...] = (".json",)

    def recognises(self, opening: bytes) -> bool:
        return _OPENING.match(opening) is not None

    def read(self, source: Source, settings: Settings) -> Iterator[Article | Problem]:
        data = source.stream.read(settings.largest_table + 1)
        if len(data) > settings.largest_table:
            message = (
                f"{source.name} is JSON of more than {settings.largest_table:,} bytes and was not read: write it as JSON lines, an article a line."
            )
            yield Problem(kind="too-long", path=source.name, message=message)
            return
        text = whole(data, source.name)
        if isinstance(text, Problem):
            yield text
        elif not text.strip():
            yield empty(source.name)
        else:
            yield from _told(text, source.name, settings)


def _told(text: str, name: str, settings: Settings) -> Iterator[Article | Problem]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as fault:
        if fault.msg == "Extra data" and text.lstrip().startswith("{"):
            yield from Jsonl().read(Source(name, io.BytesIO(text.encode("utf-8", "surrogatepass"))), settings)
        else:
            yield _bad(name, f"is not JSON ({fault.msg}, line {fault.lineno}): mend the program that wrote it")
    except (ValueError, RecursionError):
        yield _bad(name, "is not JSON that can be read: mend the program that wrote it")
    else:
        yield from _articles(value, name, settings)


def _articles(value: Any, name: str, settings: Settings) -> Iterator[Article | Problem]:
    if isinstance(value, dict) and isinstance(value.get("articles"), list) and _ANSWER not in str(value.get("schema")):
        value = value["articles"]
    if not isinstance(value, list):
        yield from _of(value, name, name, settings)
    elif any(map(_is_answer, value)):
        yield _answer(name)
    else:
        yield from capped((_of(one, f"{name}[{n}]", name, settings) for n, one in enumerate(value)), name, settings)


def _of(value: Any, where: str, path: str, settings: Settings) -> list[Article | Problem]:
    if _is_answer(value):
        return [_answer(path)]
    if not isinstance(value, dict):
        return [_bad(where, 'is not a JSON object: write {"text": "..."} for an article')]
    return articles(value, where, path, settings)


def _is_answer(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(schema := value.get("schema"), str) and schema.startswith(_ANSWER)


def _answer(name: str) -> Problem:
    message = f"{name} is an answer of twosource check --json, not an article: go on with it by --since {name}."
    return Problem(kind="no-text", path=name, message=message)


def _bad(where: str, what: str) -> Problem:
    return Problem(kind="bad-row", path=where, message=f"{where} {what}.")
