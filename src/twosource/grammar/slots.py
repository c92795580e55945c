"""What a statement says, slot by slot: its words, names, numbers, roles and surroundings, ready to be laid beside another's."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from twosource.domain.sentence import Sentence, Token
from twosource.domain.span import Span
from twosource.grammar.numerals import DIGITS, spelled
from twosource.reference.lexicon import table, words

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent", "poss"})
_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "pobj"})
_SUFFIXES = (
    *("izations", "isations", "ization", "isation", "ations", "ation", "itions", "ition", "ements", "ement", "ments", "ment"),
    *("ancies", "encies", "ances", "ences", "ance", "ence", "ings", "ing", "ions", "ion", "ities", "ity", "iness", "ness"),
    *(
        "ively",
        "ally",
        "ical",
        "ials",
        "ive",
        "ers",
        "ors",
        "ies",
        "ied",
        "ier",
        "er",
        "or",
        "ed",
        "es",
        "ly",
        "al",
        "ial",
        "able",
        "ist",
        "s",
        "e",
        "y",
    ),
)
_SCALE = 100.0  # from "hundred" on a number word multiplies the one before it
_SHORTEST = 3  # letters that must be left of a word when a suffix is cut off


@lru_cache(maxsize=1 << 16)  # the words of thousands of articles; names and numbers go on and on
def stem(word: str) -> str:
    """The part of a lower-case word that its derivations share ("announce", "announcement" -> "announc"); one cut, never two."""
    word = word.removesuffix("'s").removesuffix("’s").strip("'’\"“”.-")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST and not word.endswith("ss"):
            word = word[: -len(suffix)]
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word


@cache
def _classes() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in table("meanings"):
        for word in row["words"].split():
            key = stem(word)
            if row["meaning"] not in found.get(key, ()):
                found[key] = (*found.get(key, ()), row["meaning"])
    return found


def classes(stemmed: str) -> tuple[str, ...]:
    """The classes of near synonyms that a stem belongs to, from ``data/meanings.tsv``."""
    return _classes().get(stemmed, ())


def value(word: str) -> float | None:
    """The number a single word stands for ("nineteen", "1,200", "twenty-one", "14%", "19-year-old"), or None."""
    word = word.lower().strip("$£€%")
    if len(word) < 2 and not word.isdigit():
        return None
    digits = DIGITS.match(word)
    if digits:
        return spelled([digits.group(), word[digits.end() :]] if word[digits.end() :].isalpha() else [digits.group()])
    parts = word.split("-")
    return spelled(parts) if spelled(parts) is not None else spelled(parts[:1])


def numbers(tokens: Sequence[Token]) -> list[tuple[float, str]]:
    """The numbers among neighbouring tokens, each with the stem of what follows it as a rough unit."""
    found: list[tuple[float, str]] = []
    at = 0
    while at < len(tokens):
        number = value(tokens[at].text) if tokens[at].pos in ("NUM", "ADJ", "NOUN", "PROPN") or tokens[at].text[:1].isdigit() else None
        at += 1
        if number is None:
            continue
        while at < len(tokens) and (scale := spelled([tokens[at].lemma])) is not None and scale >= _SCALE and tokens[at].lemma.isalpha():
            number *= scale
            at += 1
        unit = next((stem(t.lemma) for t in tokens[at : at + 4] if t.pos in ("NOUN", "PROPN") or t.text == "%"), "")
        found.append((number, unit))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """A statement taken apart; every bag maps a stem (or a pair of stems) to how often it stands there.

    Attributes:
        statement, article: ids.
        start, end: its span; ``order`` is the number of its sentence in the article, ``of`` how many sentences there are.
        words, verbs, subjects, objects, names, classes, pairs, pieces: bags over the words of the statement itself.
        numbers: number and unit, in the order of the text.
        around, near: bags over its whole sentence, and over the sentences beside it.
        origin: bag over the names of the first link of its chain; empty in the outlet's own voice.
        head: stem and meanings of its head word.
        holder: id of the story's party that is its origin, or "" when there is none or nobody knows.
        dates: EDTF values of the dates in it.
        standing: sign, sureness and time as presented ("+", "CT", "past"); empty words where nobody has read them.
        negated, quoted, headline: what the words and the stage before say.
    """

    statement: str
    article: str
    start: int
    end: int
    order: int
    of: int
    words: Mapping[str, float]
    verbs: Mapping[str, float]
    subjects: Mapping[str, float]
    objects: Mapping[str, float]
    names: Mapping[str, float]
    classes: Mapping[str, float]
    pairs: Mapping[str, float]
    pieces: Mapping[str, float]
    numbers: tuple[tuple[float, str], ...]
    around: Mapping[str, float]
    near: Mapping[str, float]
    origin: Mapping[str, float]
    negated: bool
    quoted: bool
    headline: bool
    head: frozenset[str] = frozenset()
    holder: str = ""
    dates: frozenset[str] = frozenset()
    standing: tuple[str, str, str] = ("", "", "")


def _bag(items: Iterable[str]) -> dict[str, float]:
    bag: dict[str, float] = {}
    for item in items:
        bag[item] = bag.get(item, 0.0) + 1.0
    return bag


def content(tokens: Iterable[Token]) -> list[tuple[Token, str]]:
    """Tokens that carry matter, each with its stem; numbers as "#" and their value."""
    found = []
    for t in tokens:
        if not _carries(t):
            continue
        number = value(t.text) if t.pos == "NUM" else None
        key = f"#{number:g}" if number is not None else stem(t.lemma)
        if len(key) > 1:
            found.append((t, key))
    return found


def name_words(name: str) -> list[str]:
    """The stems of a name's words, titles and particles left out."""
    return [stem(w) for w in re.findall(r"\w+", name.lower()) if len(w) > 1 and w not in words("function_words")]


