"""Rules that join parties by name: the same one, a longer one, initials, another spelling."""

from collections import defaultdict
from collections.abc import Hashable
from itertools import combinations

from twosource.comparison.parties import spelling
from twosource.comparison.parties.unions import Form, Unions
from twosource.grammar.parties.mentions import gender_of_name
from twosource.reference import facts

# Words of a name whose beginnings and ends are looked up: longer ones are no names.
_LONGEST_NAME = 12
_SHORTEST_GIVEN = 4
# What is called so may be any of several: "the House" is no short form of the one House committee that a story names.
_ANY_BODY = frozenset({"house", "committee", "department", "ministry", "court", "council", "board", "office", "agency", "bureau", "union", "league"})
# Times that an article names somebody before another spelling, once, is a slip.
_OFTEN = 4


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
            unions.join_only(form, [f for f in holders.get(bare[0], ()) if f is not form and not unions.are_two_generations(form, f)])


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
                if form.party.kind == "media":  # "TVR" for The Velmar Reporter
                    initials[f"t{letters}"].append(form)
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
        found = edges.get(spelling.parts(form.party.name), []) if form.party.name.lower() not in _ANY_BODY else []
        if form.body is None and spelling.government_of(form.party.name) is None and len({unions.head(f.id) for f in found}) == 1:
            unions.join(form, found[0])


def by_opening(unions: Unions) -> None:
    """A demonym that stands alone where a body's name could ("Norland pledged", after "Norland Airways"): its article's one body that opens so."""
    opens: dict[tuple[str, str], list[Form]] = defaultdict(list)
    for form in unions.forms:
        found = form.party.name.split()
        if not form.is_person and not form.is_unnamed and len(found) > 1 and form.party.kind in ("organisation", "media"):
            opens[form.article, found[0]].append(form)
    for form in unions.forms:
        bodies = opens.get((form.article, form.party.name), []) if form.bare else []
        if form.party.kind == "unnamed" and len({unions.head(f.id) for f in bodies}) == 1:
            unions.join(form, bodies[0])


def by_given_name(unions: Unions) -> None:
    """A relative or friend who goes by a given name alone, long in one article and short in another ("Christina", "Chris")."""
    alone = [f for f in unions.forms if f.party.kind in ("person", "unnamed") and _is_given(f.party.name) and not f.in_headline]
    known = {unions.head(f.id) for f in unions.forms if len(f.person) > 1}
    alone = [f for f in alone if unions.head(f.id) not in known]
    for one in alone:
        alike = [f for f in alone if f is not one and _same_given(f.party.name, one.party.name)]
        if alike and all(f.article != one.article for f in alike):
            unions.join_only(one, alike)


def _is_given(name: str) -> bool:
    return name.isalpha() and name[:1].isupper() and name[1:].islower() and len(name) >= _SHORTEST_GIVEN


def _same_given(a: str, b: str) -> bool:
    """Whether two single words are a given name and a form of it; names that no list has may be of two."""
    return a != b and bool(gender_of_name(a) or gender_of_name(b)) and spelling.same_given(a.casefold(), b.casefold())


def by_slip(unions: Unions) -> None:
    """A surname written wrongly once ("Brnadt") where the article names its bearer again and again."""
    often: dict[str, list[Form]] = defaultdict(list)
    for form in unions.forms:
        if form.person and form.party.forms.count("name") >= _OFTEN:
            often[form.article].append(form)
    for form in unions.forms:
        name = spelling.parts(form.party.name)
        if len(name) == 1 and form.party.forms == ("name",) and form.body is None and form.party.kind != "place" and len(name[0]) >= _SHORTEST_GIVEN:
            meant = [f for f in often[form.article] if f is not form and any(spelling.slipped(name[0], last) for last in f.person[-1:])]
            if len({unions.head(f.id) for f in meant}) == 1:
                unions.join(form, meant[0])


def by_spelling(unions: Unions) -> None:
    def key(form: Form) -> list[Hashable]:
        words = spelling.parts(form.party.name)
        return [(form.is_person, words[0][:4])] if len(words) == 1 and not form.is_unnamed and form.party.kind != "place" else []

    for opening in unions.by(key).values():
        spelled = {spelling.parts(f.party.name)[0]: f for f in opening}
        for one, other in combinations(sorted(spelled), 2):
            if spelling.near_spelling(one, other):
                unions.join(spelled[one], spelled[other])
