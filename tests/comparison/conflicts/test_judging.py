"""Judging: who denies what another says is likelier to part from them than who tells something else, and nothing is asked of nothing."""

from collections.abc import Callable, Mapping

import numpy as np
import pytest

from twosource.comparison.conflicts import judging
from twosource.comparison.conflicts.edges import typed
from twosource.comparison.conflicts.matters import matters
from twosource.comparison.conflicts.pages import Wordings
from twosource.domain.likeness import Likeness
from twosource.domain.reading import Dossier

TEXTS = (
    "Mayor Tilda Oren closed the old harbour of Tarvo on Monday, fishermen said. The fishermen of Tarvo land eels.",
    "Mayor Tilda Oren did not close the old harbour of Tarvo, her office said. Her office stands beside the fish market.",
)


def _judged(dossier: Dossier) -> Mapping[tuple[str, str], float]:
    wordings = Wordings(dossier)
    likely = {(x.basis[0], x.basis[1]): x.probability for x in dossier.of(Likeness)}
    story = matters(dossier, wordings, typed(dossier, wordings.said, likely), likely)
    words = [t.said.words for t in story.traits]
    return {(min(words[i], words[j]), max(words[i], words[j])): p for (i, j), p in judging.judged(story).items()}


def test_a_denial_parts_before_all_else(compare: Callable[..., Dossier]) -> None:
    found = _judged(compare(*TEXTS))
    assert all(0 <= p <= 1 for p in found.values())
    best = max(found, key=lambda pair: found[pair])
    assert best[0].startswith("Mayor Tilda Oren closed") and best[1].startswith("Mayor Tilda Oren did not close")


def test_one_statement_parts_from_nothing(compare: Callable[..., Dossier]) -> None:
    assert _judged(compare("Mayor Tilda Oren closed the old harbour of Tarvo.")) == {}


def test_of_a_giant_story_what_shares_most_is_looked_at(compare: Callable[..., Dossier], monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = compare(*TEXTS)
    whole = _judged(dossier)
    monkeypatch.setattr(judging, "_MANY", 1)
    few = _judged(dossier)
    assert 1 <= len(few) < len(whole)
    assert all(np.isclose(whole[pair], p) for pair, p in few.items())
