"""Anyone who can say or do something."""

from dataclasses import dataclass
from typing import Literal

from twosource.domain.finding import Conclusion, Observation
from twosource.domain.span import Span

PartyKind = Literal["person", "organisation", "government", "media", "group", "place", "unnamed"]
MentionForm = Literal["name", "nominal", "pronoun"]
CountryFrom = Literal["known", "name", "words", "body", "kin", "articles", "none"]
"""What told a party's country: a table of facts, its own name, words that the text says of it, the body or person it belongs to,
relatives of its name, or that its articles tell of that country nearly alone."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for a party: its span in one article and their form."""

    article: str
    span: Span
    form: MentionForm = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalParty(Observation):
    """A party as one article shows it; ``evidence`` holds the spans of its mentions in order of the text.

    Attributes:
        name: its fullest name there, or its description when it has none ("a senior official").
        aliases: other names and descriptions there, as written.
        kind, country, sectors, roles: country is ISO 3166-1 alpha-3, sectors are PLOVER's, roles are the text's words.
        country_from: what told the country.
        forms: one form for each span of the evidence.
        body: id of the local party this one speaks for or belongs to (a spokesman's ministry), where the text says so.
        members: ids of the local parties that a group stands for ("both nations"), where the text tells who they are.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: PartyKind = "unnamed"
    country: str | None = None
    country_from: CountryFrom = "none"
    sectors: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    forms: tuple[MentionForm, ...] = ()
    body: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Conclusion):
    """A party of a story: the local parties that are one across its articles (``basis`` holds their ids)."""

    name: str
    aliases: tuple[str, ...]
    kind: PartyKind
    country: str | None
    sectors: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[Mention, ...]
    body: str | None = None
    country_from: CountryFrom = "none"
