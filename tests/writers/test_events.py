"""Events as a table: a row each, cells in line with each other, and no cell that a spreadsheet would run."""

import csv
import io
import re
from pathlib import Path

from twosource.writers.events import COLUMNS, Events
from twosource.writers.writer import Document


def _table(*documents: Document) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(Events().write(documents))))


def test_an_event_is_a_row(said: Document) -> None:
    actor, recipient = (p["id"] for p in said["parties"][:2])
    said["parties"][0] |= {"country": "NLD", "sectors": ["GOV", "COP"]}
    said["events"][0] |= {"actors": [actor, recipient], "recipients": [recipient], "contexts": ["military"]}
    (row,) = _table(said)
    assert tuple(row) == COLUMNS
    told = {
        "Event Type": "ASSAULT",
        "Quad Code": "4",
        "Event Date": "2025-03-09",
        "Contexts": "military",
        "Actor Name": "Lutra police;the mayor",
        "Actor Country": "NLD;",
        "Actor Sectors": "GOV COP;",
        "Recipient Name": "the mayor",
        "Placename": "Lutra",
        "Latitude": "",
        "Independent": "2",
        "Standing": "corroborated",
        "Source": "The Lutra Sun",
        "Publication Date": "2025-03-09",
        "Words": "died",
        "Statement": "Seven people died on Sunday",
        "Date Reason": said["events"][0]["date"]["reason"] or "",
        "Origins": "Lutra police;Vello Arn",
        "Article": "a.txt",
        "URL": "",
    }
    assert {column: row[column] for column in told} == told
    text = next(a["text"] for a in said["articles"] if a["ref"] == row["Article"])
    assert text[int(row["Start"]) : int(row["End"])] == row["Words"]


def test_what_several_articles_tell_stands_in_one_order(said: Document) -> None:
    first, second = said["articles"]
    first["published"] = None
    event = said["events"][0]
    event["mentions"] = [{"article": a["id"], "start": 0, "end": 5, "text": a["text"][:5]} for a in (first, second)]
    (row,) = _table(said)
    assert (row["Article"], row["URL"], row["Publication Date"]) == ("a.txt;b", ";https://arn.example/b", f";{second['published'] or ''}")


def test_rows_of_all_stories_stand_in_one_table(said: Document) -> None:
    assert len(_table(said, said)) == 2
    assert _table() == []


def test_no_cell_is_a_formula_or_breaks_its_row(said: Document) -> None:
    said["story"]["title"] = '=HYPERLINK(1)\nsecond, "line"\x1b[31m'
    said["events"][0]["place"] |= {"name": "-Tarn;x", "latitude": -33.5}
    (row,) = _table(said)
    assert row["Story"] == '\'=HYPERLINK(1) second, "line" [31m'
    assert (row["Placename"], row["Latitude"]) == ("'-Tarn;x", "-33.5")


def test_an_event_without_place_or_claim_has_empty_cells(said: Document) -> None:
    said["events"][0]["place"] = None
    for claim in said["claims"]:
        claim["events"] = []
    (row,) = _table(said)
    assert (row["Placename"], row["Independent"], row["Standing"]) == ("", "", "")


def test_the_document_tells_of_every_column_and_of_no_other() -> None:
    section = (Path(__file__).resolve().parents[2] / "docs" / "plover.md").read_text(encoding="utf-8").split("## As a table")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith('| "')]
    assert sorted(re.findall('"([^"]+)"', " ".join(rows))) == sorted(COLUMNS)
    assert set(re.findall(r'"([A-Z][^"]+)"\]', section)) <= set(COLUMNS)
