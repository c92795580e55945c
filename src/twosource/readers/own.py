"""Articles of the caller's own, from Python: Article values and mappings, held to what articles of files are held to."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.domain.span import Span
from twosource.errors import UsageError
from twosource.readers.days import day
from twosource.readers.encoding import empty, too_long
from twosource.readers.rows import articles
from twosource.settings import Settings

_TEXT = (str,)
_MAYBE = (str, type(None))
_KINDS: dict[str, tuple[type, ...]] = {
    **{"ref": _TEXT, "text": _TEXT, "title": (Span, type(None)), "authors": (tuple,), "language": _TEXT},
    **dict.fromkeys(("path", "url", "outlet", "domain", "published"), _MAYBE),
}
_MEANT = {
    "title": "the Span of it in text (or give a dict with a title)",
    "published": "a day written as '2024-01-22'",
    "authors": "a tuple of names",
}


def own(given: Article | Mapping[str, Any], number: int, settings: Settings) -> list[Article | Problem]:
    """The article as it goes on, with a Problem for what is passed over of it; or the Problem that leaves none.

    Args:
        given: an Article, or a mapping with the fields of a row of JSON lines.
        number: how many inputs stand before it, for the name of one that has none.
        settings: bounds on what is read.

    Raises:
        UsageError: if a field is not of the type that it is declared with.
    """
    if not isinstance(given, Article):
        return articles(given, f"article {number + 1}", None, settings)
    for field, kinds in _KINDS.items():
        if not isinstance(value := getattr(given, field), kinds):
            meant = _MEANT.get(field, "text")
            raise UsageError(f"{field} of the article {str(given.ref)[:60]!r} is {type(value).__name__}: make it {meant}")
    if given.title is not None and given.title.end > len(given.text):
        raise UsageError(f"title of the article {given.ref[:60]!r} ends behind its text: make it {_MEANT['title']}")
    if not given.text.strip():
        return [empty(given.ref)]
    if len(given.text) > settings.longest_article:
        return [too_long(given.ref, settings.longest_article)]
    return _dated(given)


def _dated(given: Article) -> list[Article | Problem]:
    if given.published is None:
        return [given]
    published = day(given.published)
    source = "none" if published is None else "given" if given.published_from == "none" else given.published_from
    article = replace(given, published=published, published_from=source)
    if published is not None:
        return [article]
    message = f"{given.ref}: the day of publication is {given.published[:40]!r}, which names no day: write it as 2024-01-22."
    return [article, Problem(kind="bad-date", article=article.id, path=given.path, message=message)]
