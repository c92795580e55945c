"""Country and PLOVER sectors of the actors of single sentences, against the codes that PLOVER's own example set gives them.

usage: python -m evaluation.sectors [--show]

country        actors with a country whose country is right; wrong_country: those that are given another one
sector         actors with a sector of which one that is given is right; first_sector: the first one given

The set writes some sectors with a people or a faith behind them ("CVLalb"), which is left aside, and "***" for none.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from evaluation.gate import SHARED, rows
from evaluation.predict import answer
from evaluation.usage import command
from twosource.reference.facts import country_of_code

Row = dict[str, Any]

_SPELLED = {"CIV": "CVL"}


def actors(data: list[Row]) -> Iterator[Row]:
    """One row an actor: id, phrase, context, date, and its gold country and sector, each None where there is none."""
    for row in data:
        for side in ("source", "target"):
            given = row.get(side) or []
            for n, actor in enumerate([given] if isinstance(given, dict) else given):
                if isinstance(actor, dict) and (actor.get("actorText") or "").strip():
                    sector = (actor.get("sector") or "")[:3]
                    yield {
                        "id": f"{row['id']}/{side}/{n}",
                        "phrase": actor["actorText"].strip(),
                        "context": row["text"],
                        "date": row["date"],
                        "country": actor["code"] if country_of_code(actor.get("code") or "") else None,
                        "sector": _SPELLED.get(sector, sector) if sector.isalpha() else None,
                    }


def score(data: list[Row], show: bool = False) -> Row:
    """Shares in percent."""
    n: Counter[str] = Counter()
    golds = list(actors(data))
    for gold, got in zip(golds, answer("party", golds), strict=True):
        country, sector = gold["country"], gold["sector"]
        n["actors"] += 1
        if country:
            n["with country"] += 1
            n["country"] += got["country"] == country
            n["wrong country"] += got["country"] not in (None, country)
        if sector:
            n["with sector"] += 1
            n["sector"] += sector in got["sectors"]
            n["first sector"] += got["sectors"][:1] == [sector]
        if show and ((country and got["country"] != country) or (sector and sector not in got["sectors"])):
            print(gold["phrase"], country, got["country"], sector, *got["sectors"], sep=" | ")
    rates = {"country": "with country", "wrong country": "with country", "sector": "with sector", "first sector": "with sector"}
    return {"actors": n["actors"]} | {name.replace(" ", "_"): round(100 * n[name] / n[of], 1) if n[of] else None for name, of in rates.items()}


def main() -> int:
    """Score and print one JSON object; ``--show`` prints what is wrong first."""
    usage = command(__doc__)
    usage.add_argument("--show", action="store_true", help="what is wrong first")
    show = usage.parse_args().show
    path = SHARED / "data/events/plover_gsr.jsonl"
    if not path.is_file():
        print("the actors lie in ../shared/data/events, which is not beside this checkout", file=sys.stderr)
        return 2
    print(json.dumps(score(rows(path), show)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
