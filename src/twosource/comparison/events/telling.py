"""Tellings: the words that tell an event at one place of a text, with what stands around them to compare them by."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.domain.sentence import Token
from twosource.domain.span import Span
from twosource.grammar.slots import classes, stem
from twosource.reference.lexicon import table

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_HEADS = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})
_LIGHT = frozenset({"be", "have", "do", "make", "take", "get", "go", "give", "hold"})
_BEFORE_NOUN = frozenset({"compound", "nmod", "flat", "amod", "poss", "appos", "nummod"})
_MODIFIERS = frozenset({"amod", "nummod", "compound", "prt"})
_LENDS_SUBJECT = frozenset({"conj", "xcomp", "dobj", "advcl", "ccomp", "pcomp", "prep", "pobj", "aux", "attr"})
_STEPS = 3  # heads above an event's word that may lend it their subject
_NEAR = 4  # words on either side


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One place where a text tells an event.

    Attributes:
        text: number of its text; ``sentence`` the number of the sentence there; ``start`` the code point where its head word begins.
        lemma, stem, meanings, pos, dep: of its head word; "" where no word is found.
        phrase: stems of the content words and particles of the mention itself.
        subjects, objects: stems of those who do it, and of whom or what it is done to (or where), with their modifiers.
        modifiers: stems of the head word's own.
        around, near: stems of the sentence's other content words, and of those a few words away.
        names, numbers, times: names, numerals and words of time expressions in the sentence, in lower case.
        says: whether its head word is a verb of saying; ``speaker`` is that verb's subject in lower case, "someone" for a pronoun, "" for none.
        negated: whether the head word is.
    """

    text: int
    sentence: int
    start: int
    lemma: str = ""
    stem: str = ""
    meanings: frozenset[str] = frozenset()
    pos: str = ""
    dep: str = ""
    phrase: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    says: bool = False
    speaker: str = ""
    negated: bool = False


def telling(text: int, sentences: Sequence[Sequence[Token]], span: Span) -> Telling:
    """What stands at ``span`` of a text, whose sentences are given in order; each has a word."""
    number = max(0, bisect_right(sentences, span.start, key=lambda tokens: tokens[0].start) - 1)
    inside = [i for i, t in enumerate(sentences[number]) if span.start < t.end and t.start < span.end] if sentences else []
    return _told(text, number, sentences[number], inside) if inside else Telling(text=text, sentence=number, start=span.start)


def _told(text: int, number: int, tokens: Sequence[Token], inside: Sequence[int]) -> Telling:
    i = _head(tokens, inside)
    head, lemma = tokens[i], tokens[i].lemma.lower()
    below = _below(tokens)
    subjects, objects = _sides(tokens, below, i)
    others = [(j, t) for j, t in enumerate(tokens) if t.pos in _CONTENT and j != i]
    says = lemma in _sayings()
    return Telling(
        text=text,
        sentence=number,
        start=head.start,
        lemma=lemma,
        stem=stem(lemma),
        meanings=frozenset(classes(stem(lemma))),
        pos=head.pos,
        dep=head.dep,
        phrase=frozenset(_key(tokens[j]) for j in inside if j != i and tokens[j].pos in _CONTENT | {"ADP", "PART"}),
        subjects=frozenset(subjects) - {_key(head)},
        objects=frozenset(objects) - {_key(head)},
        modifiers=frozenset(_key(tokens[j]) for j in below[i] if tokens[j].dep in _MODIFIERS),
        around=frozenset(_key(t) for _, t in others),
        near=frozenset(_key(t) for j, t in others if abs(j - i) <= _NEAR),
        names=frozenset(t.text.lower() for _, t in others if t.pos == "PROPN"),
        numbers=frozenset(t.text.lower() for _, t in others if t.pos == "NUM"),
        times=frozenset(t.text.lower() for _, t in others if t.entity == "DATE" and t.pos != "ADJ"),
        says=says,
        speaker=_speaker(tokens, below, i) if says else "",
        negated=any(tokens[j].dep == "neg" for j in below[i]),
    )


def _sayings() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("cue_verbs") if row["kind"] == "say")


def _key(token: Token) -> str:
    return token.text.lower() if token.pos in ("PROPN", "NUM") else stem(token.lemma.lower())


def _head(tokens: Sequence[Token], inside: Sequence[int]) -> int:
    """The word of a mention that tells the event: its highest, or the next one below a light verb ("took place")."""
    members = set(inside)
    tops = [i for i in inside if tokens[i].head not in members or tokens[i].head == i] or list(inside)
    best = next((i for i in (*tops, *inside) if tokens[i].pos in _HEADS), tops[0])
    if tokens[best].lemma in _LIGHT:
        best = next((i for i in inside if i != best and tokens[i].pos in _HEADS), best)
    return best


def _below(tokens: Sequence[Token]) -> list[list[int]]:
    below: list[list[int]] = [[] for _ in tokens]
    for j, token in enumerate(tokens):
        if token.head != j:
            below[token.head].append(j)
    return below


def _sides(tokens: Sequence[Token], below: Sequence[Sequence[int]], i: int) -> tuple[set[str], set[str]]:
    """Those who do it, and whom or what it is done to; a word without a subject takes that of the verb above it."""
    sides: dict[str, set[str]] = {"subject": set(), "object": set()}
    for side, j in _hanging(tokens, below, i):
        sides[side].update(_phrase(tokens, below, j))
    at = i
    for _ in range(_STEPS):
        above, dep = tokens[at].head, tokens[at].dep
        if sides["subject"] or above == at:
            break
        if dep in ("relcl", "acl"):
            side = "object" if dep == "acl" and tokens[i].tag == "VBN" else "subject"
            sides[side].update(_phrase(tokens, below, above))
            break
        if dep not in _LENDS_SUBJECT:
            break
        for j in below[above]:
            if tokens[j].dep in ("nsubj", "nsubjpass"):
                sides["subject"].update(_phrase(tokens, below, j))
        at = above
    return sides["subject"], sides["object"]


def _hanging(tokens: Sequence[Token], below: Sequence[Sequence[int]], i: int) -> Iterator[tuple[str, int]]:
    """What hangs on an event's word, with the side it stands on; what a preposition brings is whom or where it hits, but for "by"."""
    noun = tokens[i].pos not in ("VERB", "AUX")
    for j in below[i]:
        dep = tokens[j].dep
        if dep in ("nsubj", "csubj", "poss"):
            yield "subject", j
        elif dep in ("nsubjpass", "dobj", "dative", "attr", "oprd") or (noun and dep in ("compound", "amod", "nmod")):
            yield "object", j
        elif dep in ("agent", "prep"):
            side = "subject" if dep == "agent" or tokens[j].lemma == "by" else "object"
            yield from ((side, k) for k in below[j] if dep == "agent" or tokens[k].dep == "pobj")


def _phrase(tokens: Sequence[Token], below: Sequence[Sequence[int]], i: int) -> Iterator[str]:
    """A noun's stem and those of what stands before it."""
    if tokens[i].pos in _CONTENT:
        yield _key(tokens[i])
    yield from (_key(tokens[j]) for j in below[i] if tokens[j].dep in _BEFORE_NOUN and tokens[j].pos in _CONTENT)


def _speaker(tokens: Sequence[Token], below: Sequence[Sequence[int]], i: int) -> str:
    subject = next((tokens[j] for j in below[i] if tokens[j].dep in ("nsubj", "nsubjpass")), None)
    return "" if subject is None else "someone" if subject.pos == "PRON" else subject.text.lower()
