"""The words of a quotation as they were spoken: spelling, punctuation, what editors put in and left out set aside."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.domain.span import Span
from twosource.grammar.numerals import spelled
from twosource.reference.lexicon import words

# A word, an omission, or the bracket that opens or closes what an editor put in.
_TOKEN = re.compile(r"\w+(?:['’]\w+)*|…|\.(?:\s?\.){1,4}|[\[\]()]")
_OMISSION = ("…", ".")
_OPENING, _CLOSING = "[(", "])"
_CONTRACTED = (("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am"))
_WHOLE = {"can't": ("can", "not"), "won't": ("will", "not"), "cannot": ("can", "not"), "gonna": ("going", "to"), "let's": ("let", "us")}
_IS = frozenset({"it's", "that's", "there's", "here's", "what's", "he's", "she's", "who's", "where's"})
# "b" and "mn" are numbers beside figures alone.
_LETTERS = 2
# British and American spellings that differ by rule, longest first; both sides are cut to one form, so that the rule may be coarse.
_SPELLINGS = (
    (re.compile(r"(?<=\w{3})ou(?=rs?$|r(?:ed|ing|able|ful|ite|ites)$)"), "o"),
    (re.compile(r"(?<=\w{2}[iy])s(?=(?:e|es|ed|ing|ation|ations|er|ers)$)"), "z"),
    (re.compile(r"(?<=\w{3})tre(?=s?$)"), "ter"),
    (re.compile(r"(?<=\w{2})ll(?=(?:ed|ing|er|ers|or|ors)$)"), "l"),
    (re.compile(r"(?<=\w{3})ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=\w{3})ence(?=s?$)"), "ense"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"(?<=\w{2})mme(?=s?$)"), "m"),
)
_ODD = {
    "grey": "gray",
    "tyre": "tire",
    "tyres": "tires",
    "kerb": "curb",
    "plough": "plow",
    "licence": "license",
    "licences": "licenses",
    "okay": "ok",
    "percent": "%",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word as spoken: its folded form, where it stands, whether an editor put it in, and whether words are left out before it."""

    key: str
    span: Span
    inserted: bool = False
    omitted: bool = False

    @property
    def telling(self) -> bool:
        """Whether it carries matter."""
        return self.key not in words("function_words") and self.key.isalnum()


def spoken(text: str, span: Span) -> tuple[Word, ...]:
    """The words of ``text[span]`` as they were spoken."""
    found: list[Word] = []
    depth, omitted = 0, False
    for match in _TOKEN.finditer(text, span.start, span.end):
        token = match.group()
        if token[0] in _OMISSION:
            omitted = True
        elif token in _OPENING:
            depth += 1
        elif token in _CLOSING:
            depth = max(0, depth - 1)
        else:
            at = Span(match.start(), match.end())
            for key in folded(token):
                found.append(Word(key, at, depth > 0, omitted))
                omitted = False
    return tuple(found)


def folded(token: str) -> Sequence[str]:
    """A word without case, contraction, numerals and national spelling."""
    word = token.lower().replace("’", "'")
    if word in _WHOLE:
        return _WHOLE[word]
    if word in _IS:
        return (word[:-2], "is")
    for ending, full in _CONTRACTED:
        if word.endswith(ending):
            return (_spelling(word.removesuffix(ending)), full)
    number = float(word) if word.isdecimal() else spelled([word]) if len(word) > _LETTERS else None
    return (f"{number:g}",) if number is not None else (_spelling(word.replace("'", "")),)


def _spelling(word: str) -> str:
    word = _ODD.get(word, word)
    for pattern, other in _SPELLINGS:
        word = pattern.sub(other, word)
    return word
