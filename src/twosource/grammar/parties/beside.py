"""Beside: the country that the words right next to a name give its bearer ("Swedish engineer X", "the Zurich-based X", "X (R-Ohio)")."""

import re
from collections.abc import Callable

from twosource.domain.sentence import Token
from twosource.grammar.parties.belonging import country_of_belonging
from twosource.grammar.parties.mentions import Found
from twosource.grammar.parties.situated import country_where
from twosource.reference.facts import country_of_demonym, country_of_name, country_of_place, role
from twosource.reference.lexicon import words
from twosource.reference.places import countries_of_town, country_after_town

_WORDS_BETWEEN = 3
"""Words between a demonym and the name it qualifies: "Swedish former team mate X"."""
_LONGEST_PLACE = 3
_NEAR = 14
"""Tokens after a name within which what hangs on it is looked for."""
_PARTY_AND_STATE = re.compile(r"(?:,[\s\u00a0]|[\s\u00a0]\()[RDI]-[A-Z][A-Za-z.]{1,12}\b")
_TAUGHT = frozenset({"teacher", "professor", "tutor", "lecturer", "restaurant", "cafe", "bakery", "language", "literature", "shepherd"})
"""What a demonym before it may tell of the matter, not of the man: "French teacher X"."""
_SITES = frozenset(
    {"university", "college", "institute", "school", "academy", "hospital", "clinic", "museum", "prison", "court", "church", "mosque", "cathedral"}
    | {"airport", "station", "stadium", "arena", "hotel", "zoo", "laboratory", "observatory", "plant", "mine", "port", "base", "centre", "center"}
    | {"track", "circuit", "spaceport", "cosmodrome", "camp", "factory", "dam", "nightclub", "club", "theatre", "theater", "mall", "market", "resort"}
)
"""Words of bodies that stand in one place, so that "in" after them tells where they are."""
_ALSO = frozenset({"capital", "port"})
_AMERICAN = tuple(["secretary", "of", office] for office in ("state", "defense", "labor", "commerce", "energy", "agriculture", "education"))
"""Offices that stand so before a name where they are the United States'; Britain's are "for" something."""


def country_beside(name: Found, tokens: tuple[Token, ...], first: int, last: int, text: str) -> str | None:
    """ISO 3166-1 alpha-3 of the country that the words next to a name give its bearer, or None.

    Args:
        name: the name; one that qualifies a noun ("Swedish Torvex users") has nothing of its own before it.
        tokens: its sentence's.
        first, last: its tokens, past the last one, titles left out.
        text: the article's.
    """
    head, label = name.head, name.label
    if label in ("GPE", "LOC", "FAC") and name.key.lower() in words("world_regions"):
        return None
    if label in ("GPE", "LOC", "FAC") and (code := country_behind(tokens, last)) is not None:
        return code
    if tokens[head].dep in ("compound", "nmod", "amod"):
        site = tokens[head].head
        return _in(tokens, site) if label != "PERSON" and tokens[site].lemma in _SITES else None
    if label in ("GPE", "LOC", "FAC"):
        return _of_place(tokens, first) or _before(tokens, first, last, person=False) or _in(tokens, head) or country_where(tokens, first, last)
    person = label == "PERSON"
    if person and _PARTY_AND_STATE.match(text, tokens[last - 1].end):
        return "USA"
    site = not person and tokens[last - 1].text.lower() in _SITES
    told = _before(tokens, first, last, person) or _apposed(tokens, head, person)
    if told is None and person:
        return _hailing(tokens, last) or country_of_belonging(tokens, head)
    return told or (_in(tokens, head) if site else None)


def _before(tokens: tuple[Token, ...], first: int, last: int, person: bool) -> str | None:
    """The country of "Sweden's X", "Swedish engineer X", "Zurich-based maker X", "a Swedish aid group called X", "a Swedish aid group, X, ...";
    a country's bare name tells it of bodies alone."""
    i = first - 1
    if i >= 1 and tokens[i].tag == "POS":
        return _ending(tokens, i - 1, _by_name)
    if person and [t.text.lower() for t in tokens[max(0, i - 2) : i + 1]] in _AMERICAN:
        return "USA"
    i = _called(tokens, i)
    if tokens[i].text == "," and _apposed_after(tokens, i, last, person):
        i -= 1
    last_noun = i
    i = _over_nouns(tokens, i)
    between = tokens[i + 1 : last_noun + 1]
    if i < 0 or any(t.lemma in _TAUGHT for t in between):
        return None
    if i >= 2 and tokens[i].text.lower() == "based" and tokens[i - 1].text == "-":
        return None if person else _ending(tokens, i - 2, country_of_place)
    demonym = _ending(tokens, i, _by_demonym)
    known = role(between[-1].text) if between else None
    if demonym is not None or known is None or (person and known.kind not in ("organisation", "media", "group")):
        return demonym
    return _ending(tokens, i, _by_name)


def _called(tokens: tuple[Token, ...], i: int) -> int:
    """The token before "called", "known as" and the like, and "the" behind it, that end at a token; else that token."""
    j = i - (tokens[i].text.lower() == "the")
    if tokens[j].text == "as" and tokens[j - 1].text == "known":
        j -= 1
    return j - 1 if j > 0 and tokens[j].text in ("called", "named", "known", "dubbed") and tokens[j - 1].pos == "NOUN" else i


def _apposed_after(tokens: tuple[Token, ...], comma: int, last: int, person: bool) -> bool:
    """Whether a comma parts a name from what its bearer is: "a Swedish aid group, X, ...", and not "to a Swedish paper, X said"."""
    known = role(tokens[comma - 1].text) if comma > 0 and tokens[comma - 1].tag == "NN" else None
    ends = last >= len(tokens) or tokens[last].text in (",", ".", "(", ";")
    return ends and known is not None and (known.kind == "person" if person else known.kind in ("organisation", "media", "group"))


