"""Homes: the countries of parties of which no article says it, by whom they belong to and where their articles play."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from twosource.domain.party import Party
from twosource.grammar.parties.entries import head_word
from twosource.reference.lexicon import words

_ROUNDS = 3
"""A lawyer's spokesman's country is found in two."""
_SHARE = 0.7
_FEWEST = 10
"""On the annotated stories to tune on, where seven tenths of what a party's articles mention of some country are of one, and ten mentions or
more are of any, that one is the home of 94 in 100 of the parties that the text gives none."""
_AT_HOME = ("person", "organisation", "media", "group")
_OWNED = re.compile(r"^(?P<owner>[^’']{2,60})[’']s?\s")


def homes(parties: Sequence[Party]) -> dict[str, str]:
    """ISO 3166-1 alpha-3 codes by id, for parties without a country: that of the body or person they belong to, else of their articles."""
    found: dict[str, str] = {}
    told = {p.id: p.country for p in parties if p.country is not None}
    named = _by_name(parties)
    for _ in range(_ROUNDS):
        new = {p.id: code for p in parties if p.id not in told and (code := _of_owner(p, named, told)) is not None}
        told |= new
        found |= new
        if not new:
            break
    play = _plays(parties)
    international = {p.id for p in parties if "IGO" in p.sectors}
    for party in parties:
        left = party.id not in told and party.kind in _AT_HOME and not {party.id, party.body} & international
        if left and not any(_owner_ids(party, named)) and (home := _home(party, play)) is not None:
            found[party.id] = home
    return found


def _plays(parties: Sequence[Party]) -> dict[str, Counter[str]]:
    """For each article how often it mentions what is of each country."""
    counts: dict[str, Counter[str]] = {}
    for party in parties:
        for mention in party.mentions if party.country is not None else ():
            counts.setdefault(mention.article, Counter())[party.country or ""] += 1
    return counts


def _home(party: Party, play: Mapping[str, Counter[str]]) -> str | None:
    """The country in which the articles that mention a party play, where it is nearly all of what they tell of."""
    counts: Counter[str] = Counter()
    for article in {m.article for m in party.mentions}:
        counts.update(play.get(article, {}))
    if counts.total() < _FEWEST:
        return None
    code, most = min(counts.items(), key=lambda one: (-one[1], one[0]))
    return code if most >= _SHARE * counts.total() else None


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
    owners = (named.get(owner) for role in party.roles for owner in _owners(role))
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
