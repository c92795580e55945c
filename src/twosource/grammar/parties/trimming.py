"""Trimming: what a tagger takes into a name and what is no part of it, and what only looks like one."""

from twosource.domain.sentence import Token
from twosource.grammar.parties.mentions import gender_of_name
from twosource.reference.facts import agency
from twosource.reference.lexicon import words

_MARKS = frozenset('“”"()[]•|')
_ADDRESSES = ("@", "\u200f@", "http:", "https:", "pic.twitter", "t.co/")
_SHORTEST_DOING = 7


def bare(tokens: tuple[Token, ...], first: int, last: int, label: str) -> tuple[int, int]:
    """A run without what a tagger takes in beyond the name: marks, a possessor's policy, a verb, a dangling "and", a picture's credit."""
    last = next((i for i in range(first + 1, last) if tokens[i].text in _MARKS or tokens[i].text.startswith(_ADDRESSES)), last)
    if label in ("PERSON", ""):  # "Doe's Afghan policy" is not one name; "Moody's Investors Service" is
        last = next((i for i in range(first + 1, last) if tokens[i].tag == "POS"), last)
        while last - 1 > first and tokens[last - 1].text.islower() and tokens[last - 1].pos != "PROPN" and tokens[last - 2].text != "-":
            last -= 1
    while last - 1 > first and (tokens[last - 1].tag in ("CC", "IN", "WRB", "WP", "WDT") or tokens[last - 1].text in ("&", "-", "–", "—", "/")):
        last -= 1
    if label == "PERSON" and first == 0 and last > 1 and _is_doing(tokens[0].text):
        first = 1
    if first < last and tokens[first].text.lower() == "courtesy":
        first = next((i for i in range(first + 1, last) if tokens[i].tag not in ("IN", "DT")), last)
    return first, last


def is_credit(name: str) -> bool:
    """Whether words are a picture's credit, with who took it and for whom ("Ana Lund/Reuters", "Pool/File Photo"): nobody is called so."""
    parts = [part.strip() for part in name.split("/")]
    known = [agency(part) is not None for part in parts]
    return not all(known) and len(parts) > 1 and any(k or part.lower() in words("credited") for k, part in zip(known, parts, strict=True))


def _is_doing(word: str) -> bool:
    """Whether a sentence's first word is what is done ("Sedating Bruno was no choice") and no given name ("Sterling")."""
    return len(word) >= _SHORTEST_DOING and word.endswith("ing") and not gender_of_name(word)
