"""Homes: the countries of parties of which no article says it, by whom they belong to and where their articles play."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from twosource.comparison.parties.surroundings import countries_told_of
from twosource.comparison.parties.towns import by_town
from twosource.domain.party import CountryFrom, Party
from twosource.grammar.parties.entries import head_word
from twosource.reference.facts import role_at_end
from twosource.reference.lexicon import words

_ROUNDS = 3
"""A lawyer's spokesman's country is found in two."""
_INITIAL = 2
_TITLE = 60
"""Code points before a name in which its title and whose it is may stand."""
_WHOSE = re.compile(r"[\s\u00a0]?[’']s?[\s\u00a0]+(?P<title>(?:[a-z][a-z-]*,?[\s\u00a0]+){1,5})\Z")
_OWNED = re.compile(r"^(?P<owner>[^’']{2,60})[’']s?\s")


def homes(parties: Sequence[Party], texts: Mapping[str, str] = MappingProxyType({})) -> dict[str, tuple[str, CountryFrom]]:
    """ISO 3166-1 alpha-3 codes by id, for parties without a country: that of the body or person they belong to, else of their articles.

    With each goes what told it.

    ``texts`` are the articles' by id.
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
            take({p.id: code for p in parties if (code := _of_owner(p, named, told) or told.get(owned.get(p.id, ""))) is not None}, body)
            family = _families(parties, told)
            take({p.id: code for p in parties if (code := family.get(_surname(p))) is not None}, kin)
            if len(told) == before:
                break

    named, owned = _by_name(parties), _owned(parties, texts)
    take(by_town(parties, told, texts), "words")
    pass_on("body", "kin")
    owners = frozenset(p.id for p in parties if any(_owner_ids(p, named)))
    around = countries_told_of(parties, told, texts, owners)
    take({p.id: p.country for p in parties if p.country is not None}, "articles")
    take(around, "articles")
    pass_on("articles", "articles")
    return found


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


def _owned(parties: Sequence[Party], texts: Mapping[str, str]) -> dict[str, str]:
    """Ids of those whose somebody is by the words before a name ("President Odo Varga’s spokesman Ilia Brenn"), by that one's id."""
    ends = {(m.article, m.span.end): p.id for p in parties for m in p.mentions if m.form == "name" and p.kind != "place"}
    found: dict[str, str] = {}
    for party in parties if texts else ():
        for mention in party.mentions if party.kind == "person" and (party.country is None or party.country_from == "articles") else ():
            text, start = texts.get(mention.article, ""), mention.span.start
            match = _WHOSE.search(text, max(0, start - _TITLE), start) if mention.form == "name" else None
            owner = ends.get((mention.article, match.start())) if match else None
            if match and owner not in (None, party.id) and _serves(match.group("title").strip(" \u00a0,")):
                found[party.id] = min(found.get(party.id, owner or ""), owner or "")
    return found


def _serves(title: str) -> bool:
    """Whether a title is of somebody's own: a rival, a counterpart or a friend is not, a player may be from anywhere."""
    known = role_at_end(title)
    return known is not None and head_word(title) not in words("hired_roles") | words("facing_roles")


def _by_name(parties: Sequence[Party]) -> dict[str, str | None]:
    """Ids by whole name and by surname, in lower case; None where several bear it."""
    found: dict[str, str | None] = {}
    for party in parties:
        if party.kind == "unnamed":
            continue
        forms = {form.lower() for form in (party.name, *party.aliases)}
        if party.kind == "person":
            forms |= {form.split()[-1] for form in forms if form.split()}
        for form in forms:
            found[form] = party.id if found.get(form, party.id) == party.id else None
    return found


def _of_owner(party: Party, named: Mapping[str, str | None], told: Mapping[str, str]) -> str | None:
    """The country of the body a party speaks for, or of whom its title names ("Lund’s lawyer", "Lund spokeswoman")."""
    if party.body is not None and party.body in told:
        return told[party.body]
    if any(head_word(role) in words("hired_roles") for role in party.roles):
        return None
    return next((told[owner] for owner in _owner_ids(party, named) if owner in told), None)


def _owner_ids(party: Party, named: Mapping[str, str | None]) -> Iterator[str]:
    """Ids of those whom the party's titles name as whose it is."""
    owners = (named.get(owner) for role in party.roles if head_word(role) not in words("facing_roles") for owner in _owners(role))
    return (owner for owner in owners if owner is not None and owner != party.id)


def _owners(role: str) -> Iterator[str]:
    """Names that a title may open with, the longest first, in lower case."""
    match = _OWNED.match(role)
    parts = (match.group("owner") if match else role).split()
    capital = [w for w in parts if w[:1].isupper()]
    if parts and len(capital) == len(parts) and match:
        yield from (" ".join(parts[n:]).lower() for n in range(len(parts)))
    elif not match:
        for n in range(min(4, len(parts) - 1), 0, -1):
            if all(w[:1].isupper() for w in parts[:n]):
                yield " ".join(parts[:n]).lower()
