"""Quantities: numbers with what they count and their bounds."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.domain.date import Date
from twosource.domain.finding import Finding, Observation
from twosource.domain.identity import identity
from twosource.domain.quantity import Quantity
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence, Token
from twosource.domain.span import Span
from twosource.grammar.numerals import DIGITS, known_words, spelled
from twosource.grammar.tree import Tree
from twosource.reference.lexicon import table, words


class Quantities:
    """Numbers with what they count; dates, clock times, ordinals and numbers that are names are none."""

    name = "quantities"
    needs: tuple[type[Finding], ...] = (Sentence, Date)
    makes: tuple[type[Finding], ...] = (Quantity,)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [tuple(_quantities(reading)) for reading in readings]


@dataclass(frozen=True, slots=True)
class _Number:
    """A number over tokens ``first`` to ``last``, with its inclusive bounds."""

    first: int
    last: int
    low: float | None
    high: float | None
    approximate: bool = False


def _quantities(reading: Reading) -> Iterator[Quantity]:
    article = reading.article
    dates = sorted(d.span for d in reading.of(Date))
    for sentence in reading.of(Sentence):
        for number, span, unit in _in_sentence(Tree(sentence), dates):
            yield Quantity(
                id=identity("q", article.id, span.start, span.end),
                article=article.id,
                evidence=(span,),
                low=number.low,
                high=number.high,
                unit=unit,
                approximate=number.approximate,
            )


def _in_sentence(tree: Tree, dates: list[Span]) -> Iterator[tuple[_Number, Span, str | None]]:
    tokens = tree.tokens
    i = 0
    while i < len(tokens):
        number = _range(tokens, i)
        if number is None:
            i += 1
            continue
        i = number.last + 1
        core = tree.span(number.first, number.last)
        if _dated(core, dates) or _is_name(tree, number):
            continue
        number = _bounded_after(tokens, number, number.last)
        counted = _counted(tree, number)
        if counted is None:
            continue
        unit, last = counted
        number = _bounded_after(tokens, _bounded(tokens, number), last)
        end = max(number.last, last)
        i = max(i, end + 1) if unit in ("years of age", "percent") else i
        yield number, tree.span(number.first, end), unit


def _dated(span: Span, dates: list[Span]) -> bool:
    """Whether a date overlaps the span; dates are in order and do not overlap one another."""
    at = bisect_left(dates, span.end, key=lambda d: d.start)
    return at > 0 and dates[at - 1].overlaps(span)


def _number(tokens: Sequence[Token], i: int) -> _Number | None:
    """The number that begins at token ``i``: digits or words, "a million", "dozens of", "twice"."""
    word = tokens[i].text.lower()
    if word in _PLURALS or word in _TIMES:
        return _vague(tokens, i)
    if (short := _SHORT.fullmatch(word)) is not None:
        value = spelled([short.group(1), short.group(2)])
        return None if value is None else _Number(i, i, value, value)
    if word == "no" and i + 1 < len(tokens) and tokens[i].dep == "det" and tokens[tokens[i].head].tag == "NNS":
        return _Number(i, i, 0, 0)
    last, said = i, [word]
    if not (DIGITS.fullmatch(word) or known_words().get(word, ("",))[0] in ("unit", "ten") or _opens_scale(tokens, i)):
        return None
    for j in range(i + 1, min(i + _LONGEST, len(tokens))):
        nxt = tokens[j].text.lower()
        kind = known_words().get(nxt, ("",))[0]
        if kind in ("scale", "dozen") or (kind and not DIGITS.fullmatch(said[-1]) and said[-1] not in ("a", "half")):
            said, last = [*said, nxt], j
        elif nxt not in ("-", "and", "a") or j + 1 >= len(tokens) or (nxt == "and" and said[-1] != "hundred") or (nxt == "a" and word != "half"):
            break
    half = said[0] == "half"
    value = spelled([w for w in said if w != "half"])
    return None if value is None else _Number(i, last, value / (2 if half else 1), value / (2 if half else 1))


def _opens_scale(tokens: Sequence[Token], i: int) -> bool:
    """Whether "a", "an" or "half a" stands before "million", "dozen" and the like."""
    word = tokens[i].text.lower()
    at = i + (2 if word == "half" else 1)
    return word in ("a", "an", "half") and at < len(tokens) and known_words().get(tokens[at].text.lower(), ("",))[0] in ("scale", "dozen")


_LONGEST = 12
_SHORT = re.compile(r"(\d[\d,]{0,15}(?:\.\d{1,6})?)(k|m|mn|bn|tn)")
_TIMES = {"twice": 2.0, "thrice": 3.0}
_PLURALS = {"dozens": 12.0, "scores": 20.0, "tens": 10.0, "hundreds": 100.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9}


def _vague(tokens: Sequence[Token], i: int) -> _Number | None:
    """ "Dozens" are at least two dozen, and open above; "hundreds of thousands" multiply."""
    word = tokens[i].text.lower()
    if word in _TIMES:
        return _Number(i, i, _TIMES[word], _TIMES[word])
    if i + 1 >= len(tokens) or tokens[i + 1].text.lower() != "of":
        return None
    low, last = 2 * _PLURALS[word], i
    if i + 2 < len(tokens) and (scale := _PLURALS.get(tokens[i + 2].text.lower())) is not None:
        low, last = low * scale, i + 2
    return _Number(i, last, low, None, approximate=True)


def _range(tokens: Sequence[Token], i: int) -> _Number | None:
    """A number, or two that are the ends of a range: "between 20 and 30", "5 to 7", "10-12", "two or three"."""
    between = tokens[i].text.lower() in ("between", "from") and i + 1 < len(tokens)
    first = _number(tokens, i + 1 if between else i)
    if first is None:
        return None
    link = tokens[first.last + 1].text.lower() if first.last + 2 < len(tokens) else ""
    joins = link in ("to", "-", "–", "or") or (link == "and" and between)
    second = _number(tokens, first.last + 2) if joins else None
    if second is None or first.low is None or second.high is None or not first.low < second.high:
        return None if between else first
    low = first.low
    scale = known_words().get(tokens[second.last].text.lower(), ("", 1.0))
    if scale[0] == "scale" and low < scale[1] and low * scale[1] < second.high:  # "two to three million"
        low *= scale[1]
    return _Number(i, second.last, low, second.high, approximate=link == "or")


def _is_name(tree: Tree, number: _Number) -> bool:
    """Whether the number is a clock time, an ordinal's or a fraction's part, or a name: "Flight 7", "page 3", "Apollo 11"."""
    tokens = tree.tokens
    before = tokens[number.first - 1] if number.first else None
    after = tokens[number.last + 1].text.lower() if number.last + 1 < len(tokens) else ""
    beyond = tokens[number.last + 2].text.lower() if number.last + 2 < len(tokens) else ""
    if after.strip(".") in _CLOCK or (after == "-" and beyond.rstrip("s") in _FRACTIONS) or after.rstrip("s") in _FRACTIONS:
        return True
    if tokens[number.first].text.lower() == "one" and number.first == number.last and (tokens[number.first].dep != "nummod" or after == "of"):
        return True  # "one of them", "the one that"
    if after == "-" and DIGITS.fullmatch(beyond):
        return True  # a score: ranges are read before
    if _is_odds(tokens, number):
        return True
    if before is None or before.text in ("$", "%"):
        return False
    if before.text.lower() in _NUMBERED or (before.text == "." and number.first > 1 and tokens[number.first - 2].text.lower() in ("no", "nos")):
        return True
    counts = tokens[number.last].head > number.last and tokens[number.last].dep in ("nummod", "quantmod", "compound", "amod")
    if before.text in ("/", ":", "#", "-") and tokens[number.first].start == before.end:
        return True
    return not counts and (before.pos == "PROPN" or before.lemma.lower() in words("label_nouns")) and before.end + 1 >= tokens[number.first].start


def _is_odds(tokens: Sequence[Token], number: _Number) -> bool:
    """Whether the number is either side of "one-in-three" or "2 in 3 chance": one share, not two counts."""
    after = [t.text.lower() for t in tokens[number.last + 1 : number.last + 6]]
    before = [t.text.lower() for t in tokens[max(0, number.first - 2) : number.first]]
    if after[:2] == ["-", "in"] or before == ["in", "-"]:
        return True
    odds = any(w in _ODDS for w in after)
    return odds and (before[-1:] == ["in"] or after[:1] == ["in"])


_ODDS = frozenset({"chance", "chances", "odds"})
_NUMBERED = frozenset({"no.", "nos.", "number", "№"})
_CLOCK = frozenset({"a.m", "p.m", "am", "pm", "o'clock", "o’clock", "gmt", "utc", "est", "edt"})
_FRACTIONS = frozenset({"third", "quarter", "fifth", "sixth", "eighth", "tenth"})


@cache
def _currencies() -> dict[str, str]:
    return {row["sign"]: row["code"] for row in table("currencies")}


def _counted(tree: Tree, number: _Number) -> tuple[str | None, int] | None:
    """The unit and the last token of its words; None where the number counts nothing that the sentence tells."""
    tokens = tree.tokens
    nxt = number.last + 1
    after = [t.text.lower() for t in tokens[nxt : nxt + 5]]
    before = tokens[number.first - 1].text.lower() if number.first else ""
    if tokens[number.first].text.lower() in _TIMES:
        return "times", number.last
    if before in _currencies() and not before.isalpha():
        return _currencies()[before], number.last
    if after[:1] in (["%"], ["percent"]) or after[:2] == ["per", "cent"]:
        return "percent", nxt + (after[0] == "per")
    if (age := _age(tokens, number, after, before)) is not None:
        return age
    at = nxt + 1 if after[:1] == ["of"] else nxt
    head = _head(tree, number, at)
    if head is None:
        return _victims(tree, number)
    if any(t.pos in ("NUM", "CCONJ") for t in tokens[at:head]):  # "14 and 11 points": the unit stands with the last number
        return _said(tokens[head : head + 1]), number.last
    last = tokens[head].lemma.lower()
    unit = _currencies().get(last) or _said([t for t in tokens[at : head + 1] if t.pos not in ("DET", "PRON") and t.dep != "poss"])
    return (unit, head) if unit else None


def _said(tokens: Sequence[Token]) -> str:
    """The words in lower case, apart where the text has them apart; marks at the edges left out."""
    joined = "".join(t.text.lower() + (" " if n + 1 < len(tokens) and tokens[n + 1].start > t.end else "") for n, t in enumerate(tokens))
    return joined.strip(" -–,.;:'\"“”‘’()[]")


def _head(tree: Tree, number: _Number, at: int) -> int | None:
    """The noun that heads what is counted, at or a little after token ``at``."""
    tokens = tree.tokens
    head = tokens[number.last].head
    if at <= head < at + _PHRASE and tokens[head].pos in ("NOUN", "PROPN"):
        return head
    for j in range(at, min(at + _PHRASE, len(tokens))):
        if tokens[j].pos in ("NOUN", "PROPN") and not (
            j + 1 < len(tokens) and tokens[j + 1].pos in ("NOUN", "PROPN") and tokens[j].dep == "compound"
        ):
            return j
        if tokens[j].pos not in ("ADJ", "NOUN", "PROPN", "DET", "NUM", "PRON") and tokens[j].tag not in ("VBG", "VBN"):
            return None
    return None


_PHRASE = 6
"""What is counted is named within so many words."""


def _age(tokens: Sequence[Token], number: _Number, after: list[str], before: str) -> tuple[str, int] | None:
    """ "16-year-old", "16 years old", "aged 16", and "Ann Lee, 16," tell how old somebody is."""
    if after[:4] == ["-", "year", "-", "old"]:
        return "years of age", number.last + 4
    if after[:1] in (["years"], ["year"]) and after[1:2] == ["old"]:
        return "years of age", number.last + 2
    if after[:3] == ["years", "of", "age"]:
        return "years of age", number.last + 3
    if before == "aged":
        return "years of age", number.last
    named = number.first >= 2 and before == "," and tokens[number.first - 2].pos == "PROPN"
    if named and after[:1] in ([","], ["."], [")"]) and number.low is not None and number.low == int(number.low) and number.low < 120:
        return "years of age", number.last
    return None


def _victims(tree: Tree, number: _Number) -> tuple[str, int] | None:
    """Who are counted where only what befell them is told: "12 were killed", "left 3 dead", "at least 2 wounded"."""
    tokens = tree.tokens
    if number.last + 1 < len(tokens) and (
        tokens[number.last + 1].lemma in words("harm_verbs") or tokens[number.last + 1].lemma in ("dead", "missing")
    ):
        return tokens[number.last + 1].text.lower(), number.last + 1
    head = tokens[number.last].head
    if tokens[number.last].dep in ("nsubjpass", "dobj", "nsubj") and tokens[head].lemma in words("harm_verbs"):
        return tokens[head].text.lower(), number.last
    return None


def _bounded(tokens: Sequence[Token], number: _Number) -> _Number:
    """The number with the bounds that the words before it set, and its first token moved to them."""
    first, low, high, approximate = number.first, number.low, number.high, number.approximate
    if first and tokens[first - 1].text.lower() in _currencies():
        first -= 1
    for _ in range(2):  # "an estimated", or two of them: "at least about"
        side, length = _words_before(tokens, first)
        if not length:
            break
        first -= length
        low, high, approximate = _applied(side, low, high, approximate)
    return _Number(first, number.last, low, high, approximate)


def _bounded_after(tokens: Sequence[Token], number: _Number, last: int) -> _Number:
    """The number with the bound that the two words after token ``last`` set ("or more"), and its last token moved to them."""
    side = _bounds("after").get(" ".join(t.text.lower() for t in tokens[last + 1 : last + 3]), "")
    if not side:
        return number
    low, high, approximate = _applied(side, number.low, number.high, number.approximate)
    return _Number(number.first, last + 2, low, high, approximate)


def _applied(side: str, low: float | None, high: float | None, approximate: bool) -> tuple[float | None, float | None, bool]:
    if side == "low":
        return low, None, approximate
    if side == "high":
        return None, high, approximate
    return low, high, True


@cache
def _bounds(place: str) -> dict[str, str]:
    return {row["words"]: row["side"] for row in table("bounds") if row["place"] == place}


def _words_before(tokens: Sequence[Token], first: int) -> tuple[str, int]:
    """The side that the words right before a number set, and how many words they are."""
    if first and tokens[first - 1].tag == "RP":
        return "", 0  # "handed over 21 girls" hands all of them over
    for length in (3, 2, 1):
        if first >= length:
            said = " ".join(t.text.lower() for t in tokens[first - length : first])
            if (side := _bounds("before").get(said)) is not None:
                return side, length
    return "", 0
