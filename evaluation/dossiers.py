"""Dossiers of a JSONL file of articles, as ``twosource check --json`` prints them, one run for many scores.

usage: python evaluation/dossiers.py ARTICLES.jsonl > DOSSIERS.json
"""

import json
import sys
from pathlib import Path

from twosource.domain.article import Article
from twosource.domain.reading import Reading
from twosource.domain.span import Span
from twosource.inference.shipped import shipped
from twosource.pipeline import standard
from twosource.writers.document import document


def main(path: str) -> None:
    """Read the rows, run the pipeline, print the list of dossiers."""
    pipeline = standard(shipped())
    seconds: dict[str, float] = {}

    def watch(stage: str, _articles: int, took: float) -> None:
        seconds[stage] = seconds.get(stage, 0.0) + took

    readings = pipeline.read([Reading(_article(json.loads(line))) for line in Path(path).read_text(encoding="utf-8").splitlines()], watch)
    dossiers = [pipeline.compare(story, readings, watch) for story in pipeline.group(readings, (), watch)]
    json.dump([document(d, {}) for d in dossiers], sys.stdout, ensure_ascii=False)
    print({k: round(v, 2) for k, v in seconds.items()}, file=sys.stderr)
    for row in (p for d in dossiers for p in d.problems):
        print(row, file=sys.stderr)


def _article(row: dict[str, str | None]) -> Article:
    title, text = row.get("title"), row["text"] or ""
    return Article(
        ref=row["id"] or "",
        text=f"{title}\n\n{text}" if title else text,
        title=Span(0, len(title)) if title else None,
        outlet=row.get("outlet"),
        url=row.get("url"),
        published=(row.get("published") or "")[:10] or None,
        published_from="given" if row.get("published") else "none",
    )


if __name__ == "__main__":
    main(sys.argv[1])
