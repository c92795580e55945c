"""Answers of the shipped stages, for scorers outside: ``python evaluation/predict.py TASK < IN.jsonl > OUT.jsonl``.

One JSON object a line on both sides; offsets are Unicode code points, end exclusive.

| task        | in                                              | out                                                             |
|-------------|-------------------------------------------------|-----------------------------------------------------------------|
| attribution | id, text                                        | id, spans: [{label: source, cue or content, start, end, attribution}] |
| relation    | id, text, source: [s, e], target: [s, e]        | id, root                                                        |
| dates       | id, text, published                             | id, dates: [{start, end, value}]                                |
| factuality  | id, tokens, events: [{i}]                       | id, values: [float, -3 to 3]                                    |
| stories     | id, title, text, date                           | id, cluster                                                     |
| coreference | id, topic, text, mentions: [{id, start, end}]   | id (mention), cluster                                           |
| agreement   | id, a, b                                        | id, relation: same, conflict or unrelated                       |
| party       | id, phrase, context, date                       | id, country, sectors                                            |
| copies      | id, a, b                                        | id, share                                                       |
"""

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

TASKS = ("attribution", "relation", "dates", "factuality", "stories", "coreference", "agreement", "party", "copies")


def answer(task: str, rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The answers to a task's rows, by its file in ``evaluation/tasks``."""
    answers: Iterator[dict[str, Any]] = importlib.import_module(f"evaluation.tasks.{task}").answer(rows)
    return answers


def main(arguments: list[str]) -> int:
    """Read rows, answer, print; 2 for wrong usage or a line that is no JSON object."""
    if len(arguments) != 1 or arguments[0] not in TASKS:
        print(f"usage: python evaluation/predict.py {{{','.join(TASKS)}}} < rows.jsonl", file=sys.stderr)
        return 2
    rows = []
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for n, line in enumerate(sys.stdin, 1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except ValueError as fault:
                print(f"line {n} of standard input is no JSON object: {fault}", file=sys.stderr)
                return 2
    for row in answer(arguments[0], rows):
        print(json.dumps(row, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
