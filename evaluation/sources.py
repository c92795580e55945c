"""False sources: who is made to say what nobody said, or what somebody else said.

usage: python -m evaluation.sources GOLD_DIR ARTICLES.jsonl [DOSSIERS.json] [--show]

Without DOSSIERS.json (what `twosource check --json ARTICLES.jsonl` printed) the articles are read first. A mention of an annotated claim counts
when a statement covers it, as ../shared/score/gold.py has it.

mentions   annotated mentions that a statement covers; own: those told in the outlet's own voice
false      own ones that are given a source
wrong      the rest whose origin is another party than the annotated one; lost: those that are given no source
actors     of the false and the wrong, those whose source speaks nowhere in the story's annotated chains: an actor taken for a speaker
cues       the cues of the false ones, commonest first
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.identity import Row, alike, statement_at
from evaluation.usage import command
from twosource.desk import Desk

_CUES = 10


@dataclass(frozen=True, slots=True)
class Found:
    """A covered mention with what is said of its origin.

    Attributes:
        kind: "right", "false", "wrong" or "lost".
        actor: whether our source speaks nowhere in the story's annotated chains.
        cue: the cue of the statement, in small letters, or "".
        shown: story, article and words, for people.
    """

    kind: str
    own: bool
    actor: bool
    cue: str
    shown: str


def mentions(name: str, gold: Row, texts: dict[str, str], where: dict[str, tuple[Row, Row]]) -> Iterator[Found]:
    """The covered mentions of one story."""
    speakers = [form for c in gold["claims"] for m in c["mentions"] for form in _forms(m)]
    for mention in (m for claim in gold["claims"] for m in claim["mentions"]):
        ref = f"{name}/{mention['article']}"
        if ref not in where:
            continue
        dossier, article = where[ref]
        shift = article["text"].find(texts[ref])
        statement = statement_at(dossier, article, mention["start"] + shift, mention["end"] + shift)
        if statement is not None:
            yield _judged(ref, mention, statement, {p["id"]: p for p in dossier["parties"]}, speakers)


def _forms(mention: Row) -> list[str]:
    """All strings that would be right for whoever is in a mention's chain."""
    return [*mention["chain"], *(mention.get("origin_aliases") or [])]


def _judged(ref: str, mention: Row, statement: Row, parties: dict[str, Row], speakers: list[str]) -> Found:
    wanted = [mention["chain"][0], *(mention.get("origin_aliases") or [])] if mention["chain"] else []
    link = statement["chain"][0] if statement["chain"] else None
    given = [parties[link["party"]]["name"], *parties[link["party"]]["aliases"], link.get("text") or ""] if link is not None else []
    right = alike(given, wanted) if given and wanted else not given and not wanted
    kind = "right" if right else "false" if not wanted else "wrong" if given else "lost"
    cue = ((statement.get("cue") or {}).get("text") or "").lower()
    shown = f"{ref} | {', '.join(mention['chain']) or 'own voice'} | ours {given[-1] if given else 'own voice'} ({cue}) | {statement['text'][:100]}"
    return Found(kind, not wanted, kind in ("false", "wrong") and not alike(given, speakers), cue, shown)


def score(folder: Path, texts: dict[str, str], dossiers: list[Row], showing: bool = False) -> Row:
    """Counts over all annotated stories of a folder."""
    where = {a["ref"]: (d, a) for d in dossiers for a in d["articles"]}
    found = [m for file in sorted(folder.glob("*.json")) for m in mentions(file.stem, json.loads(file.read_text(encoding="utf-8")), texts, where)]
    if showing:
        for one in sorted((f for f in found if f.kind != "right"), key=lambda f: f.kind):
            print(one.kind, "actor" if one.actor else "", one.shown)
    kinds = Counter(f.kind for f in found)
    cues = Counter(f.cue for f in found if f.kind == "false")
    return {
        "mentions": len(found),
        "own": sum(f.own for f in found),
        **{kind: kinds[kind] for kind in ("false", "wrong", "lost")},
        "actors": sum(f.actor for f in found),
        "cues": dict(sorted(cues.items(), key=lambda c: (-c[1], c[0]))[:_CUES]),
    }


def dossiers_of(articles: Path) -> list[dict[str, Any]]:
    """The dossiers of a file of articles, as `twosource check --json` prints them."""
    desk = Desk.open()
    return [desk.document(d) for d in desk.check(desk.take([str(articles)]))]


def main() -> int:
    """Count and print one JSON object; ``--show`` lists what is not right first."""
    usage = command(__doc__)
    usage.add_argument("folder", metavar="GOLD_DIR", type=Path)
    usage.add_argument("articles", metavar="ARTICLES.jsonl", type=Path)
    usage.add_argument("dossiers", metavar="DOSSIERS.json", type=Path, nargs="?")
    usage.add_argument("--show", action="store_true", help="what is not right first")
    given = usage.parse_args()
    texts = {row["id"]: row["text"] for row in map(json.loads, given.articles.read_text(encoding="utf-8").splitlines())}
    dossiers = json.loads(given.dossiers.read_text(encoding="utf-8")) if given.dossiers else dossiers_of(given.articles)
    print(json.dumps(score(given.folder, texts, dossiers, given.show)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
