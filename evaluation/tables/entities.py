"""Named people, bodies and places on GUM dev and WNUT-17 test: spaCy's small pipeline, which the package reads names with, and our own layers.

usage: python -m evaluation.tables.entities

Three types that all sides have: person; body (spaCy ORG; GUM organization; WNUT-17 group and corporation); place (spaCy GPE, LOC, FAC; GUM
place; WNUT-17 location). Of GUM's mentions, which nest and hold pronouns, the names are taken: those whose head words are proper nouns, cut to
these words, the outer one where two overlap. Titles and articles at the edge do not count. What another system answers is one more entry of
``SYSTEMS``.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from evaluation.gate import ROOT, SHARED, Row, rows
from evaluation.tables.spread import Counts, f1, rate, total
from evaluation.tables.table import Table, keep
from evaluation.usage import command
from twosource.inference.spacy import SpacyModel

Name = tuple[int, int, str]
"""Start, end and type."""

ANSWERS = ROOT / "training/entities/answers.jsonl"
"""What the layers that training/entities trains answer on these sets; they are not shipped, so their answers are kept."""
_OF_SPACY = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place"}
_OF_GUM = {"person": "person", "organization": "body", "place": "place"}
_OF_WNUT = {"person": "person", "group": "body", "corporation": "body", "location": "place"}
_EDGE = frozenset(["the", "a", "an", "mr", "mrs", "ms", "dr", "mr.", "mrs.", "ms.", "dr.", "sir", "president", "minister", "senator"])


def by_spacy(texts: Sequence[str]) -> list[list[Name]]:
    """Names that spaCy's small pipeline tells."""
    found: list[list[Name]] = []
    for sentences in SpacyModel().parse(texts):
        names: list[Name] = []
        for token in (t for sentence in sentences for t in sentence):
            kind = _OF_SPACY.get(token.entity)
            if kind and names and not token.entity_begins and names[-1][2] == kind and token.start - names[-1][1] <= 1:
                names[-1] = (names[-1][0], token.end, kind)
            elif kind:
                names.append((token.start, token.end, kind))
        found.append(names)
    return found


def by_trained(texts: Sequence[str]) -> list[list[Name]]:
    """Names that our own layers over the shared encoder told when they were made; KeyError for a text that they were not shown."""
    return [_answers()[key(text)] for text in texts]


@cache
def _answers() -> dict[str, list[Name]]:
    told = map(json.loads, ANSWERS.read_text(encoding="utf-8").splitlines())
    return {row["key"]: [(start, end, kind) for start, end, kind in row["names"]] for row in told}


def key(text: str) -> str:
    """What tells a text again."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


SYSTEMS: Mapping[str, Callable[[Sequence[str]], list[list[Name]]]] = {
    "spaCy small (shipped)": by_spacy,
    "own layers over the encoder (not shipped)": by_trained,
}


def of_gum(row: Row) -> tuple[str, list[Name]]:
    """Text and names of an article of GUM."""
    tokens, names = row["tokens"], []
    for entity in row["entities"]:
        at = [entity["tok"][0] + int(n) - 1 for n in (entity["min"] or "").split(",") if n.strip().isdigit()]
        if entity["type"] in _OF_GUM and at and all(tokens[n]["xpos"].startswith("NNP") for n in at):
            names.append((tokens[at[0]]["s"], tokens[at[-1]]["e"], _OF_GUM[entity["type"]]))
    names.sort(key=lambda n: (n[0], -n[1]))
    kept: list[Name] = []
    for name in names:
        if not kept or name[0] >= kept[-1][1]:
            kept.append(name)
    return row["text"], kept


def of_tokens(row: Row) -> tuple[str, list[Name]]:
    """Text (tokens joined by blanks) and names of a row of WNUT-17."""
    starts, at = [], 0
    for token in row["tokens"]:
        starts.append(at)
        at += len(token) + 1
    names = [(starts[a], starts[b - 1] + len(row["tokens"][b - 1]), _OF_WNUT[kind]) for kind, a, b in row["spans"] if kind in _OF_WNUT]
    return " ".join(row["tokens"]), names


SETS: Mapping[str, Callable[[], list[tuple[str, list[Name]]]]] = {
    "GUM dev, news": lambda: [of_gum(r) for r in _gum_dev() if r["genre"] == "news"],
    "GUM dev, all genres": lambda: [of_gum(r) for r in _gum_dev()],
    "WNUT-17 test": lambda: [of_tokens(r) for r in rows(SHARED / "data/entities/wnut17_test.jsonl")],
}
"""Texts with their names, read when asked for."""


def _gum_dev() -> list[Row]:
    return rows(SHARED / "data/entities/gum_dev.jsonl")


def bare(text: str, name: Name) -> Name:
    """A name without articles, titles and a possessive at its edges."""
    start, end, kind = name
    while (word := text[start:end].split(" ", 1)[0]) and word.lower() in _EDGE and start + len(word) < end:
        start += len(word) + 1
    for mark in ("'s", "’s"):
        end -= len(mark) * text[start:end].endswith(mark)
    return start, end, kind


def counted(text: str, gold: Sequence[Name], found: Sequence[Name]) -> Counts:
    """Names of one text that are right to the letter, and those that overlap one of their type."""
    want, got = {bare(text, n) for n in gold}, {bare(text, n) for n in found}
    return Counter(gold=len(want), found=len(got), exact=len(want & got), near=_near(want, got), near_found=_near(got, want))


def _near(some: set[Name], others: set[Name]) -> int:
    return sum(any(a[0] < b[1] and b[0] < a[1] and a[2] == b[2] for b in others) for a in some)


def measured() -> Table:
    """Every system on every set."""
    sets = {name: data() for name, data in SETS.items()}
    made: list[tuple[str | float, ...]] = []
    for system, read in SYSTEMS.items():
        for name, data in sets.items():
            found = read([text for text, _ in data])
            n = total([counted(text, gold, ours) for (text, gold), ours in zip(data, found, strict=True)])
            exact, near = f1("exact", "found", "exact", "gold")(n), f1("near_found", "found", "near", "gold")(n)
            made.append((f"{system}, {name}", len(data), n["gold"], rate("exact", "found")(n), rate("exact", "gold")(n), exact, near))
    return Table(
        name="entities",
        title="Named people, bodies and places",
        command="python -m evaluation.tables.entities",
        columns=("system, set", "texts", "names", "precision", "recall", "F1", "F1, overlap of one type"),
        rows=tuple(made),
        notes=(
            "Body: spaCy ORG; GUM organization; WNUT-17 group and corporation. Place: spaCy GPE, LOC and FAC; GUM place; WNUT-17 location.",
            "Own layers: trained here (training/entities) on GUM's training articles, Wikigold and WNUT-17's training part, so by the guidelines of "
            "these sets, which spaCy never saw. Not shipped: they win nothing on the annotated stories. Scored from kept answers.",
            "Of GUM's mentions those with proper nouns for heads, cut to these, the outer of two; WNUT-17 works and products are left out.",
        ),
    )


if __name__ == "__main__":
    command(__doc__).parse_args()
    keep(measured())
