"""Parties of dossiers against the people and bodies of annotated stories.

usage: python -m evaluation.parties GOLD_DIR DOSSIERS.json [--show]

found    gold entities that some party of the same articles bears a name of (name or alias, articles and titles of address left aside)
kind     found ones whose kind is right; a country may be a place or a government, a body in media or a group an organisation
country  found ones with a country in the gold whose country is right; wrong: those that are given another one
person, organisation, media, group, place: found by gold kind
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from evaluation.usage import command

Row = dict[str, Any]

_SMALL = frozenset(["the", "a", "an", "of", "mr", "mrs", "ms", "dr", "sir", "president"])
_ALIKE = ({"place", "government"}, {"organisation", "government", "media", "group"})


def words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others."""
    return tuple(w for w in re.findall(r"\w+", name.lower().replace("\xad", "")) if w not in _SMALL)


def match(entity: Row, parties: list[Row]) -> Row | None:
    """The party with most mentions that bears the entity's name or, else, one of its aliases."""
    for forms in ([entity["name"]], entity.get("aliases") or []):
        wanted = {words(f) for f in forms} - {()}
        named = [p for p in parties if wanted & {words(f) for f in (p["name"], *p["aliases"])}]
        if named:
            return max(named, key=lambda p: len(p["mentions"]))
    return None


def kind_fits(gold: str, given: str) -> bool:
    """Whether two kinds are one, or of one sort."""
    return gold == given or any(gold in sort and given in sort for sort in _ALIKE)


def score(gold_dir: Path, dossiers: list[Row], show: bool = False) -> Row:
    """Shares in percent over all gold entities of a folder's stories."""
    n: Counter[str] = Counter()
    for file in sorted(gold_dir.glob("*.json")):
        story = json.loads(file.read_text(encoding="utf-8"))
        refs = {f"{story['story']}/{a['id']}" for a in story["articles"]} | {f"{file.stem}/{a['id']}" for a in story["articles"]}
        parties = [p for d in dossiers if refs & {a["ref"] for a in d["articles"]} for p in d["parties"]]
        for entity in story.get("entities", []):
            n["all"] += 1
            n[f"all {entity['kind']}"] += 1
            party = match(entity, parties)
            if party is None:
                if show:
                    print("missing", entity["name"], entity["kind"], sep=" | ")
                continue
            n["found"] += 1
            n[f"found {entity['kind']}"] += 1
            n["kind"] += kind_fits(entity["kind"], party["kind"])
            if show and not kind_fits(entity["kind"], party["kind"]):
                print("kind", entity["name"], entity["kind"], party["kind"], sep=" | ")
            if entity.get("country"):
                n["with country"] += 1
                n["country"] += entity["country"] == party["country"]
                n["wrong country"] += party["country"] not in (None, entity["country"])
                if show and entity["country"] != party["country"]:
                    print("country", entity["name"], entity["country"], party["country"], party["roles"], sep=" | ")
    rates = {
        "found": ("found", "all"),
        "kind": ("kind", "found"),
        "country": ("country", "with country"),
        "wrong_country": ("wrong country", "with country"),
    }
    said = {name: round(100 * n[a] / n[b], 1) if n[b] else None for name, (a, b) in rates.items()}
    for kind in ("person", "organisation", "media", "group", "place"):
        said[f"found_{kind}"] = round(100 * n[f"found {kind}"] / n[f"all {kind}"], 1) if n[f"all {kind}"] else None
    return {"entities": n["all"], **said}


def main() -> int:
    """Score and print one JSON object; ``--show`` prints what is missing or wrong first."""
    usage = command(__doc__)
    usage.add_argument("folder", metavar="GOLD_DIR", type=Path)
    usage.add_argument("dossiers", metavar="DOSSIERS.json", type=Path)
    usage.add_argument("--show", action="store_true", help="what is missing or wrong first")
    given = usage.parse_args()
    print(json.dumps(score(given.folder, json.loads(given.dossiers.read_text(encoding="utf-8")), given.show)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
