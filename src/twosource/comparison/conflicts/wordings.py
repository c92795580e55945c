"""Alterations of quoted words that tell a reader something, and those that any hearer and any editor makes."""

import re

from twosource.grammar.slots import stem
from twosource.reference.lexicon import words

_WORD = re.compile(r"\w+(?:[’']\w+)?")
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_VOWELS = re.compile(r"[aeiouy]+")
# What speakers put in while they look for a word, and hearers leave out.
_FILLERS = frozenset({"oh", "well", "um", "uh", "er", "like", "yeah", "think", "mean", "know", "kind", "sort", "let", "just", "got"})
# What speakers clip and editors write out ("we'd", "there's"): forms of auxiliaries, and what is left of them.
_AUXILIARIES = frozenset({"am", "are", "been", "did", "does", "had", "has", "is", "was", "were"})
_CLIPPED = re.compile(r"[’'](?:d|ll|m|re|s|ve)\b")
# A coarse word with most of its letters put out ("f---", "s**t").
_MASKED = re.compile(r"\b\w(?:-{2,9}|\*{1,9})")


def telling(left: str, right: str) -> bool:
    """Whether two renderings of one stretch differ in a word that carries matter or says no, and that either spells out."""
    if _MASKED.search(left) or _MASKED.search(right):
        return False
    return all("".join(_matter(one)) != "".join(_matter(other)) for one, other in ((left, right), (_spelled(left), _spelled(right))))


def _spelled(told: str) -> str:
    """The words without the vowels of names, which every newspaper writes down in its own way ("Al-Sadeq", "al-Sadiq")."""
    return _NAME.sub(lambda name: name[0][0] + _VOWELS.sub("", name[0][1:]), told)


def _matter(told: str) -> list[str]:
    """Stems of the words that tell something; put together they are the same for "world view" and "worldview"."""
    every = _WORD.findall(_CLIPPED.sub("", told.lower()))
    kept = [w for w in every if w not in _FILLERS and (w in words("negations") or w.endswith(("n't", "n’t")) or not _light(w))]
    return [stem(w) for w in kept]


def _light(word: str) -> bool:
    """Whether a word is a function word, by itself or before its apostrophe ("it’s")."""
    return len(word) == 1 or word in _AUXILIARIES or any(part in words("function_words") for part in (word, re.split(r"[’']", word)[0]))
