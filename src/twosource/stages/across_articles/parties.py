"""Parties: local parties that are one across the articles of a story."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from twosource.comparison.parties import naming
from twosource.comparison.parties.mouths import one_mouth, quoted
from twosource.comparison.parties.unions import Form, Unions
from twosource.domain.attribution import Quotation
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.furniture import Headline
from twosource.domain.identity import identity
from twosource.domain.party import LocalParty, Mention, Party
from twosource.domain.reading import Dossier, Reading
from twosource.domain.statement import Statement
from twosource.reference import facts
from twosource.reference.lexicon import words

T = TypeVar("T", bound=Hashable)

# Words of a name whose beginnings and ends are looked up: longer ones are no names.
_LONGEST_NAME = 12
_ADDRESS = frozenset({"mr", "mrs", "ms"})
_STAFF = frozenset({"officials", "authorities", "representatives", "leaders", "executives"})
_BODIES = ("organisation", "government", "media", "group")
# Before a role: whom it names holds it no more.
_NO_MORE = frozenset({"former", "then", "ex", "late", "previous"})
# Words that a description of a state's media is made of, besides the country and whose it is.
_MEDIA = frozenset({"media", "agency", "television", "tv", "newspaper", "broadcaster", "outlet", "outlets", "press", "radio"})
_OF_THE_STATE = frozenset({"state", "official", "state-run", "state-owned", "state-controlled", "government-run", "government-controlled"})


class Parties:
    """Local parties that are one across the articles of a story."""

    name = "parties"
    needs: tuple[type[Finding], ...] = (LocalParty, Headline, Statement, Quotation)
    makes: tuple[type[Finding], ...] = (Party,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        headlines = {h.article: h.span for h in dossier.observed(Headline)}
        texts = {r.article.id: r.article.text for r in dossier.readings}
        unions = Unions([Form(p, texts.get(p.article, ""), headlines.get(p.article)) for p in dossier.observed(LocalParty)])
        for rule in _RULES:
            rule(unions)
        _by_quotation(unions, dossier.readings)
        _by_speaker(unions)
        place = {r.article.id: n for n, r in enumerate(dossier.readings)}
        groups = unions.groups()
        ids = {form.party.id: identity("p", *sorted(f.party.id for f in group)) for group in groups for form in group}
        for group in groups:
            yield _party(group, ids, place)


def _by_exact_name(unions: Unions) -> None:
    def key(form: Form) -> list[Hashable]:
        words = naming.parts(form.party.name)
        return [] if form.is_unnamed else [(words, form.is_person and len(words) == 1)]

    for forms in unions.by(key).values():
        unions.join_all(forms)


def _by_known_body(unions: Unions) -> None:
    for forms in unions.by(lambda f: [f.body] if f.body else []).values():
        unions.join_all(forms)


def _by_country(unions: Unions) -> None:
    """A country, its capital and "its government" are one government when they say or do something."""

    def key(form: Form) -> list[Hashable]:
        if form.is_person or form.body or form.party.kind not in ("government", "place", "unnamed"):
            return []
        country = naming.government_of(form.party.name)
        return [(country, form.party.kind == "place" and not facts.country_of_name(form.party.name))] if country else []

    for forms in unions.by(key).values():
        unions.join_all(forms)


def _by_person(unions: Unions) -> None:
    """Full names that can be one."""
    full = unions.by(lambda f: [f.person[-1]] if len(f.person) > 1 else [])
    for forms in full.values():
        alike: dict[tuple[str, ...], list[Form]] = defaultdict(list)
        for form in forms:
            alike[form.person].append(form)
        for named in alike.values():
            unions.join_all(named)
        for one, other in combinations(sorted(alike), 2):
            if naming.same_person(one, other):
                unions.join(alike[one][0], alike[other][0])


def _by_surname(unions: Unions) -> None:
    """A bare surname or given name, whatever it was taken for, with the one person of the story it can stand for."""
    holders = unions.by(lambda f: (f.person[0], f.person[-1]) if len(f.person) > 1 else [])
    for form in unions.forms:
        bare = form.person or naming.person_parts(form.party.name)
        if len(bare) > 1 and form.in_headline and form.party.kind == "person" and holders.get(bare[-1]) == [form]:
            bare = bare[:1]  # "Brandt Says": the capitals of a headline make a name of its first words
        if len(bare) == 1 and form.party.name[:1].isupper() and form.body is None and naming.government_of(form.party.name) is None:
            unions.join_only(form, [f for f in holders.get(bare[0], ()) if f is not form])


def _by_name_within(unions: Unions) -> None:
    """A longer stretch that ends in a person's full name ("Singer Ilse Brandt"), or opens with it and was taken for a person."""
    full = {f.person: f for f in unions.forms if len(f.person) > 1}
    for form in unions.forms:
        words = naming.person_parts(form.party.name)
        for n in range(1, len(words) - 1):
            other = full.get(words[n:]) or (full.get(words[:-n]) if form.is_person else None)
            if other is not None and other is not form:
                unions.join(form, other)


