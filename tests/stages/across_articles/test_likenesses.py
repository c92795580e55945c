"""Likenesses: every statement in one wording, and a copy adds neither wordings nor likenesses."""

from collections.abc import Callable

from twosource.domain.article import Article
from twosource.domain.likeness import Likeness, Wording
from twosource.domain.reading import Dossier
from twosource.domain.statement import Statement

FERRY = "Forty passengers were pulled from the water when a ferry sank off Port Larsa, police said.\n\nThe owner of the ferry declined to comment."
OTHER = "Rescue workers pulled 40 passengers from the water off Port Larsa. The mayor will visit the harbour of Port Larsa on Friday."


def test_every_statement_is_in_exactly_one_wording(compare: Callable[..., Dossier]) -> None:
    dossier = compare(FERRY, OTHER)
    held = sorted(s for w in dossier.of(Wording) for s in w.statements)
    assert held == sorted(s.id for s in dossier.observed(Statement))


def test_likenesses_are_between_wordings_and_are_probabilities(compare: Callable[..., Dossier]) -> None:
    dossier = compare(FERRY, OTHER)
    known = {w.id for w in dossier.of(Wording)}
    assert dossier.of(Likeness)
    for one in dossier.of(Likeness):
        assert len(set(one.basis)) == 2 and known.issuperset(one.basis)
        assert 0 < one.probability <= 1


def test_a_copy_changes_no_likeness(compare: Callable[..., Dossier]) -> None:
    two = [Article(ref="a", text=FERRY, outlet="Larsa Post"), Article(ref="b", text=OTHER, outlet="Tarvo Times")]
    alone = compare(*two)
    for text in (FERRY, FERRY.partition("\n\n")[0]):
        beside = compare(*two, Article(ref="c", text=text, outlet="Copying Post"))
        for dossier in (alone, beside):
            assert len(dossier.of(Wording)) == len(alone.of(Wording))
        assert sorted(x.probability for x in beside.of(Likeness)) == sorted(x.probability for x in alone.of(Likeness))
