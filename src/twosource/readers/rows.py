"""An article as one JSON object (a row): its fields under our names, and under those that other tools give them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.domain.span import Span
from twosource.readers.addresses import domain
from twosource.readers.days import day
from twosource.readers.encoding import empty, encodable, too_long
from twosource.readers.titles import titled
from twosource.readers.unfetched import is_address
from twosource.settings import Settings

# Our name first, then those of schema.org, of feeds, and of the tools that write most of such files (trafilatura, news-please,
# newspaper, Fundus, NewsAPI): the first that holds something is taken.
NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "maintext", "articleBody", "body", "content"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "outlet": ("outlet", "publisher", "sitename", "source"),
    "domain": ("domain", "hostname", "source_domain"),
    "published": (
        *("published", "date", "date_publish", "datePublished", "published_at", "publishedAt"),
        *("published_date", "publish_date", "publishing_date", "pubDate"),
    ),
    "language": ("language", "lang"),
    "authors": ("authors", "author"),
}
_TOLD = ("title", "url", "outlet", "published", "language")
_QUOTED = re.compile(r"""'([^']+)'|["]([^"]+)["]""")
_MOST_NAMED = 8
_HOPELESS = 10_000


def articles(row: Mapping[str, Any], where: str, path: str | None, settings: Settings) -> list[Article | Problem]:
    """The article of a row, with a Problem for each of its fields that is passed over; or the Problem that leaves no article.

    Args:
        row: the object.
        where: what its place is called in messages, and the article too where the row has no id.
        path: the file it stands in.
        settings: bounds on what is read.
    """
    if (text := _first(row, "text")) is None:
        return [empty(where) if any(isinstance(row.get(n), str) for n in NAMES["text"]) else _textless(row, where)]
    known = {field: words for field in NAMES if field != "text" and (words := _first(row, field)) is not None}
    body, title = titled(known.get("title"), text)
    if len(body) > settings.longest_article:
        return [too_long(where, settings.longest_article)]
    ref = str(row["id"]) if isinstance(row.get("id"), str | int) and row["id"] != "" else where
    authors = _authors(row)
    if not all(map(encodable, (body, ref, *known.values(), *authors))):
        message = f"{where} holds half a character (a lone surrogate such as \\ud800), which is no text: mend the program that wrote it."
        return [Problem(kind="encoding", path=where, message=message)]
    article = _article(known, (body, title), ref, path, authors)
    written = known.get("published")
    made: list[Article | Problem] = [article]
    if odd := [name for field in _TOLD if field not in known and (name := _odd(row, field))]:
        made.append(_about(article, "bad-field", f"{where}: {', '.join(odd)} must be text and was passed over; write it in quotation marks."))
    if written and not article.published:
        wrong = f"the day of publication is {written[:40]!r}, which names no day: write it as 2024-01-22."
        made.append(_about(article, "bad-date", f"{where}: {wrong}"))
    return made


def capped(rows: Iterable[list[Article | Problem]], name: str, settings: Settings) -> Iterator[Article | Problem]:
    """What the rows of one input made; of rows that gave no article the first have their Problems, and one more Problem counts the rest.

    An input of which ten thousand rows and nine in ten gave none is not one of articles, and is not read to its end.
    """
    number = bad = 0
    for made in rows:
        number += 1
        read = any(isinstance(one, Article) for one in made)
        bad += not read
        if read or bad <= settings.most_bad_rows:
            yield from made
        if bad >= _HOPELESS and 10 * bad >= 9 * number:
            message = f"{name}: {bad:,} of its first {number:,} rows could not be read, and the rest was left: is every row one article?"
            yield Problem(kind="bad-rows", path=name, message=message)
            return
    if bad > settings.most_bad_rows:
        message = f"{name}: {bad - settings.most_bad_rows} more rows could not be read; is every row one article?"
        yield Problem(kind="bad-rows", path=name, message=message)
    if not number:
        yield empty(name)


def _first(row: Mapping[str, Any], field: str) -> str | None:
    words = (_words(row.get(name)) for name in NAMES[field])
    return next((w for w in words if w and w.strip() and not (field == "outlet" and is_address(w))), None)


def _words(value: object) -> str | None:
    """A text, the name of what has one (a publisher often stands as an object), or a day as it is written."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else None


def _authors(row: Mapping[str, Any]) -> tuple[str, ...]:
    for name in NAMES["authors"]:
        value = row.get(name)
        if isinstance(value, str) and value.lstrip().startswith("["):  # a list that a table holds as text
            value = [first or second for first, second in _QUOTED.findall(value)]
        found = tuple(w.strip() for one in (value if isinstance(value, list | tuple) else [value]) if (w := _words(one)) and w.strip())
        if found:
            return found
    return ()


def _odd(row: Mapping[str, Any], field: str) -> str | None:
    """The first name under which a field holds something that is no text."""
    return next((name for name in NAMES[field] if _given(row.get(name)) and _words(row[name]) is None), None)


def _given(value: object) -> bool:
    """Whether a field holds anything; tables leave a number that is none (NaN) where nothing stands."""
    return value is not None and not (isinstance(value, float) and value != value)  # noqa: PLR0124


def _textless(row: Mapping[str, Any], where: str) -> Problem:
    has = ", ".join(str(name)[:30] for name in list(row)[:_MOST_NAMED])
    message = f'{where} has no "text" (its fields: {has or "none"}): give every row a field "text" with the article in it.'
    return Problem(kind="no-text", path=where, message=message)


def _article(known: dict[str, str], text: tuple[str, Span | None], ref: str, path: str | None, authors: tuple[str, ...]) -> Article:
    published = day(known.get("published", ""))
    return Article(
        ref=ref,
        path=path,
        text=text[0],
        title=text[1],
        url=known.get("url"),
        outlet=known.get("outlet"),
        domain=domain(known.get("url")) or known.get("domain", "").strip().removeprefix("www.") or None,
        authors=authors,
        published=published,
        published_from="given" if published else "none",
        language=known.get("language", "und"),
    )


def _about(article: Article, kind: str, message: str) -> Problem:
    return Problem(kind=kind, article=article.id, path=article.path, message=message)
