"""Decisions about stories: a TOML file that a person keeps, with tables ``[[together]]`` and ``[[apart]]``."""

import tomllib
from pathlib import Path
from typing import Any, Literal

from twosource.domain.decision import Decision
from twosource.errors import UsageError

_KINDS: tuple[Literal["together", "apart"], ...] = ("together", "apart")


def decided(file: str) -> list[Decision]:
    """The decisions of a file, in its order within each kind.

    Raises:
        UsageError: if the file cannot be read, or holds something else.
    """
    try:
        tables = tomllib.loads(Path(file).read_bytes().decode("utf-8"))
    except OSError as fault:
        raise UsageError(
            f"--stories {file} cannot be opened ({fault.strerror}): make it with twosource stories --stories {file} --apart A --apart B"
        ) from fault
    except (ValueError, RecursionError) as fault:
        raise UsageError(f"--stories {file} is not TOML ({' '.join(str(fault).split())[:120]}): mend it") from fault
    if odd := sorted(tables.keys() - set(_KINDS)):
        raise UsageError(f"--stories {file} has {odd[0][:40]!r}, which decides nothing: it may hold [[together]] and [[apart]]")
    rows = [(kind, row) for kind in _KINDS for row in _rows(tables, kind, file)]
    return [_decision(kind, row, file) for kind, row in rows]


def _rows(tables: dict[str, Any], kind: str, file: str) -> list[dict[str, Any]]:
    rows = tables.get(kind, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UsageError(f'--stories {file}: write [[{kind}]] with articles = ["A", "B"] under it')
    return rows


def _decision(kind: Literal["together", "apart"], row: dict[str, Any], file: str) -> Decision:
    names, because = row.get("articles"), row.get("because", "")
    if not isinstance(names, list) or len(names) < 2 or not all(isinstance(n, str) and n for n in names) or not isinstance(because, str):
        raise UsageError(f'--stories {file}: every [[{kind}]] needs articles = ["A", "B"], two names or more, and may have because = "..."')
    return Decision(kind, tuple(names), because)
