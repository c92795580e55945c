"""Each annotated claim whose number is not the annotators', with what is seen to be behind it.

usage: python -m evaluation.wrong GOLD_DIR ARTICLES.jsonl DOSSIERS.json

DOSSIERS.json is what `twosource check --json ARTICLES.jsonl` printed. For each claim: the annotated number, on whom it rests and why; ours; the
reasons that can be read off; and every annotated mention beside the statement of ours that covers it.

reasons:
uncovered   mentions that no statement of ours covers
apart       its mentions lie in several claims of ours (those beside the one that holds most are lost)
company     statements in our claim that are mentions of other annotated claims
unknown     statements in our claim that nobody annotated
origins     mentions in our claim whose chain does not begin as the annotators' does
counting    none of these: parties across articles, copies, credits or the cut itself
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.identity import alike, statement_at
from evaluation.usage import command

Row = dict[str, Any]


@dataclass(frozen=True)
class Wrong:
    """One claim whose number is wrong."""

    story: str
    claim: Row
    said: int | None
    rests_on: tuple[str, ...]
    reasons: Mapping[str, int]
    shown: tuple[str, ...] = field(default=())
    dependence: tuple[str, ...] = ()

    def text(self) -> str:
        """The block that is printed."""
        gold = self.claim
        head = f"{self.story} {gold['id']}: {gold['text']}"
        theirs = f"  annotated {gold['independent_sources']} ({', '.join(gold.get('cut') or [])}): {gold.get('why') or ''}"
        ours = f"  ours      {'no claim' if self.said is None else self.said} ({', '.join(self.rests_on)})" + "".join(
            f"; {d}" for d in self.dependence
        )
        why = f"  reasons   {', '.join(f'{k} {n}' for k, n in self.reasons.items()) or 'counting'}"
        return "\n".join([head, theirs, ours, why, *self.shown])


def wrong(story: str, gold: Row, texts: Mapping[str, str], where: Mapping[str, tuple[Row, Row]]) -> Iterator[Wrong]:
    """The claims of one annotated story whose number is not ours.

    Args:
        texts: of the annotators' articles, by "story/article".
        where: our dossier and our article, by the same.
    """
    found = {claim["id"]: [_laid(story, m, texts, where) for m in claim["mentions"]] for claim in gold["claims"]}
    annotated = {s["id"]: name for name, laid in found.items() for s, _ in laid if s is not None}
    for claim in gold["claims"]:
        laid = found[claim["id"]]
        owners = Counter((id(d), _owner(d, s)["id"]) for s, d in laid if s is not None and d is not None)
        if not owners:
            yield Wrong(story, claim, None, (), {"uncovered": len(laid)}, tuple(_beside(claim["mentions"], laid)))
            continue
        (which, best), _ = owners.most_common(1)[0]
        dossier = next(d for _, d in laid if d is not None and id(d) == which)
        ours = next(c for c in dossier["claims"] if c["id"] == best)
        if ours["independent"] == claim["independent_sources"]:
            continue
        others = Counter("company" if s in annotated else "unknown" for s in ours["statements"] if annotated.get(s) != claim["id"])
        mine = [
            (m, s, d) for m, (s, d) in zip(claim["mentions"], laid, strict=True) if s is not None and d is not None and s["id"] in ours["statements"]
        ]
        counted = {
            "uncovered": sum(s is None for s, _ in laid),
            "apart": sum(s is not None and s["id"] not in ours["statements"] for s, _ in laid),
            **{k: others[k] for k in ("company", "unknown")},
            "origins": sum(not _begins_alike(m, s, d) for m, s, d in mine),
        }
        reasons = {k: n for k, n in counted.items() if n}
        names = {p["id"]: p["name"] for p in dossier["parties"]}
        rests = tuple(names.get(r, r) for r in ours["rests_on"])
        shown = tuple(_beside(claim["mentions"], laid, set(ours["statements"])))
        yield Wrong(story, claim, ours["independent"], rests, reasons, shown, tuple(ours.get("dependence") or ()))


def _laid(story: str, mention: Row, texts: Mapping[str, str], where: Mapping[str, tuple[Row, Row]]) -> tuple[Row | None, Row | None]:
    """The statement of ours that covers a mention, with its dossier."""
    ref = f"{story}/{mention['article']}"
    if ref not in where:
        return None, None
    dossier, article = where[ref]
    shift = article["text"].find(texts[ref])
    return statement_at(dossier, article, mention["start"] + shift, mention["end"] + shift), dossier


def _owner(dossier: Row, statement: Row) -> Row:
    owner: Row = next(c for c in dossier["claims"] if statement["id"] in c["statements"])
    return owner


def _chain(dossier: Row, statement: Row) -> list[str]:
    names = {p["id"]: p["name"] for p in dossier["parties"]}
    return [names[link["party"]] for link in statement["chain"]]


def _begins_alike(mention: Row, statement: Row, dossier: Row) -> bool:
    if not mention["chain"] or not statement["chain"]:
        return not mention["chain"] and not statement["chain"]
    parties = {p["id"]: p for p in dossier["parties"]}
    first = statement["chain"][0]
    given = [parties[first["party"]]["name"], *parties[first["party"]]["aliases"], first.get("text") or ""]
    return alike(given, [mention["chain"][0], *(mention.get("origin_aliases") or [])])


def _beside(mentions: Sequence[Row], laid: Sequence[tuple[Row | None, Row | None]], inside: set[str] | None = None) -> Iterator[str]:
    for m, (s, d) in zip(mentions, laid, strict=True):
        ours = "(nothing)" if s is None or d is None else f"{_chain(d, s)} {s['factuality']} {s['text'][:90]!r}"
        mark = " " if s is not None and (inside is None or s["id"] in inside) else "-"
        yield f"  {mark} {m['article']} {m['chain']} {m['factuality']} {m['quote'][:90]!r}\n        ours {ours}"


def main() -> int:
    """Print every wrong number and, last, how often each reason stands."""
    usage = command(__doc__)
    usage.add_argument("folder", metavar="GOLD_DIR", type=Path)
    usage.add_argument("articles", metavar="ARTICLES.jsonl", type=Path)
    usage.add_argument("dossiers", metavar="DOSSIERS.json", type=Path)
    given = usage.parse_args()
    folder, articles, dossiers = given.folder, given.articles, given.dossiers
    texts = {row["id"]: row["text"] for row in map(json.loads, articles.read_text(encoding="utf-8").splitlines())}
    where = {a["ref"]: (d, a) for d in json.loads(dossiers.read_text(encoding="utf-8")) for a in d["articles"]}
    count: Counter[str] = Counter()
    claims = 0
    for file in sorted(folder.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        claims += len(gold["claims"])
        for one in wrong(file.stem, gold, texts, where):
            print(one.text(), end="\n\n")
            count.update(["wrong", *(one.reasons or ["counting"])])
            count["too many" if (one.said or 0) > one.claim["independent_sources"] else "too few"] += 1
    print(json.dumps({"claims": claims, **count}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
