"""Copies: passages that one article has from another, or both from a third."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from twosource.comparison.copies.passages import SHORTEST, Comparable, Run, Word, shared, shingles, words
from twosource.comparison.independence.sourcing import credited, full_names, is_wire
from twosource.domain.attribution import Quotation
from twosource.domain.copy import Copy, Passage
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.furniture import Furniture
from twosource.domain.identity import identity
from twosource.domain.reading import Dossier, Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.reference.facts import agency

# A run of quoted words with a few around it ("he told a press conference on Monday") is still the same quotation.
_OUTSIDE_QUOTES = 10
# A shingle in more articles than this is a refrain of the outlet's pages; pairs are found by the others.
_REFRAIN = 50
# Words of an article that are compared: more than any news article has, and a bound for what is none.
_COMPARED = 50_000


class Copies:
    """Passages that one article has from another, or both from a third."""

    name = "copies"
    needs: tuple[type[Finding], ...] = (Sentence, Furniture, Quotation)
    makes: tuple[type[Finding], ...] = (Copy,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        named = {r.article.id: _named(r) for r in dossier.readings}
        full = full_names(name for names in named.values() for name in names)
        texts = [_text(r, frozenset(full.get(n, n) for n in named[r.article.id])) for r in sorted(dossier.readings, key=lambda r: r.article.id)]
        for a, b in _likely(texts):
            if (copy := _copy(a, b)) is not None:
                yield copy


@dataclass(frozen=True, slots=True)
class _Text:
    article: str
    words: list[Word]
    quoted: list[bool]
    credits: frozenset[str]
    beside: Comparable


def _text(reading: Reading, named: frozenset[str]) -> _Text:
    sentences = sorted(s.span for s in reading.of(Sentence))
    found = words(reading.article.text, sentences)[:_COMPARED]
    quoted = _covered(found, sorted(q.span for q in reading.of(Quotation)))
    return _Text(reading.article.id, found, _with_speakers(found, quoted, sentences), named, Comparable(found))


def _with_speakers(found: Sequence[Word], quoted: Sequence[bool], sentences: Sequence[Span]) -> list[bool]:
    """The marks of quoted words, spread over sentences that are mostly quotation: who spoke, and what he is, belongs to the quotation."""
    starts = [s.start for s in sentences]
    of = [bisect_right(starts, word.start) for word in found]
    held: Counter[int] = Counter(of)
    inside: Counter[int] = Counter(n for n, mark in zip(of, quoted, strict=True) if mark)
    return [mark or 2 * inside[n] > held[n] for n, mark in zip(of, quoted, strict=True)]


def _named(reading: Reading) -> frozenset[str]:
    """Agencies that an article's page parts name; of an agency's own article the agency."""
    named = credited(reading.article, reading.of(Furniture))
    outlet = reading.article.outlet or ""
    if is_wire(outlet):
        named |= {known.name if (known := agency(outlet)) is not None else outlet}
    return named


def _covered(found: Sequence[Word], stretches: Sequence[Span]) -> list[bool]:
    """For each word, whether a stretch holds it; both are sorted."""
    starts = [s.start for s in stretches]
    return [bool((n := bisect_right(starts, word.start)) and word.end <= stretches[n - 1].end) for word in found]


def _likely(texts: Sequence[_Text]) -> list[tuple[_Text, _Text]]:
    """Pairs of articles that share a shingle, so that strangers are never compared word by word."""
    holders: dict[int, list[int]] = defaultdict(list)
    for n, text in enumerate(texts):
        for shingle in set(shingles(text.words)):
            holders[shingle].append(n)
    pairs = {pair for held in holders.values() if len(held) <= _REFRAIN for pair in combinations(held, 2)}
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, text in enumerate(texts):
        same[text.beside.keys].append(n)
    pairs.update(pair for held in same.values() for pair in pairwise(held))
    return [(texts[i], texts[j]) for i, j in sorted(pairs)]


def _copy(a: _Text, b: _Text) -> Copy | None:
    if a.article == b.article:
        return None
    same = a.beside.keys == b.beside.keys
    kept = [run for run in shared(a.beside, b.beside, 1 if same else SHORTEST) if same or _outside(run, a, b) >= _OUTSIDE_QUOTES]
    if not kept:
        return None
    passages = tuple(sorted((_passage(run, a, b) for run in kept), key=lambda p: (p.a, p.b)))
    share = min(1.0, sum(len(run.pairs) for run in kept) / min(len(a.words), len(b.words)))
    both = a.credits & b.credits or (a.credits | b.credits if not (a.credits and b.credits) else frozenset())
    carrier = min(both) if len(both) == 1 or a.credits & b.credits else None
    pair = (a.article, b.article)
    return Copy(id=identity("copy", *pair), basis=pair, articles=pair, share=round(share, 4), passages=passages, carrier=carrier)


def _outside(run: Run, a: _Text, b: _Text) -> int:
    """Shared words that neither article has in quotation marks."""
    return sum(not a.quoted[i] and not b.quoted[j] for i, j in run.pairs)


def _passage(run: Run, a: _Text, b: _Text) -> Passage:
    (i0, j0), (i1, j1) = run.first, run.last
    return Passage(Span(a.words[i0].start, a.words[i1].end), Span(b.words[j0].start, b.words[j1].end))
