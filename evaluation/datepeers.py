"""Dates beside dateparser and parsedatetime on the same expressions, each with the same day to count from.

usage: python -m evaluation.datepeers

The expressions are those that annotators marked: in MEANTIME (Wikinews), in the Recognizers-Text suite (not news), and in the annotated
stories to tune on. The peers get the words of the expression; ours reads the sentence it stands in, which is what it is made for, and
loses where it finds nothing there. dateparser is told to look back where its own default would not decide; parsedatetime stands in the
table where it is installed (it is no dependency).

day     expressions whose annotated value is one day: the same day
within  all with an annotated value: what is given is that value, or lies in it; a peer, which always gives a day, is right about
        "last month" with any day of that month
exact   all: the very value, told as finely as the annotators tell it and no finer
silent  all: no value given
"""

import importlib
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from rich.console import Console
from rich.table import Table

from evaluation.gate import LABELLED, SHARED, rows
from evaluation.tasks.dates import apart, timeml
from evaluation.usage import command
from twosource.domain.article import Article
from twosource.domain.date import Date
from twosource.domain.reading import Reading
from twosource.domain.span import Span
from twosource.grammar import calendar
from twosource.inference.spacy import SpacyModel
from twosource.stages.within_article.dates import Dates
from twosource.stages.within_article.sentences import Sentences

