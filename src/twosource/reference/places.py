"""Places: names of countries, states and cities turned into GeoNames ids, or a reason why not."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from twosource.domain.event import Place, Resolution
from twosource.reference.lexicon import table, words

_RESOLUTION: dict[str, Resolution] = {"city": "city", "province": "province", "country": "country"}
_DIRECTION = re.compile(
    r"^(?:(?:north|south|east|west|central|northern|southern|eastern|western|northeast\w{0,3}|northwest\w{0,3}|southeast\w{0,3}|southwest\w{0,3}|"
    r"downtown|greater|mainland|far)[ -])+",
    re.IGNORECASE,
)

_KIND = re.compile(r" (?:province|region|governorate|oblast|county|district|state|prefecture|department|canton|city|town|village)\Z")
_LONGEST = 120


@cache
def _gazetteer() -> dict[str, MappingProxyType[str, str]]:
    """Lower-case name -> row: a country before a city, a city before a state of its name, own names before other spellings."""
    rows = table("places")
    by_code = {row["country"]: row for row in rows if row["kind"] == "country"}
    own = {row["name"].lower() for row in rows if row["kind"] == "province"}
    named: dict[str, MappingProxyType[str, str]] = {}
    for country in table("countries"):
        if row := by_code.get(country["code"]):
            for name in (country["name"], *country["names"].split("|")):
                if name == country["name"] or name.lower() not in own:
                    named.setdefault(name.lower(), row)
    for kind in ("country", "city", "province"):
        for row in rows:
            if row["kind"] == kind:
                named.setdefault(row["name"].lower(), row)
    for row in rows:
        for name in filter(None, row["also"].split("|")):
            if named.setdefault(name.lower(), row)["kind"] == "province":
                named[name.lower()] = row
    return named


def known(name: str) -> bool:
    """Whether the name is in the gazetteer as it stands (an article before it left aside)."""
    return _plain(name) in _gazetteer()


def country_of(name: str) -> str | None:
    """ISO 3166-1 alpha-3 code of the country a place name lies in, or None."""
    row = _row(_plain(name))
    return row["country"] or None if row else None


@cache
def _abbreviated() -> Mapping[str, str]:
    return {form: row["country"] for row in table("state_abbreviations") for form in row["forms"].split("|")}


def country_after_town(name: str) -> str | None:
    """ISO 3166-1 alpha-3 code of the country that a name written behind a town's stands for or lies in ("Tarn, Ohio", "Tarn, Pa."), or None.

    Georgia may be a country or a state, and tells nothing.
    """
    plain = _plain(name)
    row = _gazetteer().get(plain) if plain != "georgia" else None
    return _abbreviated().get(name) or (row["country"] or None if row is not None and row["kind"] in ("country", "province") else None)


@cache
def _towns() -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(row["countries"].split()) for row in table("towns") for name in row["names"].split("|")}


def countries_of_town(name: str) -> tuple[str, ...]:
    """ISO 3166-1 alpha-3 codes of the countries that have a smaller town or a region of this name, the largest first; () where none is known."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", _plain(name)[:_LONGEST]) if not unicodedata.combining(c))
    return _towns().get(bare) or _towns().get(_KIND.sub("", bare), ())


def may_be_word(name: str) -> bool:
    """Whether a city's or town's name is more often something else: a common word, a given name, a surname."""
    plain = _plain(name)
    return plain in words("not_places") or plain in words("town_words")


def resolved(name: str) -> Place:
    """The place a name stands for; facts from GeoNames (CC BY 4.0).

    The capital or the largest city bears a shared name, and the reason says so. "northern X" keeps X's codes without a city's precision.
    """
    plain = _plain(name)
    row = _row(plain)
    if row is None:
        return Place(name, reason="not in the gazetteer")
    reason = "part of the named place" if plain not in _gazetteer() else ""
    if row["shared"]:
        reason = "the largest of several cities of this name"
    return Place(
        name,
        country=row["country"] or None,
        geonameid=int(row["geonameid"]) if row["geonameid"] else None,
        latitude=float(row["latitude"]) if row["latitude"] else None,
        longitude=float(row["longitude"]) if row["longitude"] else None,
        resolution=_RESOLUTION[row["kind"]],
        reason=reason or ("" if row["geonameid"] else "no GeoNames id on file"),
    )


def _plain(name: str) -> str:
    plain = " ".join(name.split()).lower().replace("’", "'")
    return plain.removeprefix("the ").removesuffix("'s")


def _row(plain: str) -> MappingProxyType[str, str] | None:
    named = _gazetteer()
    if plain in named:
        return named[plain]
    return named.get(_DIRECTION.sub("", plain[:_LONGEST]))
