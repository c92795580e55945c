"""The PLOVER events of all stories as one table (CSV), a row each, for statistics and maps."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from twosource.writers.plain import line
from twosource.writers.writer import Document

Row = dict[str, Any]

COLUMNS = (
    "Event ID",
    "Story",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Quad Code",
    "Contexts",
    "Auxiliary Modes",
    "Actor Name",
    "Actor Country",
    "Actor Sectors",
    "Recipient Name",
    "Recipient Country",
    "Recipient Sectors",
    "Placename",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Independent",
    "Standing",
    "Source",
    "Publication Date",
    "Words",
    "Statement",
    "Date Reason",
    "Origins",
    "Article",
    "URL",
    "Start",
    "End",
)
"""Named after the columns of PLOVER's data sets; several values in a cell are parted by ";".

"Independent", "Standing" and "Origins" are those of the best-founded claim that tells the event. "Source", "Article" and "URL" have
a value for each article that tells it, in one order; "Words" stand in the first of them, from "Start" to "End" (code points, end exclusive)."""

# With one of these first, a spreadsheet would take a cell for a formula.
_FORMULA = ("=", "+", "-", "@")


class Events:
    """One row an event; every cell is one line, and none is a formula."""

    name = "events"

    def write(self, documents: Sequence[Document]) -> str:
        table = io.StringIO()
        rows = csv.writer(table, lineterminator="\n")
        rows.writerow(COLUMNS)
        for document in documents:
            rows.writerows(_rows(document))
        return table.getvalue()


def _rows(document: Document) -> list[list[str]]:
    known = {one["id"]: one for kind in ("parties", "articles", "statements") for one in document[kind]}
    best: dict[str, Row] = {}
    for claim in sorted(document["claims"], key=lambda c: int(c["independent"])):
        best.update(dict.fromkeys(claim["events"], claim))
    return [[_cell(one) for one in (e["id"], document["story"]["title"], *_values(e, best.get(e["id"]), known))] for e in document["events"]]


def _values(e: Row, claim: Row | None, known: Mapping[str, Row]) -> list[object]:
    place = e["place"] or dict.fromkeys(("name", "country", "latitude", "longitude", "geonameid"))
    told = [known[a] for a in dict.fromkeys(m["article"] for m in e["mentions"])]
    first = e["mentions"][0]
    return [
        e["date"]["value"],
        e["type"],
        e["mode"],
        e["quad"],
        e["contexts"],
        e["auxiliary"],
        *_side([known[p] for p in e["actors"]]),
        *_side([known[p] for p in e["recipients"]]),
        *(place[key] for key in ("name", "country", "latitude", "longitude", "geonameid")),
        claim and claim["independent"],
        claim and claim["standing"],
        [a["outlet"] or a["domain"] or a["ref"] for a in told],
        [a["published"] or "" for a in told],
        first["text"],
        known[e["statements"][0]]["text"] if e["statements"] else "",
        e["date"]["reason"],
        [known[p]["name"] for p in claim["origins"] if p in known] if claim else "",
        [a["ref"] for a in told],
        [a["url"] or "" for a in told],
        first["start"],
        first["end"],
    ]


def _side(parties: Sequence[Row]) -> list[list[str]]:
    """Names, countries and sectors of one side; a party that has none leaves its place empty, so that the first of each are of one party."""
    return [
        [p["name"] for p in parties],
        [p["country"] or "" for p in parties],
        [" ".join(p["sectors"]) for p in parties],
    ]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(value)
    words = line(";".join(v.replace(";", ",") for v in value) if isinstance(value, list) else str(value))
    return f"'{words}" if words.startswith(_FORMULA) else words
