"""The quality gate: scores the dev data under ../shared with ../shared/score and holds the floors.

usage: python -m evaluation.gate            score everything; exit 1 if a score is below its floor
       python -m evaluation.gate --raise    write higher floors where a score is above; a floor never goes down
       python -m evaluation.gate gold dates only these scores

A floor is a score reached on data that may be tuned on, so it is an upper bound of what to expect elsewhere.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from evaluation import identity, parties
from evaluation.copies import QUICK, evaluate
from evaluation.further import annotated, laid_out
from evaluation.predict import answer
from evaluation.usage import command

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "evaluation" / "floors.json"
# Scores are deterministic on one machine; between processors a float may round the other way and turn one item of some hundreds.
EPSILON = 0.5
LABELLED = 5  # the last sentence of a MEANTIME article that bears time labels: of 90 articles none has one in the sentence after it
LOWER_IS_BETTER = {"density", "mae", "party_wrong_country"}
# Told for each annotated one. No floor: who tells one conflict and finds it tells less than may be told.
LIMITS = {"conflicts_told": 3.0}

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """The rows of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def scorer(name: str, *arguments: str | Path) -> Row:
    """What a scorer of ../shared/score prints."""
    done = subprocess.run(
        [sys.executable, str(SHARED / "score" / f"{name}.py"), *map(str, arguments)], capture_output=True, text=True, check=True, cwd=SHARED / "score"
    )
    return dict(json.loads(done.stdout))


def rows_of(path: Path) -> list[Row]:
    """The rows of a JSON list."""
    return list(json.loads(path.read_text(encoding="utf-8")))


def written(things: list[Row], folder: Path, name: str) -> Path:
    """``things`` as a JSONL file."""
    path = folder / name
    path.write_text("".join(json.dumps(t, ensure_ascii=False) + "\n" for t in things), encoding="utf-8")
    return path


def gold(folder: Path) -> Row:
    """Dossiers of the dev gold stories."""
    return _stories_scored(SHARED / "gold" / "stories", SHARED / "gold" / "articles.jsonl", folder)


def open_stories(folder: Path) -> Row:
    """Dossiers of further stories whose errors have been read while rules were mended."""
    return _stories_scored(*laid_out(annotated("open"), folder), folder)


def kept_stories(folder: Path) -> Row:
    """Dossiers of further stories that nobody who mended anything has seen."""
    return _stories_scored(*laid_out(annotated("kept"), folder), folder)


def _stories_scored(gold_dir: Path, articles: Path, folder: Path) -> Row:
    found = dossiers(articles, folder)
    said = scorer("gold", gold_dir, articles, found)
    print(json.dumps(said))
    kept = ("mentions", "density", "origin", "chain", "factuality", "polarity", "claims_b3_f1", "independent", "two_source", "conflicts", "dates")
    there = sum(len(json.loads(file.read_text(encoding="utf-8"))["conflicts"]) for file in gold_dir.glob("*.json"))
    told = {"conflicts_told": round(said["conflicts_predicted"] / max(1, there), 1)}
    return {k: said[k] for k in kept} | told | _parties_scored(gold_dir, articles, rows_of(found))


def _parties_scored(gold_dir: Path, articles: Path, found: list[Row]) -> Row:
    """Annotated people and bodies that are found, with kind and country right (or another country), and B-cubed F1 of whom chains name."""
    said = parties.score(gold_dir, found)
    one = identity.score(gold_dir, {row["id"]: row["text"] for row in rows(articles)}, found)
    return {f"party_{k}": said[k] for k in ("found", "kind", "country", "wrong_country")} | {"party_identity": one["b3_f1"]}


def dossiers(articles: Path, folder: Path) -> Path:
    """What ``twosource check --json`` prints of a file of articles."""
    out = folder / "dossiers.json"
    with out.open("w", encoding="utf-8") as stream:
        subprocess.run([sys.executable, "-m", "twosource", "check", "--json", str(articles)], stdout=stream, check=True, cwd=ROOT)
    return out


def attribution(folder: Path) -> Row:
    """PolNeAR dev: exact span F1 and link F1."""
    said = _scored(folder, "attribution", rows(SHARED / "data/attribution/polnear_dev.jsonl"), "attribution")
    return {k: said["exact"][k]["f1"] for k in ("source", "cue", "content")} | {"link": said["link"]["f1"]}


def dates(folder: Path) -> Row:
    """MEANTIME, three topics: value F1 over the headline, the date line and the first five sentences, which are what is labelled."""
    data = []
    for r in rows(SHARED / "data/meantime/english.jsonl"):
        end = r["sentences"][: LABELLED + 1][-1]["end"]
        times = [m for m in r["mentions"] if m["kind"] == "timex" and m.get("spans") and m["spans"][-1][1] <= end]
        timexes = [{"start": m["spans"][0][0], "end": m["spans"][-1][1], "type": m["type"], "value": m["value"]} for m in times]
        data.append({"id": r["id"], "text": r["text"][:end], "published": r["date"], "timexes": timexes})
    said = _scored(folder, "dates", data, "dates")
    return {"value": said["value"]["f1"], "relaxed": said["relaxed"]["f1"]}


def factuality(folder: Path) -> Row:
    """UDS-IH2 dev: mean absolute error and Pearson's r (times 100)."""
    said = _scored(folder, "factuality", rows(SHARED / "data/factuality/uds_ih2_dev.jsonl"), "factuality")
    return {"mae": round(100 * said["mae"], 1), "r": round(100 * said["r"], 1)}


