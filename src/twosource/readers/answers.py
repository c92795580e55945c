"""Earlier answers of ``twosource check --json``, read back as values; what is no such answer is refused with what is wrong in it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import Any, TypeVar, get_args

from twosource.domain.answer import Answer, ToldClaim, ToldConflict, ToldCopy, ToldSide, ToldStatement, ToldStory, ToldValue
from twosource.domain.article import Article, PublishedFrom
from twosource.domain.conflict import SURE
from twosource.domain.span import Span
from twosource.domain.story import Story
from twosource.errors import UsageError
from twosource.readers.encoding import encodable

SCHEMA = "twosource/dossier/1"

T = TypeVar("T", str, int, bool, list[Any], dict[str, Any])
Row = dict[str, Any]


def earlier(told: str | PathLike[str] | Sequence[Mapping[str, Any]]) -> Answer:
    """The answer that a file holds, or that is given as it is.

    Raises:
        UsageError: if the file cannot be read, is no answer, or is one of another version.
    """
    named = f"--since {fspath(told)}" if isinstance(told, str | PathLike) else "since"
    try:
        return answer(json.loads(Path(told).read_bytes()) if isinstance(told, str | PathLike) else told)
    except OSError as fault:
        raise UsageError(f"{named} cannot be opened ({fault.strerror}): name the output of an earlier twosource check --json") from fault
    except UsageError as fault:
        raise UsageError(f"{named} {fault}") from fault
    except _Odd as fault:
        raise UsageError(f"{named} is no answer of twosource check --json ({fault}): make it anew") from fault
    except (ValueError, RecursionError) as fault:
        raise UsageError(f"{named} is not JSON: name the output of an earlier twosource check --json") from fault


def answer(rows: object) -> Answer:
    """The answer that a list of dossiers is, each as the contract's plain values.

    Raises:
        UsageError: if it is of another version of the contract.
        ValueError: if it is none.
    """
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise _Odd("it is not a list of dossiers, or has none")
    for row in rows:
        if (schema := row.get("schema")) != SCHEMA:
            written = schema[:40] if isinstance(schema, str) else "none"
            raise UsageError(f"has the schema {written!r}, and this twosource reads {SCHEMA!r}: make it anew with the same twosource")
    stories = tuple(_story(row, f"[{n}]") for n, row in enumerate(rows))
    return Answer(json.dumps(rows[0].get("made_by"), sort_keys=True), stories)


class _Odd(ValueError):
    """What is read is not what the contract says; the message names the place."""


def _story(row: Row, at: str) -> ToldStory:
    articles = tuple(_article(a, where) for a, where in _rows(row, "articles", at))
    if not articles:
        raise _Odd(f"{at}.articles is empty")
    names = {a.id: a.outlet or a.domain or a.ref.rsplit("/", 1)[-1] for a in articles}
    refs = {a.ref: names[a.id] for a in articles}
    names |= {_get(p, "id", str, where): _get(p, "name", str, where) for p, where in _rows(row, "parties", at)}
    story = _get(row, "story", dict, at)
    known = Story(
        id=_get(story, "id", str, f"{at}.story"),
        basis=tuple(sorted(a.id for a in articles)),
        title=_get(story, "title", str, f"{at}.story"),
        because=_strings(story, "because", f"{at}.story"),
    )
    statements = tuple(_statement(s, names, where) for s, where in _rows(row, "statements", at))
    return ToldStory(
        story=known,
        names=names,
        articles=articles,
        statements=statements,
        claims=tuple(_claim(c, refs | names, where) for c, where in _rows(row, "claims", at)),
        conflicts=tuple(_conflict(x, where) for x, where in _rows(row, "conflicts", at) if _sure(x)),
        copies=tuple(_copy(c, where) for c, where in _rows(row, "copies", at)),
    )


def _article(row: Row, at: str) -> Article:
    text = _get(row, "text", str, at)
    if not encodable(text):
        raise _Odd(f"{at}.text holds half a character")
    title = row.get("title")
    made = Article(
        ref=_get(row, "ref", str, at),
        text=text,
        title=_span(title, f"{at}.title", len(text)) if isinstance(title, dict) else None,
        path=_maybe(row, "path", at),
        url=_maybe(row, "url", at),
        outlet=_maybe(row, "outlet", at),
        domain=_maybe(row, "domain", at),
        authors=_strings(row, "authors", at),
        published=_maybe(row, "published", at),
        published_from=_from(row, at),
        language=_get(row, "language", str, at),
    )
    if made.id != _get(row, "id", str, at):
        raise _Odd(f"{at}.id is not that of its text: it was altered")
    return made


def _from(row: Row, at: str) -> PublishedFrom:
    known: tuple[PublishedFrom, ...] = get_args(PublishedFrom)
    said = _get(row, "published_from", str, at)
    if said not in known:
        raise _Odd(f"{at}.published_from is {said[:20]!r}")
    return known[known.index(said)]


def _statement(row: Row, names: dict[str, str], at: str) -> ToldStatement:
    chain = [names.get(_get(link, "party", str, where), _get(link, "text", str, where)) for link, where in _rows(row, "chain", at)]
    dates = (ToldValue("date", _span(d, where), _get(d, "text", str, where), _maybe(d, "value", where)) for d, where in _rows(row, "dates", at))
    numbers = (ToldValue("quantity", _span(q, where), _get(q, "text", str, where), _bounds(q)) for q, where in _rows(row, "quantities", at))
    return ToldStatement(
        id=_get(row, "id", str, at),
        article=_get(row, "article", str, at),
        span=_span(row, at),
        text=_get(row, "text", str, at),
        chain=tuple(chain),
        factuality=_get(row, "factuality", str, at),
        values=(*dates, *numbers),
        correction=row.get("correction") is True,
    )


def _bounds(row: Row) -> str | None:
    low, high = row.get("low"), row.get("high")
    return None if low is None and high is None else f"{low} to {high}" if low != high else f"{low}"


def _claim(row: Row, names: dict[str, str], at: str) -> ToldClaim:
    return ToldClaim(
        id=_get(row, "id", str, at),
        text=_get(row, "text", str, at),
        statements=_strings(row, "statements", at),
        standing=_get(row, "standing", str, at),
        independent=_get(row, "independent", int, at),
        rests_on=tuple(names.get(p, p) for p in _strings(row, "rests_on", at)),
    )


def _sure(row: Row) -> bool:
    """Whether a conflict was told as one; an answer of before that difference was made told no others."""
    likely = row.get("likely", 1.0)
    return not isinstance(likely, float | int) or likely >= SURE


def _conflict(row: Row, at: str) -> ToldConflict:
    return ToldConflict(
        id=_get(row, "id", str, at),
        kind=_get(row, "kind", str, at),
        update=_get(row, "update", bool, at),
        claims=_strings(row, "claims", at),
        sides=tuple(ToldSide(_get(s, "value", str, where), _strings(s, "statements", where)) for s, where in _rows(row, "sides", at)),
    )


def _copy(row: Row, at: str) -> ToldCopy:
    pair = _strings(row, "articles", at)
    if len(pair) != 2:
        raise _Odd(f"{at}.articles are not two")
    ends = [(_get(p, end, dict, where), f"{where}.{end}") for p, where in _rows(row, "passages", at) for end in ("a", "b")]
    return ToldCopy((pair[0], pair[1]), tuple((_get(e, "article", str, where), _span(e, where)) for e, where in ends))


def _get(row: Row, key: str, kind: type[T], at: str) -> T:
    value = row.get(key)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise _Odd(f"{at}.{key} is missing or of another type")
    return value


def _maybe(row: Row, key: str, at: str) -> str | None:
    return None if row.get(key) is None else _get(row, key, str, at)


def _rows(row: Row, key: str, at: str) -> Iterator[tuple[Row, str]]:
    for n, one in enumerate(_get(row, key, list, at)):
        if not isinstance(one, dict):
            raise _Odd(f"{at}.{key}[{n}] is no object")
        yield one, f"{at}.{key}[{n}]"


def _strings(row: Row, key: str, at: str) -> tuple[str, ...]:
    found: Sequence[Any] = _get(row, key, list, at)
    if not all(isinstance(one, str) for one in found):
        raise _Odd(f"{at}.{key} are not all text")
    return tuple(found)


def _span(row: Row, at: str, longest: int | None = None) -> Span:
    start, end = _get(row, "start", int, at), _get(row, "end", int, at)
    if not 0 <= start < end or (longest is not None and end > longest):
        raise _Odd(f"{at} is no stretch of its text")
    return Span(start, end)
