"""The parts of the README that a command can print: the example's page, the scores that the floors hold, and how often a number is right.

usage: python -m evaluation.readme           write them into README.md
       python -m evaluation.readme --check   exit 1 if they differ from what the code prints
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import fill
from typing import Any

from evaluation.tables.table import kept
from evaluation.usage import command

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
FLOORS = ROOT / "evaluation" / "floors.json"
WIDTH = "100"

# What each measure means, in the order of the table: (score, measure, words).
ROWS = (
    ("gold", "mentions", "annotated mentions of claims that a statement covers"),
    ("gold", "density", "statements for 100 words (lower is better)"),
    ("gold", "origin", "mentions whose origin is right"),
    ("gold", "chain", "mentions whose whole chain is right, in order"),
    ("gold", "factuality", "mentions whose certainty and polarity are right"),
    ("gold", "claims_b3_f1", "grouping into claims, B-cubed F1"),
    ("gold", "independent", "claims whose number is exactly right"),
    ("gold", "two_source", 'claims that are right about "two or more"'),
    ("gold", "conflicts", "annotated conflicts found"),
    ("gold", "dates", "time expressions with the right value"),
    ("attribution", "source", "source spans, PolNeAR dev, exact F1"),
    ("attribution", "cue", "cue spans, the same"),
    ("attribution", "content", "content spans, the same"),
    ("attribution", "link", "source and content of one attribution, F1"),
    ("cofenet", "source", "source spans, CofeNet's dev rows, exact F1"),
    ("cofenet", "cue", "cue spans, the same"),
    ("cofenet", "content", "content spans, the same"),
    ("relation", "root_macro_f1", "PLOVER root of a relation, PLV, out of fold, macro F1"),
    ("agreement", "balanced_accuracy", "whether two answers say the same, NAnCo, balanced accuracy"),
    ("stories", "g5", "grouping articles into stories, g5, B-cubed F1"),
    ("stories", "basil", "the same, BASIL"),
    ("dates", "value", "time expressions, MEANTIME, value F1"),
    ("copies", "edges", "who copied whom, invented stories, F1"),
    ("copies", "independent_read", "claims of invented stories whose number is exactly right"),
)


def demo() -> str:
    """What `twosource check examples` prints on a terminal of 100 columns without colour."""
    environment = os.environ | {"COLUMNS": WIDTH, "NO_COLOR": "1", "TERM": "dumb"}
    done = subprocess.run(
        [sys.executable, "-m", "twosource", "check", "examples"], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return "```\n" + "\n".join(line.rstrip() for line in done.stdout.strip().splitlines()) + "\n```"


def scores() -> str:
    """The floors as a table; beside those of the annotated dev stories what the stories get that nobody has seen."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    rows = [
        f"| {words} | {floors[score][measure]} | {floors['kept'][measure] if score == 'gold' else ''} |"
        for score, measure, words in ROWS
        if measure in floors.get(score, {})
    ]
    return "\n".join(["| | on the dev data | on stories never seen |", "|---|---:|---:|", *rows])


def trust() -> str:
    """How often "two or more" and "fewer" are right, over annotated stories that nothing was tuned on, for who reads no further."""
    sets = [kept("corroboration").data[name] for name in ("dev", "kept")]
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    wrong = 100 - (floors["gold"]["origin"] + floors["kept"]["origin"]) / 2
    two, fewer = (percent(sum(n[f"{said}_right"] for n in sets), sum(n[said] for n in sets)) for said in ("two", "fewer"))
    return _wrapped(
        "**It errs, and every line opens to the words, so look.** Where it says that a claim rests on two parties or more, that is right "
        f"{two} times in a hundred; where it says on fewer, {fewer} times. Of 100 origins {wrong:.0f} are wrong or missing, and most conflicts are "
        "missed. "
        "[How good it is](#how-good-it-is) has all figures, [Honest limits](#honest-limits) what they leave out."
    )


def counts() -> str:
    """The same with what was counted, and beside counting outlets."""
    sets: Mapping[str, Any] = kept("corroboration").data
    unseen = next(row[3] for row in kept("ablation").rows if row[0] == "all of it")
    folds = f" ({unseen:.0f} by folds that did not see the story)"
    which = ("train", "it was tuned on", folds), ("dev", "of the development set"), ("kept", "that nobody who mends it has seen")
    return "\n".join(_counts(sets[name], *words) for name, *words in which)


def _counts(n: Mapping[str, int], which: str, beside: str = "") -> str:
    told = (
        f"- On the {n['stories']} stories {which}, {n['two_right']} of the {n['two']} annotated claims that it puts at two or more belong there, "
        f"and {n['fewer_right']} of the {n['fewer']} that it puts at fewer. It is right for {percent(n['ours'], n['claims'])} of 100 claims{beside}, "
        f"plain counting of outlets, given the claims, for {percent(n['articles'], n['claims'])}."
    )
    return _wrapped(told, "  ")


def _wrapped(text: str, indent: str = "") -> str:
    return fill(text, 120, subsequent_indent=indent, break_on_hyphens=False)


def percent(part: int, whole: int) -> int:
    """A share, in whole percent."""
    return round(100 * part / max(1, whole))


PARTS: Mapping[str, Callable[[], str]] = {"trust": trust, "demo": demo, "scores": scores, "counts": counts}


def filled(readme: str) -> str:
    """The README with all parts as they are now."""
    for name, part in ((name, made()) for name, made in PARTS.items()):
        before, _, rest = readme.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"<!-- /{name} -->")
        readme = f"{before}<!-- {name} -->\n{part}\n{end}{after}"
    return readme


def main() -> int:
    """Write, or check."""
    usage = command(__doc__)
    usage.add_argument("--check", action="store_true", help="write nothing; exit 1 if they differ")
    check = usage.parse_args().check
    now = README.read_text(encoding="utf-8")
    new = filled(now)
    if check:
        if now != new:
            print("README.md differs from what the code prints: run python -m evaluation.readme", file=sys.stderr)
        return int(now != new)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
