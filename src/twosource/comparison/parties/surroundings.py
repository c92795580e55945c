"""Surroundings: the country of a party of which no article says it, by those whose countries are told in its articles and beside it."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.comparison.parties.scenes import is_local, scenes, shares
from twosource.comparison.parties.towns import has_something_in_it
from twosource.domain.party import Party, PartyKind
from twosource.errors import ModelError
from twosource.inference.logistic import kept
from twosource.reference.facts import body
from twosource.reference.lexicon import words

MODEL = "countries/weights"
"""A choice among the countries told of and none of them (conditional logit), whose weights ``training.parties.country`` fits by likelihood."""
FEATURES = ("among", "beside", "introduced", "scene", "state", "neither")
"""What stands behind a country: the share of the parties named that are of it, that of the mentions beside, that of the mentions around the first one
in an article, for who is called of the place that of the places where things happen, and for who is of some state that of the parties of state;
behind none of them, one."""
LIKELY, LIKELY_PLACE = 0.6, 0.7
"""How likely a country must be; the two were set by hand."""
_FEWEST = 3
"""Parties of told countries that a party's articles name at least."""
_NEAR = 80
"""Code points around a mention within which others stand beside it."""
_OF_STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
_INTRODUCED = 120
"""Code points around the first mention in an article within which is told who it is."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the articles of a story tell of countries.

    Attributes:
        mentions: for each article where it mentions a party whose country is told: start, country, the party's id; in order.
        scenes: for each article how many of the places where something is lie in each country.
        of_state: ids of the governments and of those that are of a state's.
    """

    mentions: Mapping[str, Sequence[tuple[int, str, str]]]
    scenes: Mapping[str, Counter[str]]
    of_state: frozenset[str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a party's articles tell of, by country: shares of the parties named, of the mentions beside its own and around the first ones, of the
    places where something is (only where it is called of the place) and of the parties of state (only where it is one)."""

    among: Mapping[str, float]
    beside: Mapping[str, float]
    introduced: Mapping[str, float]
    scene: Mapping[str, float]
    state: Mapping[str, float]

    @property
    def rows(self) -> dict[str, tuple[float, ...]]:
        """The features of each country, in the order of ``FEATURES``."""
        behind = (self.beside, self.introduced, self.scene, self.state)
        return {code: (share, *(one.get(code, 0.0) for one in behind), 0.0) for code, share in self.among.items()}


NEITHER = (0.0, 0.0, 0.0, 0.0, 0.0, 1.0)
"""The features of none of the countries."""


def countries_told_of(parties: Sequence[Party], around: Told, texts: Mapping[str, str], but: Container[str]) -> dict[str, str]:
    """ISO 3166-1 alpha-3 codes by id, for people, bodies, groups and places without a country where their surroundings make one likely.

    What one article is taken to be about stands where the others make no other country likelier.

    Args:
        around: what their articles tell of countries.
        texts: the articles' by id.
        but: ids of parties to leave without one, as whose they are is told, here or elsewhere.
    """
    found = {p.id: p.country for p in parties if p.country is not None and p.country_from == "articles"}
    for party in (p for p in parties_open(parties, texts) if p.id not in but):
        code, sure = _likeliest(party, around)
        if code is not None and sure:
            found[party.id] = code
        elif code not in (None, party.country):
            found.pop(party.id, None)
    return found


def parties_open(parties: Sequence[Party], texts: Mapping[str, str]) -> Iterator[Party]:
    """Those that may have a country of their own and be given one by their surroundings, whether they have one yet or not."""
    international = {p.id for p in parties if "IGO" in p.sectors or _is_of_no_country(p)}
    for party in parties:
        of_one = party.kind not in ("unnamed", "government") and not {party.id, party.body} & international
        if of_one and (party.kind != "place" or _is_somewhere(party, texts)):
            yield party


def _is_of_no_country(party: Party) -> bool:
    """Whether a body is known to be of none, as churches and armed groups of several are; a body of state without one is of that told of."""
    known = body(party.name) if party.kind != "person" else None
    return known is not None and known.country is None and not {"GOV", "MIL"} & set(known.sectors)


def told_around(parties: Sequence[Party], told: Mapping[str, str], texts: Mapping[str, str], filed: Mapping[str, str]) -> Told:
    """What the articles tell of countries: where they mention parties of one, and where they play.

    Args:
        told: countries by the ids of the parties that have one.
        texts: the articles' by id.
        filed: countries of their datelines, by the article's id.
    """
    around: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for party in parties:
        for mention in party.mentions if party.id in told else ():
            around[mention.article].append((mention.span.start, told[party.id], party.id))
    of_state = frozenset(p.id for p in parties if _is_of_state(p))
    return Told({article: sorted(rows) for article, rows in around.items()}, scenes(parties, told, texts, filed), of_state)


def surroundings(party: Party, around: Told) -> Surroundings | None:
    """Those of a party, itself left out; None where its articles name too few whose country is told."""
    articles = {m.article for m in party.mentions}
    others = {(code, other) for a in articles for _, code, other in around.mentions.get(a, ()) if other != party.id}
    if len(others) < _FEWEST:
        return None
    parties = Counter(code for code, _ in others)
    first: dict[str, int] = {}
    for mention in party.mentions:
        first[mention.article] = min(mention.span.start, first.get(mention.article, mention.span.start))
    return Surroundings(
        _shares(parties),
        _shares(_around(party, around, ((m.article, m.span.start) for m in party.mentions), _NEAR)),
        _shares(_around(party, around, first.items(), _INTRODUCED)),
        shares(party, around.scenes) if is_local(party) else {},
        _shares(Counter(code for code, other in others if other in around.of_state)) if _is_of_state(party) else {},
    )


def _is_of_state(party: Party) -> bool:
    return party.kind == "government" or bool(set(party.sectors) & _OF_STATE)


def _around(party: Party, told: Told, places: Iterable[tuple[str, int]], near: int) -> Counter[str]:
    """How many mentions of others stand around places of articles, by their countries."""
    found: Counter[str] = Counter()
    for article, at in places:
        rows = told.mentions.get(article, ())
        low = bisect_left(rows, at - near, key=lambda row: row[0])
        high = bisect_right(rows, at + near, key=lambda row: row[0])
        found.update(code for _, code, other in rows[low:high] if other != party.id)
    return found


def _shares(counts: Counter[str]) -> dict[str, float]:
    """What each country has of them and one more, so that few tell less than many."""
    return {code: n / (counts.total() + 1) for code, n in sorted(counts.items())}


def enough(kind: PartyKind) -> float:
    """How likely a country must be for a party of this kind."""
    return LIKELY_PLACE if kind == "place" else LIKELY


@cache
def weights() -> tuple[float, ...]:
    """Those of the shipped model.

    Raises:
        ModelError: if they are not for the features that the code computes.
    """
    model = kept(MODEL)
    if list(model["names"]) != list(FEATURES):
        raise ModelError("the weights of countries were not fitted on the features that this version computes; fit them again")
    return tuple(float(w) for w in model["weights"])


def _likeliest(party: Party, around: Told) -> tuple[str | None, bool]:
    """The country that its surroundings make likeliest for a party, and whether that is enough; None where they tell too little."""
    told = surroundings(party, around)
    if told is None:
        return None, False
    power = {code: math.exp(_sum(row)) for code, row in told.rows.items()}
    best = max(power, key=lambda code: (power[code], code))
    return best, power[best] >= enough(party.kind) * (math.exp(_sum(NEITHER)) + sum(power.values()))


def _sum(row: Sequence[float]) -> float:
    return math.fsum(w * x for w, x in zip(weights(), row, strict=True))


def _is_somewhere(party: Party, texts: Mapping[str, str]) -> bool:
    """Whether a place is no part of the world that has many countries, and something is said to be in it."""
    return party.name.lower() not in words("world_regions") and has_something_in_it(party, texts)
