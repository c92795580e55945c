"""Whether a text is in English, by its commonest words."""

import re
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+")
_LATIN_END = 0x250
# Headlines have up to 30 words, few of them common.
_ENOUGH_WORDS = 40
_FIRST = 20_000
# English news has 15 to 25 % of these words; other languages in Latin letters up to 3 %.
_SHARE = 0.06


def english(text: str) -> bool:
    """Whether a text may be English; one too short to tell is taken for English unless most of its letters are not Latin."""
    common = _common()
    words = _WORD.findall(text[:_FIRST].lower())
    if not words:
        return True
    latin = sum(ord(w[0]) < _LATIN_END for w in words)
    if 2 * latin < len(words):
        return False
    return len(words) < _ENOUGH_WORDS or sum(w in common for w in words) >= _SHARE * len(words)


@cache
def _common() -> frozenset[str]:
    lines = (files("twosource") / "data" / "english_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