def _by_role(unions: Unions) -> None:
    """A description by role ("the governor of Sorland") with the one person of the story who is said to hold it now."""
    holders: dict[str, list[tuple[frozenset[str], Form]]] = defaultdict(list)
    for form in unions.forms:
        if form.is_person:
            for role in form.party.roles:
                telling = naming.telling(role) - _ADDRESS
                if telling and not telling & _NO_MORE:
                    for word in telling:
                        holders[word].append((telling, form))
    for form in unions.forms:
        telling = naming.telling(form.party.name) - _ADDRESS if form.party.kind == "unnamed" and not form.indefinite else frozenset()
        if len(telling) > 1:
            unions.join_only(form, [f for held, f in holders.get(min(telling), ()) if telling <= held])


def _by_acronym(unions: Unions) -> None:
    bodies = [f for f in unions.forms if not f.is_person and not f.is_unnamed]
    initials: dict[str, list[Form]] = defaultdict(list)
    for form in bodies:
        for name in form.names:
            if letters := naming.acronym(name):
                initials[letters].append(form)
    for form in bodies:
        for name in form.names:
            if naming.is_acronym(name):
                found = initials.get("".join(naming.parts(name)), [])
                if len({unions.head(f.id) for f in found}) == 1:
                    unions.join(form, found[0])


def _by_part_of_name(unions: Unions) -> None:
    """A name that opens or ends exactly one longer name of the story is its short form ("Orin" for "Orin Ferries", "the Times")."""
    bodies = [f for f in unions.forms if not f.is_person and not f.is_unnamed and f.party.kind in ("organisation", "media", "group")]
    edges: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in bodies:
        words = naming.parts(form.party.name)
        for n in range(1, min(len(words), _LONGEST_NAME)):
            edges[words[:n]].append(form)
            edges[words[n:]].append(form)
    for form in bodies:
        found = edges.get(naming.parts(form.party.name), [])
        if form.body is None and naming.government_of(form.party.name) is None and len({unions.head(f.id) for f in found}) == 1:
            unions.join(form, found[0])


def _by_spelling(unions: Unions) -> None:
    def key(form: Form) -> list[Hashable]:
        words = naming.parts(form.party.name)
        return [(form.is_person, words[0][:4])] if len(words) == 1 and not form.is_unnamed and form.party.kind != "place" else []

    for opening in unions.by(key).values():
        spelled = {naming.parts(f.party.name)[0]: f for f in opening}
        for one, other in combinations(sorted(spelled), 2):
            if naming.near_spelling(one, other):
                unions.join(spelled[one], spelled[other])


