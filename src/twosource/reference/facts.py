"""Facts of the world that several stages look up: countries, capitals, agencies, bodies, and what roles tell of a sector."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from twosource.domain.party import PartyKind
from twosource.reference.lexicon import table
from twosource.reference.lexicon import words as listed
from twosource.reference.places import country_of, may_be_word

Control = Literal["state", "public", "private", ""]

_APOSTROPHES = str.maketrans("’‘", "''")
_REMEMBERED = 1 << 14
"""Look-ups kept: the same words come again and again in an article, and every stage asks for them."""
_LONGEST_ROLE = 5
_LONGEST_COUNTRY = 6
_LONGEST_BODY = 4  # words of a body or place looked up inside a title


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166-1 alpha-3 code, and its name as a reader knows it."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Body:
    """An agency, outlet or body that is known by name.

    Attributes:
        name: the name it is filed under, whatever form the text uses.
        forms: all forms it is written in.
        country: ISO alpha-3, or None for international ones.
        control: for agencies and media: "state", "public", "private"; else "".
        trade: for agencies and media: "wire", "broadcaster", "newspaper" ...; else "".
    """

    name: str
    forms: tuple[str, ...]
    country: str | None
    kind: PartyKind
    sectors: tuple[str, ...]
    control: Control = ""
    trade: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """What a role noun tells: PLOVER sectors, and the kind of party it stands for ("document" for papers that speak, "" for none)."""

    words: str
    sectors: tuple[str, ...]
    kind: str


@lru_cache(maxsize=_REMEMBERED)
def folded(name: str) -> str:
    """A form to look names up by: straight apostrophes, one blank between words, no leading "the"; capitals are kept."""
    words = name.translate(_APOSTROPHES).split()
    if words and words[0].lower() == "the" and len(words) > 1:
        words = words[1:]
    return " ".join(words)


@cache
def _named_countries() -> tuple[Mapping[str, Country], Mapping[str, Country], Mapping[str, Country], Mapping[str, Country]]:
    codes: dict[str, Country] = {}
    names: dict[str, Country] = {}
    demonyms: dict[str, Country] = {}
    capitals: dict[str, Country] = {}
    for row in table("countries"):
        country = Country(row["code"], row["name"])
        codes[country.code] = country
        for column, into in (("names", names), ("demonyms", demonyms), ("capitals", capitals)):
            for form in filter(None, row[column].split("|")):
                into.setdefault(folded(form), country)
    return codes, names, demonyms, capitals


def country_of_code(code: str) -> Country | None:
    """The country of an ISO alpha-3 code."""
    return _named_countries()[0].get(code)


def country_of_name(name: str) -> Country | None:
    """The country a name stands for ("North Korea", "the US"), case as written."""
    return _named_countries()[1].get(folded(name))


def country_of_demonym(word: str) -> Country | None:
    """The country of a demonym ("North Korean", "Britons", "U.S.")."""
    return _named_countries()[2].get(folded(word))


def country_of_capital(city: str) -> Country | None:
    """The country whose government a capital's name can stand for ("Pyongyang")."""
    return _named_countries()[3].get(folded(city))


def country_of_place(name: str) -> str | None:
    """ISO alpha-3 of the country that a city, state or country of this name lies in; the largest of that name."""
    key = folded(name)
    known = _named_countries()
    country = known[1].get(key) or known[3].get(key)
    return country.code if country else country_of(name)


@cache
def _bodies() -> Mapping[str, Body]:
    found: dict[str, Body] = {}
    for row in table("bodies"):
        forms = tuple(row["forms"].split("|"))
        kind: PartyKind = row["kind"]  # type: ignore[assignment]
        body = Body(row["name"], forms, row["country"] or None, kind, tuple(row["sectors"].split()))
        found.update(dict.fromkeys(map(folded, forms), body))
    for row in table("agencies"):
        forms = tuple(row["forms"].split("|"))
        control: Control = row["control"]  # type: ignore[assignment]
        sectors = ("JRN", "GOV") if control == "state" else ("JRN",)
        body = Body(row["name"], forms, row["country"] or None, "media", sectors, control, row["kind"])
        found.update(dict.fromkeys(map(folded, forms), body))
    return found


