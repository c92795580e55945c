"""What a reader makes of our statements who groups them without knowing which claims the annotators chose.

usage: python -m evaluation.tables.readers

``evaluation/readers/groups.jsonl`` holds, for each story, which statements such a reader (a language model that read every line, and saw no
annotation of the story) found to say one thing: [article, start, end] in code points of the text that begins with the title. Two read dev.
Its groups take the place of ours; statements, chains and all that follows from the groups stay ours.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evaluation.tables.ceilings import Gold, as_story, compared, covering, judged, ours, row_of, sets, side_by_side, with_groups
from evaluation.tables.table import Cell, Table, keep
from evaluation.usage import command
from twosource.domain.claim import Claim
from twosource.domain.identity import identity
from twosource.domain.reading import Dossier
from twosource.domain.span import Span
from twosource.domain.statement import Statement
from twosource.inference.shipped import shipped
from twosource.pipeline import Pipeline, standard

GROUPS = Path(__file__).resolve().parents[1] / "readers" / "groups.jsonl"
Places = Sequence[tuple[str, int, int]]


def read(reader: int, path: Path = GROUPS) -> Mapping[str, Sequence[Places]]:
    """For each story the groups of a reader, the largest first."""
    rows = (row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()) if row["reader"] == reader)
    return {row["story"]: sorted(([(a, s, e) for a, s, e in group] for group in row["claims"]), key=len, reverse=True) for row in rows}


def claims(gold: Gold, groups: Sequence[Places]) -> Iterator[Claim]:
    """The groups over our statements: each in the first group that holds it, those that the reader left alone each in a claim of its own."""
    left = {s.id: s for name in gold.read for s in gold.read[name].of(Statement)}
    for group in groups:
        found = {s.id for s in (_statement(gold, *place) for place in group) if s is not None and s.id in left}
        if found:
            yield _claim(gold, [left.pop(one) for one in sorted(found)])
    for one in list(left.values()):
        yield _claim(gold, [one])


def _statement(gold: Gold, article: str, start: int, end: int) -> Statement | None:
    reading = gold.read[article]
    return covering(reading.of(Statement), reading.article.text, Span(start, end))


def _claim(gold: Gold, members: Sequence[Statement]) -> Claim:
    basis = tuple(sorted(s.id for s in members))
    return Claim(id=identity("c", gold.name, *basis), basis=basis, text="", clearest=basis[0])


def _compared(gold: Gold, groups: Sequence[Places], pipeline: Pipeline) -> Dossier:
    return compared(as_story(gold, gold.read.values()), pipeline, claims(gold, groups))


def measured() -> Table:
    """Stories of train and dev that the reader read."""
    pipeline = standard(shipped())
    first, second = read(1), read(2)
    columns: list[list[tuple[Cell, ...]]] = []
    counts = []
    for every, _ in sets(pipeline, "train", "dev"):
        golds = [g for g in every if g.name in first]
        counts.append(f"{len(golds)} stories, {sum(len(g.row['claims']) for g in golds)} claims")
        held = [ours(g) for g in golds]
        plain = [compared(as_story(g, g.read.values()), pipeline) for g in golds]
        theirs = [_compared(g, first[g.name], pipeline) for g in golds]
        again = [_compared(g, second[g.name], pipeline) for g in golds if g.name in second]
        given = [with_groups(g, h, pipeline) for g, h in zip(golds, held, strict=True)]
        columns.append(
            [
                row_of("twosource", map(judged, golds, held, plain)),
                row_of("a reader's groups, all else ours", map(judged, golds, held, theirs)),
                row_of("another reader's", map(judged, golds, held, again)) if again else ("another reader's", None, None, None),
                row_of("the annotators' groups, all else ours", map(judged, golds, held, given), grouped=False),
            ]
        )
    return Table(
        name="readers",
        title="How far a careful reader gets who does not know the annotators' claims (B-cubed F1; numbers exactly right; right about two or more)",
        command="python -m evaluation.tables.readers",
        columns=side_by_side("groups", ("claims", "exact", "two or more"), ("train", "dev")),
        rows=tuple((*a, *b[1:]) for a, b in zip(*columns, strict=True)),
        notes=(
            f"Train: {counts[0]}, which our decision has learned from. Dev: {counts[1]}.",
            "A reader is a language model that read every statement once and its own groups once more, and saw no annotation of these "
            "stories. A statement that it put into two groups counts in the larger.",
            "What they miss is mostly a matter of which claims one chooses and how finely one cuts them: the second annotator of the "
            "protocol, who was given the wording of the claims, is right about two or more for 96.",
        ),
    )


if __name__ == "__main__":
    command(__doc__).parse_args()
    keep(measured())
