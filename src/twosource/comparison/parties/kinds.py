"""Rules that join parties by what kind of thing they are called: "the airline", "the papers", "the governor's administration"."""

from collections import Counter, defaultdict
from collections.abc import Hashable
from functools import cache

from twosource.comparison.parties import spelling
from twosource.comparison.parties.unions import Form, Unions
from twosource.reference.lexicon import table

_BODIES = ("organisation", "media")
# Kinds that tell little: a body must be called so itself ("the law firm Orme & Lund").
_LOOSE = frozenset(
    {"group", "organization", "organisation", "company", "firm", "corporation", "agency", "paper", "service", "team", "party", "network"}
)
# What those who hold power are called with the name of whoever leads them.
_LED = frozenset({"administration", "government", "regime"})
# What a leak of papers is called, besides its name ("the Velmar Papers").
_PAPERS = frozenset({"document", "documents", "paper", "papers", "file", "files", "leak", "leaks", "cable", "cables"})
_LEAKED = frozenset({"leak", "leaks", "leaked"})
_GENITIVES = ("’s", "'s", "s’", "s'")


def by_kind(unions: Unions) -> None:
    """A body told by its kind alone ("the airline", "the tabloid") is the body of that kind which its article names most.

    Of two named as often it is the one that more articles of the story name; of two alike in that too, neither.
    """
    named: dict[str, list[Form]] = defaultdict(list)
    for form in unions.forms:
        if form.party.kind in _BODIES and not form.is_unnamed:
            named[form.article].append(form)
    bears: dict[str, set[str]] = defaultdict(set)
    for form in (f for found in named.values() for f in found):
        bears[unions.head(form.id)] |= _kinds(form)
    articles = {unions.head(group[0].id): len({f.article for f in group}) for group in unions.groups()}
    for form in unions.forms:
        kind = _kind(form)
        told: Counter[str] = Counter()
        for other in named[form.article] if kind is not None else ():
            if kind in bears[unions.head(other.id)]:
                told[unions.head(other.id)] += len(other.party.evidence)
        ranked = sorted(((count, articles.get(head, 0), head) for head, count in told.items()), reverse=True)
        if ranked and (len(ranked) == 1 or ranked[0][:2] > ranked[1][:2]):
            unions.join(form, unions.form[ranked[0][2]])


def _kind(form: Form) -> str | None:
    """The kind by which a form is told alone ("airline", "the law firm" is a firm), or None."""
    found = spelling.parts(form.party.name)
    if not form.is_unnamed or form.party.kind not in _BODIES or form.seat or found[:-1] not in ((), ("law",)):
        return None
    brought_in = form.indefinite and len(form.party.evidence) == 1
    return found[-1] if found and found[-1] in _called() and not brought_in else None


def _kinds(form: Form) -> set[str]:
    """The kinds of body that a named one bears: what it is called, and by a word of its names where their last is of no other kind."""
    borne = {last for told in (*form.names, *form.party.roles) for last in spelling.parts(told)[-1:]}
    found = {kind for kind in _called() if kind in borne}
    if not found - _LOOSE:
        mine = {w for name in form.names for w in name.lower().split()}
        found |= {kind for kind, held in _called().items() if held & mine and kind not in _LOOSE}
    return found


@cache
def _called() -> dict[str, frozenset[str]]:
    return {row["called"]: frozenset(row["names"].split()) for row in table("body_words")}


def by_leader(unions: Unions) -> None:
    """ "Brandt's administration", "Ilse Brandt's own administration" and "the Brandt administration" are one."""

    def key(form: Form) -> list[Hashable]:
        found = [w for w in form.party.name.split() if w not in ("own", "the", "The")]
        if form.is_person or len(found) < 2 or found[-1].lower() not in _LED or not found[-2][:1].isupper():
            return []
        leader = spelling.person_parts(" ".join(found[:-1]))
        return [(leader[-1], found[-1].lower())] if leader and spelling.government_of(form.party.name) is None else []

    for forms in unions.by(key).values():
        unions.join_all(forms)


def by_owner(unions: Unions) -> None:
    """ "Brandt's campaign" and "Ilse Brandt’s campaign" are one, and so is her office; of people who are hers there may be many."""

    def key(form: Form) -> list[Hashable]:
        owner, parted, owned = form.party.name.replace("’s ", "'s ").partition("'s ")
        bearer = spelling.person_parts(owner) if parted and owner[:1].isupper() else ()
        if not bearer or form.is_person or form.party.kind not in ("organisation", "unnamed") or owned.split()[-1:] == [] or owned.endswith("s"):
            return []
        return [(bearer[-1], spelling.parts(owned))] if spelling.government_of(owner) is None else []

    for forms in unions.by(key).values():
        unions.join_all(forms)


def by_leak(unions: Unions) -> None:
    """The papers of a leak by all that they are called ("the leaked documents", "the papers"), and the name that the leak bears."""
    named = [f for f in unions.forms if not f.is_person and _is_leak(f)]
    told = [f for f in unions.forms if _is_told(f)]
    leak = unions.only(named)
    if leak is not None or any(set(spelling.parts(f.party.name)) & _LEAKED for f in told):
        unions.join_all([*([leak] if leak is not None else []), *told])


def _is_leak(form: Form) -> bool:
    """Whether a form names a leak: two or three words with capitals, of which the last is "Papers", "Files", "Leaks"."""
    found = form.party.name.split()
    return 1 < len(found) < 4 and found[-1].lower() in _PAPERS and found[-1].istitle() and found[-1].endswith("s") and found[-2][:1].isupper()


def _is_told(form: Form) -> bool:
    found = spelling.parts(form.party.name)
    plain = bool(found) and found[-1] in _PAPERS and found[-1].endswith("s") and len(found) < 3 and not form.party.name.split()[-1][:1].isupper()
    narrowed = set(found[:-1]) - {"leaked", "these", "secret", "confidential"}
    return plain and not narrowed and not form.indefinite and form.party.name.split()[0][-2:] not in _GENITIVES
