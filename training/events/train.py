"""Fits the pair decision behind event coreference on ECB+ train and writes ``models/events/pairs.json``.

usage: python -m training.events.train ECBPLUS_TRAIN.jsonl OUT.json
"""

import hashlib
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from evaluation.gate import rows, scorer, written
from evaluation.tables.coreference import asked
from evaluation.usage import command
from numpy.typing import NDArray
from training.claims.train import fit
from training.claims.train import written as shown

from twosource.comparison.claims.matching import clusters
from twosource.comparison.events.happenings import Parsed
from twosource.comparison.events.likeness import KINDS, NAMES, Tellings
from twosource.comparison.events.telling import telling
from twosource.domain.span import Span
from twosource.inference.logistic import Logistic
from twosource.inference.spacy import SpacyModel

Floats = NDArray[np.float64]
Decision = dict[str, Logistic]
FOLDS = 5
RIDGE = 6.0
JOIN = 0.37  # CoNLL of the folds is level between 0.33 and 0.4
TRIED = (0.33, 0.41)
TOPIC = 200  # a topic weighs the less, the more pairs of it are one: with this many, half


class Topic:
    """The gold mentions of one topic, and every pair of them that may be one."""

    def __init__(self, documents: Sequence[dict[str, object]], texts: Sequence[Parsed]) -> None:
        told = [(n, m) for n, d in enumerate(documents) for m in d["mentions"]]  # type: ignore[attr-defined]
        self.ids = [m["id"] for _, m in told]
        self.gold = [m["cluster"] for _, m in told]
        tellings = [telling(n, texts[n], Span(m["start"], max(m["end"], m["start"] + 1))) for n, m in told]
        like = Tellings(texts, tellings)
        pairs = [(i, j) for i in range(len(told)) for j in range(i + 1, len(told))]
        kinds = [like.kind(tellings[i], tellings[j]) for i, j in pairs]
        self.kind = np.array([KINDS.index(k) for k in kinds if k is not None])
        self.ends = [pair for pair, k in zip(pairs, kinds, strict=True) if k is not None]
        self.rows = np.array([like.features(tellings[i], tellings[j]) for i, j in self.ends])
        self.same = np.array([self.gold[i] == self.gold[j] for i, j in self.ends], dtype=float)
        self.weight = np.full(len(self.ends), 1000 / (TOPIC + self.same.sum()))

    def probability(self, decision: Decision) -> Floats:
        """How probable each pair is one."""
        found = np.zeros(len(self.ends))
        for n, kind in enumerate(KINDS):
            found[self.kind == n] = decision[kind].probability(self.rows[self.kind == n])
        return found

    def grouped(self, probability: Floats, join: float) -> Iterable[tuple[str, int]]:
        """Id and cluster of each mention."""
        found = [(i, j, float(p)) for (i, j), p in zip(self.ends, probability, strict=True)]
        for number, group in enumerate(clusters(len(self.ids), found, join)):
            yield from ((self.ids[i], number) for i in group)


def learned(topics: Sequence[Topic]) -> Decision:
    """The decision from these topics."""
    made = {}
    for n, kind in enumerate(KINDS):
        parts = [(t.rows[t.kind == n], t.same[t.kind == n], t.weight[t.kind == n]) for t in topics]
        data, yes, weight = (np.concatenate(part) for part in zip(*parts, strict=True))
        made[kind] = fit(data, yes, NAMES, RIDGE, weight)
    return made


def quality(topics: Sequence[Topic], joins: Sequence[float]) -> dict[str, float]:
    """CoNLL F1 by ../shared/score/clusters.py for each threshold, every topic scored by a decision learned from the other folds."""
    probable: list[Floats] = [np.zeros(0)] * len(topics)
    for fold in range(FOLDS):
        decision = learned([t for n, t in enumerate(topics) if n % FOLDS != fold])
        for n in range(fold, len(topics), FOLDS):
            probable[n] = topics[n].probability(decision)
    gold = [{"id": i, "cluster": c} for t in topics for i, c in zip(t.ids, t.gold, strict=True)]
    made = {}
    with tempfile.TemporaryDirectory() as name:
        gold_file = written(gold, Path(name), "gold")
        for join in joins:
            found = [{"id": i, "cluster": f"{n} {c}"} for n, (t, p) in enumerate(zip(topics, probable, strict=True)) for i, c in t.grouped(p, join)]
            made[f"joined at {join}"] = float(scorer("clusters", gold_file, written(found, Path(name), "found"))["conll_f1"])
    return made


def main() -> None:
    """Measure by folds, fit on all, write the weights and their card."""
    usage = command(__doc__)
    usage.add_argument("source", metavar="ECBPLUS_TRAIN.jsonl", type=Path)
    usage.add_argument("out", metavar="OUT.json", type=Path)
    given = usage.parse_args()
    source, out = given.source, given.out
    documents = [asked(row) for row in rows(source)]
    parsed = SpacyModel().parse([d["text"] for d in documents])
    members: defaultdict[int, list[int]] = defaultdict(list)
    for n, d in enumerate(documents):
        members[d["topic"]].append(n)
    topics = [Topic([documents[n] for n in mine], [parsed[n] for n in mine]) for _, mine in sorted(members.items())]
    measured = quality(topics, (JOIN, *TRIED))
    print(json.dumps(measured, indent=1))
    decision = learned(topics)
    made = json.dumps({kind: shown(model) for kind, model in decision.items()} | {"join": JOIN}, indent=1) + "\n"
    out.write_text(made, encoding="utf-8")
    about = card(out.name, made, {f"CoNLL F1, {FOLDS} folds by topic, joined at {JOIN}": measured[f"joined at {JOIN}"]})
    out.with_name("card.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def card(name: str, made: str, measured: dict[str, float]) -> dict[str, object]:
    """What the model says of itself."""
    return {
        "name": "events",
        "made": "python -m training.events.train",
        "files": {name: hashlib.sha256(made.encode()).hexdigest()},
        "what": "three logistic regressions over features of a pair of event words, for pairs of one stem, of one listed meaning, and of other words",
        "data": {
            "ECB+": "25 topics of ECB+ train (CC BY 3.0), 575 documents, 3808 gold mentions of events in validated sentences; weights, no words",
        },
        "quality": measured,
        "weak": [
            "other words for one event are found where what stands around them is alike, and hardly otherwise",
            "trained on gold mentions of all kinds of events, not on the political ones that the product reads",
            "crime, sport, disasters, products and deaths of 2005 to 2012, in English only",
        ],
    }


if __name__ == "__main__":
    main()
