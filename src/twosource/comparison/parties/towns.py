"""Towns: the countries of places, and of those whose title or name opens with one, where a single article did not settle them."""

from collections import Counter
from collections.abc import Mapping, Sequence

from twosource.domain.party import Party
from twosource.grammar.parties.towns import country_of_town, opening_towns


def by_town(parties: Sequence[Party], told: Mapping[str, str]) -> dict[str, str]:
    """ISO 3166-1 alpha-3 codes by id, for parties without a country: of places, and of those whose title or name opens with a town.

    Args:
        told: countries by the ids of the parties that have one.
    """
    tells = Counter(code for p in parties if (code := told.get(p.id)) is not None for _ in p.mentions)
    return {p.id: code for p in parties if p.id not in told and (code := _country(p, tells)) is not None}


def _country(party: Party, tells: Mapping[str, int]) -> str | None:
    if party.kind == "place":
        found = (country_of_town(name, tells, alone=True) for name in (party.name, *party.aliases) if name[:1].isupper())
    else:
        called = party.roles if party.kind in ("person", "unnamed") else (party.name, *party.aliases)
        found = (country_of_town(town, tells, alone=False) for words in called for town in opening_towns(party.kind, words))
    return next((code for code in found if code is not None), None)
