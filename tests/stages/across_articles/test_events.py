"""Events of a story: what several articles tell as one."""

from collections.abc import Callable

from twosource.domain.article import Article
from twosource.domain.event import Event
from twosource.domain.party import Party
from twosource.domain.reading import Dossier

Compare = Callable[..., Dossier]
FIRST = """Chad's president will travel to Kenya

Chadian President Idris Bako intends to visit Nairobi soon, the Kenyan government said on Monday. Bako last visited Kenya in May 2003.
Kenyan Foreign Minister Amina Odum met Bako in Chad on Tuesday."""
SECOND = """Bako to visit Kenya

Chadian President Idris Bako promised to visit Nairobi, the Kenyan government said on Monday.
Kenyan Foreign Minister Amina Odum held talks with Bako in Chad last week."""


def events(compare: Compare) -> tuple[Dossier, list[Event]]:
    dossier = compare(Article(ref="a", text=FIRST, published="2024-01-22"), Article(ref="b", text=SECOND, published="2024-01-22"))
    return dossier, list(dossier.of(Event))


def test_a_visit_told_by_two_articles_is_one_event(compare: Compare) -> None:
    _, found = events(compare)
    planned = [e for e in found if e.type == "AGREE"]
    assert len(planned) == 1, planned
    assert len({m.article for m in planned[0].mentions}) == 2


def test_history_and_plans_never_merge(compare: Compare) -> None:
    _, found = events(compare)
    old = [e for e in found if "historical" in e.auxiliary]
    assert [e.date.value for e in old] == ["2003-05"]
    assert all(len(e.mentions) == 1 for e in old)


def test_the_closer_date_is_kept_and_dates_that_overlap_do_not_part(compare: Compare) -> None:
    dossier, found = events(compare)
    met = [e for e in found if e.type == "CONSULT" and "historical" not in e.auxiliary]
    assert len(met) == 1 and met[0].date.value == "2024-01-16"
    parties = {p.id: p for p in dossier.of(Party)}
    assert [parties[p].country for p in met[0].actors] == ["KEN"] and [parties[p].country for p in met[0].recipients] == ["TCD"]


def test_every_local_event_is_in_one_event(compare: Compare) -> None:
    _, found = events(compare)
    basis = [b for e in found for b in e.basis]
    assert len(basis) == len(set(basis))


def test_other_words_for_one_deed_are_one_event(compare: Compare) -> None:
    first = "Norvell court convicts Omar Vell\n\nA Polish court convicted former mayor Omar Vell of fraud over the Brask mill, the court said."
    second = "Omar Vell sentenced\n\nA Polish court sentenced former mayor Omar Vell for fraud over the Brask mill, the court said."
    dossier = compare(Article(ref="a", text=first, published="2024-01-22"), Article(ref="b", text=second, published="2024-01-22"))
    assert any(len({m.article for m in e.mentions}) == 2 for e in dossier.of(Event))
