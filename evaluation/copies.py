"""Copies and independence on invented stories: what was copied from what is known, and on how many parties each point rests.

usage: python -m evaluation.copies [--stories N] [--seed S] [--wrong] [--write FOLDER]

Edges: pairs of articles found to have copied passages in common, against those made so. Independence three times: `given`, with statements,
chains and claims as they were made, and copies, credits, parties across articles and the count ours; `grouped`, with only the claims as they
were made; and `read`, from the bare texts, everything ours.
--wrong lists what is not right; --write keeps articles and annotations, in the form of the annotated data, and stops there.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.ceilings import dossier as given
from evaluation.newsroom.stories import MadeStory, stories
from twosource.comparison.independence.sourcing import credited
from twosource.domain.article import Article
from twosource.domain.claim import Claim, Independence
from twosource.domain.copy import Copy
from twosource.domain.furniture import Furniture
from twosource.domain.party import Party
from twosource.domain.reading import Dossier, Reading
from twosource.domain.span import Span
from twosource.domain.statement import Statement
from twosource.domain.story import Story
from twosource.inference.shipped import shipped
from twosource.pipeline import Pipeline, standard
from twosource.stages.across_articles.independence import Independences

Row = dict[str, Any]
QUICK = 24
"""Stories that are enough for a figure with some two hundred claims, in a few seconds."""


@dataclass
class Count:
    """What was right and wrong."""

    found: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def claim(self, how: str, story: str, row: Row, said: list[str] | None) -> None:
        """Count an annotated claim and what it is said to rest on."""
        right = said is not None and len(said) == row["independent_sources"]
        self.found.update({f"claims {how}": 1, f"right {how}": right})
        if not right:
            mentions = [(m["article"], *m["chain"]) for m in row["mentions"]]
            self.wrong.append(f"{story}: {how}: {row['id']}: said {said}, true {row['cut']} of {mentions}")

    def scores(self) -> dict[str, float]:
        """F1 of edges, and percent of claims with exactly the right number."""
        n = self.found
        p, r = n["edges right"] / max(1, n["edges said"]), n["edges right"] / max(1, n["edges"])
        said = {"edges": 200 * p * r / (p + r) if p + r else 0.0}
        said |= {f"independent_{how}": 100 * n[f"right {how}"] / max(1, n[f"claims {how}"]) for how in ("given", "grouped", "read")}
        return {k: round(v, 1) for k, v in said.items()}


def opened(story: MadeStory) -> tuple[Dossier, dict[str, str]]:
    """The story's articles as readings, and the id each was made under."""
    articles = [Article(ref=row["id"], text=row["text"], outlet=row["outlet"], published=row["published"]) for row in story.rows()]
    made = Story(id=story.name, basis=tuple(sorted(a.id for a in articles)), title=story.name)
    return Dossier(made, tuple(Reading(a) for a in articles)), {a.id: p.id for a, p in zip(articles, story.articles, strict=True)}


def judge(story: MadeStory, pipeline: Pipeline, count: Count) -> None:
    """Read the story and count what is right."""
    bare, made_as = opened(story)
    whole = pipeline.compare(bare.story, pipeline.read(bare.readings))
    _edges(story, whole, made_as, count)
    annotation = story.annotation()
    _read(story, whole, made_as, annotation, count)
    _given(story, whole, made_as, annotation, count)


def _edges(story: MadeStory, whole: Dossier, made_as: dict[str, str], count: Count) -> None:
    true = story.edges()
    said = {tuple(sorted(made_as[a] for a in c.articles)) for c in whole.of(Copy)}
    way = {a.id: a.way for a in story.articles}
    count.found.update({"edges": len(true), "edges said": len(said), "edges right": len(true & said)})
    for kind, pairs in (("missed", true - said), ("made up", said - true)):
        count.wrong += [f"{story.name}: copy {kind}: {a} {way[a]}, {b} {way[b]}" for a, b in sorted(pairs)]


def _read(story: MadeStory, whole: Dossier, made_as: dict[str, str], annotation: Row, count: Count) -> None:
    """The claim that most statements of an annotated one's mentions fall into answers for it; then all of them as one claim."""
    owner = {s: c.id for c in whole.of(Claim) for s in c.statements}
    statements: dict[str, list[Statement]] = {made_as[r.article.id]: list(r.of(Statement)) for r in whole.readings}
    rows, claims = annotation["claims"], []
    votes: list[Counter[str]] = []
    for row in rows:
        told = [s for m in row["mentions"] for s in statements[m["article"]] if _tells(s.span, Span(m["start"], m["end"]))]
        votes.append(Counter(owner[s.id] for s in told))
        claims.append(Claim(id=row["id"], basis=tuple(sorted({s.id for s in told})), text=row["text"], clearest=""))
    answers = _answers(whole)
    others = tuple(c for c in whole.conclusions if not isinstance(c, Claim | Independence))
    grouped = Dossier(whole.story, whole.readings, (*others, *(c for c in claims if c.basis)))
    known = _answers(grouped.with_(Independences().run(grouped)))
    for row, found in zip(rows, votes, strict=True):
        count.claim("read", story.name, row, answers[min(found, key=lambda c: (-found[c], c))] if found else None)
        count.claim("grouped", story.name, row, known.get(row["id"]))


def _tells(statement: Span, mention: Span) -> bool:
    """Whether most of the statement is in the mention, or most of the mention in it."""
    shared = min(statement.end, mention.end) - max(statement.start, mention.start)
    return 2 * shared > min(statement.end - statement.start, mention.end - mention.start)


def _answers(dossier: Dossier) -> dict[str, list[str]]:
    """What each claim is said to rest on, by name."""
    names = {p.id: p.name for p in dossier.of(Party)}
    return {i.claim: [names.get(r, r) for r in i.rests_on] for i in dossier.of(Independence)}


def _given(story: MadeStory, whole: Dossier, made_as: dict[str, str], annotation: Row, count: Count) -> None:
    """Statements and chains as made; the credits are those that were read off the page."""
    read_off = {made_as[r.article.id]: sorted(credited(r.article, r.of(Furniture))) for r in whole.readings}
    for article in annotation["articles"]:
        wanted = article.pop("agency", "")
        wanted = "" if wanted == article["outlet"] else wanted
        names = read_off[article["id"]]
        if names:
            article["agency"] = names[0]
        count.found.update({"credits": bool(wanted), "credits read": bool(wanted and names), "credits made up": bool(names and not wanted)})
    found, claims = given(annotation, {row["id"]: row["text"] for row in story.rows()}, story.name)
    for claim, said in _answers(found).items():
        count.claim("given", story.name, claims[claim], said)


def evaluate(number: int, seed: int) -> Count:
    """Make so many stories and judge what is read in them."""
    count = Count()
    pipeline = standard(shipped())
    for one in stories(seed, number):
        judge(one, pipeline, count)
    return count


def write(made: Iterable[MadeStory], folder: Path) -> None:
    """Keep the articles in ``articles.jsonl`` and a file of annotations for each story."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as stream:
        for one in made:
            (folder / f"{one.name}.json").write_text(json.dumps(one.annotation(), ensure_ascii=False, indent=1), encoding="utf-8")
            stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in one.rows())


def main(arguments: Sequence[str]) -> int:
    """Make, judge, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=QUICK)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--write", type=Path)
    asked = parser.parse_args(arguments)
    if asked.write:
        write(stories(asked.seed, asked.stories), asked.write)
        return 0
    count = evaluate(asked.stories, asked.seed)
    if asked.wrong:
        print("\n".join(count.wrong))
    print(json.dumps(count.scores() | dict(sorted(count.found.items()))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
