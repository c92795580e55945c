"""Rules that join parties by name: the same one, a longer one, initials, another spelling."""

from collections import defaultdict
from collections.abc import Hashable
from itertools import combinations

from twosource.comparison.parties import spelling
from twosource.comparison.parties.unions import Form, Unions
from twosource.reference import facts

# Words of a name whose beginnings and ends are looked up: longer ones are no names.
_LONGEST_NAME = 12


def by_exact_name(unions: Unions) -> None:
    def key(form: Form) -> list[Hashable]:
        words = spelling.parts(form.party.name)
        return [] if form.is_unnamed else [(words if form.is_person else spelling.without_form(words), form.is_person and len(words) == 1)]

    for forms in unions.by(key).values():
        unions.join_all(forms)


def by_known_body(unions: Unions) -> None:
    for forms in unions.by(lambda f: [f.body] if f.body else []).values():
        unions.join_all(forms)


def by_country(unions: Unions) -> None:
    """A country, its capital and "its government" are one government when they say or do something."""

    def key(form: Form) -> list[Hashable]:
        if form.is_person or form.body or form.party.kind not in ("government", "place", "unnamed"):
            return []
        country = spelling.government_of(form.party.name)
        return [(country, form.party.kind == "place" and not facts.country_of_name(form.party.name))] if country else []

    for forms in unions.by(key).values():
        unions.join_all(forms)


def by_person(unions: Unions) -> None:
    """Full names that can be one."""
    full = unions.by(lambda f: [f.person[-1]] if len(f.person) > 1 else [])
    for forms in full.values():
        alike: dict[tuple[str, ...], list[Form]] = defaultdict(list)
        for form in forms:
            alike[form.person].append(form)
        for named in alike.values():
            unions.join_all(named)
        for one, other in combinations(sorted(alike), 2):
            if spelling.same_person(one, other):
                unions.join(alike[one][0], alike[other][0])


def by_surname(unions: Unions) -> None:
    """A bare surname or given name, whatever it was taken for, with the one person of the story it can stand for."""
    holders = unions.by(lambda f: (f.person[0], f.person[-1]) if len(f.person) > 1 else [])

    def overlong(form: Form) -> bool:
        return len(form.person) > 1 and form.in_headline and holders.get(form.person[-1]) == [form]

    # Overlong ones first, so that they are no second person to whom a bare name could belong.
    for form in sorted(unions.forms, key=lambda f: not overlong(f)):
        bare = form.person or spelling.person_parts(form.party.name)
        if overlong(form):
            bare = bare[:1]  # "Brandt Says": the capitals of a headline make a name of its first words
        if len(bare) == 1 and form.party.name[:1].isupper() and form.body is None and spelling.government_of(form.party.name) is None:
            unions.join_only(form, [f for f in holders.get(bare[0], ()) if f is not form])


def by_name_within(unions: Unions) -> None:
    """A longer stretch that ends in a person's full name ("Singer Ilse Brandt"), or opens with it and was taken for a person."""
    full = {f.person: f for f in unions.forms if len(f.person) > 1}
    for form in unions.forms:
        words = spelling.person_parts(form.party.name)
        for n in range(1, len(words) - 1):
            other = full.get(words[n:]) or (full.get(words[:-n]) if form.is_person else None)
            if other is not None and other is not form:
                unions.join(form, other)


def by_acronym(unions: Unions) -> None:
    bodies = [f for f in unions.forms if not f.is_person and not f.is_unnamed]
    initials: dict[str, list[Form]] = defaultdict(list)
    for form in bodies:
        for name in form.names:
            if letters := spelling.acronym(name):
                initials[letters].append(form)
    for form in bodies:
        for name in form.names:
            if spelling.is_acronym(name):
                found = initials.get("".join(spelling.parts(name)), [])
                if len({unions.head(f.id) for f in found}) == 1:
                    unions.join(form, found[0])


def by_part_of_name(unions: Unions) -> None:
    """A name that opens or ends exactly one longer name of the story is its short form ("Orin" for "Orin Ferries", "the Times")."""
    bodies = [f for f in unions.forms if not f.is_person and not f.is_unnamed and f.party.kind in ("organisation", "media", "group")]
    edges: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in bodies:
        words = spelling.parts(form.party.name)
        for n in range(1, min(len(words), _LONGEST_NAME)):
            edges[words[:n]].append(form)
            edges[words[n:]].append(form)
    for form in bodies:
        found = edges.get(spelling.parts(form.party.name), [])
        if form.body is None and spelling.government_of(form.party.name) is None and len({unions.head(f.id) for f in found}) == 1:
            unions.join(form, found[0])


def by_spelling(unions: Unions) -> None:
    def key(form: Form) -> list[Hashable]:
        words = spelling.parts(form.party.name)
        return [(form.is_person, words[0][:4])] if len(words) == 1 and not form.is_unnamed and form.party.kind != "place" else []

    for opening in unions.by(key).values():
        spelled = {spelling.parts(f.party.name)[0]: f for f in opening}
        for one, other in combinations(sorted(spelled), 2):
            if spelling.near_spelling(one, other):
                unions.join(spelled[one], spelled[other])
