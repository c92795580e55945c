"""Attribution on PolNeAR dev: the shipped encoder, grammar alone, and what others do.

usage: PEERS=PYTHON python -m evaluation.tables.attribution

PEERS is a Python with textacy (evaluation/peers/requirements.txt). Figures of systems that no command here runs are marked as reported.
"""

import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.gate import SHARED, Row, cofenet, rows, scorer, written
from evaluation.predict import answer
from evaluation.tables.peers import asked
from evaluation.tables.table import Cell, Table, keep
from evaluation.usage import command
from twosource.domain.article import Article
from twosource.domain.attribution import Attribution
from twosource.domain.reading import Reading
from twosource.inference.model import Tagger
from twosource.inference.scripted import ScriptedTagger
from twosource.inference.shipped import shipped
from twosource.stages.within_article.attributions import Attributions
from twosource.stages.within_article.parties import Parties
from twosource.stages.within_article.sentences import Sentences

LABELS = ("source", "cue", "content")
# From papers and from earlier measurements on the same articles; no command here prints them.
REPORTED: tuple[tuple[Cell, ...], ...] = (
    ("reported: GenderGapTracker's rules, attribution F1 44.8", 53.0, 47.0, 22.0, None),
    ("reported: first MiniLM tagger with the nearest linker, attribution F1 70.8", 75.9, 69.8, 56.1, 79.9),
    ("reported: a second human against the first, 16 training articles, attribution F1 73.4", 79.0, 71.0, 68.0, None),
)
REPORTED_ROWS: tuple[tuple[Cell, ...], ...] = (("reported: CofeNet on BERT-base, on its TEST rows", 83.2, 75.3, 72.9, None),)


def by_stage(data: Sequence[Row], tagger: Tagger) -> Iterator[Row]:
    """The attributions stage with a tagger, in the rows of the scorer; speech that is carried on is left out, as PolNeAR has it."""
    readings = [Reading(Article(ref=str(row["id"]), text=row["text"])) for row in data]
    for stage in (Sentences(shipped().language), Parties(), Attributions(tagger)):
        readings = [reading.with_(made) for reading, made in zip(readings, stage.run(readings), strict=True)]
    for row, reading in zip(data, readings, strict=True):
        yield {"id": row["id"], "spans": [span for n, a in enumerate(reading.of(Attribution)) if not a.inferred for span in _spans(n, a)]}


def _spans(number: int, a: Attribution) -> Iterator[Row]:
    for label, spans in (("source", a.source), ("cue", a.cue), ("content", a.content)):
        for span in spans:
            yield {"label": label, "start": span.start, "end": span.end, "attribution": number}


def _row(system: str, gold: Path, found: Sequence[Row], folder: Path) -> tuple[Cell, ...]:
    said = scorer("attribution", gold, written(list(found), folder, "found"))
    return (system, *(float(said["exact"][label]["f1"]) for label in LABELS), float(said["link"]["f1"]))


def measured() -> Table:
    """Every system that can be run here, then what is reported of others."""
    path = SHARED / "data/attribution/polnear_dev.jsonl"
    data = rows(path)
    made = []
    failed = ""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made.append(_row("encoder, int8, shipped", path, list(answer("attribution", data)), folder))
        made.append(_row("grammar alone (the stage without a tagger)", path, list(by_stage(data, ScriptedTagger())), folder))
        made.append(_row("grammar and encoder, as the stage has them", path, list(by_stage(data, shipped().tagger)), folder))
        told = asked("textacy_quotes.py", "".join(json.dumps({"id": r["id"], "text": r["text"]}) + "\n" for r in data))
        if told:
            failed = told[1].strip().splitlines()[-1]
            made.append(_row("textacy 0.13 direct_quotations", path, [json.loads(line) for line in told[0].splitlines()], folder))
        ours = cofenet(folder)
    return Table(
        name="attribution",
        title=f"Attribution on PolNeAR dev, {len(data)} articles, exact F1 of spans and F1 of links",
        command="PEERS=PYTHON python -m evaluation.tables.attribution",
        columns=("system", *LABELS, "link"),
        rows=(*made, *REPORTED, ("encoder, int8, shipped, on CofeNet's DEV rows", *(float(ours[label]) for label in LABELS), None), *REPORTED_ROWS),
        notes=(
            "The stage serves chains, not PolNeAR: it nests, splits contents and drops what makes no link; this scorer counts that as errors.",
            *([f"textacy raised an error on {failed} of the {len(data)} articles; these count as empty."] if failed else []),
            "Reported rows: measured earlier with another span-matching attribution score or taken from papers; their cells are exact span F1.",
        ),
    )


if __name__ == "__main__":
    command(__doc__).parse_args()
    keep(measured())
