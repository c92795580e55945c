"""Situated: what the words beside a name say of a place, that it is one and which country it lies in ("X, a village near Oslo")."""

from collections.abc import Callable

from twosource.domain.sentence import Token
from twosource.reference.facts import body, country_of_place
from twosource.reference.lexicon import words
from twosource.reference.places import countries_of_town

_LONGEST = 4
"""Words of a place's name, and words that qualify what a place is called, at most."""
_NEAR = frozenset({"in", "near", "outside", "off", "inside"})
_SIDES = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_UNITS = frozenset({"km", "kms", "kilometer", "kilometre", "mile", "hour", "minute"})
_SITES = frozenset({"prison", "jail", "camp", "valley", "dam", "mine", "checkpoint"})
"""What stands in one place and bears its name: "the Tolme prison"."""
_ALSO = frozenset({"capital", "port", "state", "area"})
"""What a place is called behind its name alone: money is called capital, and a state of emergency is none."""


def called_place(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether the words beside a name call its bearer a place: "the village of X", "X, a coastal town", "the X prison".

    Args:
        tokens: the sentence's.
        first, last: the name's tokens, past the last one.
    """
    return _is_what_is_called(tokens, first) or _called_behind(tokens, last) is not None or _of_site(tokens, first, last)


def as_place(tokens: tuple[Token, ...], run: tuple[int, int, str]) -> tuple[int, int, str]:
    """A stretch of a sentence that is a name, with the label of a place where the words beside it call it one."""
    first, last, label = run
    start = first + (tokens[first].text.lower() == "the" and last - first > 1)
    short = last - start <= _LONGEST and all(t.text[:1].isupper() for t in tokens[start:last])
    if label in ("GPE", "LOC", "NORP") or not short or body(" ".join(t.text for t in tokens[start:last])) is not None:
        return run
    return (first, last, "GPE") if called_place(tokens, start, last) else run


def country_where(tokens: tuple[Token, ...], first: int, last: int) -> str | None:
    """ISO 3166-1 alpha-3 of the country of the known place that the words behind a place's name put it into or next to, or None."""
    behind = _called_behind(tokens, last)
    if behind is not None:
        return _at(tokens, behind) or (_named(tokens, behind + 1) if _text(tokens, behind) == "of" else None)
    if _text(tokens, last) == ",":
        return _at(tokens, last + 1)
    close = _text(tokens, last) == "near" or _is_what_is_called(tokens, first) or _text(tokens, last - 1) in _SITES
    return _at(tokens, last) if close else None


def _text(tokens: tuple[Token, ...], i: int) -> str:
    return tokens[i].text.lower() if 0 <= i < len(tokens) else ""


def _is_what_is_called(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether "the village of" stands before a token."""
    return first >= 2 and tokens[first - 1].text == "of" and tokens[first - 2].text in words("settlements")


def _called_behind(tokens: tuple[Token, ...], last: int) -> int | None:
    """Past the end of ", a coastal town" right behind a name; None where no such words stand there."""
    if _text(tokens, last) != "," or _text(tokens, last + 1) not in ("a", "an", "the"):
        return None
    for i in range(last + 2, min(len(tokens), last + 2 + _LONGEST)):
        if tokens[i].text in words("settlements") or tokens[i].text in _ALSO:
            after = tokens[i + 1] if i + 1 < len(tokens) else None
            more = after is not None and (after.pos in ("NOUN", "PROPN") or after.tag == "POS" or after.text == "-")
            if not more or (after is not None and after.text.lower() in _SIDES | _UNITS):
                return i + 1
        elif tokens[i].pos not in ("ADJ", "NOUN", "VERB", "ADV", "PUNCT") or tokens[i].text in (",", ";", ":"):
            return None
    return None


def _of_site(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a name of one word qualifies a site or settlement: "the Tolme prison", "in Tolme province"."""
    if last - first != 1 or tokens[first].dep not in ("compound", "nmod", "amod") or last >= len(tokens):
        return False
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    more = after is not None and (after.pos in ("NOUN", "PROPN") or after.tag == "POS" or after.text == "-")
    return not more and (tokens[last].text in words("settlements") or tokens[last].text in _SITES)


def _at(tokens: tuple[Token, ...], i: int) -> str | None:
    """The country of "in the north of X", "30 km south of X", "near the town of X" that stands at a token."""
    if _text(tokens, i) in ("located", "situated", "just", "some", "about"):
        i += 1
    if i + 1 < len(tokens) and tokens[i].pos == "NUM" and tokens[i + 1].lemma.lower() in _UNITS:
        i += 2
        if _text(tokens, i) in ("from", "outside"):
            return _named(tokens, i + 1)
    if _text(tokens, i) in _SIDES:
        return _named(tokens, i + 2) if _text(tokens, i + 1) in ("of", "from") else None
    return _named(tokens, i + 1) if _text(tokens, i) in _NEAR else None


def _named(tokens: tuple[Token, ...], i: int) -> str | None:
    """The country of the place whose name begins at a token, after "the northern", "the province of" and the like."""
    before = words("settlements") | _SIDES | {"the", "central", "upper", "lower", "of"}
    i = next((k for k in range(i, i + _LONGEST) if (word := _text(tokens, k)) not in before and not word.endswith("ern")), i + _LONGEST)
    end = next((k for k in range(i, min(len(tokens), i + _LONGEST)) if not tokens[k].text[:1].isupper()), min(len(tokens), i + _LONGEST))
    looks: tuple[Callable[[str], str | None], ...] = (country_of_place, _of_one_town)
    stretches = (" ".join(t.text for t in tokens[i:k]) for k in range(end, i, -1))
    return next((code for stretch in stretches for look in looks if (code := look(stretch)) is not None), None)


def _of_one_town(name: str) -> str | None:
    known = countries_of_town(name)
    return known[0] if len(known) == 1 else None
