"""Whether one party of an annotated story is one party of ours: B-cubed over the links of chains.

usage: python -m evaluation.identity GOLD_DIR ARTICLES.jsonl DOSSIERS.json [--show]

A link of an annotated chain counts when a statement covers its mention, as ../shared/score/gold.py has it, and bears a chain. It is laid beside
the link of ours that bears its name, or else the one at its place. Its annotated party is the story's entity of that name (or of an alias of the
origin), else its words.

links       annotated links that stand beside one of ours
named       those whose name is right
b3_p/r/f1   B-cubed of our parties over all of them: a link laid at the wrong door costs here too
right_*     the same over the links whose name is right: identity apart from who was taken for the speaker
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.usage import command

Row = dict[str, Any]

_SMALL = frozenset(["the", "a", "an", "of", "in", "on", "to", "from", "and", "mr", "mrs", "ms", "dr", "sir", "its", "his", "her", "their", "s"])


@dataclass(frozen=True, slots=True)
class Pair:
    """An annotated link beside ours: story, annotated party, our party, whether the name is right, and words to show."""

    story: str
    gold: Hashable
    ours: str
    right: bool
    shown: str


def words(text: str, start: int, end: int) -> set[int]:
    """Offsets of the words that begin in a stretch."""
    return {m.start() for m in re.finditer(r"\w+", text) if start <= m.start() < end}


def telling(name: str) -> frozenset[str]:
    """The words of a name, small ones left aside."""
    return frozenset(w for w in re.findall(r"\w+", (name or "").lower()) if w not in _SMALL)


def alike(given: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether one of the given names equals one of the wanted, or holds its words or is held by them."""
    pairs = ((g, w) for g in map(telling, given) for w in map(telling, wanted))
    return any(g and w and (g <= w or w <= g) for g, w in pairs)


def pairs(name: str, gold: Row, texts: dict[str, str], where: dict[str, tuple[Row, Row]]) -> Iterator[Pair]:
    """The annotated links of one story beside ours."""
    entities = {telling(form): e["name"] for e in gold["entities"] for form in (e["name"], *(e.get("aliases") or []))}
    for claim in gold["claims"]:
        for mention in claim["mentions"]:
            ref = f"{name}/{mention['article']}"
            if ref not in where or not mention["chain"]:
                continue
            dossier, article = where[ref]
            shift = article["text"].find(texts[ref])
            statement = statement_at(dossier, article, mention["start"] + shift, mention["end"] + shift)
            if statement is not None and statement["chain"]:
                yield from _beside(name, mention, statement["chain"], {p["id"]: p for p in dossier["parties"]}, entities)


def statement_at(dossier: Row, article: Row, start: int, end: int) -> Row | None:
    """The statement that covers a stretch: half of its words, and a quarter of the statement's own; None if none does."""
    wanted = words(article["text"], start, end)
    near = [s for s in dossier["statements"] if s["article"] == article["id"] and s["start"] < end and start < s["end"]]
    rated = [(words(article["text"], s["start"], s["end"]), s) for s in near]
    best = max(rated, key=lambda r: (len(r[0] & wanted) / max(1, len(r[0] | wanted)), -r[1]["start"]), default=None)
    if best is None or not wanted or len(best[0] & wanted) < 0.5 * len(wanted) or len(best[0] & wanted) < 0.25 * len(best[0]):
        return None
    found: Row = best[1]
    return found


def _beside(story: str, mention: Row, chain: list[Row], parties: dict[str, Row], entities: dict[frozenset[str], str]) -> Iterator[Pair]:
    for n, wanted in enumerate(mention["chain"]):
        forms = [wanted, *((mention.get("origin_aliases") or []) if n == 0 else [])]
        gold = next((entities[telling(f)] for f in forms if telling(f) in entities), None) or telling(wanted)
        called = [[parties[link["party"]]["name"], *parties[link["party"]]["aliases"], link.get("text") or ""] for link in chain]
        same = next((k for k, names in enumerate(called) if alike(names, forms)), None)
        at = same if same is not None else n
        if at < len(chain):
            shown = f"{mention['article']} {wanted!r} | ours {called[at][0]!r} in {chain[at].get('text')!r} | {mention['quote'][:70]!r}"
            yield Pair(story, gold, chain[at]["party"], same is not None, shown)


def b_cubed(found: Sequence[Pair]) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent; parties of different stories are different."""

    def grouped(key: Callable[[Pair], Hashable]) -> dict[Hashable, set[int]]:
        groups: dict[Hashable, set[int]] = defaultdict(set)
        for n, pair in enumerate(found):
            groups[pair.story, key(pair)].add(n)
        return groups

    gold, ours = grouped(lambda p: p.gold), grouped(lambda p: p.ours)
    both = [(gold[p.story, p.gold], ours[p.story, p.ours]) for p in found]
    precision = sum(len(g & o) / len(o) for g, o in both) / max(1, len(found))
    recall = sum(len(g & o) / len(g) for g, o in both) / max(1, len(found))
    return 100 * precision, 100 * recall, 200 * precision * recall / max(1e-9, precision + recall)


def show(found: Sequence[Pair]) -> None:
    """Print names that are wrong, parties that lie in several of ours, and those of ours that hold several."""
    for pair in found:
        if not pair.right:
            print("name", pair.story, pair.shown)
    right = [p for p in found if p.right]
    _show_parted("apart", right, lambda p: p.gold, lambda p: p.ours)
    _show_parted("mixed", right, lambda p: p.ours, lambda p: p.gold)


def _show_parted(kind: str, found: Sequence[Pair], key: Callable[[Pair], Hashable], other: Callable[[Pair], Hashable]) -> None:
    groups: dict[Hashable, list[Pair]] = defaultdict(list)
    for pair in found:
        groups[pair.story, key(pair)].append(pair)
    for group in groups.values():
        if len({other(p) for p in group}) > 1:
            print(kind, group[0].story, key(group[0]))
            for held in {other(p): p for p in group}.values():
                print("    ", held.shown)


def score(folder: Path, texts: dict[str, str], dossiers: list[Row], showing: bool = False) -> Row:
    """Rates in percent over all annotated stories of a folder."""
    where = {a["ref"]: (d, a) for d in dossiers for a in d["articles"]}
    found = [p for file in sorted(folder.glob("*.json")) for p in pairs(file.stem, json.loads(file.read_text(encoding="utf-8")), texts, where)]
    if showing:
        show(found)
    n = Counter(p.right for p in found)
    said = {"links": len(found), "named": round(100 * n[True] / max(1, len(found)), 1)}
    for prefix, over in (("b3", found), ("right", [p for p in found if p.right])):
        said |= dict(zip((f"{prefix}_p", f"{prefix}_r", f"{prefix}_f1"), (round(x, 1) for x in b_cubed(over)), strict=True))
    return said


def main() -> int:
    """Score and print one JSON object; ``--show`` prints what is wrong first."""
    usage = command(__doc__)
    usage.add_argument("folder", metavar="GOLD_DIR", type=Path)
    usage.add_argument("articles", metavar="ARTICLES.jsonl", type=Path)
    usage.add_argument("dossiers", metavar="DOSSIERS.json", type=Path)
    usage.add_argument("--show", action="store_true", help="what is wrong first")
    given = usage.parse_args()
    texts = {row["id"]: row["text"] for row in map(json.loads, given.articles.read_text(encoding="utf-8").splitlines())}
    print(json.dumps(score(given.folder, texts, json.loads(given.dossiers.read_text(encoding="utf-8")), given.show)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
