"""Homes: the countries of parties of which no article says it, by whom they belong to and where their articles play."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from twosource.comparison.parties.owners import Owner, owners_beside, owners_by_title
from twosource.comparison.parties.surroundings import countries_told_of, told_around
from twosource.comparison.parties.towns import by_town
from twosource.domain.party import CountryFrom, Party
from twosource.grammar.parties.entries import head_word
from twosource.reference.lexicon import words

_ROUNDS = 3
"""A lawyer's spokesman's country is found in two."""
_INITIAL = 2


def homes(
    parties: Sequence[Party], texts: Mapping[str, str] = MappingProxyType({}), filed: Mapping[str, str] = MappingProxyType({})
) -> dict[str, tuple[str, CountryFrom]]:
    """ISO 3166-1 alpha-3 codes by id, for parties without a country: that of the body or person they belong to, else of their articles.

    With each goes what told it.

    Args:
        texts: the articles' by id.
        filed: countries of their datelines, by the article's id.
    """
    told = {p.id: p.country for p in parties if p.country is not None and p.country_from != "articles"}
    found: dict[str, tuple[str, CountryFrom]] = {}

    def take(homes: Mapping[str, str], by: CountryFrom) -> None:
        new = {party: code for party, code in homes.items() if party not in told}
        told.update(new)
        found.update({party: (code, by) for party, code in new.items()})

    def pass_on(body: CountryFrom, kin: CountryFrom) -> None:
        for _ in range(_ROUNDS):
            before = len(told)
            owners = {p.id: tuple(_owners(p, titled.get(p.id, ()), beside.get(p.id))) for p in parties}
            take({p: code for p, own in owners.items() if (code := _first_told((o for o in own if not o.kin), told)) is not None}, body)
            take({p: code for p, own in owners.items() if (code := _first_told(own, told)) is not None}, kin)
            family = _families(parties, told)
            take({p.id: code for p in parties if (code := family.get(_surname(p))) is not None}, kin)
            if len(told) == before:
                break

    titled, beside = owners_by_title(parties), owners_beside(parties, texts)
    take(by_town(parties, told, texts), "words")
    pass_on("body", "kin")
    around = countries_told_of(parties, told_around(parties, told, texts, filed), texts, {*told, *titled})
    take(around, "articles")
    pass_on("articles", "articles")
    return found


def _owners(party: Party, titled: tuple[Owner, ...], beside: Owner | None) -> Iterator[Owner]:
    """Whose a party is, the surest first: the body it speaks for, whom its titles name, whom the words beside its name."""
    if party.body is not None:
        yield Owner(party.body, kin=False)
    hired = any(head_word(role) in words("hired_roles") for role in party.roles)
    yield from (owner for owner in titled if owner.kin or not hired)
    if beside is not None:
        yield beside


def _first_told(owners: Iterable[Owner], told: Mapping[str, str]) -> str | None:
    """The country of the first of them whose country is told."""
    return next((told[owner.id] for owner in owners if owner.id in told), None)


def _surname(party: Party) -> str:
    """The last word of a person's name of several, or what a family is called, in lower case; "" for any other party."""
    *first, last = party.name.lower().split() or [""]
    if last == "family" and first:
        return first[-1]
    return last if first and party.kind == "person" and len(last) > _INITIAL else ""


def _families(parties: Sequence[Party], told: Mapping[str, str]) -> dict[str, str]:
    """The country by surname, where all bearers of a story whose country is told are of one."""
    found: dict[str, set[str]] = {}
    for party in parties:
        if party.id in told:
            found.setdefault(_surname(party), set()).add(told[party.id])
    return {surname: next(iter(codes)) for surname, codes in found.items() if surname and len(codes) == 1}
