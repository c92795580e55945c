"""Agreement: {id, a, b} -> {id, relation: same, conflict or unrelated}; a question or contexts beside them are not looked at."""

from collections.abc import Iterator, Sequence
from typing import Any

from twosource.comparison.claims.matching import alike
from twosource.comparison.conflicts.numbers import Counted, numbers_apart
from twosource.domain.article import Article
from twosource.domain.quantity import Quantity
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import trimmed
from twosource.grammar.slots import Page, Slots, slots
from twosource.inference.spacy import SpacyModel
from twosource.stages.within_article.dates import Dates
from twosource.stages.within_article.quantities import Quantities
from twosource.stages.within_article.sentences import Sentences

# Two short texts without a story around them are one from here on; tuned on pairs of answers (their contexts add nothing).
SAME = 0.03
# Words that a denial must share with what it denies where both are not alike.
_DENIED = 2
_BATCH = 2000


def answer(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Lay both texts side by side as two statements of two articles."""
    texts = sorted({row[side] for row in rows for side in ("a", "b")})
    pages: dict[str, Page] = {}
    numbers: dict[str, list[Counted]] = {}
    stage = Sentences(SpacyModel())
    for at in range(0, len(texts), _BATCH):
        batch = texts[at : at + _BATCH]
        readings = [Reading(Article(ref=t, text=t)) for t in batch]
        for step in (stage, Dates(), Quantities()):
            readings = [r.with_(made) for r, made in zip(readings, step.run(readings), strict=True)]
        for text, reading in zip(batch, readings, strict=True):
            pages[text] = Page(list(reading.of(Sentence)))
            numbers[text] = [(q, q.span.of(text)) for q in reading.of(Quantity)]
    for row in rows:
        a, b = (_slots(side, row[side], pages[row[side]]) for side in ("a", "b"))
        yield {"id": row["id"], "relation": relation(a, b, numbers[row["a"]], numbers[row["b"]])}


def relation(a: Slots | None, b: Slots | None, counted_a: Sequence[Counted] = (), counted_b: Sequence[Counted] = ()) -> str:
    """What two statements are to each other; an empty text says nothing, so it is unrelated to all."""
    if a is None or b is None:
        return "unrelated"
    parted = a.negated != b.negated or numbers_apart(counted_a, counted_b) is not None
    if alike(a, b) < SAME:
        # Who denies something says it in few of its words.
        return "conflict" if parted and len(a.words.keys() & b.words.keys()) >= _DENIED else "unrelated"
    return "conflict" if parted else "same"


def _slots(side: str, text: str, page: Page) -> Slots | None:
    span = trimmed(text, 0, len(text))
    return slots(page, side, side, span, stand_for={}) if span and page.sentences else None
