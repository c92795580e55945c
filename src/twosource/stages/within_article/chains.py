"""Chains: statements, each with its origin and the carriers it came through."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence

from twosource.domain.attribution import Attribution, Quotation
from twosource.domain.finding import Finding, Observation
from twosource.domain.furniture import Headline
from twosource.domain.identity import identity
from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span, hull
from twosource.domain.statement import Clause, Link, Statement
from twosource.grammar.attributions.asides import Asides
from twosource.grammar.attributions.papers import Papers
from twosource.grammar.attributions.performed import performed
from twosource.grammar.attributions.phrases import phrasal
from twosource.grammar.corrections.notices import notice
from twosource.grammar.parties.parties_at import PartyIndex

# Contents that are no clauses: their statement holds the source and the cue as well.
_WHOLE = ("infinitive", "predicate", "object")
_INTENDED = ("infinitive", "intention")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


class Chains:
    """Statements, each with its origin and the carriers it came through."""

    name = "chains"
    needs: tuple[type[Finding], ...] = (Sentence, Clause, Attribution, Quotation, LocalParty)
    makes: tuple[type[Finding], ...] = (Statement, LocalParty)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [_observed(reading) for reading in readings]


def _observed(reading: Reading) -> tuple[Observation, ...]:
    parties = _Parties(reading)
    clauses = reading.of(Clause)
    attributions = [a for a in reading.of(Attribution) if a.strength == "strong" and a.source]
    sentences = {s.id: s for s in reading.of(Sentence)}
    phrases = {a.id for a in attributions if phrasal(a, reading.article.text, reading.of(Sentence))}
    whole = {a.id for a in attributions if a.reason in _WHOLE} | phrases
    acts = {a.id for a in attributions if a.id in whole and performed(a, reading.of(Sentence), phrase=a.id in phrases)}
    holding = _holding(clauses, attributions, sentences, whole)
    headlines = [h.span for h in reading.of(Headline)]
    if reading.article.title is not None:
        headlines.append(reading.article.title)
    asides = Asides(reading.of(Quotation))
    statements: list[Observation] = []
    notices = _notices(reading)
    for clause, among in zip(clauses, holding, strict=True):
        if (told := notices.get(clause.sentence)) is not None:
            statements += _corrected(clause, sentences[clause.sentence], *told)
            continue
        around = [a for a in among if not asides.aside(clause, sentences[clause.sentence], a, whole=a.id in whole)]
        around = [a for a in around if a.id not in acts or not clause.span.covers(hull((*a.source, *a.cue)))]
        if any(a.reason not in _INTENDED for a in around):
            # "The mayor promised to come, the agency said": an intention that somebody tells is told by them.
            around = [a for a in around if a.reason not in _INTENDED or a.kind == "ask"]
        if all(a.reason == "told to" for a in around):
            around = []  # a carrier carries what somebody said: the teller's own remark beside it has neither
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


def _notices(reading: Reading) -> dict[str, tuple[Span, bool]]:
    """For each sentence of a correction notice the part of it that is news (it may be out of any clause), and whether that is taken back."""
    text, outlet = reading.article.text, reading.article.outlet
    found = {}
    for sentence in reading.of(Sentence):
        span = sentence.span
        if (said := notice(span.of(text), outlet)) is not None:
            found[sentence.id] = (Span(span.start + said.start, span.start + max(said.end, said.start + 1)), said.back)
    return found


def _corrected(clause: Clause, sentence: Sentence, part: Span, back: bool) -> list[Statement]:
    """The statement of a clause in a correction notice, in the outlet's own voice: what hangs on the notice's frame is nobody's report.

    None, where it says nothing of the news, or takes back no more than a name or a number ("misidentified the captain").
    """
    start, end = max(clause.span.start, part.start), min(clause.span.end, part.end)
    inside = [i for i, t in enumerate(sentence.tokens) if start <= t.start and t.end <= end]
    heads = [i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i]
    verbs = [i for i in heads if sentence.tokens[i].pos in ("VERB", "AUX")] or [i for i in inside if sentence.tokens[i].tag in _FINITE]
    if not inside or (back and not verbs):
        return []
    span = Span(start, end)
    return [
        Statement(
            id=identity("s", clause.article, start, end),
            article=clause.article,
            evidence=(span,),
            sentence=clause.sentence,
            head=clause.head if clause.head in inside else (verbs or inside)[0],
            voice="own",
            correction=back,
        )
    ]


def _holding(
    clauses: Sequence[Clause], attributions: Sequence[Attribution], sentences: Mapping[str, Sentence], whole: Container[str]
) -> list[list[Attribution]]:
    """For every clause the attributions in whose content it lies for the greater part, or whose ``whole`` it is, the innermost first."""
    order = sorted(range(len(clauses)), key=lambda n: clauses[n].span)
    ends = [clauses[n].span.end for n in order]
    starts = [clauses[n].span.start for n in order]
    found: list[list[Attribution]] = [[] for _ in clauses]
    heads = {sentences[c.sentence].tokens[c.head].start: n for n, c in enumerate(clauses)}
    _lend_heads(heads, sentences)
    for a in attributions:
        shared: dict[int, int] = {}
        if a.id in whole and a.cue:
            own = next((heads[at] for at in range(a.cue[0].start, a.cue[0].end) if at in heads), None)
            before = bisect_right(starts, a.cue[0].start) - 1
            if own is None and a.reason == "tagged" and before >= 0 and ends[before] >= a.cue[0].end:
                own = order[before]  # "renewed her attack on the “so-called” council"
            shared = {own: clauses[own].span.end - clauses[own].span.start} if own is not None else {}
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


def _lend_heads(heads: dict[int, int], sentences: Mapping[str, Sentence]) -> None:
    """Let an infinitive stand for the clause of the verb it completes ("went on to deny the charge", "came forward to accuse him")."""
    for sentence in sentences.values():
        for token in sentence.tokens:
            above = sentence.tokens[token.head].start
            # "a plan that Lund once called “mad”": told with the noun, where that stands alone.
            relative = token.dep == "relcl" and sentence.tokens[token.head].pos not in ("VERB", "AUX")
            if (relative or token.dep == "xcomp" or (token.dep == "advcl" and token.tag == "VB")) and above in heads:
                heads.setdefault(token.start, heads[above])


def _size(a: Attribution) -> tuple[bool, int, bool, int]:
    """An attribution whose source and cue lie in the content of another has the smaller content; who is cited had it first."""
    return a.reason != "citing", sum(c.end - c.start for c in a.content), a.reason == "told to", hull(a.content).start


def _chain(around: Sequence[Attribution], parties: "_Parties") -> tuple[Link, ...]:
    links: list[Link] = []
    for a in around:
        link = parties.link(a)
        if link is not None and all(link.party != other.party for other in links) and not parties.own_paper(a, links):
            links.append(link)
    return tuple(links)


class _Parties:
    """Who the words of a source stand for; makes a party of them when nobody is known by them."""

    def __init__(self, reading: Reading) -> None:
        self._article = reading.article
        self._index = PartyIndex(reading.of(LocalParty), reading.of(Sentence))
        self._papers = Papers(reading.of(Sentence), self._index.at)
        self._outlet = _plain(reading.article.outlet or "")
        self.made: list[LocalParty] = []
        self._by_name: dict[str, LocalParty] = {}

    def link(self, a: Attribution) -> Link | None:
        """The link for an attribution's source; none for the outlet itself ("told this newspaper")."""
        source = a.source[0]
        party = self._papers.writer(self._article.text, source) or self._index.at(source) or self._unnamed(source)
        if self._outlet and self._outlet in {_plain(name) for name in (party.name, *party.aliases)}:
            return None
        return Link(party.id, source, a.inferred)

    def own_paper(self, a: Attribution, links: Sequence[Link]) -> bool:
        """Whether an attribution credits only a paper of somebody in the chain already ("according to a post on its website")."""
        party = self._index.at(a.source[0])
        if a.reason != "according to" or (party is not None and party.kind != "unnamed"):
            return False
        whose = {p.id for p in self._index.all_in(a.source[0])}
        return any(link.party in whose for link in links)

    def _unnamed(self, source: Span) -> LocalParty:
        described = " ".join(source.of(self._article.text).split())
        known = self._by_name.get(described.lower())
        if known is None:
            known = LocalParty(
                id=identity("p", self._article.id, "unnamed", described),
                article=self._article.id,
                evidence=(source,),
                name=described,
                kind="unnamed",
                forms=("nominal",),
            )
            self._by_name[described.lower()] = known
            self.made.append(known)
        return known


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()
