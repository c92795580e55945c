"""Coreference of event words: which verbs and nouns of several articles speak of one happening."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.domain.sentence import Token
from twosource.domain.span import Span
from twosource.grammar.slots import classes, stem

Parsed = Sequence[Sequence[Token]]
"""The sentences of one text."""

_NAME_WEIGHS = 2.0  # names and numbers tell one happening from another of its kind better than other words do
_ONE_HAPPENING = 0.1  # mean cosine of two groups of texts; between 0.07 and 0.12 it matters little (ECB+)
_MOST_TEXTS = 200  # above that many texts of one topic grouping would take too long: they are taken as one happening
_LIGHT = frozenset({"be", "have", "do", "make", "take", "get", "go", "give", "hold"})
_SAYING = frozenset({"say", "tell", "report", "announce", "add", "state"})  # each speaker's saying is its own
_HEADS = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that stand for an event, in one text of several."""

    text: int
    span: Span


def coreferent(texts: Sequence[Parsed], mentions: Sequence[EventMention]) -> list[tuple[int, str, str]]:
    """A key a mention, the same for mentions of one event.

    First the texts are put into happenings by their names, numbers and rare words; within one, mentions of one head word, of
    its derivations or of near synonyms are one event, sayings only when they are one speaker's.
    """
    happening = {i: n for n, group in enumerate(happenings(texts)) for i in group}
    keys = []
    for mention in mentions:
        found = _head(texts[mention.text], mention.span)
        if found is None:
            keys.append((happening[mention.text], f"no word {mention.text}:{mention.span.start}", ""))
            continue
        sentence, i = found
        word = sentence[i].lemma.lower()
        meaning = next(iter(classes(stem(word))), stem(word))
        keys.append((happening[mention.text], meaning, _speaker(sentence, i) if word in _SAYING else ""))
    return keys


def happenings(texts: Sequence[Parsed]) -> list[list[int]]:
    """Texts of one topic by happening: average-link clusters over weighed words, those that all texts share left out."""
    if len(texts) > _MOST_TEXTS:
        return [list(range(len(texts)))]
    vectors = _vectors([_bag(sentences) for sentences in texts])
    near = [[math.fsum(x * b[w] for w, x in a.items() if w in b) for b in vectors] for a in vectors]
    groups = [[i] for i in range(len(texts))]
    # sums of nearness between groups, kept up to date, so that a merge costs one row
    while len(groups) > 1:
        best, at, other = max((near[a][b] / len(groups[a]) / len(groups[b]), -a, -b) for a in range(len(groups)) for b in range(a + 1, len(groups)))
        if best < _ONE_HAPPENING:
            break
        a, b = -at, -other
        for row in near:
            row[a] += row[b]
        near[a] = [x + y for x, y in zip(near[a], near[b], strict=True)]
        groups[a] += groups[b]
        del groups[b], near[b]
        for row in near:
            del row[b]
    return groups


def _bag(sentences: Parsed) -> dict[str, float]:
    bag: defaultdict[str, float] = defaultdict(float)
    for token in (t for sentence in sentences for t in sentence):
        if token.pos in ("PROPN", "NUM"):
            bag[token.text.lower()] += _NAME_WEIGHS
        elif token.pos in ("NOUN", "VERB", "ADJ"):
            bag[stem(token.lemma.lower())] += 1
    return bag


def _vectors(bags: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    held = Counter(word for bag in bags for word in bag)
    vectors = []
    for bag in bags:
        weighed = {w: (1 + math.log(n)) * math.log(len(bags) / held[w]) for w, n in bag.items() if 1 < held[w] < len(bags)}
        length = math.sqrt(math.fsum(x * x for x in weighed.values())) or 1.0
        vectors.append({w: x / length for w, x in weighed.items()})
    return vectors


def _head(sentences: Parsed, span: Span) -> tuple[Sequence[Token], int] | None:
    """The word of a mention that tells the event: its highest, or the next one below a light verb ("took place")."""
    for sentence in sentences:
        inside = [i for i, t in enumerate(sentence) if span.start < t.end and t.start < span.end]
        if not inside:
            continue
        members = set(inside)
        tops = [i for i in inside if sentence[i].head not in members or sentence[i].head == i] or inside
        best = next((i for i in (*tops, *inside) if sentence[i].pos in _HEADS), tops[0])
        if sentence[best].lemma in _LIGHT:
            best = next((i for i in inside if i != best and sentence[i].pos in _HEADS), best)
        return sentence, best
    return None


def _speaker(sentence: Sequence[Token], i: int) -> str:
    subject = next((t for t in sentence if sentence[t.head] is sentence[i] and t.dep in ("nsubj", "nsubjpass")), None)
    return "" if subject is None else "someone" if subject.pos == "PRON" else subject.text.lower()
