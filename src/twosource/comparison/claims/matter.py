"""The statements of a story as slots: what the claims, the conflicts and the training read them from."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.domain.date import Date
from twosource.domain.party import LocalParty, Party
from twosource.domain.reading import Dossier, Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Factuality, Statement
from twosource.grammar.slots import Page, Slots, slots, stem
from twosource.reference.lexicon import words

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Item:
    """Statements with the same words about the same names: one thing to lay beside others, however many articles print it.

    The one in the longest article comes first, and the slots are its.
    """

    statements: tuple[Statement, ...]
    slots: Slots


@dataclass(frozen=True, slots=True)
class Matter:
    """What is said in a story, each thing once, and the stems of every sentence, each sentence once.

    A copy adds neither, so that it changes nothing that is counted over them. ``pages`` are the articles by their ids.
    """

    items: tuple[Item, ...]
    sentences: tuple[tuple[str, ...], ...]
    pages: Mapping[str, "Open"]

    @property
    def slots(self) -> list[Slots]:
        """The slots of the items."""
        return [item.slots for item in self.items]


def stand_ins(reading: Reading) -> Mapping[Span, str]:
    """Spans of pronouns and descriptions in an article, with the name of the party each stands for."""
    return {
        span: party.name
        for party in reading.of(LocalParty)
        if party.kind != "unnamed"
        for span, form in zip(party.evidence, party.forms, strict=False)
        if form != "name"
    }


def matter(dossier: Dossier) -> Matter:
    """Take every thing said in the story apart; the order follows from the words alone."""
    party_of = {local: party.id for party in dossier.of(Party) for local in party.basis}
    pages = {reading.article.id: Open(reading, party_of) for reading in dossier.readings}
    same: dict[tuple[str, ...], list[Statement]] = {}
    for page in pages.values():
        for statement in sorted(page.reading.of(Statement), key=lambda s: (s.span, s.id)):
            same.setdefault(page.words_of(statement), []).append(statement)
    stems = {tuple(bag) for page in pages.values() for bag in page.page.bags}
    items = [_item(found, pages) for _, found in sorted(same.items())]
    return Matter(tuple(items), tuple(sorted(stems)), pages)


class Open:
    """An article with its page and the names in it, ready for its statements to be taken apart."""

    def __init__(self, reading: Reading, party_of: Mapping[str, str]) -> None:
        self.reading = reading
        self.page = Page(reading.of(Sentence))
        self._names = sorted(stand_ins(reading).items())
        self._party_of = party_of
        self._parties = {p.id: p.name for p in reading.of(LocalParty)}
        self._factuality = {f.statement: f for f in reading.of(Factuality)}
        self._dates = sorted((d.span.start, d.span.end, d.value) for d in reading.of(Date) if d.value)

    def words_of(self, statement: Statement) -> tuple[str, ...]:
        """What makes two statements one item: their words, whom their pronouns stand for, and whether the words around deny them."""
        text = self.reading.article.text
        names = self._stand_ins(statement.span).values()
        return ("no" if denies(statement, text) else "", *_WORD.findall(statement.span.of(text).lower()), "/", *(n.lower() for n in names))

    def slots(self, statement: Statement) -> Slots:
        """The statement taken apart."""
        origin = statement.chain[0].party if statement.chain else ""
        read = self._factuality.get(statement.id)
        return slots(
            self.page,
            statement.id,
            statement.article,
            statement.span,
            stand_for=self._stand_ins(statement.span),
            origin=self._parties.get(origin, ""),
            quoted=statement.voice == "quote",
            headline=statement.headline,
            denied=denies(statement, self.reading.article.text),
            head=statement.head,
            holder=self._party_of.get(origin, ""),
            dates=self._dated(statement.span),
            standing=(read.value[-1], read.value[:2], read.time) if read else ("", "", ""),
        )

    def _stand_ins(self, span: Span) -> Mapping[Span, str]:
        first, last = (bisect_left(self._names, edge, key=lambda one: one[0].start) for edge in (span.start, span.end))
        return {inside: name for inside, name in self._names[first:last] if span.covers(inside)}

    def _dated(self, span: Span) -> frozenset[str]:
        found = self._dates[bisect_left(self._dates, (span.start,)) : bisect_left(self._dates, (span.end,))]
        return frozenset(value for _, end, value in found if end <= span.end)


def _item(found: Sequence[Statement], pages: Mapping[str, Open]) -> Item:
    """What a trimmed copy leaves out is never what an item is known by: the longest article stands for all."""
    order = sorted(found, key=lambda s: (s.headline, -len(pages[s.article].page.sentences), s.article, s.span, s.id))
    return Item(tuple(order), pages[order[0].article].slots(order[0]))


def denies(statement: Statement, text: str) -> bool:
    """Whether the words that attribute a statement turn it round ("denied that ...")."""
    told = statement.cue.of(text).lower().split() if statement.cue is not None else []
    return any(w in words("negations") or stem(w) in _turning() for w in told)


@cache
def _turning() -> frozenset[str]:
    """Stems of the longer words that turn a statement round; "not" is also what is left of "notes"."""
    return frozenset(stem(w) for w in words("negations") if len(w) > len("not"))
