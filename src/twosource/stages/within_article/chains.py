"""Chains: statements, each with its origin and the carriers it came through."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from twosource.domain.attribution import Attribution
from twosource.domain.finding import Finding, Observation
from twosource.domain.furniture import Headline
from twosource.domain.identity import identity
from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span, hull
from twosource.domain.statement import Clause, Link, Statement


class Chains:
    """Statements, each with its origin and the carriers it came through."""

    name = "chains"
    needs: tuple[type[Finding], ...] = (Sentence, Clause, Attribution, LocalParty)
    makes: tuple[type[Finding], ...] = (Statement, LocalParty)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [_observed(reading) for reading in readings]


def _observed(reading: Reading) -> tuple[Observation, ...]:
    parties = _Parties(reading)
    clauses = reading.of(Clause)
    attributions = [a for a in reading.of(Attribution) if a.strength == "strong" and a.source]
    holding = _holding(clauses, attributions)
    headlines = [h.span for h in reading.of(Headline)]
    if reading.article.title is not None:
        headlines.append(reading.article.title)
    statements: list[Observation] = []
    for clause, around in zip(clauses, holding, strict=True):
        chain = _chain(around, parties)
        statements.append(
            Statement(
                id=identity("s", clause.article, clause.span.start, clause.span.end),
                article=clause.article,
                evidence=clause.evidence,
                sentence=clause.sentence,
                head=clause.head,
                voice=around[0].voice if chain else "own",
                cue=next((c for a in around for c in a.cue), None) if chain else None,
                chain=chain,
                headline=any(h.covers(clause.span) for h in headlines),
            )
        )
    return (*parties.made, *statements)


def _holding(clauses: Sequence[Clause], attributions: Sequence[Attribution]) -> list[list[Attribution]]:
    """For every clause the attributions in whose content it lies for the greater part, the innermost first."""
    order = sorted(range(len(clauses)), key=lambda n: clauses[n].span)
    ends = [clauses[n].span.end for n in order]
    starts = [clauses[n].span.start for n in order]
    found: list[list[Attribution]] = [[] for _ in clauses]
    for a in attributions:
        shared: dict[int, int] = {}
        for content in a.content:
            for k in range(bisect_right(ends, content.start), bisect_left(starts, content.end)):
                span = clauses[order[k]].span
                shared[order[k]] = shared.get(order[k], 0) + min(span.end, content.end) - max(span.start, content.start)
        for n, length in shared.items():
            if 2 * length >= clauses[n].span.end - clauses[n].span.start:
                found[n].append(a)
    for around in found:
        around.sort(key=_size)
    return found


def _size(a: Attribution) -> tuple[int, int]:
    """An attribution whose source and cue lie in the content of another has the smaller content."""
    return sum(c.end - c.start for c in a.content), hull(a.content).start


def _chain(around: Sequence[Attribution], parties: "_Parties") -> tuple[Link, ...]:
    links: list[Link] = []
    for a in around:
        link = parties.link(a)
        if all(link.party != other.party for other in links):
            links.append(link)
    return tuple(links)


class _Parties:
    """Who the words of a source stand for; makes a party of them when nobody is known by them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.made: list[LocalParty] = []
        self._by_name: dict[str, LocalParty] = {}
        self._mentions = sorted((span, p.id) for p in reading.of(LocalParty) for span in p.evidence)
        self._starts = [m[0].start for m in self._mentions]
        self._sentences = reading.of(Sentence)
        self._sentence_starts = [s.span.start for s in self._sentences]

    def link(self, a: Attribution) -> Link:
        """The link for an attribution's source."""
        source = a.source[0]
        head = self._head(source)
        at = bisect_right(self._starts, head.start)
        best: tuple[int, str] | None = None
        for span, party in self._mentions[max(0, at - 12) : at]:
            if span.covers(head) and (best is None or span.end - span.start < best[0]):
                best = (span.end - span.start, party)
        return Link(best[1] if best else self._unnamed(source).id, source, a.inferred)

    def _head(self, source: Span) -> Span:
        """The head word of the source's phrase."""
        n = bisect_right(self._sentence_starts, source.start) - 1
        if n < 0:
            return source
        tokens = self._sentences[n].tokens
        inside = [i for i, t in enumerate(tokens) if source.start <= t.start and t.end <= source.end]
        top = next((i for i in inside if tokens[i].pos != "PUNCT" and (tokens[i].head not in inside or tokens[i].head == i)), None)
        return Span(tokens[top].start, tokens[top].end) if top is not None else source

    def _unnamed(self, source: Span) -> LocalParty:
        article = self._reading.article
        words = " ".join(source.of(article.text).split())
        known = self._by_name.get(words.lower())
        if known is None:
            known = LocalParty(
                id=identity("p", article.id, "unnamed", words), article=article.id, evidence=(source,), name=words, kind="unnamed", forms=("nominal",)
            )
            self._by_name[words.lower()] = known
            self.made.append(known)
        return known
