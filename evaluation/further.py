"""Further stories, annotated by the protocol of the gold stories, laid out as these are.

usage: python -m evaluation.further PART FOLDER     writes FOLDER/gold/*.json and FOLDER/articles.jsonl

``evaluation/readers/annotated.jsonl`` holds one story a line: what a careful reader (a language model that read every line, in one pass, every
place checked by script) found in articles of ../shared/data/stories: names and places alone, [start, end) in code points of an article's
``text``. PART is "open", the stories whose errors have been read while rules were mended, or "kept", those that nobody who mended anything
has seen: a score on these is what to expect of a story that is new. ``second.jsonl`` holds what other such readers found in some of the kept
stories and in gold/stories ("dev", two readers), who were given the wording of the claims and nothing else: how far two agree is how far one can get.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.usage import command

Row = dict[str, Any]
SHARED = Path(__file__).resolve().parents[2] / "shared"
READERS = Path(__file__).resolve().parent / "readers"
ANNOTATED, SECOND = READERS / "annotated.jsonl", READERS / "second.jsonl"
PARTS = ("open", "kept")
MENTION = ("article", "start", "end", "chain", "origin_aliases", "voice", "factuality", "time")


def annotated(part: str, path: Path = ANNOTATED) -> list[Row]:
    """The stories of a part."""
    return [row for row in read(path) if row["part"] == part]


def read(path: Path) -> list[Row]:
    """The rows of a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def as_gold(story: Row) -> Row:
    """A story in the form of ``../shared/gold``, without the words."""
    claims = [
        {
            "id": f"c{number}",
            "text": "",
            "why": "",
            "independent_sources": len(claim["cut"]),
            "cut": claim["cut"],
            "mentions": [
                dict(zip(("article", "start", "end", "chain", "origin_aliases", "voice", "factuality", "time"), m, strict=True))
                for m in claim["mentions"]
            ],
        }
        for number, claim in enumerate(story["claims"], 1)
    ]
    conflicts = [{**x, "claims": [], "sides": [{"value": "", "mentions": side} for side in x["sides"]]} for x in story["conflicts"]]
    dates = [dict(zip(("article", "start", "end", "value"), date, strict=True)) for date in story["dates"]]
    return {
        "story": story["story"],
        "articles": [{"id": name} | ({"agency": story["agency"][name]} if name in story["agency"] else {}) for name in story["articles"]],
        "claims": claims,
        "conflicts": conflicts,
        "copies": [],
        "dates": dates,
        "entities": [{"role": "", **entity} for entity in story["entities"]],
    }


def second(part: str, reader: int = 1) -> list[Row]:
    """What a reader found who was given the claims of the stories of a part, "kept" or "dev"."""
    return [row for row in read(SECOND) if row["part"] == part and row["reader"] == reader]


def as_dossier(story: Row, texts: Mapping[str, str]) -> Row:
    """What a reader found in a story in the form of a dossier, as far as ``../shared/score/gold.py`` looks at one.

    Args:
        story: as annotated.
        texts: the text of each article, by its id.
    """
    gold, names = as_gold(story), story["articles"]
    parties: dict[str, set[str]] = {}
    statements: list[Row] = []
    claims: list[Row] = []
    for claim in gold["claims"]:
        made = [
            {**m, "id": f"{claim['id']}.{n}", "dates": [], "chain": [{"party": p, "text": p} for p in m["chain"]]}
            for n, m in enumerate(claim["mentions"])
        ]
        for m in claim["mentions"]:
            for n, party in enumerate(m["chain"]):
                parties.setdefault(party, set()).update([] if n else m["origin_aliases"])
        statements += made
        claims.append({"id": claim["id"], "independent": claim["independent_sources"], "statements": [m["id"] for m in made]})
    dated = [{**d, "id": f"d{n}", "chain": [], "dates": [d]} for n, d in enumerate(gold["dates"])]
    sides = [[[s["id"] for place in side["mentions"] for s in statements if _overlap(s, place)] for side in x["sides"]] for x in gold["conflicts"]]
    return {
        "articles": [{"id": name, "ref": f"{story['story']}/{name}", "text": texts[f"{story['story']}/{name}"]} for name in names],
        "parties": [{"id": name, "name": name, "aliases": sorted(aliases)} for name, aliases in parties.items()],
        "statements": statements + dated,
        "claims": claims,
        "conflicts": [{"kind": x["kind"], "sides": [{"statements": s} for s in side]} for x, side in zip(gold["conflicts"], sides, strict=True)],
    }


def _overlap(statement: Row, place: Sequence[Any]) -> bool:
    article, start, end = place
    return bool(statement["article"] == article and statement["start"] < end and start < statement["end"])


def articles(stories: Sequence[Row], shared: Path = SHARED) -> Iterator[Row]:
    """The articles of stories, each with the id that the annotations know it by, "<story>/<article>"."""
    for name in sorted({story["set"] for story in stories}):
        rows = read(shared / "data" / "stories" / f"{name}.jsonl")
        texts = {(row["story"], row["id"]): row for row in rows}  # an id may stand in two stories
        for story in (s for s in stories if s["set"] == name):
            for article, one in story["articles"].items():
                row = texts[story["label"], one]
                known = {"title": row.get("title"), "outlet": row.get("source") or row.get("outlet"), "url": row.get("url")}
                yield {"id": f"{story['story']}/{article}", "text": row["text"], "published": (row.get("date") or "")[:10] or None, **known}


def laid_out(stories: Sequence[Row], folder: Path) -> tuple[Path, Path]:
    """Stories as a folder of gold files and a file of articles, as ``../shared/score/gold.py`` takes them."""
    gold, texts = folder / "gold", folder / "articles.jsonl"
    gold.mkdir(parents=True, exist_ok=True)
    rows = {row["id"]: row for row in articles(stories)}
    for story in stories:
        told = as_gold(story)
        for mention in (m for claim in told["claims"] for m in claim["mentions"]):
            mention["quote"] = rows[f"{story['story']}/{mention['article']}"]["text"][mention["start"] : mention["end"]]
        (gold / f"{story['story']}.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    texts.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows.values()), encoding="utf-8")
    return gold, texts


def main() -> int:
    """Write a part."""
    usage = command(__doc__)
    usage.add_argument("part", metavar="PART", choices=PARTS, help=" or ".join(PARTS))
    usage.add_argument("folder", metavar="FOLDER", type=Path)
    given = usage.parse_args()
    if not SHARED.is_dir():
        print("the articles lie in ../shared/data/stories, which is not beside this checkout", file=sys.stderr)
        return 2
    laid_out(annotated(given.part), given.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
