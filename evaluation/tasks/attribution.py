"""Source, cue and content spans of every text, in PolNeAR's terms.

PolNeAR gives each word to one attribution at most: nesting, carriers and continued speech, which the attributions stage
adds, are not in it. So the answer is the flat layer the stage begins with, as its tagger reads it.
"""

from collections.abc import Iterator
from typing import Any

from twosource.domain.article import Article
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.inference.model import TaggedSpan
from twosource.inference.shipped import shipped
from twosource.stages.within_article.sentences import Sentences


def answer(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """{id, text} -> {id, spans: [{label, start, end, attribution}]}."""
    models = shipped()
    readings = [Reading(Article(ref=str(row["id"]), text=row["text"])) for row in rows]
    cuts = [[(s.span.start, s.span.end) for s in made if isinstance(s, Sentence)] for made in Sentences(models.language).run(readings)]
    for row, spans in zip(rows, models.tagger.tag([row["text"] for row in rows], cuts), strict=True):
        yield {"id": row["id"], "spans": [_span(s) for s in spans]}


def _span(s: TaggedSpan) -> dict[str, Any]:
    return {"label": s.label, "start": s.start, "end": s.end, "attribution": s.link}