class Page:
    """The sentences of one article, with what was worked out once for all of its statements."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sorted(sentences, key=lambda s: s.span)
        self._starts = [s.span.start for s in self.sentences]
        self.bags = [_bag(key for _, key in content(s.tokens)) for s in self.sentences]

    def places(self, span: Span) -> range:
        """Numbers of the sentences that a span touches; empty when none does."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        while first < last and self.sentences[first].span.end <= span.start:
            first += 1
        return range(first, last)

    def around(self, place: Iterable[int]) -> dict[str, float]:
        """The words of whole sentences; a number that no sentence has adds none."""
        bag: dict[str, float] = {}
        for n in place:
            if 0 <= n < len(self.bags):
                for key, count in self.bags[n].items():
                    bag[key] = bag.get(key, 0.0) + count
        return bag

    def near(self, place: range) -> dict[str, float]:
        """The words of the sentence before and the one after."""
        return self.around((place.start - 1, place.stop))


def slots(
    page: Page,
    statement: str,
    article: str,
    span: Span,
    *,
    stand_for: Mapping[Span, str],
    origin: str = "",
    quoted: bool = False,
    headline: bool = False,
    denied: bool = False,
    head: int | None = None,
    holder: str = "",
    dates: frozenset[str] = frozenset(),
    standing: tuple[str, str, str] = ("", "", ""),
) -> Slots:
    """Take one statement apart.

    ``stand_for`` maps spans of pronouns and descriptions to the names they stand for; ``origin`` is the name of its first party;
    ``denied`` says that the words around it turn it round; ``head`` is the place of its head word in its first sentence.
    """
    place = page.places(span)
    inside = _inside(page, place, span)
    tokens = [t for _, t in inside]
    matter = content(tokens)
    keys = [key for _, key in matter]
    verbs = [key for t, key in matter if t.pos == "VERB"]
    named = [key for t, key in matter if t.entity in _NAMED or t.pos == "PROPN"]
    resolved = [w for s, name in stand_for.items() if span.covers(s) for w in name_words(name)]
    return Slots(
        statement=statement,
        article=article,
        start=span.start,
        end=span.end,
        order=place.start,
        of=len(page.sentences),
        words=_bag([*keys, *resolved]),
        verbs=_bag([*verbs, *(c for v in verbs for c in classes(v))]),
        subjects=_bag([*_in_role("subject", inside), *resolved]),
        objects=_bag(_in_role("object", inside)),
        names=_bag([*named, *resolved]),
        classes=_bag(c for key in keys for c in (classes(key) or (key,))),
        pairs=_bag([*_bound(inside), *(f"{a} {b}" for a, b in pairwise(keys))]),
        pieces=_bag(g for key in keys for g in _pieces(key)),
        numbers=tuple(numbers(tokens)),
        around=page.around(place),
        near=page.near(place),
        origin=_bag(name_words(origin)),
        negated=denied != any(t.dep == "neg" or t.lemma in words("negations") for t in tokens),
        quoted=quoted,
        headline=headline,
        head=_forms(page.sentences[place.start].tokens, head) if place else frozenset(),
        holder=holder,
        dates=dates,
        standing=standing,
    )


def _inside(page: Page, place: range, span: Span) -> list[tuple[Sentence, Token]]:
    """The tokens that a span touches, each with its sentence."""
    sentences = (page.sentences[n] for n in place)
    return [(sentence, t) for sentence in sentences for t in sentence.tokens if t.start < span.end and span.start < t.end]


def _carries(token: Token) -> bool:
    return token.pos in _CONTENT and token.lemma not in words("function_words")


def _in_role(role: str, inside: Iterable[tuple[Sentence, Token]]) -> list[str]:
    """The stems of the words that are "subject" or "object" of a verb."""
    return [stem(t.lemma) for sentence, t in inside if _carries(t) and _role(sentence, t) == role]


def _bound(inside: Iterable[tuple[Sentence, Token]]) -> Iterable[str]:
    """Pairs of a word and the one above it in the tree, where both carry matter."""
    for sentence, t in inside:
        above = sentence.tokens[t.head]
        if _carries(t) and above is not t and above.pos in _CONTENT:
            yield f"{stem(above.lemma)}>{stem(t.lemma)}"


def _forms(tokens: Sequence[Token], head: int | None) -> frozenset[str]:
    if head is None or head >= len(tokens):
        return frozenset()
    key = stem(tokens[head].lemma.lower())
    return frozenset({key, *classes(key)})


def _pieces(key: str) -> list[str]:
    padded = f"^{key}"
    return [padded[i : i + 4] for i in range(max(1, len(padded) - 3))]


def _role(sentence: Sentence, token: Token) -> str | None:
    """Whether a word stands in the subject or the object of the nearest verb above it; at most six steps up."""
    for _ in range(6):
        if token.dep in _SUBJECTS:
            return "subject"
        if token.dep in _OBJECTS and sentence.tokens[token.head].pos in ("VERB", "AUX"):
            return "object"
        above = sentence.tokens[token.head]
        if above is token or above.pos == "VERB":
            return None
        token = above
    return None
