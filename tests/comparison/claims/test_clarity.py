"""Clarity: the clearest of several statements is a whole clause that needs nothing around it."""

from collections.abc import Callable

import pytest

from twosource.comparison.claims.clarity import Clarity
from twosource.comparison.claims.completion import Completion
from twosource.domain.reading import Dossier
from twosource.domain.statement import Statement


def _order(dossier: Dossier) -> list[str]:
    clarity = Clarity(dossier, Completion(dossier))
    texts = {r.article.id: r.article.text for r in dossier.readings}
    return [s.span.of(texts[s.article]) for s in clarity.order(dossier.observed(Statement))]


def test_a_main_clause_goes_before_a_clause_that_hangs_on_it(compare: Callable[..., Dossier]) -> None:
    order = _order(compare("The main cable of the bridge in Tarvo snapped, police said, while a school group was crossing the bridge."))
    assert order[0].startswith("The main cable")


def test_names_go_before_pronouns(compare: Callable[..., Dossier]) -> None:
    order = _order(compare("Mira Holt left the ship in Port Larsa on Friday. She left it with them."))
    assert order[0].startswith("Mira Holt")


def test_a_plain_sentence_goes_before_a_long_list(compare: Callable[..., Dossier]) -> None:
    listed = (
        "Parcels went to former minister Ada Brook, senator Ole Finn, banker Ruth Amsel, judge Paul Tarn, editor Lisa Holm and singer Max Orrin, "
        "as well as the offices of the broadcaster in Port Larsa and the mayor of Tarvo."
    )
    order = _order(compare(f"{listed} Parcels with explosives reached six well-known critics of President Varga."))
    assert order[0].startswith("Parcels with explosives")


@pytest.mark.parametrize(
    "awkward",
    [
        "Photos: Mira Holt of the coast guard left the sinking ship in Port Larsa Ole Finn/Meridian",
        "Was Mira Holt of the coast guard the last to leave the ship in Port Larsa?",
        "Read @miraholt Mira Holt of the coast guard left the sinking ship in Port Larsa.",
    ],
)
def test_a_plain_statement_goes_before_parts_of_a_page_and_questions(compare: Callable[..., Dossier], awkward: str) -> None:
    assert _order(compare(f"{awkward}\n\nMira Holt left the ship in Port Larsa."))[0] == "Mira Holt left the ship in Port Larsa"


def test_a_whole_quotation_goes_before_one_cut_in_two(compare: Callable[..., Dossier]) -> None:
    torn = 'Holt said the harbour in Tarvo was "a disgrace to the whole town.\n\nHolt said the harbour in Tarvo was a disgrace to the town.'
    assert '"' not in _order(compare(torn))[0]


@pytest.mark.parametrize(
    "poorer",
    [
        "It left the sinking ship Arva in Port Larsa on Friday night.",
        "Leaving the sinking ship Arva in Port Larsa in the night of Friday with Mira Holt.",
        "Mira Holt (left) left the sinking ship Arva in Port Larsa on Friday night.",
    ],
)
def test_a_plain_clause_goes_before_one_of_nobody_a_fragment_and_a_caption(compare: Callable[..., Dossier], poorer: str) -> None:
    assert _order(compare(f"{poorer}\n\nMira Holt left the ship in Port Larsa."))[0] == "Mira Holt left the ship in Port Larsa"
