"""Parties: names, nominals and pronouns that stand for one party in the article."""

from collections.abc import Iterable, Sequence

from twosource.domain.finding import Finding, Observation
from twosource.domain.identity import identity
from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.grammar.parties.entries import Entry
from twosource.grammar.parties.mentions import Found
from twosource.grammar.parties.references import References, country_name
from twosource.grammar.parties.spotting import find


class Parties:
    """Names, nominals and pronouns that stand for one party in the article."""

    name = "parties"
    needs: tuple[type[Finding], ...] = (Sentence,)
    makes: tuple[type[Finding], ...] = (LocalParty,)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [_read(reading) for reading in readings]


def _read(reading: Reading) -> tuple[LocalParty, ...]:
    article = reading.article
    entries = References(*find(reading.of(Sentence), article.text)).entries
    ids = {id(entry): identity("p", article.id, entry.key, entry.mentions[0].span.start) for entry in entries}
    return tuple(_party(article.id, entry, ids) for entry in entries)


def _party(article: str, entry: Entry, ids: dict[int, str]) -> LocalParty:
    mentions = _once(entry.mentions)
    name = _full_name(entry)
    # "X's statement" stands for X, but X is not called so.
    called = [
        m for m in mentions if m.form == "name" or (m.form == "nominal" and not (entry.names and m.role is not None and m.role.kind == "document"))
    ]
    aliases = dict.fromkeys(m.words for m in called if m.words != name)
    return LocalParty(
        id=ids[id(entry)],
        article=article,
        evidence=tuple(m.span for m in mentions),
        name=name,
        aliases=(*aliases, *sorted(entry.short - set(aliases) - {name})),
        kind=entry.kind,
        country=entry.country,
        country_from=entry.country_from,
        sectors=tuple(dict.fromkeys(entry.sectors)),
        roles=tuple(entry.roles),
        forms=tuple(m.form for m in mentions),
        body=ids.get(id(entry.body)) if entry.body is not None else None,
        members=tuple(ids[id(m)] for m in entry.members if id(m) in ids),
    )


def _once(mentions: list[Found]) -> list[Found]:
    seen: dict[Span, Found] = {}
    for mention in mentions:
        seen.setdefault(mention.span, mention)
    return list(seen.values())


def _full_name(entry: Entry) -> str:
    """The fullest name in the text, or a description; a government named only by its capital bears its country's name."""
    if entry.key.startswith("country:") and entry.country is not None:
        return country_name(entry.country)
    if entry.names:
        return entry.names[0]
    return entry.called or entry.mentions[0].words
