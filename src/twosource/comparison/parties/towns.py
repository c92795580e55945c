"""Towns: the countries of places, and of those whose title or name opens with one, where a single article did not settle them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from twosource.domain.party import Party
from twosource.domain.span import Span
from twosource.grammar.parties.towns import country_of_town, opening_towns
from twosource.reference.lexicon import words
from twosource.reference.places import may_be_word

_NO_MENTION = 24
"""Code points before a name in which what is in it may stand."""
_IN_PLACE = re.compile(
    r"\b(?:in|at|near|outside|from|around|inside|of|village|town|city|district|neighbou?rhood)[\s\u00a0]+(?:the[\s\u00a0]+)?\Z", re.IGNORECASE
)
_CALLED = re.compile(r"[\s\u00a0](?P<kind>[a-z]{3,14})\b")


def by_town(parties: Sequence[Party], told: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, str]:
    """ISO 3166-1 alpha-3 codes by id, for parties without a country: of places, and of those whose title or name opens with a town.

    Args:
        told: countries by the ids of the parties that have one.
        texts: the articles' by id.
    """
    tells = Counter(code for p in parties if (code := told.get(p.id)) is not None for _ in p.mentions)
    found = {p.id: code for p in parties if p.kind == "place" and p.id not in told and (code := _of_place(p, tells, texts)) is not None}
    places: dict[str, str] = {}
    for place in (p for p in parties if p.kind == "place"):
        if (code := told.get(place.id) or found.get(place.id)) is not None:
            places.update((name.lower(), code) for name in (place.name, *place.aliases) if name.lower() not in places)
    others = (p for p in parties if p.kind != "place" and p.id not in told)
    return found | {p.id: code for p in others if (code := next(_of_towns(p, tells, places), None)) is not None}


def has_something_in_it(place: Party, texts: Mapping[str, str]) -> bool:
    """Whether some article says that something is in or from a place, or calls it a settlement ("Torvik village")."""
    return any(_is_in(texts.get(m.article, ""), m.span) for m in place.mentions if m.form == "name")


def _is_in(text: str, name: Span) -> bool:
    called = _CALLED.match(text, name.end)
    settled = called is not None and called.group("kind") in words("settlements")
    return settled or _IN_PLACE.search(text, max(0, name.start - _NO_MENTION), name.start) is not None


def _of_place(place: Party, tells: Mapping[str, int], texts: Mapping[str, str]) -> str | None:
    """The country of a place; of one whose name is a common word only where something is in it."""
    for name in (place.name, *place.aliases):
        word = may_be_word(name)
        if name[:1].isupper() and (not word or has_something_in_it(place, texts)):
            code = country_of_town(name, tells, alone=not word)
            if code is not None:
                return code
    return None


def _of_towns(party: Party, tells: Mapping[str, int], places: Mapping[str, str]) -> Iterator[str]:
    """The countries of towns that a party's title or name opens with, where the story tells of the place.

    A place that it does not tell of is enough for those of a town alone, its mayor or its police; a paper or a firm may be called by any word.
    """
    called = party.roles if party.kind in ("person", "unnamed") else (party.name, *party.aliases)
    of_any_name = party.kind == "media" or "BUS" in party.sectors
    for town in (town for name in called for town in opening_towns(party.kind, name)):
        code = places.get(town.lower())
        if code is None and not of_any_name and not may_be_word(town):
            code = country_of_town(town, tells, alone=False)
        if code is not None:
            yield code