def _by_speaker(unions: Unions) -> None:
    """A speaker without a name ("a spokesman for X", "X officials") is the body's mouth, and so the body; not where he is known by name elsewhere."""
    persons = {unions.head(f.id) for f in unions.forms if f.is_person}
    described: dict[frozenset[str], Form] = {}
    ends: dict[str, list[Form]] = defaultdict(list)
    for form in unions.forms:
        if not form.is_person and form.party.kind in ("organisation", "government", "media"):
            described.setdefault(naming.telling(form.party.name), form)
            if not form.is_unnamed:
                ends[(naming.parts(form.party.name) or ("",))[-1]].append(form)
    for form in unions.forms:
        if not form.is_unnamed or form.party.kind != "unnamed" or unions.head(form.id) in persons:
            continue
        said = naming.parts(form.party.name)
        body = unions.form.get(form.party.body or "")
        if "spokesman" in said or "spokesmen" in said:
            told = naming.telling(form.party.name) - {"spokesman", "spokesmen"}
            body = body or described.get(told | ({form.party.country} if form.party.country else set())) or described.get(told)
        elif len(said) == 2 and said[1] in _STAFF:
            named = ends.get(said[0], [])
            own = body if body is not None and any(said[0] in naming.parts(name) for name in body.names) else None
            body = own or (named[0] if len({unions.head(f.id) for f in named}) == 1 else None)
        else:
            continue
        if body is not None and not body.is_person and unions.head(body.id) not in persons:
            unions.join(form, body)


def _by_post(unions: Unions) -> None:
    """ "The pilot" of a story's articles is one, where each article tells of one only; so is a speaker told by whom he speaks for."""

    def key(form: Form) -> list[Hashable]:
        name = form.party.name
        role = facts.role_at_end(re.split(r" (?:of|for|in|at) ", name, maxsplit=1)[0])
        if not form.is_unnamed or form.party.kind != "unnamed" or role is None or role.kind != "person":
            return []
        telling = naming.telling(name)
        speaker = "spokesman" in telling
        common = naming.parts(role.words)[-1:] if role.words else ()
        if (speaker and len(telling) < 2) or (not speaker and (form.indefinite or not common or common[0] in words("roles_of_many"))):
            return []
        return [] if name.lower().endswith("s") and len(telling) < 2 else [telling]  # "officials" of two articles need not be the same

    for forms in unions.by(key).values():
        articles = Counter(f.article for f in forms)
        unions.join_all([f for f in forms if articles[f.article] == 1])


def _by_description(unions: Unions) -> None:
    """Bodies and documents described in the same words ("police in Velmar", "Velmar police"); a bare one with the only one it can be.

    People who are not named ("two officials", "a witness") are never one across articles.
    """
    described = unions.by(lambda f: [telling] if (telling := _described_body(f)) else [])
    for forms in described.values():
        unions.join_all(forms)
    larger: dict[str, list[Form]] = defaultdict(list)
    for telling, forms in described.items():
        if isinstance(telling, frozenset) and len(telling) > 1:
            for word in telling:
                larger[word].append(forms[0])
    for telling, forms in described.items():
        if isinstance(telling, frozenset) and len(telling) == 1:
            found = larger.get(next(iter(telling)), [])
            if len({unions.head(f.id) for f in found}) == 1:
                unions.join(forms[0], found[0])
        for form in forms:  # "the foreign ministry" of an article about a country, and that country's foreign ministry
            if isinstance(telling, frozenset) and form.party.country and form.party.country not in telling:
                unions.join_all([form, *described.get(telling | {form.party.country}, ())[:1]])


def _described_body(form: Form) -> frozenset[str]:
    """The telling words of a body's description; none for persons, for people of a body, and for what is known by name."""
    if form.is_person or form.body or (form.is_unnamed and form.party.body is not None):
        return frozenset()
    role = facts.role_at_end(form.party.name.split(" in ")[0].split(" of ")[0])
    if role is None and form.party.kind == "unnamed" and form.party.name.lower().removesuffix("s") in words("document_nouns"):
        return naming.telling(form.party.name)
    is_body = form.party.kind in _BODIES and not form.is_unnamed
    if not is_body and (role is None or role.kind not in ("organisation", "government", "document")):
        return frozenset()
    return naming.telling(form.party.name)