def _over_nouns(tokens: tuple[Token, ...], i: int) -> int:
    """The token before the words in small letters that stand before a name and qualify it, counted down from ``i``."""
    least = i - _WORDS_BETWEEN
    while i >= 0 and i > least and tokens[i].text.islower() and (tokens[i].pos in ("NOUN", "ADJ") or tokens[i].text == "mate"):
        i -= 1
    return i


def _of_place(tokens: tuple[Token, ...], first: int) -> str | None:
    """The country of "the Swedish port X" and "the Swedish town of X"; "the British colony X" tells of another's."""
    i = first - 1
    if i >= 0 and tokens[i].text == "of":
        i -= 1
    under = _over_nouns(tokens, i)
    return _ending(tokens, under, _by_demonym) if 0 <= under < i and tokens[i].lemma in words("settlements") | _ALSO else None


def _apposed(tokens: tuple[Token, ...], head: int, person: bool) -> str | None:
    """The country of "X, a Swedish engineer", "X, a maker based in Zurich" and "X, based in Zurich"."""
    for j in range(head + 1, min(len(tokens), head + _NEAR)):
        token = tokens[j]
        if token.dep == "appos" and token.head == head and token.pos == "NOUN" and token.lemma not in _TAUGHT:
            for i in range(head + 1, j):
                if tokens[i].tag == "POS":
                    break  # "X, Sweden's top German adviser"
                if tokens[i].head == j and tokens[i].dep in ("amod", "nmod", "compound") and (code := _ending(tokens, i, _by_demonym)):
                    return code
        if not person and token.text == "based" and (token.head == head or tokens[token.head].head == head) and (code := _in(tokens, j)):
            return code
    return None


def _hailing(tokens: tuple[Token, ...], last: int) -> str | None:
    """The country of "X, 34, from the Swedish village of Torve": of the place that "of" or "from" right after a name, or its age, names."""
    i = last
    for skipped in (",", "NUM", ","):
        i += i < len(tokens) and skipped in (tokens[i].text, tokens[i].pos)
    if i >= len(tokens) or tokens[i].text not in ("of", "from"):
        return None
    for j in range(i + 1, min(len(tokens), i + _NEAR)):
        word = tokens[j]
        if word.pos == "PROPN":
            end = next((k for k in range(j, len(tokens)) if tokens[k].pos != "PROPN"), len(tokens))
            return country_behind(tokens, end) or _ending(tokens, end - 1, country_of_place) or _ending(tokens, end - 1, _by_town)
        if (code := _by_demonym(word.text)) and j + 1 < len(tokens) and tokens[j + 1].lemma in words("settlements") | _ALSO:
            return code
        if word.pos != "DET" and word.lemma not in words("settlements") | _ALSO and word.text != "of":
            return None
    return None


def country_behind(tokens: tuple[Token, ...], last: int) -> str | None:
    """The country of "X, Sweden", "X, Ohio" and "X (Sweden)"; in a list ("X, Sweden and Peru") and before what it does it is another's."""
    if last + 1 >= len(tokens) or tokens[last].text not in (",", "("):
        return None
    first, end = _capitalised(tokens, last + 1)
    after = tokens[end] if end < len(tokens) else None
    if tokens[last].text == "(":
        other = after is None or after.text != ")"
    else:
        beyond = " ".join(t.text for t in tokens[slice(*_capitalised(tokens, end + 1))]) if after is not None and after.text == "," else ""
        acts = after is not None and (after.text in ("and", "or", "-") or after.tag == "POS" or after.pos in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"))
        other = acts or country_of_name(beyond) is not None
    return None if other else country_after_town(" ".join(t.text for t in tokens[first:end]))


def _capitalised(tokens: tuple[Token, ...], first: int) -> tuple[int, int]:
    """Where the few words with capitals begin and end that stand at a token, "the" before them aside."""
    first += first < len(tokens) and tokens[first].text.lower() == "the"
    last = min(len(tokens), first + _LONGEST_PLACE)
    return first, next((k for k in range(first, last) if not tokens[k].text[:1].isupper()), last)


def _in(tokens: tuple[Token, ...], head: int) -> str | None:
    """The country of the place that "in" after a word names."""
    for j in range(head + 1, min(len(tokens), head + _NEAR)):
        if tokens[j].text == "in" and tokens[j].dep == "prep" and tokens[j].head == head:
            place = next((i for i in range(j + 1, min(len(tokens), j + _NEAR)) if tokens[i].head == j and tokens[i].pos == "PROPN"), None)
            return _ending(tokens, place, country_of_place) if place is not None else None
    return None


def _ending(tokens: tuple[Token, ...], last: int, look_up: Callable[[str], str | None]) -> str | None:
    """What a table has for the longest stretch of capitalised words that ends at a token; nothing after a hyphen ("anti-Swedish")."""
    first = last
    while first > 0 and last - first < _LONGEST_PLACE - 1 and tokens[first - 1].text[:1].isupper():
        first -= 1
    for i in range(first, last + 1):
        words = " ".join(t.text for t in tokens[i : last + 1])
        if words[:1].isupper() and (i == 0 or tokens[i - 1].text != "-") and (code := look_up(words)) is not None:
            return code
        if i < last and tokens[i].entity and tokens[i].entity == tokens[last].entity == "ORG":
            return None  # "Torve British" is one name
    return None


def _by_town(words: str) -> str | None:
    known = countries_of_town(words)
    return known[0] if len(known) == 1 else None


def _by_name(words: str) -> str | None:
    found = country_of_name(words)
    return found.code if found else None


def _by_demonym(words: str) -> str | None:
    found = country_of_demonym(words)
    return found.code if found else None
