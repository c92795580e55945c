"""The stories that the decision about conflicts is learned from, with the conflicts that readers found in them.

Gold/train by its annotators; further stories by careful readers (``evaluation/readers``), without those that are kept for scoring; and pairs
of statements that were told as conflicts in further stories while this was made, each judged by a reader (``judged.jsonl``).
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from evaluation.further import ANNOTATED, SHARED, annotated
from evaluation.tables.ceilings import Gold, as_story, covering
from evaluation.tables.grouping import stories
from numpy.typing import NDArray
from training.claims.gold import article, readings

from twosource.comparison.conflicts.edges import Edge, typed
from twosource.comparison.conflicts.judging import Matters
from twosource.comparison.conflicts.matters import matters
from twosource.comparison.conflicts.pages import Wordings
from twosource.domain.claim import Claim
from twosource.domain.conflict import Conflict
from twosource.domain.likeness import Likeness
from twosource.domain.party import Party
from twosource.domain.reading import Reading
from twosource.domain.span import Span
from twosource.domain.statement import Statement
from twosource.pipeline import Pipeline

JUDGED = Path(__file__).with_name("judged.jsonl")
Place = tuple[str, int, int]


@dataclass
class Sample:
    """A story with what readers found.

    Attributes:
        part: "train" or "further".
        learned: whether it may be learned from.
        conflicts: kind and, for each side, the ids of the statements that are its places.
        parted: for each pair of ``story.pairs`` whether it stands across a conflict.
    """

    name: str
    part: str
    learned: bool
    story: Matters
    edges: list[Edge]
    claim_of: dict[str, str]
    party_of: dict[str, str]
    conflicts: list[tuple[str, list[set[str]]]]
    parted: NDArray[np.float64] = field(init=False)

    def __post_init__(self) -> None:
        of = {s.id: n for n, t in enumerate(self.story.traits) for s, _ in t.said.everywhere}
        across = {
            tuple(sorted((of[a], of[b])))
            for _, sides in self.conflicts
            for i, left in enumerate(sides)
            for right in sides[i + 1 :]
            for a in left
            for b in right
        }
        ends = zip(self.story.pairs.left.tolist(), self.story.pairs.right.tolist(), strict=True)
        self.parted = np.array([float(pair in across) for pair in ends])


def samples(pipeline: Pipeline) -> Iterator[Sample]:
    """All stories, those of gold/train first."""
    folder = SHARED / "gold" / "train"
    read = readings(SHARED / "gold" / "articles_train.jsonl", pipeline.read)
    for file in sorted(folder.glob("*.json")):
        row = json.loads(file.read_text(encoding="utf-8"))
        gold = Gold(file.stem, row, {a["id"]: read[f"{file.stem}/{a['id']}"] for a in row["articles"]})
        told = [
            (x["kind"], [[(m[0], m[1] + gold.below(m[0]), m[2] + gold.below(m[0])) for m in side["mentions"]] for side in x["sides"]])
            for x in row["conflicts"]
        ]
        yield _sample(gold, told, pipeline, "train", learned=True)
    kept = {row["story"] for row in map(json.loads, ANNOTATED.read_text(encoding="utf-8").splitlines()) if row["part"] == "kept"}
    again = {row["story"]: row["conflicts"] for row in annotated("open")}
    judged = _judged()
    for story, rows in stories():
        by_name = {r.article.ref.split("/")[1]: r for r in pipeline.read([Reading(article(row)) for row in rows])}
        gold = Gold(story["story"], story, by_name)
        told = [(x["kind"], [[tuple(place) for place in side] for side in x["sides"]]) for x in story["conflicts"]]
        told += [
            (x["kind"], [[(m[0], m[1] + gold.below(m[0]), m[2] + gold.below(m[0])) for m in side] for side in x["sides"]])
            for x in again.get(gold.name, ())
        ]
        told += [("judged", [[one], [other]]) for one, other in judged.get(gold.name, ())]
        yield _sample(gold, told, pipeline, "further", learned=gold.name not in kept)


def _judged() -> dict[str, list[tuple[Place, Place]]]:
    found: dict[str, list[tuple[Place, Place]]] = {}
    for row in map(json.loads, JUDGED.read_text(encoding="utf-8").splitlines()):
        if row["parted"]:
            found.setdefault(row["story"], []).append((tuple(row["one"]), tuple(row["other"])))
    return found


def _sample(gold: Gold, told: Iterable[tuple[str, list[list[Place]]]], pipeline: Pipeline, of: str, *, learned: bool) -> Sample:
    dossier = as_story(gold, gold.read.values())
    for stage in pipeline.across_articles:
        if Conflict in stage.makes:
            break
        dossier = dossier.with_(stage.run(dossier))
    wordings = Wordings(dossier)
    likely = {(x.basis[0], x.basis[1]): x.probability for x in dossier.of(Likeness)}
    edges = typed(dossier, wordings.said, likely)
    return Sample(
        name=gold.name,
        part=of,
        learned=learned,
        story=matters(dossier, wordings, edges, likely),
        edges=edges,
        claim_of={s: c.id for c in dossier.of(Claim) for s in c.statements},
        party_of={local: p.id for p in dossier.of(Party) for local in p.basis},
        conflicts=[(kind, [_held(gold, side) for side in sides]) for kind, sides in told],
    )


def _held(gold: Gold, places: Iterable[Place]) -> set[str]:
    known = ((gold.read[name], Span(low, high)) for name, low, high in places if name in gold.read)
    found = (covering(reading.of(Statement), reading.article.text, span) for reading, span in known)
    return {s.id for s in found if s is not None}