def relation(folder: Path) -> Row:
    """PLV train, every row answered by the fold's model that has not seen its sentence: macro F1 over roots, quads, and conflict or not."""
    said = _scored(folder, "relation", rows(SHARED / "data/events/plv_train.jsonl"), "relations")
    return {k: said[k] for k in ("root_macro_f1", "quad_macro_f1", "binary_macro_f1")}


def stories(folder: Path) -> Row:
    """Stories of two dated sets in the order of their days: B-cubed F1."""
    return {name: _stories(folder, SHARED / f"data/stories/{name}.jsonl") for name in ("g5", "basil")}


def _stories(folder: Path, path: Path) -> float:
    data = sorted(rows(path), key=lambda r: (r.get("date") or "", r["id"]))
    gold_file = written([{"id": r["id"], "cluster": r["story"]} for r in data], folder, "stories.gold")
    said = scorer("clusters", gold_file, written(list(answer("stories", data)), folder, "stories.predicted"))
    return float(said["b_cubed"]["f1"])


def cofenet(folder: Path) -> Row:
    """CofeNet's dev rows (token rows that each hold an attribution): exact span F1."""
    source = SHARED / "data/attribution/cofenet_valid.jsonl"
    for side in ("in", "gold"):
        made = subprocess.run(
            [sys.executable, str(SHARED / "score/cofenet_rows.py"), str(source), side], capture_output=True, text=True, check=True
        ).stdout
        (folder / f"cofenet.{side}").write_text(made, encoding="utf-8")
    predicted = written(list(answer("attribution", rows(folder / "cofenet.in"))), folder, "cofenet.predicted")
    said = scorer("attribution", folder / "cofenet.gold", predicted)
    return {k: said["exact"][k]["f1"] for k in ("source", "cue", "content")}


def agreement(folder: Path) -> Row:
    """NAnCo val pairs: balanced accuracy of "same" against the rest."""
    pairs, groups = (SHARED / f"data/agreement/nanco_{name}_val.jsonl" for name in ("pairs", "groups"))
    made = subprocess.run(
        [sys.executable, str(SHARED / "score/agreement.py"), str(pairs), str(groups), "in"], capture_output=True, text=True, check=True
    ).stdout
    answers = list(answer("agreement", [json.loads(line) for line in made.splitlines()]))
    return {"balanced_accuracy": scorer("agreement", pairs, groups, written(answers, folder, "agreement.predicted"))["balanced_accuracy"]}


def emergent(_folder: Path) -> Row:
    """Emergent (Ferreira and Vlachos, 2016), claims and headlines for or against them: "conflict" as the finding of those against."""
    data = [r for r in rows(SHARED / "data/agreement/emergent_train.jsonl") if r["stance"] in ("for", "against")]
    said = list(answer("agreement", [{"id": r["pair_id"], "a": r["claim"], "b": r["headline"]} for r in data]))
    found = [r["relation"] == "conflict" for r in said]
    against = [r["stance"] == "against" for r in data]
    right = sum(f and g for f, g in zip(found, against, strict=True))
    precision, recall = right / max(1, sum(found)), right / max(1, sum(against))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"precision": round(100 * precision, 1), "recall": round(100 * recall, 1), "f1": round(100 * f1, 1)}


def _scored(folder: Path, task: str, data: list[Row], by: str) -> Row:
    gold_file = written(data, folder, f"{task}.gold")
    return scorer(by, gold_file, written(list(answer(task, data)), folder, f"{task}.predicted"))


def copies(_folder: Path) -> Row:
    """Invented stories: F1 of the copies found, and claims with exactly the right number: all else given, claims given, nothing given."""
    return dict(evaluate(QUICK, seed=1).scores())


SCORES: dict[str, Callable[[Path], Row]] = {
    "gold": gold,
    "open": open_stories,
    "kept": kept_stories,
    "attribution": attribution,
    "dates": dates,
    "factuality": factuality,
    "relation": relation,
    "stories": stories,
    "cofenet": cofenet,
    "agreement": agreement,
    "emergent": emergent,
    "copies": copies,
}


def below(name: str, value: float, floor: float) -> bool:
    """Whether a score misses its floor by more than rounding can."""
    return value > floor + EPSILON if name in LOWER_IS_BETTER else value < floor - EPSILON


def main() -> int:
    """Score, compare, tell; 1 if anything is below its floor."""
    usage = command(__doc__)
    usage.add_argument("scores", metavar="SCORE", nargs="*", help=f"only these, of: {', '.join(SCORES)}")
    usage.add_argument("--raise", dest="higher", action="store_true", help="write higher floors")
    given = usage.parse_args()
    if unknown := set(given.scores) - set(SCORES):
        usage.error(f"no such score: {', '.join(sorted(unknown))}; there are {', '.join(SCORES)}")
    if not SHARED.is_dir():
        print("the gate needs the annotated data in ../shared, which is not beside this checkout", file=sys.stderr)
        return 2
    wanted = given.scores or list(SCORES)
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    missed = 0
    for name in wanted:
        with tempfile.TemporaryDirectory() as folder:
            scores = SCORES[name](Path(folder))
        for measure, value in scores.items():
            floor = LIMITS.get(measure, floors.get(name, {}).get(measure))
            bad = floor is not None and (value > floor if measure in LIMITS else below(measure, value, floor))
            missed += bad
            print(f"{name:12} {measure:22} {value:7.1f}   floor {floor if floor is not None else '-':>6} {'BELOW' if bad else ''}", flush=True)
            better = floor is None or (value < floor if measure in LOWER_IS_BETTER else value > floor)
            if given.higher and better and measure not in LIMITS:
                floors.setdefault(name, {})[measure] = value
    if given.higher:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
