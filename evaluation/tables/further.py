"""What never-seen stories get, beside those that were scored along the way and those that were read, and how far a second reader agrees.

usage: python -m evaluation.tables.further

Scores of ../shared/score/gold.py on gold/stories ("dev"), on further stories whose errors were read while rules were mended ("read"), on those that
nobody has seen ("never seen"), and on those of the latter that a second reader annotated, who was given the wording of the claims: ours and his.
"""

import json
import tempfile
from pathlib import Path

from evaluation.further import SECOND, Row, annotated, articles, as_dossier, laid_out, read
from evaluation.gate import SHARED, dossiers, scorer
from evaluation.tables.table import Table, keep
from evaluation.usage import command

MEASURES = {
    "mentions": "mentions covered",
    "origin": "origin right",
    "chain": "whole chain right",
    "factuality": "certainty and polarity right",
    "polarity": "polarity right",
    "claims_b3_f1": "claims, B-cubed F1",
    "independent": "number exactly right",
    "two_source": "right about two or more",
    "conflicts": "conflicts found",
    "dates": "time expressions right",
}


def ours(annotated_: Path, texts: Path, folder: Path) -> Row:
    """Our scores on some stories."""
    return scorer("gold", annotated_, texts, dossiers(texts, folder))


def second(folder: Path) -> tuple[Row, Row]:
    """Our scores and the second reader's on the stories that he read."""
    theirs = {story["story"]: story for story in read(SECOND)}
    both = [story for story in annotated("kept") if story["story"] in theirs]
    gold, texts = laid_out(both, folder)
    text = {row["id"]: row["text"] for row in articles(both)}
    found = folder / "second.json"
    found.write_text(json.dumps([as_dossier(theirs[story["story"]], text) for story in both]), encoding="utf-8")
    return ours(gold, texts, folder), scorer("gold", gold, texts, found)


def measured() -> Table:
    """The scores side by side."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dev = ours(SHARED / "gold" / "stories", SHARED / "gold" / "articles.jsonl", folder)
        open_, kept = (ours(*laid_out(annotated(part), folder / part), folder) for part in ("open", "kept"))
        both = second(folder / "both")
    sets = (dev, open_, kept, *both)
    predicted = ", ".join(str(s["conflicts_predicted"]) for s in sets)
    return Table(
        name="further",
        title="What never-seen stories get, and how far a second reader agrees with the first (percent)",
        command="python -m evaluation.tables.further",
        columns=("", "dev", "read", "never seen", "seen by two: ours", "second reader"),
        rows=(("stories", *(str(s["stories"]) for s in sets)), *((words, *(s[key] for s in sets)) for key, words in MEASURES.items())),
        notes=(
            f"Conflicts told: {predicted}. Counting outlets, given the claims, is right about two or more for "
            + ", ".join(f"{s['outlet_counter'][1]:.0f}" for s in sets[:4])
            + ".",
            "The readers of the further stories are a language model that annotated each story in one pass by the protocol of the gold "
            "stories; the second one was given the wording of the claims, and nothing else of the first.",
            "From those that were read the decisions about conflicts and about countries of parties have learned too. From those never seen "
            "nothing has; but their scores were looked at in between, and one window of the decision about countries was chosen by them.",
        ),
    )


if __name__ == "__main__":
    command(__doc__).parse_args()
    keep(measured())
