"""Task party: the country and PLOVER sectors of the party a phrase stands for in its context."""

from collections.abc import Iterator
from typing import Any

from twosource.domain.article import Article
from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.grammar.parties.parties_at import PartyIndex
from twosource.inference.spacy import SpacyModel
from twosource.reference.facts import country_of_demonym, country_of_name, home_of, sectors_in
from twosource.stages.within_article.parties import Parties
from twosource.stages.within_article.sentences import Sentences


def answer(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Rows {id, phrase, context, date} to {id, country, sectors}; a phrase that its context lacks is read by itself."""
    readings = [Reading(Article(ref=str(row["id"]), text=_text(row), published=row.get("date"), published_from="given")) for row in rows]
    for stage in (Sentences(SpacyModel()), Parties()):
        readings = [reading.with_(made) for reading, made in zip(readings, stage.run(readings), strict=True)]
    for row, reading in zip(rows, readings, strict=True):
        party = _party(reading, row["phrase"] or "")
        country, sectors = _told(row["phrase"] or "", party)
        yield {"id": row["id"], "country": country, "sectors": sectors}


def _text(row: dict[str, Any]) -> str:
    phrase, context = row["phrase"] or "", row.get("context") or ""
    return context if phrase in context and context.strip() else f"{phrase} said so."


def _party(reading: Reading, phrase: str) -> LocalParty | None:
    at = reading.article.text.find(phrase)
    if at < 0 or not phrase.strip():
        return None
    return PartyIndex(reading.of(LocalParty), reading.of(Sentence)).at(Span(at, at + len(phrase)))


def _told(phrase: str, party: LocalParty | None) -> tuple[str | None, list[str]]:
    """The phrase's own country goes before the party's: "Hungarian" in "Hungarian and Romanian officials"."""
    country = home_of(phrase) or (party.country if party else None)
    sectors = list(party.sectors) if party else []
    return country, sectors or list(sectors_in(phrase)) or ([] if country is None else ["CVL"] if _people(phrase) else ["GOV"])


def _people(phrase: str) -> bool:
    """Whether a phrase ends in the word for a country's people ("Libyans"), not for its state ("Libya", "Libyan")."""
    last = phrase.rsplit(maxsplit=1)[-1]
    return last.endswith("s") and country_of_demonym(last) is not None and country_of_name(last) is None
