"""Claims: every statement in exactly one, and those that say one thing together."""

from collections.abc import Callable

from twosource.domain.claim import Claim
from twosource.domain.reading import Dossier
from twosource.domain.statement import Statement

FERRY = (
    "At least 12 people died when a ferry sank off Port Larsa on Tuesday, police said. Rescue workers pulled 40 passengers from the water. "
    "The owner of the ferry, Norvik Lines, declined to comment."
)
OTHER = (
    "Police said a ferry went down near Port Larsa on Tuesday, killing at least 12 people. "
    "Forty passengers were pulled from the water by rescue workers. "
    "The mayor called for an inquiry into safety rules."
)


def _with(dossier: Dossier, words: str) -> set[str]:
    texts = {r.article.id: r.article.text for r in dossier.readings}
    found = [s for s in dossier.observed(Statement) if words in s.span.of(texts[s.article])]
    assert found, words
    return {c.id for c in dossier.of(Claim) for s in found if s.id in c.statements}


def test_every_statement_is_in_exactly_one_claim(compare: Callable[..., Dossier]) -> None:
    dossier = compare(FERRY, OTHER)
    held = sorted(s for c in dossier.of(Claim) for s in c.statements)
    assert held == sorted(s.id for s in dossier.observed(Statement))


def test_two_accounts_of_one_deed_are_one_claim(compare: Callable[..., Dossier]) -> None:
    dossier = compare(FERRY, OTHER)
    assert _with(dossier, "pulled 40 passengers") & _with(dossier, "Forty passengers were pulled")


def test_other_matters_stay_apart(compare: Callable[..., Dossier]) -> None:
    dossier = compare(FERRY, OTHER)
    assert not _with(dossier, "declined to comment") & _with(dossier, "inquiry into safety rules")
    assert not _with(dossier, "pulled 40 passengers") & _with(dossier, "inquiry into safety rules")


def test_three_deliveries_of_different_things_stay_three(compare: Callable[..., Dossier]) -> None:
    dossier = compare(
        "Veldania has given Ostmark over a million artillery shells, the Senrian intelligence service said. "
        "Ostmark fired missiles built in Veldania twice last month, the Senrian army said. "
        "The foreign minister of Ostmark met his colleague in the capital on Monday to talk about trade and fishing rights.",
        "A diplomat pointed to the transfer of ballistic missiles and other weapons from Veldania to Ostmark. "
        "The intelligence service of Senria says Veldania gave Ostmark more than a million shells.",
    )
    assert not _with(dossier, "artillery shells") & _with(dossier, "fired missiles")
    assert not _with(dossier, "artillery shells") & _with(dossier, "transfer of ballistic missiles")
    assert _with(dossier, "artillery shells") & _with(dossier, "more than a million shells")


def test_text_is_the_words_of_its_clearest_statement(compare: Callable[..., Dossier]) -> None:
    dossier = compare(FERRY, OTHER)
    texts = {r.article.id: r.article.text for r in dossier.readings}
    statements = {s.id: s for s in dossier.observed(Statement)}
    for claim in dossier.of(Claim):
        assert claim.clearest in claim.statements
        clearest = statements[claim.clearest]
        assert claim.text == clearest.span.of(texts[clearest.article])


def test_order_of_articles_changes_nothing(compare: Callable[..., Dossier]) -> None:
    one, two = compare(FERRY, OTHER), compare(OTHER, FERRY)
    assert {frozenset(c.statements) for c in one.of(Claim)} == {frozenset(c.statements) for c in two.of(Claim)}


def test_a_story_without_statements_has_no_claims(compare: Callable[..., Dossier]) -> None:
    assert compare("—").of(Claim) == ()
