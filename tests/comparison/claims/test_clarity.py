"""Clarity: the clearest of several statements is a whole clause that needs nothing around it."""

from collections.abc import Callable

from twosource.comparison.claims.clarity import Clarity
from twosource.domain.reading import Dossier
from twosource.domain.statement import Statement


def _order(dossier: Dossier) -> list[str]:
    clarity = Clarity(dossier)
    found = sorted(dossier.observed(Statement), key=clarity.last)
    return [s.span.of(clarity.texts[s.article]) for s in found]


def test_a_main_clause_goes_before_a_clause_that_hangs_on_it(compare: Callable[..., Dossier]) -> None:
    order = _order(compare("The main cable of the bridge in Tarvo snapped, police said, while a school group was crossing the bridge."))
    assert order[0].startswith("The main cable")


def test_names_go_before_pronouns(compare: Callable[..., Dossier]) -> None:
    order = _order(compare("Mira Holt left the ship in Port Larsa on Friday. She left it with them."))
    assert order[0].startswith("Mira Holt")
