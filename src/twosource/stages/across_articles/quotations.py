"""Quotations: what one party said, put together from the quotations that articles give of it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from twosource.comparison.quotations.alignment import Alignment, shown
from twosource.comparison.quotations.joining import Joined, Quoted, joined
from twosource.comparison.quotations.spoken import spoken
from twosource.domain.attribution import Quotation
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.furniture import Furniture
from twosource.domain.identity import identity
from twosource.domain.party import Party
from twosource.domain.reading import Dossier, Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span, hull
from twosource.domain.statement import Statement
from twosource.domain.utterance import Alteration, Utterance


class Quotations:
    """Gives every quotation its speaker, joins those of one utterance, and tells where articles alter the words."""

    name = "quotations"
    needs: tuple[type[Finding], ...] = (Furniture, Sentence, Quotation, Statement, Party)
    makes: tuple[type[Finding], ...] = (Utterance,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        party_of = {local: p.id for p in dossier.of(Party) for local in p.basis}
        of: defaultdict[str, list[Quoted]] = defaultdict(list)
        for reading in dossier.readings:
            for one in _quoted(reading, party_of):
                of[one.speaker].append(one)
        for speaker, said in sorted(of.items()):
            yield from (_utterance(speaker, group) for group in joined(said))


def _quoted(reading: Reading, party_of: Mapping[str, str]) -> Iterator[Quoted]:
    """The quotations of an article whose speaker is known: the origin of the statements that they stand in."""
    text = reading.article.text
    sentences = sorted(reading.of(Sentence), key=lambda s: s.span)
    of: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in reading.of(Statement):
        of[statement.sentence].append(statement)
    furniture = sorted(f.span for f in reading.of(Furniture))
    for quotation in reading.of(Quotation):
        around = _touching(sentences, quotation.span)
        within = _within([s for sentence in around for s in of[sentence.id]], quotation.span)
        speakers = {party_of.get(s.chain[0].party) if s.chain else None for s in within}
        speaker = next(iter(speakers)) if len(speakers) == 1 else None
        at = bisect_right(furniture, quotation.span)
        if speaker is None or any(f.overlaps(quotation.span) for f in furniture[max(0, at - 1) : at + 1]):
            continue
        words = spoken(text, quotation.span)
        if words:
            told = spoken(text, hull([s.span for s in around]))
            begins = bisect_left(told, quotation.span.start, key=lambda w: w.span.start)
            yield Quoted(quotation, tuple(within), speaker, words, told, begins)


def _touching(sentences: Sequence[Sentence], span: Span) -> Sequence[Sentence]:
    first = bisect_right(sentences, span.start, key=lambda s: s.span.start) - 1
    last = bisect_left(sentences, span.end, key=lambda s: s.span.start)
    return [s for s in sentences[max(0, first) : last] if s.span.overlaps(span)]


def _within(statements: Sequence[Statement], span: Span) -> Sequence[Statement]:
    """The smallest statement that holds a quotation, or all that it runs through."""
    holding = [s for s in statements if s.span.covers(span)]
    if holding:
        return [min(holding, key=lambda s: (s.span.end - s.span.start, s.id))]
    return sorted((s for s in statements if s.span.overlaps(span)), key=lambda s: (s.span, s.id))


def _utterance(speaker: str, group: Joined) -> Utterance:
    basis = tuple(q.quotation.id for q in group.quoted)
    return Utterance(
        id=identity("u", *sorted(basis)),
        basis=basis,
        speaker=speaker,
        pieces=tuple(q.piece for q in group.quoted),
        alterations=tuple(x for a, b, found in group.alignments for x in _alterations(a, b, found)),
    )


def _alterations(a: Quoted, b: Quoted, found: Alignment) -> Iterator[Alteration]:
    """A headline shortens what it quotes as a matter of course."""
    if any(s.headline for s in (*a.statements, *b.statements)):
        return
    for difference in found.differences():
        yield Alteration(a.part(shown(a.words, difference.a)), b.part(shown(b.words, difference.b)))
