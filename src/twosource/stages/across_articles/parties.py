"""Parties: local parties that are one across the articles of a story."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from twosource.comparison.parties import descriptions, kinds, names, spelling
from twosource.comparison.parties.bodies import bodies
from twosource.comparison.parties.homes import homes
from twosource.comparison.parties.mouths import by_quotation
from twosource.comparison.parties.scenes import countries_filed_from
from twosource.comparison.parties.unions import Form, Unions
from twosource.domain.attribution import Quotation
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.furniture import Furniture, Headline
from twosource.domain.identity import identity
from twosource.domain.party import CountryFrom, LocalParty, Mention, Party, PartyKind
from twosource.domain.reading import Dossier
from twosource.domain.statement import Statement

T = TypeVar("T", bound=Hashable)

# Surer rules first: later ones ask which parties are one already.
_RULES: tuple[Callable[[Unions], None], ...] = (
    names.by_exact_name,
    names.by_known_body,
    names.by_country,
    names.by_person,
    names.by_surname,
    names.by_name_within,
    descriptions.by_role,
    names.by_acronym,
    names.by_part_of_name,
    names.by_opening,
    names.by_given_name,
    names.by_spelling,
    names.by_slip,
    descriptions.by_post,
    kinds.by_kind,
    descriptions.by_description,
    descriptions.of_the_state,
    kinds.by_leader,
    kinds.by_owner,
    kinds.by_leak,
    descriptions.by_medium,
)

_WEIGHT_OF_AN_ARTICLE = 3
"""Names counted of one article at most, so that no article's misreading outweighs the others."""
_WEIGHT_OF_WORDS = 2
_TELLING: tuple[PartyKind, ...] = ("government", "media", "group", "person", "place", "organisation", "unnamed")
"""Kinds by how much evidence each needs: an organisation is what a name is taken for where nothing else tells."""

_SURER: tuple[CountryFrom, ...] = ("known", "name", "words", "body", "kin", "articles", "none")


class Parties:
    """Local parties that are one across the articles of a story."""

    name = "parties"
    needs: tuple[type[Finding], ...] = (LocalParty, Headline, Furniture, Statement, Quotation)
    makes: tuple[type[Finding], ...] = (Party,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        headlines = {h.article: h.span for h in dossier.observed(Headline)}
        texts = {r.article.id: r.article.text for r in dossier.readings}
        unions = Unions([Form(p, texts.get(p.article, ""), headlines.get(p.article)) for p in dossier.observed(LocalParty)])
        for rule in _RULES:
            rule(unions)
        by_quotation(unions, dossier.readings)
        descriptions.by_speaker(unions)
        place = {r.article.id: n for n, r in enumerate(dossier.readings)}
        groups = unions.groups()
        ids = {form.party.id: identity("p", *sorted(f.party.id for f in group)) for group in groups for form in group}
        made = [_party(group, ids, place) for group in groups]
        home, body = homes(made, texts, countries_filed_from(dossier.readings)), bodies(made)
        told: tuple[str | None, CountryFrom]
        for party in made:
            told = (party.country, party.country_from) if party.country_from != "articles" else (None, "none")
            country, by = home.get(party.id, told)
            yield replace(party, country=country, country_from=by, body=body.get(party.id, party.body))


def _party(group: Sequence[Form], ids: dict[str, str], place: dict[str, int]) -> Party:
    ordered = sorted(group, key=lambda f: (place.get(f.article, 0), f.party.span, f.id))
    parties = [f.party for f in ordered]
    name = _name(ordered)
    aliases = dict.fromkeys(a for p in parties for a in (p.name, *p.aliases) if a != name)
    country, by = _country(parties, name)
    own = ids[parties[0].id]
    bodies = Counter(ids[p.body] for p in parties if p.body is not None and ids.get(p.body, own) != own)
    return Party(
        id=own,
        basis=tuple(sorted(p.id for p in parties)),
        name=name,
        aliases=tuple(aliases),
        kind=_kind(parties),
        country=country,
        country_from=by,
        sectors=tuple(dict.fromkeys(s for p in parties for s in p.sectors)),
        roles=tuple(dict.fromkeys(r for p in parties for r in p.roles)),
        mentions=tuple(m for p in parties for m in _mentions(p)),
        body=_commonest(bodies),
    )


def _kind(parties: Sequence[LocalParty]) -> PartyKind:
    """The kind that most articles take it for, one that names it often counting for more; a place that acts is a government."""
    votes: Counter[PartyKind] = Counter()
    for party in parties:
        if party.kind != "unnamed":
            votes[party.kind] += min(max(1, party.forms.count("name")), _WEIGHT_OF_AN_ARTICLE)
    if votes["government"]:
        del votes["place"]
    return min(votes, key=lambda kind: (-votes[kind], _TELLING.index(kind)), default="unnamed")


def _country(parties: Sequence[LocalParty], name: str) -> tuple[str | None, CountryFrom]:
    """The country that most articles tell a party's, and what told it; words weigh more than what an article only tells of most.

    What its full ``name`` tells stands above what a part of it seems to: "the Tarn Britons" are of Tarn, whatever "the Britons" may be.
    """
    told: Counter[str] = Counter()
    person = _kind(parties) == "person"
    full = any(p.name == name and p.country_from == "name" for p in parties)
    for party in parties:
        part = party.country_from == "name" and (person or (full and party.name != name))
        if party.country and not part:  # a person's: "Orin Ferries Lund", where a tagger takes in whose man he is
            told[party.country] += 1 if party.country_from == "articles" else _WEIGHT_OF_WORDS
    country = _commonest(told)
    return country, min((p.country_from for p in parties if p.country == country), key=_SURER.index) if country else "none"


def _mentions(party: LocalParty) -> Iterator[Mention]:
    for n, span in enumerate(party.evidence):
        yield Mention(party.article, span, party.forms[n] if n < len(party.forms) else "name")


def _name(group: Sequence[Form]) -> str:
    """The name most articles use, of those with most words of a name; what a headline's capitals made one, a description, what was taken for
    a body's name where others tell of a person, or a son's name, only where there is no other."""
    named = [f for f in group if not f.is_unnamed and f.named_outside] or [f for f in group if not f.is_unnamed] or list(group)
    people = [f for f in named if f.is_person]
    named = people if len(people) > 1 or len(people) == len(named) else named
    held = Counter(f.party.name for f in named)
    known = next((f.body for f in named if f.body in held), None)
    return known or min(held, key=lambda n: (-min(2, len(spelling.person_parts(n))), spelling.has_suffix(n), -held[n], -len(n), n))


def _commonest(counts: "Counter[T]") -> T | None:
    return min(counts, key=lambda one: (-counts[one], str(one))) if counts else None
