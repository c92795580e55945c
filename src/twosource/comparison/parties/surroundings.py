"""Surroundings: the country of a party of which no article says it, by those whose countries are told in its articles and beside it."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.comparison.parties.towns import has_something_in_it
from twosource.domain.party import Party, PartyKind
from twosource.reference.lexicon import words

_AMONG, _BESIDE = 3.79, 2.42
_NEITHER, _NO_GROUP = 1.31, 1.27
LIKELY, LIKELY_PLACE = 0.6, 0.7
"""A choice among the countries told of and none of them, whose weights ``training.parties.country`` fits by likelihood (conditional logit) on 187
annotated parties of 61 stories (gold/train and the open further ones) of which the text says no country, and with a fifth of their weight on 1,110
of which it does. In five folds over the stories, of the 174 of the former that have a country, 146 are given the right one and 7 another; of the
13 that have none, 7 are given one. The two shares that are asked for were set by hand."""
_FEWEST = 3
"""Parties of told countries that a party's articles name at least."""
_NEAR = 80
"""Code points around a mention within which others stand beside it."""

Told = Mapping[str, Sequence[tuple[int, str, str]]]
"""For each article where it mentions a party whose country is told: start, country, the party's id."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a party's articles tell of, by the codes of the countries: shares of the parties named, and of the mentions beside its own."""

    among: Mapping[str, float]
    beside: Mapping[str, float]


def countries_told_of(parties: Sequence[Party], told: Mapping[str, str], texts: Mapping[str, str], but: frozenset[str]) -> dict[str, str]:
    """ISO 3166-1 alpha-3 codes by id, for people, bodies, groups and places without a country where their surroundings make one likely.

    Args:
        told: countries by the ids of the parties that have one.
        texts: the articles' by id.
        but: ids of parties to leave without one, as whose they are is told.
    """
    around = told_around(parties, told)
    left = (p for p in parties_open(parties, texts) if p.id not in told and p.id not in but)
    return {p.id: code for p in left if (code := _likely(p, around)) is not None}


def parties_open(parties: Sequence[Party], texts: Mapping[str, str]) -> Iterator[Party]:
    """Those that may have a country of their own and be given one by their surroundings, whether they have one yet or not."""
    international = {p.id for p in parties if "IGO" in p.sectors}
    for party in parties:
        of_one = party.kind not in ("unnamed", "government") and not {party.id, party.body} & international
        if of_one and (party.kind != "place" or _is_somewhere(party, texts)):
            yield party


def told_around(parties: Sequence[Party], told: Mapping[str, str]) -> Told:
    """Where articles mention parties of told countries, in order."""
    around: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for party in parties:
        for mention in party.mentions if party.id in told else ():
            around[mention.article].append((mention.span.start, told[party.id], party.id))
    return {article: sorted(rows) for article, rows in around.items()}


def surroundings(party: Party, around: Told) -> Surroundings | None:
    """Those of a party, itself left out; None where its articles name too few whose country is told."""
    articles = {m.article for m in party.mentions}
    others = {(code, other) for a in articles for _, code, other in around.get(a, ()) if other != party.id}
    if len(others) < _FEWEST:
        return None
    parties = Counter(code for code, _ in others)
    beside: Counter[str] = Counter()
    for mention in party.mentions:
        rows = around.get(mention.article, ())
        low = bisect_left(rows, mention.span.start - _NEAR, key=lambda row: row[0])
        high = bisect_right(rows, mention.span.start + _NEAR, key=lambda row: row[0])
        beside.update(code for _, code, other in rows[low:high] if other != party.id)
    # One more than are there, so that few tell less than many.
    among, near = parties.total() + 1, beside.total() + 1
    return Surroundings({code: n / among for code, n in sorted(parties.items())}, {code: n / near for code, n in beside.items()})


def enough(kind: PartyKind) -> float:
    """How likely a country must be for a party of this kind."""
    return LIKELY_PLACE if kind == "place" else LIKELY


def _likely(party: Party, around: Told) -> str | None:
    """The country that is likely by the share of parties of its articles that are of it, and of mentions beside its own."""
    told = surroundings(party, around)
    if told is None:
        return None
    weight = {code: math.exp(_AMONG * share + _BESIDE * told.beside.get(code, 0.0)) for code, share in told.among.items()}
    neither = math.exp(_NEITHER + _NO_GROUP * (party.kind == "group"))
    likely = enough(party.kind) * (neither + sum(weight.values()))
    return next((code for code, w in weight.items() if w >= likely), None)


def _is_somewhere(party: Party, texts: Mapping[str, str]) -> bool:
    """Whether a place is no part of the world that has many countries, and something is said to be in it."""
    return party.name.lower() not in words("world_regions") and has_something_in_it(party, texts)
