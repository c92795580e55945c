"""Rules that join parties by what they are called without a name: a role, a post, a mouth, a body, a state's media."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable

from twosource.comparison.parties import spelling
from twosource.comparison.parties.unions import Form, Unions
from twosource.reference import facts
from twosource.reference.lexicon import table, words

_ADDRESS = frozenset({"mr", "mrs", "ms"})
_STAFF = frozenset({"officials", "authorities", "representatives", "leaders", "executives"})
_BODIES = ("organisation", "government", "media", "group")
# Before a role: whom it names holds it no more.
_NO_MORE = frozenset({"former", "then", "ex", "late", "previous"})
# Words that a description of a state's media is made of, besides the country and whose it is.
_MEDIA = frozenset({"media", "agency", "television", "tv", "newspaper", "broadcaster", "outlet", "outlets", "press", "radio"})
_OF_THE_STATE = frozenset({"state", "official", "state-run", "state-owned", "state-controlled", "government-run", "government-controlled"})


def by_role(unions: Unions) -> None:
    """A description by role ("the governor of Sorland") with the one person of the story who is said to hold it now."""
    holders: dict[str, list[tuple[frozenset[str], Form]]] = defaultdict(list)
    for form in unions.forms:
        if form.is_person:
            for role in form.party.roles:
                telling = spelling.telling(role) - _ADDRESS
                if telling and not telling & _NO_MORE:
                    for word in telling:
                        holders[word].append((telling, form))
    for form in unions.forms:
        telling = _role(form)
        if len(telling) > 1:
            unions.join_only(form, [f for held, f in holders.get(min(telling), ()) if telling <= held])


def _role(form: Form) -> frozenset[str]:
    """The telling words of a description by role, spelled out where only its initials stand ("the IG"); none where it may be anybody's."""
    spelled = {row["initials"]: row["role"] for row in table("role_initials")}.get(form.party.name.replace(".", ""))
    if spelled is not None and not form.is_person:
        return spelling.telling(spelled)
    return spelling.telling(form.party.name) - _ADDRESS if form.party.kind == "unnamed" and not form.indefinite else frozenset()


def by_post(unions: Unions) -> None:
    """ "The pilot" of a story's articles is one, where each article tells of one only; so is a speaker told by whom he speaks for."""

    def key(form: Form) -> list[Hashable]:
        name = form.party.name
        role = facts.role_at_end(re.split(r" (?:of|for|in|at) ", name, maxsplit=1)[0])
        if not form.is_unnamed or form.party.kind != "unnamed" or role is None or role.kind != "person":
            return []
        telling = spelling.telling(name)
        speaker = "spokesman" in telling
        common = spelling.parts(role.words)[-1:] if role.words else ()
        if (speaker and len(telling) < 2) or (not speaker and (form.indefinite or not common or common[0] in words("roles_of_many"))):
            return []
        return [] if name.lower().endswith("s") and len(telling) < 2 else [telling]  # "officials" of two articles need not be the same

    for forms in unions.by(key).values():
        articles = Counter(f.article for f in forms)
        unions.join_all([f for f in forms if articles[f.article] == 1])


def by_speaker(unions: Unions) -> None:
    """A speaker without a name ("a spokesman for X", "X officials") is the body's mouth, and so the body; not where he is known by name elsewhere."""
    persons = {unions.head(f.id) for f in unions.forms if f.is_person}
    described: dict[frozenset[str], Form] = {}
    ends: dict[str, list[Form]] = defaultdict(list)
    for form in unions.forms:
        if not form.is_person and form.party.kind in ("organisation", "government", "media"):
            described.setdefault(spelling.telling(form.party.name), form)
            if not form.is_unnamed:
                ends[(spelling.parts(form.party.name) or ("",))[-1]].append(form)
    for form in unions.forms:
        if not form.is_unnamed or form.party.kind != "unnamed" or unions.head(form.id) in persons:
            continue
        said = spelling.parts(form.party.name)
        body = unions.form.get(form.party.body or "")
        if "spokesman" in said or "spokesmen" in said:
            told = spelling.telling(form.party.name) - {"spokesman", "spokesmen"}
            body = body or described.get(told | ({form.party.country} if form.party.country else set())) or described.get(told)
        elif len(said) == 2 and said[1] in _STAFF:
            own = body if body is not None and any(said[0] in spelling.parts(name) for name in body.names) else None
            body = own or unions.only(ends.get(said[0], []))
        else:
            continue
        if body is not None and not body.is_person and unions.head(body.id) not in persons:
            unions.join(form, body)


def by_description(unions: Unions) -> None:
    """Bodies and documents described in the same words ("police in Velmar", "Velmar police"); a bare one with the only one it can be.

    People who are not named ("two officials", "a witness") are never one across articles.
    """
    named = {unions.head(f.id) for f in unions.forms if not f.is_unnamed}
    described = unions.by(lambda f: [telling] if (telling := _described_body(f)) else [])
    for telling, forms in described.items():
        known = {unions.head(f.id) for f in forms if f.is_unnamed} & named
        # "The airline" of one article and that of another, where both are known by name and are two.
        described[telling] = [f for f in forms if len(known) < 2 or not f.is_unnamed or unions.head(f.id) not in known]
        unions.join_all(described[telling])
    described = {telling: forms for telling, forms in described.items() if forms}
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
        return spelling.telling(form.party.name)
    is_body = form.party.kind in _BODIES and not form.is_unnamed
    if not is_body and (role is None or role.kind not in ("organisation", "government", "document")):
        return frozenset()
    return spelling.telling(form.party.name) | _seat(form)


def _seat(form: Form) -> frozenset[str]:
    """The telling words of a body's seat; a ministry in a capital is its country's."""
    capital = facts.country_of_capital(form.seat) if "GOV" in form.party.sectors or form.party.kind == "government" else None
    return frozenset([capital.code]) if capital is not None else spelling.telling(form.seat)


def by_medium(unions: Unions) -> None:
    """A medium told by its trade ("the tabloid") is the one medium that its article names, where it names one."""
    named: dict[str, dict[str, Form]] = defaultdict(dict)
    for form in unions.forms:
        if form.party.kind == "media" and not form.is_unnamed:
            named[form.article][unions.head(form.id)] = form
    for form in unions.forms:
        telling = spelling.parts(form.party.name)
        role = facts.role_at_end(form.party.name) if len(telling) == 1 and form.is_unnamed and not form.party.name.endswith("s") else None
        if role is not None and role.kind == "media" and len(found := named[form.article]) == 1:
            unions.join(form, *found.values())


def of_the_state(unions: Unions) -> None:
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
