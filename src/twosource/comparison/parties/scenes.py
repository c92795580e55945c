"""Scenes: the countries where articles say that things are, by datelines and by what is "in" a place, and whose parties are of the scene."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from twosource.domain.furniture import Furniture
from twosource.domain.party import Party
from twosource.domain.reading import Reading
from twosource.grammar.parties.entries import head_word
from twosource.reference.facts import country_of_place
from twosource.reference.lexicon import words
from twosource.reference.places import country_after_town

_FIRST = 6
"""Places counted of an article: where it plays is told early."""
_NEAR = 40
_GAP = r"[\s\u00a0]"
_IN = re.compile(
    rf"\b(?:in|at|near|outside|around|inside|across){_GAP}+(?:the{_GAP}+)?(?:\w+ern{_GAP}+)?"
    rf"(?:\w+{_GAP}+(?:city|town|village|capital|province|region|resort){_GAP}+(?:of{_GAP}+)?)?\Z"
)
_PLACE = re.compile(rf"{_GAP}*(?P<town>[^\W\d_][\w’'.-]*(?:[ /-][^\W\d_][\w’'.-]*){{0,4}})(?:,{_GAP}*(?P<land>[^\W\d_][\w’'. -]{{1,30}}))?")


def countries_filed_from(readings: Iterable[Reading]) -> dict[str, str]:
    """ISO 3166-1 alpha-3 codes of the countries that datelines name, by the article's id."""
    lines = ((r.article.id, r.article.text[f.span.start : f.span.end]) for r in readings for f in r.of(Furniture) if f.kind == "dateline")
    return {article: code for article, line in lines if (code := _of_dateline(line)) is not None}


def _of_dateline(line: str) -> str | None:
    """The country of "LAVIK, Norway (AP) —"."""
    match = _PLACE.match(line)
    town, land = (match.group("town").strip(" -"), (match.group("land") or "").strip(" -")) if match else ("", "")
    return (country_after_town(land) if land else None) or (country_of_place(town.title()) if town else None)


def scenes(parties: Sequence[Party], told: Mapping[str, str], texts: Mapping[str, str], filed: Mapping[str, str]) -> dict[str, Counter[str]]:
    """For each article how many of the first places of it in which something is, its dateline's before all, lie in each country.

    Args:
        told: ISO 3166-1 alpha-3 codes by the ids of the parties that have one.
        texts: the articles' by id.
        filed: countries of their datelines, by the article's id.
    """
    found: dict[str, list[tuple[int, str]]] = defaultdict(list, {article: [(-1, code)] for article, code in filed.items()})
    for party in parties:
        if party.id in told and party.kind in ("place", "government"):
            for mention in (m for m in party.mentions if m.form == "name"):
                if _IN.search(texts.get(mention.article, ""), max(0, mention.span.start - _NEAR), mention.span.start):
                    found[mention.article].append((mention.span.start, told[party.id]))
    return {article: Counter(code for _, code in sorted(places)[:_FIRST]) for article, places in found.items()}


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
