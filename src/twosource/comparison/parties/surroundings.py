"""Surroundings: the country of a party of which no article says it, by those whose countries are told in its articles and beside it."""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from twosource.domain.party import Party
from twosource.reference.lexicon import words

_AMONG, _BESIDE = 3.2, 2.25
_NEITHER, _NO_GROUP = 0.9, 1.5
_LIKELY, _LIKELY_PLACE = 0.6, 0.7
"""A choice among the countries told of and none of them, whose weights were fitted by likelihood (conditional logit) on 419 parties of 110 stories
of which the text says no country, and with a fifth of their weight on 1,467 of which it does: in five folds over the stories 326 of the former
are given the right one, 19 another, and 11 one that have none."""
_FEWEST = 3
"""Parties of told countries that a party's articles name at least."""
_NEAR = 80
"""Code points around a mention within which others stand beside it."""
_NO_MENTION = 24
_IN_PLACE = re.compile(
    r"\b(?:in|at|near|outside|from|around|inside|of|village|town|city|district|neighbou?rhood)[\s\u00a0]+(?:the[\s\u00a0]+)?\Z", re.IGNORECASE
)

Told = Mapping[str, Sequence[tuple[int, str, str]]]
"""For each article where it mentions a party whose country is told: start, country, the party's id."""


def countries_told_of(parties: Sequence[Party], told: Mapping[str, str], texts: Mapping[str, str], but: frozenset[str]) -> dict[str, str]:
    """ISO 3166-1 alpha-3 codes by id, for people, bodies, groups and places without a country where their surroundings make one likely.

    Args:
        told: countries by the ids of the parties that have one.
        texts: the articles' by id.
        but: ids of parties to leave without one, as whose they are is told.
    """
    around = _around(parties, told)
    international = {p.id for p in parties if "IGO" in p.sectors}
    found = {}
    for party in parties:
        left = (
            party.id not in told
            and party.id not in but
            and party.kind not in ("unnamed", "government")
            and not {party.id, party.body} & international
        )
        if left and (party.kind != "place" or _is_somewhere(party, texts)) and (code := _likely(party, around)) is not None:
            found[party.id] = code
    return found


def _around(parties: Sequence[Party], told: Mapping[str, str]) -> Told:
    around: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for party in parties:
        for mention in party.mentions if party.id in told else ():
            around[mention.article].append((mention.span.start, told[party.id], party.id))
    return {article: sorted(rows) for article, rows in around.items()}


def _likely(party: Party, around: Told) -> str | None:
    """The country that is likely by the share of parties of its articles that are of it, and of mentions beside its own."""
    parties = Counter(code for code, _ in {(code, other) for a in {m.article for m in party.mentions} for _, code, other in around.get(a, ())})
    beside: Counter[str] = Counter()
    for mention in party.mentions:
        rows = around.get(mention.article, ())
        low = bisect_left(rows, mention.span.start - _NEAR, key=lambda row: row[0])
        high = bisect_right(rows, mention.span.start + _NEAR, key=lambda row: row[0])
        beside.update(code for _, code, _ in rows[low:high])
    if parties.total() < _FEWEST:
        return None
    # One more than are there, so that few tell less than many.
    among, near = parties.total() + 1, beside.total() + 1
    weight = {code: math.exp(_AMONG * n / among + _BESIDE * beside[code] / near) for code, n in sorted(parties.items())}
    neither = math.exp(_NEITHER + _NO_GROUP * (party.kind == "group"))
    likely = _LIKELY_PLACE if party.kind == "place" else _LIKELY
    return next((code for code, w in weight.items() if w >= likely * (neither + sum(weight.values()))), None)


def _is_somewhere(party: Party, texts: Mapping[str, str]) -> bool:
    """Whether a place is no part of the world that has many countries, and something is said to be in it."""
    if party.name.lower() in words("world_regions"):
        return False
    names = (m for m in party.mentions if m.form == "name")
    return any(_IN_PLACE.search(texts.get(m.article, ""), max(0, m.span.start - _NO_MENTION), m.span.start) for m in names)
