"""Event coreference across articles on ECB+ dev, beside mentions of one lemma.

usage: python -m evaluation.tables.coreference

Gold mentions of events in the sentences that ECB+ calls validated; subtopics of a topic are thrown together, as in the literature.
"""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.gate import SHARED, Row, rows, scorer, written
from evaluation.predict import answer
from evaluation.tables.table import Table, keep
from evaluation.usage import command
from twosource.domain.sentence import Token
from twosource.inference.spacy import SpacyModel


def asked(document: Row) -> Row:
    """One document of ECB+ as a row of the coreference task, its validated event mentions with their offsets."""
    sentences = {s["sent"]: s for s in document["sentences"] if s["validated"]}
    mentions = [
        {
            "id": f"{document['id']} {m['m_id']}",
            "start": sentences[m["sent"]]["offsets"][m["tokens"][0]][0],
            "end": sentences[m["sent"]]["offsets"][m["tokens"][-1]][1],
            "cluster": m["cluster"],
        }
        for m in document["mentions"]
        if m["group"] == "event" and m["sent"] in sentences and m["tokens"]
    ]
    return {"id": document["id"], "topic": document["topic"], "text": document["text"], "mentions": mentions}


def lemma(sentences: Sequence[Sequence[Token]], start: int, end: int) -> str:
    """The lemma of a mention's highest word."""
    for sentence in sentences:
        inside = [t for t in sentence if start < t.end and t.start < end]
        if inside:
            within = {id(t) for t in inside}
            return next((t for t in inside if id(sentence[t.head]) not in within or sentence[t.head] is t), inside[0]).lemma
    return ""


def same_lemma(documents: Sequence[Row]) -> Iterator[Row]:
    """Mentions of one topic whose highest words have one lemma are one event."""
    for document, parsed in zip(documents, SpacyModel().parse([d["text"] for d in documents]), strict=True):
        for m in document["mentions"]:
            yield {"id": m["id"], "cluster": f"{document['topic']} {lemma(parsed, m['start'], m['end'])}"}


def measured() -> Table:
    """Both systems, by ../shared/score/clusters.py."""
    documents = [asked(d) for d in rows(SHARED / "data/coreference/ecbplus_dev.jsonl")]
    gold = [{"id": m["id"], "cluster": m["cluster"]} for d in documents for m in d["mentions"]]
    systems = {
        "twosource": list(answer("coreference", documents)),
        "same lemma in one topic": list(same_lemma(documents)),
        "every mention alone": [{"id": g["id"], "cluster": n} for n, g in enumerate(gold)],
    }
    made: list[tuple[str | float, ...]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        gold_file = written(gold, folder, "gold")
        for system, found in systems.items():
            said = scorer("clusters", gold_file, written(found, folder, "found"))
            parts = [float(said[part]["f1"]) for part in ("muc", "b_cubed", "ceaf_e")]
            linked = scorer("clusters", gold_file, folder / "found", "--no-singletons")
            made.append((system, *parts, float(said["conll_f1"]), float(linked["conll_f1"])))
    return Table(
        name="coreference",
        title=f"Event coreference on ECB+ dev, {len(gold)} gold mentions of validated sentences in {len(documents)} documents, F1",
        command="python -m evaluation.tables.coreference",
        columns=("system", "MUC", "B-cubed", "CEAF-e", "CoNLL", "CoNLL without singletons"),
        rows=tuple(made),
        notes=("Gold mentions; the subtopics of a topic are thrown together and nobody tells which document belongs to which.",),
    )


if __name__ == "__main__":
    command(__doc__).parse_args()
    keep(measured())
