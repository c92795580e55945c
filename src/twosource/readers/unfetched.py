"""Addresses given where articles are wanted: nothing is fetched, and that is told."""

import re

from twosource.domain.problem import Problem

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{0,20}://\S+", re.IGNORECASE)


def is_address(words: str) -> bool:
    """Whether the words are one address of a page."""
    return _ADDRESS.fullmatch(words) is not None


def are_addresses(text: str) -> bool:
    """Whether the text has nothing but addresses, a line each."""
    lines = text.split()
    return bool(lines) and all(map(is_address, lines))


def not_fetched(name: str, many: bool) -> Problem:
    """The Problem of an address, or of a list of them, in place of an article."""
    what, remedy = ("a list of addresses", "save the pages and give their files") if many else ("an address", "save the page and give its file")
    return Problem(kind="missing", path=name, message=f"{name} is {what}, and twosource fetches nothing: {remedy}.")
