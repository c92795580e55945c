"""Our claims, their numbers and conflicts beside those of a careful reader, in stories that no claim was learned from.

usage: python -m evaluation.tables.grouping

``evaluation/readers/stories.jsonl`` holds what such a reader (a language model that read every line) found in stories of ../shared/data/stories:
which statements say one thing, all of them and not the important ones alone, and which accounts part; [article, start, end] in code points of
the text that begins with the title. A statement may be in two claims of the reader's, and is in one of ours. The reader counted no parties:
a number is right where the reader's groups give the same, all else ours.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from training.claims.gold import article

from evaluation.further import Row, articles
from evaluation.tables import readers
from evaluation.tables.ceilings import Gold, as_story, compared, covering
from evaluation.tables.spread import b_cubed
from evaluation.tables.table import Cell, Table, keep
from evaluation.usage import command
from twosource.domain.claim import Claim, Independence
from twosource.domain.conflict import Conflict
from twosource.domain.reading import Dossier, Reading
from twosource.domain.span import Span
from twosource.domain.statement import Statement
from twosource.inference.shipped import shipped
from twosource.pipeline import Pipeline, standard
from twosource.stages.across_articles.independence import Independences

STORIES = Path(__file__).resolve().parents[1] / "readers" / "stories.jsonl"
SETS = {"basil": "BASIL", "g5": "g5", "fnc1_bodies": "FNC-1"}
NUMBERS = ("exact", "two or more", "two or more, by statement")
Places = Sequence[tuple[str, int, int]]


@dataclass
class Counts:
    """What was found in some stories: pairs of statements, the claims of both for each statement that the reader grouped, conflicts, numbers."""

    n: Counter[str] = field(default_factory=Counter)
    theirs: list[str] = field(default_factory=list)
    ours: list[str] = field(default_factory=list)

    def __iadd__(self, other: "Counts") -> "Counts":
        self.n += other.n
        self.theirs += other.theirs
        self.ours += other.ours
        return self


def stories(path: Path = STORIES) -> Iterator[tuple[Row, list[Row]]]:
    """Each story as the reader annotated it, with its articles."""
    told = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = {row["id"]: row for row in articles(told)}
    for story in told:
        yield story, [texts[f"{story['story']}/{name}"] for name in story["articles"]]


def counted(gold: Gold, found: Dossier) -> Counts:
    """One story's claims and conflicts beside the reader's."""
    claim_of = {s: c.id for c in found.of(Claim) for s in c.statements}
    groups: dict[str, set[int]] = {}
    for number, group in enumerate(gold.row["claims"]):
        for one in _held(gold, group):
            groups.setdefault(one, set()).add(number)
    theirs = {frozenset(pair) for number in range(len(gold.row["claims"])) for pair in combinations([s for s, g in groups.items() if number in g], 2)}
    ours = {frozenset(pair) for c in found.of(Claim) for pair in combinations(c.statements, 2)}
    made = Counts()
    made.n.update(stories=1, claims=len(gold.row["claims"]), theirs=len(theirs), ours=len(ours), both=len(theirs & ours))
    made.theirs = [f"{gold.name} {min(numbers)}" for numbers in groups.values()]
    made.ours = [claim_of[s] for s in groups]
    conflicts = found.of(Conflict)
    told = [[_held(gold, side) for side in x["sides"]] for x in gold.row["conflicts"]]
    made.n.update(parted=len(told), predicted=len(conflicts), met=sum(any(_meets(sides, x) for x in conflicts) for sides in told))
    made.n += numbers(gold, found)
    return made


def numbers(gold: Gold, found: Dossier) -> Counter[str]:
    """How often the number of a claim is what the reader's groups would make it.

    ``counted`` claims are the reader's of two statements and more, each beside ours that holds most of it; ``shown`` are all statements,
    each with the numbers of the two claims that hold it, so that what is wrongly laid together counts too.
    """
    theirs = list(readers.claims(gold, sorted(gold.row["claims"], key=len, reverse=True)))
    kept = tuple(c for c in found.conclusions if not isinstance(c, (Claim, Independence)))
    wanted = _by_claim(Independences().run(replace(found, conclusions=(*kept, *theirs))))
    said = _by_claim(found.of(Independence))
    ours = {s: c.id for c in found.of(Claim) for s in c.statements}
    n: Counter[str] = Counter()
    for claim in theirs:
        number, held = wanted[claim.id], [ours[s] for s in claim.statements if s in ours]
        n.update(shown=len(held), shown_two=sum((said.get(one, 0) >= 2) == (number >= 2) for one in held))
        if len(claim.statements) > 1:
            mine = said.get(Counter(held).most_common(1)[0][0], 0) if held else 0
            n.update(counted=1, exact=mine == number, two=mine > 0 and (mine >= 2) == (number >= 2))
    return n


def _by_claim(found: Iterable[object]) -> dict[str, int]:
    return {x.claim: x.independent for x in found if isinstance(x, Independence)}


def _held(gold: Gold, places: Iterable[tuple[str, int, int]]) -> set[str]:
    found = (covering(gold.read[a].of(Statement), gold.read[a].article.text, Span(s, e)) for a, s, e in places)
    return {s.id for s in found if s is not None}


def _meets(sides: Sequence[set[str]], conflict: Conflict) -> bool:
    """Whether two sides of a conflict are in two sides of it, as ../shared/score/gold.py asks."""
    hits = {(i, j) for i, a in enumerate(sides) for j, b in enumerate(conflict.sides) if a & set(b.statements)}
    return any(i != k and j != m for i, j in hits for k, m in hits)


def read(story: Row, rows: Sequence[Row], pipeline: Pipeline) -> tuple[Gold, Dossier]:
    """A story as we read it."""
    readings: Mapping[str, Reading] = {r.article.ref.split("/")[1]: r for r in pipeline.read([Reading(article(row)) for row in rows])}
    gold = Gold(story["story"], story, readings)
    return gold, compared(as_story(gold, readings.values()), pipeline)


def row_of(what: str, made: Counts) -> tuple[Cell, ...]:
    """A line of the table."""
    n: Any = made.n
    precision, recall = 100 * n["both"] / max(1, n["ours"]), 100 * n["both"] / max(1, n["theirs"])
    both = 2 * precision * recall / max(1e-9, precision + recall)
    counts = (str(n["stories"]), str(n["claims"]))
    right = [100 * n[what] / max(1, n[of]) for what, of in (("exact", "counted"), ("two", "counted"), ("shown_two", "shown"))]
    conflicts = (str(n["parted"]), str(n["met"]), str(n["predicted"]))
    return (what, *counts, precision, recall, both, b_cubed(made.theirs, made.ours), *right, *conflicts)


def measured() -> Table:
    """All stories, by where they come from."""
    pipeline = standard(shipped())
    of = {name: Counts() for name in SETS}
    every = Counts()
    for story, rows in stories():
        one = counted(*read(story, rows, pipeline))
        of[story["set"]] += one
        every += one
    return Table(
        name="grouping",
        title="Claims and conflicts beside a careful reader's, in stories that no claim was learned from",
        command="python -m evaluation.tables.grouping",
        columns=("stories of", "stories", "claims", "precision", "recall", "F1", "B-cubed", *NUMBERS, "conflicts", "found", "predicted"),
        rows=(*(row_of(SETS[name], made) for name, made in of.items()), row_of("all", every)),
        notes=(
            "Precision, recall and F1 of pairs of statements that are one claim; B-cubed F1 over the statements that the reader grouped.",
            "The reader, a language model, read each story once and its groups once more; how far two such readers agree is not known. It "
            "grouped everything that is told twice; the annotators of gold/train and gold/stories chose eight to fourteen claims a story.",
            "Exact, two or more: claims of the reader's whose number is what the reader's groups would make it, all else ours. By statement: "
            "statements, grouped by the reader or not, that stand in a claim of ours which is rightly said to rest on two or more, or not to.",
            "What we lay together beyond the reader's groups counts against precision here and by statement, and nowhere in B-cubed.",
            "Conflicts that were told in a third of these stories were read while false ones were mended; the frequencies of words count the "
            "texts of all.",
            "Which conflicts are told was learned from these stories, but for those kept for scoring: models/conflicts/card.json has folds by story.",
        ),
    )


if __name__ == "__main__":
    command(__doc__).parse_args()
    keep(measured())
