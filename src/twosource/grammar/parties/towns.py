"""Towns: the country of a place that a gazetteer of large cities lacks, by the countries that have one of the name and that are told of."""

from collections.abc import Iterator, Mapping

from twosource.domain.party import PartyKind
from twosource.grammar.parties.entries import head_word
from twosource.reference import facts
from twosource.reference.lexicon import words
from twosource.reference.places import countries_of_town

_LONGEST = 4
"""Words of a town's name at the head of a title or name, at most."""


def country_of_town(town: str, tells: Mapping[str, int], alone: bool) -> str | None:
    """ISO 3166-1 alpha-3 of the country of a town of this name.

    Of several it is the one that is told of most; one of which nothing is told only where no other has such a town, and it may stand alone.

    Args:
        tells: how often each country is told of.
        alone: whether a town may stand for a country of which nothing else is told.
    """
    known = countries_of_town(town)
    here = [code for code in known if tells.get(code)]
    if here:
        return max(here, key=lambda code: (tells[code], -known.index(code)))
    return known[0] if alone and len(known) == 1 else None


def opening_towns(kind: PartyKind, words_of: str) -> Iterator[str]:
    """What a title ("Torve mayor") or a body's name ("Torve Fire Department") opens with, the longest first: towns or not."""
    if facts.role_at_end(words_of) is None or (kind in ("person", "unnamed") and head_word(words_of) not in words("local_roles")):
        return
    if kind not in ("person", "unnamed") and ("’s" in words_of or "'s" in words_of):
        return
    parts = words_of.split()
    capital = next((n for n, word in enumerate(parts) if not word[:1].isupper()), len(parts))
    for n in range(min(capital, len(parts) - 1, _LONGEST), 0, -1):
        if parts[n] == "County":
            continue  # called after a town, and often of another country
        yield " ".join(parts[:n]).removesuffix("’s").removesuffix("'s")
