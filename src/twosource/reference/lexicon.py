"""Word lists and tables of facts, kept as data files under ``twosource/data``."""

import csv
from functools import cache
from importlib.resources import files
from types import MappingProxyType


def _lines(name: str) -> list[str]:
    text = (files("twosource") / "data" / name).read_text(encoding="utf-8")
    return [line.rstrip("\n") for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """The entries of ``data/<name>.txt``: one a line, lower case; lines that open with '#' are comments."""
    return frozenset(line.strip().lower() for line in _lines(f"{name}.txt"))


@cache
def table(name: str) -> tuple[MappingProxyType[str, str], ...]:
    """The rows of ``data/<name>.tsv``: tab-separated, first line names the columns, '#' opens a comment line."""
    rows = csv.DictReader(_lines(f"{name}.tsv"), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(MappingProxyType({k: (v or "").strip() for k, v in row.items() if k}) for row in rows)
