"""Spelling: when two names or descriptions are forms of one name."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

from twosource.reference.facts import body, country_of_capital, country_of_demonym, country_of_name
from twosource.reference.lexicon import table, words

_WORD = re.compile(r"[^\W_](?:[\w’'.&]*[^\W_])?")
_SMALL = frozenset({"the", "a", "an", "of", "in", "on", "for", "at", "and", "to", "by", "from", "its", "his", "her", "their", "our"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ONE_SPELLING = {
    **{"defence": "defense", "organisation": "organization", "centre": "center", "labour": "labor", "programme": "program"},
    **{"spokeswoman": "spokesman", "spokesperson": "spokesman", "attorney": "lawyer", "chairwoman": "chairman", "ceo": "chief executive"},
    **{"gov": "governor", "sen": "senator", "rep": "representative", "gen": "general"},
}
# What a firm is in law, or in its owner's books: told once and left out thereafter.
_FORMS = frozenset({"inc", "corp", "corporation", "ltd", "limited", "llc", "plc", "co", "company", "group", "holdings", "ag", "gmbh"})
_SIMILAR = 0.9
_LONG_ENOUGH = 6


@lru_cache(maxsize=20_000)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without dots ("F.B.I." is "fbi"), possessive endings and articles."""
    found = []
    for match in _WORD.finditer(name):
        word = match.group().replace("’", "'").removesuffix("'s").replace(".", "").strip("'-").casefold()
        if word and word not in ("the", "a", "an"):
            found.append(_ONE_SPELLING.get(word, word))
    return tuple(found)


def without_form(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a body's name without those at its end that tell its legal form ("Orin Ferries Ltd" is "Orin Ferries")."""
    end = len(name)
    while end > 1 and name[end - 1] in _FORMS:
        end -= 1
    return name[:end]


@lru_cache(maxsize=20_000)
def telling(name: str) -> frozenset[str]:
    """The words of a name that tell it from others, countries as codes, in no order: "Russian Defense Ministry" and
    "Russia's Ministry of Defence", "police in Velmar" and "Velmar police" are the same."""
    found: list[str] = []
    left = [m.group().replace("’", "'").removesuffix("'s") for m in _WORD.finditer(name)]
    n = 0
    while n < len(left):
        for length in (3, 2, 1):
            phrase = " ".join(left[n : n + length])
            country = phrase[0].isupper() and (country_of_demonym(phrase) or country_of_name(phrase))
            if country:
                found.append(country.code)
                n += length
                break
        else:
            found.extend(w for w in parts(left[n]) if w not in _SMALL)
            n += 1
    return frozenset(found)


@lru_cache(maxsize=20_000)
def person_parts(name: str) -> tuple[str, ...]:
    """The words of a person's name without titles of address and suffixes; () when nothing is left."""
    titles = words("titles_of_address")
    found = [w for w in parts(name) if w not in _SUFFIXES]
    while found and found[0] in titles and len(found) > 1:
        found.pop(0)
    return tuple(found) if found and found[-1] not in titles else ()


@cache
def _nicknames() -> dict[str, str]:
    return {row["short"]: row["name"] for row in table("nicknames")}


def has_suffix(name: str) -> bool:
    """Whether a name ends as a son's does ("Jr.")."""
    return bool(_SUFFIXES & set(parts(name)[-1:]))


def same_given(a: str, b: str) -> bool:
    """Whether two given names can be one: equal, an initial, a short form."""
    if a == b or (1 in (len(a), len(b)) and a[0] == b[0]):
        return True
    if min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a)):
        return True
    known = _nicknames()
    return known.get(a, a) == known.get(b, b)


def same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names (two words or more) can be one person's."""
    if tuple(a) == tuple(b):
        return True
    return a[-1] == b[-1] and same_given(a[0], b[0])


def acronym(name: str) -> str:
    """The initials of a name of several words in lower case ("Lake Orin Ferry Company" is "lofc"), "" for one word."""
    found = [w for w in parts(name) if w not in _SMALL]
    return "".join(w[0] for w in found) if len(found) > 1 else ""


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals only, two to six of them."""
    bare = name.replace(".", "").removeprefix("the ").removeprefix("The ").strip()
    return bare.isalpha() and bare.isupper() and 2 <= len(bare) <= 6


def near_spelling(a: str, b: str) -> bool:
    """Whether two single words are spellings of one name, as transliterations are."""
    return (
        min(len(a), len(b)) >= _LONG_ENOUGH
        and a[:4] == b[:4]
        and a.removesuffix("s") != b.removesuffix("s")
        and SequenceMatcher(None, a, b).ratio() >= _SIMILAR
    )


def slipped(written: str, meant: str) -> bool:
    """Whether a word is another one with a letter left out, or with two neighbours of its inside changed about."""
    if written == meant or written[:1] != meant[:1]:
        return False
    if len(written) + 1 == len(meant):
        return any(meant[:n] + meant[n + 1 :] == written for n in range(1, len(meant)))
    return len(written) == len(meant) and any(meant[:n] + meant[n + 1] + meant[n] + meant[n + 2 :] == written for n in range(1, len(meant) - 1))


def government_of(name: str) -> str | None:
    """ISO alpha-3 of the country whose government a name stands for: the country, its capital, or "X government".

    A body of it that is known by its own name is none: differently named bodies are different parties.
    """
    if body(name) is not None:
        return None
    bare = re.sub(r"(?i)\s(government|authorities|administration|regime)$", "", re.sub(r"(?i)^(the\s+)?(government of\s+)?", "", name)).strip()
    country = country_of_name(bare) or country_of_capital(bare) or country_of_demonym(bare)
    return country.code if country else None