@lru_cache(maxsize=_REMEMBERED)
def body(name: str) -> Body | None:
    """The agency, outlet or body that is written so ("KCNA", "the Pentagon", "US Defense Department"), case as written."""
    key = folded(name)
    known = _bodies().get(key)
    if known is None and " " in key:
        whose, rest = key.split(maxsplit=1)
        country = country_of_demonym(whose)
        own = _bodies().get(rest) if country else None
        known = own if own is not None and country is not None and own.country == country.code else None
    return known


def agency(name: str) -> Body | None:
    """The news agency or outlet that is written so."""
    known = body(name)
    return known if known and known.kind == "media" else None


def is_agency_name(name: str) -> bool:
    """Whether a name is formed as those of news agencies are ("Velmar Press Agency"), known or not."""
    bare = folded(name)
    found = bare.lower().split()
    return len(found) > 2 and bare[:1].isupper() and " ".join(found[-2:]) in listed("agency_endings")


_STAFF = frozenset({"staff", "writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "editor", "editors", "sports", "news"})


def wire_credited(written: str) -> str | None:
    """The news agency that a credit names so: by name or initials, "the" before it or not, its staff ("AP Sports Writer") told or not."""
    bare = written.strip().removeprefix("the ").removeprefix("The ")
    parts = bare.split()
    while len(parts) > 1 and parts[-1].lower() in _STAFF and agency(" ".join(parts)) is None and not is_agency_name(" ".join(parts)):
        parts.pop()
    name = " ".join(parts)
    known = agency(name)
    if known is not None:
        return known.name if known.trade == "wire" else None
    return name if is_agency_name(name) else next((row["agency"] for row in table("credit_initials") if row["initials"] == name), None)


def is_call_sign(name: str) -> bool:
    """Whether a name is an American station's: "KTVX", "WTRN-TV"; bodies and their initials that only look so are none."""
    return _CALL_SIGN.match(name) is not None and body(name) is None and name.lower() not in listed("no_call_signs")


@cache
def _roles() -> Mapping[str, Role]:
    return {row["role"]: Role(row["role"], tuple(row["sectors"].split()), row["kind"]) for row in table("roles")}


@lru_cache(maxsize=_REMEMBERED)
def role(words: str) -> Role | None:
    """What a role noun or phrase tells, in any case and number ("Foreign Ministers", "police")."""
    known = _roles()
    key = " ".join(words.lower().translate(_APOSTROPHES).split())
    forms = (key, *_singulars(key)) if "-" not in key else (key, *_singulars(key), key.replace("-", " "))
    found = [known[k] for k in forms if k in known]
    return next((r for r in found if r.kind), found[0] if found else None)


def role_at_end(words: str) -> Role | None:
    """The longest known role that a phrase ends in: "senior intelligence official" is an official, "spy chief" a chief."""
    parts = words.split()
    found = [r for n in range(max(0, len(parts) - _LONGEST_ROLE), len(parts)) if (r := role(" ".join(parts[n:])))]
    if not found or found[0].kind:
        return found[0] if found else None
    # "transport ministry" is listed for its sector alone; what kind of party it is, its last word tells.
    return replace(found[0], kind=next((r.kind for r in found if r.kind), ""))


def sectors_in(words: str) -> tuple[str, ...]:
    """PLOVER sectors of all the roles in a phrase, longest first from the left, each once; UNK only when alone."""
    parts = re.findall(r"[\w.'-]+", words.translate(_APOSTROPHES))
    found: list[str] = []
    n = 0
    while n < len(parts):
        for length in range(min(_LONGEST_ROLE, len(parts) - n), 0, -1):
            if length > 1 and parts[n][0].isupper() and country_of_name(" ".join(parts[n : n + length])) is not None:
                n += length
                break
            if (r := role(" ".join(parts[n : n + length]))) is not None:
                found.extend(s for s in r.sectors if s not in found)
                n += length
                break
        else:
            n += 1
    return tuple(s for s in found if s != "UNK")


def _singulars(key: str) -> Iterable[str]:
    if key.endswith("ies"):
        yield key[:-3] + "y"
    if key.endswith("men"):
        yield key[:-3] + "man"
    if key.endswith("es"):
        yield key[:-2]
    if key.endswith("s"):
        yield key[:-1]


_CALL_SIGN = re.compile(r"[KW][A-Z]{3}\Z|[KW][A-Z]{2,3}-(?:TV|FM|AM|DT|LP)\Z")
_ELSEWHERE = frozenset({"for", "on", "to", "at", "against", "over", "about", "with"})


def _phrases(words: str, longest: int) -> Iterator[str]:
    """Stretches of up to ``longest`` words that open with a capital, from the left, the longest first; what stands after
    "for", "on", "to" ... is whom or where somebody deals with, not whose he is, and ends them."""
    parts = re.findall(r"[^\s,;:()\"“”]+", words.translate(_APOSTROPHES))
    for n, part in enumerate(parts):
        if part.lower() in _ELSEWHERE:
            return
        if part[0].isupper():
            for length in range(longest, 0, -1):
                yield " ".join(parts[n : n + length]).removesuffix("'s").removesuffix("'")


@lru_cache(maxsize=_REMEMBERED)
def country_in(words: str) -> str | None:
    """ISO alpha-3 of the first country that a phrase names as its own by demonym, name or capital."""
    for phrase in _phrases(words, _LONGEST_COUNTRY):
        country = country_of_demonym(phrase) or country_of_name(phrase) or (None if _names_county(phrase, words) else country_of_capital(phrase))
        if country:
            return country.code
    return None


def _names_county(phrase: str, words: str) -> bool:
    """Whether a city's name is a county's in the words that it was taken from: "Lima County" lies in no Peru."""
    return f"{phrase} County" in words


@lru_cache(maxsize=_REMEMBERED)
def home_of(words: str, places: bool = True) -> str | None:
    """ISO alpha-3 of the country that a title, name or description belongs to: by a country or known body named in it,
    or (with ``places``) by a city or state."""
    code = country_in(words)
    if code is not None:
        return code
    for phrase in _phrases(words, _LONGEST_BODY):
        known = body(phrase) if phrase.lower() not in listed("not_bodies") else None
        code = known.country if known else None
        if code is None and known is None and places and len(phrase) > 2 and role(phrase) is None and _may_be_place(phrase):
            code = country_of(phrase) if not _names_county(phrase, words) else None
        if code:
            return code
    return country_of_role(words)


def _may_be_place(phrase: str) -> bool:
    return not may_be_word(phrase)


def country_of_role(words: str) -> str | None:
    """ISO alpha-3 of the one country whose politics or law has an office or body that a phrase names ("former congressman")."""
    parts = re.findall(r"[\w.'-]+", words.translate(_APOSTROPHES).lower())
    for n in range(len(parts)):
        for length in range(min(_LONGEST_ROLE, len(parts) - n), 0, -1):
            if (code := _offices().get(" ".join(parts[n : n + length]))) is not None:
                return code
    return None


@cache
def _offices() -> Mapping[str, str]:
    return {row["words"]: row["country"] for row in table("roles_of_countries")}


def is_international(name: str) -> bool:
    """Whether a name is that of a body of many states or of its work in one ("United Nations Mission in Velmar")."""
    parts = folded(name).split()
    known = (body(" ".join(parts[:n])) for n in range(min(_LONGEST_BODY, len(parts)), 0, -1))
    return any(one is not None and "IGO" in one.sectors and one.country is None for one in known)


def home_of_name(name: str) -> str | None:
    """ISO alpha-3 of the country that the name of a body or site tells: by a country, office, or body in it, by what stands after "of",
    by the land that it strives for ("Front for the Freedom of Velmar"), or by a city or state that opens it ("Tarn Gazette")."""
    if is_international(name):
        return None
    strives, _, land = name.partition(" for ")
    if land and strives.rsplit(maxsplit=1)[-1].lower() in listed("bodies_for_a_land"):
        return home_of(strives) or home_of(land)
    if role_at_end(name) is not None or " of " in name:
        return home_of(name)
    parts = name.split()
    code = country_in(name) or country_of_role(name)
    if len(parts) > 1 and parts[-1].endswith("s") and country_of_demonym(parts[-1]) is not None and country_in(" ".join(parts[:-1])) is None:
        code = None  # a team is called after people of elsewhere: "the Tarn Britons" are of Tarn
    for length in range(min(_LONGEST_BODY, len(parts) - 1), 0, -1):
        phrase = " ".join(parts[:length])
        if code is None and len(phrase) > 3 and phrase[0].isupper() and role(phrase) is None and _may_be_place(phrase):
            code = country_of(phrase) if not _names_county(phrase, name) else None
    return code
