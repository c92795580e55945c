"""Parties told by what kind of thing they are."""

from collections.abc import Callable

import pytest

from twosource.comparison.parties import kinds, names
from twosource.comparison.parties.unions import Form, Unions
from twosource.domain.party import LocalParty, PartyKind
from twosource.domain.span import Span


def form(article: str, name: str, kind: PartyKind = "organisation", times: int = 1, **fields: object) -> Form:
    made = LocalParty(
        id=f"{article} {name}",
        article=article,
        evidence=tuple(Span(40 + 20 * n, 40 + 20 * n + len(name)) for n in range(times)),
        name=name,
        kind=kind,
        forms=("nominal" if name[:1].islower() else "name",) * times,
        **fields,  # type: ignore[arg-type]
    )
    return Form(made, " " * 40 + name, None)


def joined(rule: Callable[[Unions], None], *forms: Form) -> set[frozenset[str]]:
    unions = Unions(list(forms))
    rule(unions)
    return {frozenset(f.party.name for f in group) for group in unions.groups() if len(group) > 1}


def test_the_airline_is_the_one_that_its_article_names_most() -> None:
    found = joined(kinds.by_kind, form("a", "airline"), form("a", "Orin Airways", times=3), form("a", "Velmar Airlines"))
    assert found == {frozenset({"airline", "Orin Airways"})}


@pytest.mark.parametrize(
    "forms",
    [
        [form("a", "airline"), form("a", "Orin Airways"), form("a", "Velmar Airlines")],
        [form("a", "airline"), form("b", "Orin Airways")],
        [form("a", "bank"), form("a", "Senate Banking Committee")],
        [form("a", "company"), form("a", "Orin Airways")],
    ],
)
def test_neither_of_two_alike_and_nothing_of_another_kind(forms: list[Form]) -> None:
    assert joined(kinds.by_kind, *forms) == set()


def test_a_firm_must_be_called_so() -> None:
    found = joined(kinds.by_kind, form("a", "law firm"), form("a", "Orme & Lund", roles=("harbour law firm",)))
    assert found == {frozenset({"law firm", "Orme & Lund"})}


def test_an_administration_by_its_leader() -> None:
    forms = [form("a", "Brandt administration", "government"), form("b", "Ilse Brandt’s own administration", "government")]
    assert joined(kinds.by_leader, *forms, form("b", "Marsh administration", "government")) == {frozenset(f.party.name for f in forms)}


def test_whose_campaign_it_is() -> None:
    mine = [form("a", "Brandt's campaign"), form("b", "Ilse Brandt’s campaign")]
    assert joined(kinds.by_owner, *mine, form("b", "Marsh's campaign")) == {frozenset(f.party.name for f in mine)}
    assert joined(kinds.by_owner, form("a", "Brandt's aides", "unnamed"), form("b", "Ilse Brandt’s aides", "unnamed")) == set()


def test_the_papers_of_a_leak() -> None:
    leak = [
        form("a", "Velmar Papers", "media"),
        form("a", "documents", "unnamed"),
        form("b", "leaked documents", "unnamed"),
        form("b", "leaks", "unnamed"),
    ]
    assert joined(kinds.by_leak, *leak, form("b", "court documents", "unnamed")) == {frozenset(f.party.name for f in leak)}
    assert joined(kinds.by_leak, form("a", "documents", "unnamed"), form("b", "papers", "media")) == set()


def test_a_demonym_alone_is_the_body_that_opens_so() -> None:
    alone = form("a", "Norwegian", "unnamed")
    assert joined(names.by_opening, alone, form("a", "Norwegian Ferries")) == {frozenset({"Norwegian", "Norwegian Ferries"})}
    assert joined(names.by_opening, alone, form("a", "Norwegian Ferries"), form("a", "Norwegian Railways")) == set()
    assert joined(names.by_opening, alone, form("b", "Norwegian Ferries")) == set()


def test_given_names_alone() -> None:
    assert joined(names.by_given_name, form("a", "Christine", "person"), form("b", "Chris", "person"))
    assert not joined(names.by_given_name, form("a", "Christine", "person"), form("a", "Chris", "person"))
    assert not joined(names.by_given_name, form("a", "Christine", "person"), form("b", "Carla", "person"))


@pytest.mark.parametrize(("written", "one"), [("Brndt", True), ("Barndt", True), ("Brand", True), ("Brent", False), ("Orme", False)])
def test_a_slip_of_the_pen(written: str, one: bool) -> None:
    assert bool(joined(names.by_slip, form("a", "Ilse Brandt", "person", times=5), form("a", written))) == one
    assert not joined(names.by_slip, form("a", "Ilse Brandt", "person"), form("a", written))
