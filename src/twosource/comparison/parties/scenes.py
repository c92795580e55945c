"""Scenes: the countries where articles say that things are, by datelines and by what is "in" a place, and whose parties are of the scene."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from twosource.domain.party import Party
from twosource.grammar.parties.entries import head_word
from twosource.reference.lexicon import words

_FIRST = 6
"""Places counted of an article: where it plays is told early."""
_NEAR = 40
_GAP = r"[\s\u00a0]"
_IN = re.compile(
    rf"\b(?:in|at|near|outside|around|inside|across){_GAP}+(?:the{_GAP}+)?(?:\w+ern{_GAP}+)?"
    rf"(?:\w+{_GAP}+(?:city|town|village|capital|province|region|resort){_GAP}+(?:of{_GAP}+)?)?\Z"
)
_DATELINE = re.compile(rf"{_GAP}*(?:,[^\n]{{0,40}})?(?:\([A-Z][^)\n]{{0,30}}\))?{_GAP}*[—–-]")


def scenes(parties: Sequence[Party], told: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, Counter[str]]:
    """For each article how many of the first places of it in which something is, or that a dateline names, lie in each country.

    Args:
        told: ISO 3166-1 alpha-3 codes by the ids of the parties that have one.
        texts: the articles' by id.
    """
    found: dict[str, list[tuple[bool, int, str]]] = defaultdict(list)
    for party in parties:
        if party.id in told and party.kind in ("place", "government"):
            for mention in (m for m in party.mentions if m.form == "name"):
                text = texts.get(mention.article, "")
                line = _is_dateline(text, mention.span.start, mention.span.end)
                if line or _IN.search(text, max(0, mention.span.start - _NEAR), mention.span.start):
                    found[mention.article].append((not line, mention.span.start, told[party.id]))
    return {article: Counter(code for _, _, code in sorted(places)[:_FIRST]) for article, places in found.items()}


def shares(party: Party, of_articles: Mapping[str, Counter[str]]) -> dict[str, float]:
    """The shares of the countries in the scenes of a party's articles, taken out of one place more than there are."""
    places: Counter[str] = Counter()
    for article in {m.article for m in party.mentions}:
        places.update(of_articles.get(article, Counter()))
    return {code: n / (places.total() + 1) for code, n in places.items()}


def is_local(party: Party) -> bool:
    """Whether a party is called of the place where things happen: local, one of its police, or what one is in a town and for it."""
    return "COP" in party.sectors or any(_of_place(role) for role in party.roles)


def _of_place(role: str) -> bool:
    return "local" in role.lower().split() or head_word(role) in words("local_roles")


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a name opens a line and is set off from it as a dateline's: "OSLO, Norway (AP) —"."""
    return (start == 0 or text[start - 1 : start] == "\n") and _DATELINE.match(text, end, end + 2 * _NEAR) is not None
