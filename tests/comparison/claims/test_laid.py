"""Laid: what one stage works out for another is the same as made anew, and no dossier keeps it."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from twosource.comparison.claims.laid import Laid, laid
from twosource.domain.finding import Working
from twosource.domain.likeness import Wording
from twosource.domain.reading import Dossier
from twosource.pipeline import Pipeline

TEXTS = (
    "Mayor Tilda Oren closed the old harbour of Tarvo on Monday, fishermen said. The fishermen of Tarvo land eels.",
    "Mayor Tilda Oren did not close the old harbour of Tarvo, her office said. Her office stands beside the fish market.",
)


def _from_the_likenesses(pipeline: Pipeline, dossier: Dossier) -> Laid:
    """What the stage of likenesses leaves to the stages after it."""
    before = replace(dossier, conclusions=())
    for stage in pipeline.across_articles:
        before = before.with_(stage.run(before))
        if Laid in stage.makes:
            break
    return before.of(Laid)[0]


def test_a_story_is_laid_out_once_and_as_it_would_be_anew(compare: Callable[..., Dossier], pipeline: Pipeline) -> None:
    dossier = compare(*TEXTS)
    left, anew = _from_the_likenesses(pipeline, dossier), laid(dossier)
    assert left.matter.items == anew.matter.items
    assert len(anew.pairs.left) > 0
    assert np.array_equal(left.pairs.left, anew.pairs.left)
    assert np.array_equal(left.pairs.features, anew.pairs.features)
    wordings = [w.statements for w in dossier.of(Wording)]
    assert wordings == [tuple(s.id for s in item.statements) for item in anew.matter.items]


def test_no_dossier_keeps_what_was_worked_out_for_a_later_stage(compare: Callable[..., Dossier]) -> None:
    assert compare(*TEXTS).of(Working) == ()
