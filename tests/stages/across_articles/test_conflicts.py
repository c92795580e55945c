"""Conflicts: typed, with sides in extracted words, and none where both accounts fit."""

from collections.abc import Callable

from twosource.domain.article import Article
from twosource.domain.conflict import Conflict
from twosource.domain.reading import Dossier
from twosource.domain.statement import Statement


def _kinds(dossier: Dossier) -> set[str]:
    return {x.kind for x in dossier.of(Conflict) if x.sure}


def test_two_tolls_are_a_conflict_and_the_later_one_an_update(compare: Callable[..., Dossier]) -> None:
    dossier = compare(
        Article(ref="a", text="The collapse of a bridge in Tarvo killed 19 people, police said.", published="2021-03-02"),
        Article(ref="b", text="The collapse of a bridge in Tarvo killed 24 people, police said.", published="2021-03-03"),
    )
    (conflict,) = [x for x in dossier.of(Conflict) if x.kind == "quantity"]
    assert conflict.update
    assert [side.value for side in conflict.sides] == ["19 people", "24 people"]
    statements = {s.id for s in dossier.observed(Statement)}
    assert {s for side in conflict.sides for s in side.statements} <= statements


def test_numbers_that_fit_are_no_conflict(compare: Callable[..., Dossier]) -> None:
    dossier = compare(
        "The collapse of a bridge in Tarvo killed about 30 people, police said.", "The collapse of a bridge in Tarvo killed 31 people, police said."
    )
    assert "quantity" not in _kinds(dossier)
    dossier = compare(
        "The collapse of a bridge in Tarvo killed at least seven people, police said.",
        "The collapse of a bridge in Tarvo killed 12 people, police said.",
    )
    assert "quantity" not in _kinds(dossier)


def test_a_denial_is_a_conflict_of_polarity(compare: Callable[..., Dossier]) -> None:
    dossier = compare(
        "The Ministry of Defence of Ostmark said its soldiers crossed the border of Veldania.",
        "The government of Veldania denied that soldiers of Ostmark crossed the border.",
    )
    (conflict,) = [x for x in dossier.of(Conflict) if x.kind == "polarity"]
    assert len(conflict.sides) == 2
    assert not conflict.same_origin


def test_one_origin_that_says_two_things_in_one_article_is_marked_so(compare: Callable[..., Dossier]) -> None:
    dossier = compare(
        "The Ostmark News Agency released an initial report indicating President Oren Vale's intention to visit Veldania soon. "
        "A subsequent report of the agency said that he was willing to do so at an early date."
    )
    (conflict,) = dossier.of(Conflict)
    assert conflict.kind == "certainty"
    assert [side.value for side in conflict.sides] == ["intention", "willing"]


def test_what_is_not_yet_fixed_may_still_come(compare: Callable[..., Dossier]) -> None:
    dossier = compare(
        "Officials in Tarvo said the date of the visit has not been announced.",
        "Officials in Tarvo said the date of the visit will be announced later.",
    )
    assert "polarity" not in _kinds(dossier)


def test_an_article_beside_its_copy_has_no_conflict(compare: Callable[..., Dossier]) -> None:
    text = "The collapse of a bridge in Tarvo killed 19 people, police said. No one has been arrested."
    assert compare(Article(ref="a", text=text, outlet="Tarvo Post"), Article(ref="b", text=text, outlet="Larsa Times")).of(Conflict) == ()
