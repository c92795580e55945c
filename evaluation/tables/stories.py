"""Grouping articles into stories, beside TF-IDF with a threshold and sentence embeddings with HDBSCAN.

usage: PEERS=PYTHON python -m evaluation.tables.stories

The settings of the baselines are those that are best on the other dated set (g5 for BASIL, BASIL for g5; both for FNC-1, which is undated and
read as one time). PEERS is a Python with what evaluation/peers/requirements.txt lists.
"""

import json
import tempfile
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path

from evaluation.gate import SHARED, Row, rows, scorer, written
from evaluation.predict import answer
from evaluation.tables.peers import asked
from evaluation.tables.spread import b_cubed
from evaluation.tables.table import Table, keep
from evaluation.usage import command

SETS = {"g5": "g5", "BASIL": "basil", "FNC-1": "fnc1_bodies"}
TUNED_ON = {"g5": ("BASIL",), "BASIL": ("g5",), "FNC-1": ("g5", "BASIL")}

Answers = Mapping[str, Mapping[str, Sequence[Hashable]]]
"""For each setting and each set, a cluster for every row."""


def chosen(gold: Mapping[str, Sequence[Hashable]], answers: Answers, tuned_on: Sequence[str]) -> str:
    """The setting that is best on average over some sets; of equals the first."""
    return max(answers, key=lambda setting: sum(b_cubed(gold[name], answers[setting][name]) for name in tuned_on))


def _scored(data: Sequence[Row], found: Sequence[Hashable], folder: Path) -> float:
    gold = written([{"id": r["id"], "cluster": r["story"]} for r in data], folder, "gold")
    said = written([{"id": r["id"], "cluster": str(c)} for r, c in zip(data, found, strict=True)], folder, "found")
    return float(scorer("clusters", gold, said)["b_cubed"]["f1"])


def measured() -> Table:
    """All systems on all sets."""
    data = {name: sorted(rows(SHARED / f"data/stories/{file}.jsonl"), key=lambda r: (r.get("date") or "", r["id"])) for name, file in SETS.items()}
    gold = {name: [r["story"] for r in found] for name, found in data.items()}
    made: list[tuple[str | float | None, ...]] = []
    settings: dict[str, dict[str, str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        ours = {name: [r["cluster"] for r in answer("stories", found)] for name, found in data.items()}
        made.append(("twosource", *(_scored(data[name], ours[name], Path(folder)) for name in SETS)))
        given = {name: [{key: r.get(key) for key in ("id", "title", "text", "date")} for r in found] for name, found in data.items()}
        told = asked("story_clusters.py", json.dumps({"sets": given}))
        for method, answers in (json.loads(told[0]) if told else {}).items():
            settings[method] = {name: chosen(gold, answers, TUNED_ON[name]) for name in SETS}
            made.append((method, *(_scored(data[name], answers[settings[method][name]][name], Path(folder)) for name in SETS)))
        for what, found in (("every article alone", lambda n: n), ("all articles in one", lambda n: 0)):
            made.append((what, *(_scored(data[name], [found(n) for n in range(len(data[name]))], Path(folder)) for name in SETS)))
    sizes = [f"{name}, {len(found)} articles in {len(set(gold[name]))} stories" for name, found in data.items()]
    return Table(
        name="stories",
        title="Grouping articles into stories, B-cubed F1 (" + "; ".join(sizes) + ")",
        command="PEERS=PYTHON python -m evaluation.tables.stories",
        columns=("system", *SETS),
        rows=tuple(made),
        notes=(
            "The baselines' settings are tuned on the other dated set (g5 for BASIL, BASIL for g5, both for FNC-1); ours on g5 and BASIL.",
            "FNC-1 has no dates: all its bodies are read as of one time.",
            "Embeddings are of the first 128 word pieces; what HDBSCAN takes for noise is a story alone.",
        ),
        data={"settings": settings},
    )


if __name__ == "__main__":
    command(__doc__).parse_args()
    keep(measured())