def _of_the_state(unions: Unions) -> None:
    """Descriptions of a state's media ("official media") stand for its one state medium that the story names, through the country if told."""
    named: dict[str, set[str]] = defaultdict(set)
    for form in unions.forms:
        known = facts.body(form.body) if form.body else None
        if known is not None and known.kind == "media" and known.control == "state" and known.country:
            named[known.country].add(unions.head(form.id))
    described = [f for f in unions.forms if not f.is_person and f.body is None and _is_state_media(f)]
    for form in described:
        country = form.party.country or facts.country_in(form.party.name)
        heads = named.get(country, set()) if country else {h for found in named.values() for h in found}
        if len(heads) == 1:
            unions.join(form, unions.form[next(iter(heads))])


def _is_state_media(form: Form) -> bool:
    return any((words := set(name.lower().split())) & _MEDIA and words & _OF_THE_STATE for name in (form.party.name, *form.party.aliases))


def _by_quotation(unions: Unions, readings: Sequence[Reading]) -> None:
    """A description ("the committee's chairman") and the one named party that says the same quoted words in another article."""
    forms = {f.id: f for f in unions.forms}
    speaker = {s.id: forms[s.chain[0].party] for r in readings for s in r.of(Statement) if s.chain and s.chain[0].party in forms}
    known = {unions.head(f.id) for f in unions.forms if not f.is_unnamed}
    for group in one_mouth(quoted(readings)):
        said = list(dict.fromkeys(speaker[s] for s in group if s in speaker))
        named = [f for f in said if not f.is_unnamed]
        if len({unions.head(f.id) for f in named}) == 1:
            for form in said:
                if form.is_unnamed and form.article not in {f.article for f in named} and unions.head(form.id) not in known:
                    unions.join(form, named[0])


# Surer rules first: later ones ask which parties are one already.
_RULES: tuple[Callable[[Unions], None], ...] = (
    _by_exact_name,
    _by_known_body,
    _by_country,
    _by_person,
    _by_surname,
    _by_name_within,
    _by_role,
    _by_acronym,
    _by_part_of_name,
    _by_spelling,
    _by_post,
    _by_description,
    _of_the_state,
)


def _party(group: Sequence[Form], ids: dict[str, str], place: dict[str, int]) -> Party:
    ordered = sorted(group, key=lambda f: (place.get(f.article, 0), f.party.span, f.id))
    parties = [f.party for f in ordered]
    name = _name(ordered)
    aliases = dict.fromkeys(a for p in parties for a in (p.name, *p.aliases) if a != name)
    kinds = Counter(p.kind for p in parties if p.kind not in ("unnamed", "place")) or Counter(p.kind for p in parties)
    countries = Counter(p.country for p in parties if p.country)
    own = ids[parties[0].id]
    bodies = Counter(ids[p.body] for p in parties if p.body is not None and ids.get(p.body, own) != own)
    return Party(
        id=own,
        basis=tuple(sorted(p.id for p in parties)),
        name=name,
        aliases=tuple(aliases),
        kind=_commonest(kinds) or "unnamed",
        country=_commonest(countries),
        sectors=tuple(dict.fromkeys(s for p in parties for s in p.sectors)),
        roles=tuple(dict.fromkeys(r for p in parties for r in p.roles)),
        mentions=tuple(m for p in parties for m in _mentions(p)),
        body=_commonest(bodies),
    )


def _mentions(party: LocalParty) -> Iterator[Mention]:
    for n, span in enumerate(party.evidence):
        yield Mention(party.article, span, party.forms[n] if n < len(party.forms) else "name")


def _name(group: Sequence[Form]) -> str:
    """The name most articles use, of those with most words of a name; what a headline's capitals made one, or a description,
    only where there is no other."""
    named = [f for f in group if not f.is_unnamed and not f.in_headline] or [f for f in group if not f.is_unnamed] or list(group)
    held = Counter(f.party.name for f in named)
    known = next((f.body for f in named if f.body in held), None)
    return known or min(held, key=lambda n: (-min(2, len(naming.person_parts(n))), -held[n], -len(n), n))


def _commonest(counts: "Counter[T]") -> T | None:
    return min(counts, key=lambda one: (-counts[one], str(one))) if counts else None
