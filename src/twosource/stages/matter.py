"""The statements of a story as slots: what the claims, the conflicts and the training read them from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from twosource.domain.party import LocalParty
from twosource.domain.reading import Dossier, Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Statement
from twosource.stages.lexicon import words
from twosource.stages.slots import Page, Slots, slots, stem


@dataclass(frozen=True, slots=True)
class Matter:
    """Statements of a story in the order of its articles and their texts, their slots, and the stems of every sentence."""

    statements: tuple[Statement, ...]
    slots: tuple[Slots, ...]
    sentences: tuple[tuple[str, ...], ...]


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
    """Take every statement of the story apart."""
    statements: list[Statement] = []
    made: list[Slots] = []
    stems: list[tuple[str, ...]] = []
    for reading in dossier.readings:
        page = Page(reading.of(Sentence))
        stems.extend(tuple(bag) for bag in page.bags)
        names = stand_ins(reading)
        parties = {p.id: p.name for p in reading.of(LocalParty)}
        for statement in sorted(reading.of(Statement), key=lambda s: (s.span, s.id)):
            origin = parties.get(statement.chain[0].party, "") if statement.chain else ""
            statements.append(statement)
            made.append(
                slots(
                    page,
                    statement.id,
                    statement.article,
                    statement.span,
                    stand_for=names,
                    origin=origin,
                    quoted=statement.voice == "quote",
                    headline=statement.headline,
                    denied=denies(statement, reading.article.text),
                )
            )
    return Matter(tuple(statements), tuple(made), tuple(stems))


def denies(statement: Statement, text: str) -> bool:
    """Whether the words that attribute a statement turn it round ("denied that ...")."""
    return statement.cue is not None and any(stem(w) in _turning() for w in statement.cue.of(text).lower().split())


@cache
def _turning() -> frozenset[str]:
    return frozenset(stem(w) for w in words("negations"))