Row = dict[str, Any]
Peer = Callable[[str, date], str | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """An expression in its text, the day to count from, and the values that count as right."""

    text: str
    span: Span
    published: date
    values: tuple[str, ...]


def meantime() -> Iterator[Asked]:
    """Dates and times of the labelled sentences that have a value in the calendar."""
    for row in rows(SHARED / "data/meantime/english.jsonl"):
        published = calendar.day_of(row["date"])
        end = row["sentences"][: LABELLED + 1][-1]["end"]
        for m in row["mentions"]:
            if m["kind"] == "timex" and m["type"] in ("DATE", "TIME") and m.get("spans") and m["spans"][-1][1] <= end and published:
                value = str(m["value"]).split("T")[0]
                if value[:4].isdigit():
                    yield Asked(row["text"][:end], Span(m["spans"][0][0], m["spans"][-1][1]), published, (value,))


def recognizers() -> Iterator[Asked]:
    """Rows of the suite's merged model with one expression, which is a date; any of the values that it lists is right."""
    seen = set()
    for row in rows(SHARED / "data/time/english.jsonl"):
        found = row["results"]
        published = calendar.day_of(row.get("reference"))
        if len(found) != 1 or found[0]["type"] != "datetimeV2.date" or published is None or row["text"] in seen:
            continue
        seen.add(row["text"])
        values = tuple(v["value"] for v in found[0]["values"] if calendar.day_of(v.get("value")))
        if values:
            yield Asked(row["text"], Span(found[0]["start"], found[0]["end"]), published, values)


def stories() -> Iterator[Asked]:
    """Dates of the annotated stories to tune on."""
    articles = {row["id"]: row for row in rows(SHARED / "gold/articles_train.jsonl")}
    for file in sorted((SHARED / "gold/train").glob("*.json")):
        for told in json.loads(file.read_text(encoding="utf-8"))["dates"]:
            row = articles.get(f"{file.stem}/{told['article']}", {})
            published = calendar.day_of(row.get("published"))
            if published is not None and told["value"]:
                yield Asked(row["text"], Span(told["start"], told["end"]), published, (told["value"].split("T")[0],))


def ours(asked: list[Asked]) -> list[str | None]:
    """The values of the shipped stage, each expression read in its whole text."""
    texts = {(a.text, a.published): Reading(Article(ref="x", text=a.text, published=a.published.isoformat())) for a in asked}
    readings = list(texts.values())
    parsed = [r.with_(made) for r, made in zip(readings, Sentences(SpacyModel()).run(readings), strict=True)]
    read = dict(zip(texts, Dates().run(parsed), strict=True))
    return [_at(a, [d for d in read[a.text, a.published] if isinstance(d, Date)]) for a in asked]


def _at(asked: Asked, found: list[Date]) -> str | None:
    ends = [end for d in found for end in apart(asked.text, d)]
    return next((value for start, end, value in ends if start < asked.span.end and asked.span.start < end and value), None)


def dateparser() -> Peer:
    """dateparser, told to look back."""
    parse = importlib.import_module("dateparser").parse

    def one(words: str, published: date) -> str | None:
        base = datetime(published.year, published.month, published.day)
        found = parse(words, languages=["en"], settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"})
        return found.date().isoformat() if found else None

    return one


def parsedatetime() -> Peer | None:
    """parsedatetime, where it is installed."""
    try:
        reader = importlib.import_module("parsedatetime").Calendar()
    except ImportError:
        return None

    def one(words: str, published: date) -> str | None:
        found, status = reader.parseDT(words, sourceTime=datetime(published.year, published.month, published.day))
        return found.date().isoformat() if status else None

    return one


def right(value: str | None, wanted: str) -> tuple[bool, bool]:
    """Whether a value lies in the wanted one, and whether it is the very one; weeks, quarters and seasons in either spelling."""
    if value is None:
        return False, False
    exact = wanted in (value, timeml(value))
    period, own = stretch(wanted), stretch(value)
    return exact or (period is not None and own is not None and period[0] <= own[0] and own[1] <= period[1]), exact


_WEEK = re.compile(r"(\d{4})-W(\d{1,2})(-WE)?")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")


def stretch(value: str) -> tuple[date, date] | None:
    """First and last day of a value as EDTF or TimeML spells it; None for what has none (seasons, references)."""
    if match := _WEEK.fullmatch(value):
        first = date.fromisocalendar(int(match.group(1)), min(52, int(match.group(2)) or 1), 6 if match.group(3) else 1)
        return first, calendar.moved(first, days=1 if match.group(3) else 6)
    if match := _QUARTER.fullmatch(value):
        return stretch(f"{match.group(1)}-{3 * int(match.group(2)) - 2:02d}/{match.group(1)}-{3 * int(match.group(2)):02d}")
    opening, _, closing = value.strip("~").partition("/")
    closing = closing or opening
    begins, ends = calendar.first_day(opening), calendar.first_day(closing)
    if begins is None or ends is None:
        return None
    months = {4: 12, 7: 1}.get(len(closing))
    return begins, calendar.moved(calendar.moved(ends, months=months), days=-1) if months else ends


def scored(asked: list[Asked], given: list[str | None]) -> dict[str, float]:
    """Shares in percent, as the module says."""
    n: Counter[str] = Counter()
    for one, value in zip(asked, given, strict=True):
        judged = [right(value, wanted) for wanted in one.values]
        exact = any(e for _, e in judged)
        n["silent"] += value is None
        n["within"] += any(w for w, _ in judged)
        n["exact"] += exact
        if all(len(v) == 10 and calendar.day_of(v) for v in one.values):
            n["days"] += 1
            n["day"] += exact
    return {name: round(100 * n[name] / max(1, n["days"] if name == "day" else len(asked)), 1) for name in ("day", "within", "exact", "silent")}


def main() -> int:
    """Print the table, and the same as one JSON object."""
    command(__doc__).parse_args()
    if not SHARED.is_dir():
        print("the annotated dates lie in ../shared, which is not beside this checkout", file=sys.stderr)
        return 2
    sets = {"MEANTIME": list(meantime()), "Recognizers": list(recognizers()), "stories": list(stories())}
    peers = {name: peer for name, peer in (("dateparser", dateparser()), ("parsedatetime", parsedatetime())) if peer is not None}
    table = Table("expressions", "of", "read by", "day", "within", "exact", "silent")
    said: dict[str, dict[str, dict[str, float]]] = {}
    for name, asked in sets.items():
        answers = {"twosource": ours(asked)}
        for peer, read in peers.items():
            answers[peer] = [read(a.span.of(a.text), a.published) for a in asked]
        said[name] = {who: scored(asked, given) for who, given in answers.items()}
        for who, shares in said[name].items():
            table.add_row(name, str(len(asked)), who, *(f"{shares[k]:.1f}" for k in ("day", "within", "exact", "silent")))
        table.add_section()
    Console().print(table)
    print(json.dumps(said))
    return 0


if __name__ == "__main__":
    sys.exit(main())
