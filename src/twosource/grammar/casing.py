"""Headlines whose words nearly all begin with a capital, written as the body would write them, so that grammar can read them."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from twosource.grammar.attributions.cues import cue_verbs

_WORD = re.compile(r"[^\W\d_]{2,30}")
# Words of this length or more tell whether a line is in title case: shorter ones ("in", "the") stay small there.
_TELLING = 4
_LEAST_WORDS = 4
_SHARE = 0.75
_LONGEST = 200
# A word that the body never has is small when the body, or our verbs of saying, have another of its family ("Resigns", "resigned").
_STEM = 4
_ENDING = 3


def titled(line: str) -> bool:
    """Whether the line is written with capitals as titles are."""
    if len(line) > _LONGEST or line.endswith("."):
        return False
    telling = [w for w in _WORD.findall(line) if len(w) >= _TELLING]
    return len(telling) >= _LEAST_WORDS and sum(w[0].isupper() for w in telling) >= _SHARE * len(telling)


class Casing:
    """How the lines of one article write their words."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._small: Counter[str] = Counter()
        self._great: Counter[str] = Counter()
        for line in lines:
            for match in _WORD.finditer(line):
                word, at = match.group(), match.start()
                if word.islower():
                    self._small[word] += 1
                elif at > 1 and line[at - 1] == " " and line[at - 2].isalnum():
                    self._great[word.lower()] += 1  # a capital that no sentence's beginning asks for
        self._words = sorted({*self._small, *cue_verbs()})

    def plain(self, line: str) -> str:
        """The line with small letters where the body has them; as long as before, so that offsets stay."""
        at = next((m.end() for m in _WORD.finditer(line)), 0)
        return line[:at] + _WORD.sub(lambda m: self._written(m.group()), line[at:])

    def _written(self, word: str) -> str:
        small = word.lower()
        if len(small) != len(word) or self._great[small] > self._small[small]:
            return word
        family = len(word) >= _STEM and self._begun(small[: max(_STEM, len(small) - _ENDING)])
        return small if self._small[small] or (family and not self._great[small]) else word

    def _begun(self, stem: str) -> bool:
        """Whether a word begins so."""
        at = bisect_left(self._words, stem)
        return at < len(self._words) and self._words[at].startswith(stem)
