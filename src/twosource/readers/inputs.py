"""Files, folders and standard input, each handed to the reader of its format."""

import io
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.readers.csv import Csv
from twosource.readers.html import Html
from twosource.readers.json import Json
from twosource.readers.jsonl import Jsonl
from twosource.readers.mhtml import Mhtml
from twosource.readers.reader import STANDARD_INPUT, Reader, Source
from twosource.readers.text import Text
from twosource.readers.unfetched import is_address, not_fetched
from twosource.settings import Settings

READERS: tuple[Reader, ...] = (Json(), Jsonl(), Csv(), Mhtml(), Html(), Text())
"""All readers; the first that recognises an unnamed input reads it, so plain text, which takes anything, stands last."""

_OPENING = 512
# The names of saved pages are headlines; a text has more words.
_WORDS_OF_A_TEXT = 30


def read(names: Sequence[str], settings: Settings, standard_input: BinaryIO | None = None) -> Iterator[Article | Problem]:
    """The articles of paths, in the order given; a folder's files in the order of their names.

    Args:
        names: paths of files or folders, or "-" for standard input.
        settings: bounds on what is read.
        standard_input: what "-" stands for.
    """
    for name in names:
        try:
            yield from _read(name, settings, standard_input)
        except (OSError, ValueError) as fault:  # ValueError: a path with a NUL in it
            reason = getattr(fault, "strerror", None) or str(fault)
            yield Problem(kind="unreadable", path=name, message=f"{name} cannot be opened ({reason}): check the path and your rights to it.")


def _read(name: str, settings: Settings, standard_input: BinaryIO | None) -> Iterator[Article | Problem]:
    path = Path(name)
    if name == STANDARD_INPUT:
        yield from _stream(Source(name, standard_input or io.BytesIO()), settings)
    elif len(name.split()) >= _WORDS_OF_A_TEXT and not os.path.exists(name):  # noqa: PTH110  (Path.exists raises for a name as long as a text)
        message = f"{name[:60]} ... is no path: give a text as a file, on standard input (-), or from Python as {{'text': ...}}."
        yield Problem(kind="missing", path=name[:60], message=message)
    elif path.is_dir():
        yield from _folder(path, settings)
    elif path.exists():
        yield from _file(path, settings)
    elif is_address(name):
        yield not_fetched(name, many=False)
    else:
        yield Problem(kind="missing", path=name, message=f"{name} does not exist: check the path.")


def _folder(folder: Path, settings: Settings) -> Iterator[Article | Problem]:
    passed: Counter[str] = Counter()
    found = 0
    for parent, folders, files in os.walk(folder):
        passed["beside a saved page"] += len(beside := _beside_pages(folders, files))
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in beside)
        for file in sorted(f for f in files if not f.startswith(".")):
            path = Path(parent, file)
            if _is_answer_to_be(path):
                continue
            if _by_suffix(path) is None or not path.is_file():
                passed[path.suffix.lower() or "no suffix"] += 1
                continue
            found += 1
            try:
                yield from _file(path, settings)
            except OSError as fault:
                message = f"{path} cannot be opened ({fault.strerror}): check your rights to it."
                yield Problem(kind="unreadable", path=str(path), message=message)
    known = ", ".join(suffix for reader in READERS for suffix in reader.suffixes)
    if passed := +passed:
        kinds = ", ".join(f"{n} {suffix}" for suffix, n in sorted(passed.items())[:5]) + (", ..." if len(passed) > 5 else "")
        message = f"{folder}: passed over were {kinds}; in folders only {known} are read."
        yield Problem(kind="passed-over", path=str(folder), message=message)
    elif not found:
        yield Problem(kind="empty", path=str(folder), message=f"{folder} is a folder without articles: put {known} files in it.")


def _is_answer_to_be(path: Path) -> bool:
    """Whether standard output goes to that very file, as in ``twosource check . --json > answer.json``."""
    try:
        return os.path.samestat(path.stat(), os.fstat(1))
    except OSError:
        return False


def _beside_pages(folders: Sequence[str], files: Sequence[str]) -> set[str]:
    """Folders in which browsers keep the pictures, scripts and frames of a saved page: "ferry_files" beside "ferry.html".

    The word after the page's name is in the language of the browser, so any does.
    """
    pages = {Path(file).stem for file in files if Path(file).suffix.lower() in Html.suffixes}
    return {f for f in folders if any(f[:n] in pages for n, mark in enumerate(f) if mark in "_-")}


def _file(path: Path, settings: Settings) -> Iterator[Article | Problem]:
    with path.open("rb") as stream:
        source = Source(str(path), stream)
        reader = _by_suffix(path)
        yield from reader.read(source, settings) if reader else _stream(source, settings)


def _stream(source: Source, settings: Settings) -> Iterator[Article | Problem]:
    """An input whose name tells no format: its opening tells it."""
    opening = source.stream.read(_OPENING)
    reader = next(r for r in READERS if r.recognises(opening.removeprefix(b"\xef\xbb\xbf")))
    whole = io.BufferedReader(_Rejoined(opening, source.stream))
    yield from reader.read(Source(source.name, whole), settings)


def _by_suffix(path: Path) -> Reader | None:
    return next((r for r in READERS if path.suffix.lower() in r.suffixes), None)


class _Rejoined(io.RawIOBase):
    """A stream with its opening, which was read to know the format, put back: standard input cannot be wound back."""

    def __init__(self, opening: bytes, rest: BinaryIO) -> None:
        self._opening = opening
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        data = self._opening[: len(buffer)] if self._opening else self._rest.read(len(buffer))
        self._opening = self._opening[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)
