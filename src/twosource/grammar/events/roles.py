"""Roles: how the parties around an anchor fall to actor and recipient, by PLOVER's rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from twosource.domain.party import LocalParty
from twosource.grammar.events.anchoring import Anchor
from twosource.grammar.events.casting import Casting
from twosource.reference.facts import role
from twosource.reference.lexicon import words
from twosource.reference.places import resolved
from twosource.reference.plover import CONFLICT

# prepositions behind which a recipient stands, by type
_BEHIND: Final = {
    "AGREE": ("with", "to"),
    "CONSULT": ("with", "to", "in", "at"),
    "SUPPORT": ("to", "for", "with", "of"),
    "CONCEDE": ("to",),
    "COOPERATE": ("with", "to"),
    "AID": ("to", "for", "with"),
    "RETREAT": ("from", "to", "with"),
    "REQUEST": ("on", "upon", "to", "from", "with", "for"),
    "ACCUSE": ("against", "at", "about", "with", "of", "over", "for", "into", "on"),
    "REJECT": ("from", "by", "of", "with"),
    "THREATEN": ("against", "with", "to"),
    "PROTEST": ("against", "at", "to", "over"),
    "MOBILIZE": ("to", "near", "along", "against", "at"),
    "SANCTION": ("from", "with", "to", "against", "on", "of"),
    "COERCE": ("on", "against", "from", "for", "of"),
    "ASSAULT": ("on", "against", "at", "in", "into", "with", "of"),
}
_AGAINST: Final = ("against", "at", "to")
_MEETING: Final = ("with", "and", "between", "among")


@dataclass(frozen=True, slots=True)
class Parts:
    """Who did it, to whom; ``thrown_in`` tells that the sentence before gave the actor."""

    actors: tuple[LocalParty, ...]
    recipients: tuple[LocalParty, ...]


def parts(anchor: Anchor, casting: Casting, country: str | None, before: LocalParty | None) -> Parts:
    """Actors and recipients of an anchor.

    Args:
        country: where it takes place (ISO alpha-3), which tells host from visitor.
        before: the party the sentence before was about, for a meeting without anyone who attends it.
    """
    subject, objects = _sides(anchor, casting)
    if anchor.inner is not None and not objects and anchor.roles == "straight" and anchor.trigger.type in ("AGREE", "THREATEN"):
        objects = list(_within(anchor.inner, casting))
    by_role = {"inverted": _inverted, "host": _host, "of-object": _of_object, "victim": _victim}
    if anchor.roles == "meet":
        return _hosted(_participants(anchor, casting, subject, objects, before), country)
    if anchor.roles == "visit":
        return _visit(anchor, casting, subject, country)
    if anchor.roles in by_role:
        return _apart(*by_role[anchor.roles](anchor, casting, subject, objects))
    recipients = objects or _behind(anchor, casting)
    if anchor.roles == "self":
        recipients = []
    elif anchor.roles == "against":
        recipients = [] if anchor.trigger.noun else objects
        recipients = recipients or casting.behind(anchor.i, _AGAINST) or (casting.behind(anchor.light, _AGAINST) if anchor.light is not None else [])
    return _apart(subject, recipients)


def _within(inner: Anchor, casting: Casting) -> tuple[LocalParty, ...]:
    """Whom the complement of an anchor is directed at: "promised to visit Norland"."""
    told = parts(inner, casting, None, None)
    return told.recipients or (told.actors[1:] if inner.roles == "meet" else ())


def _sides(anchor: Anchor, casting: Casting) -> tuple[list[LocalParty], list[LocalParty]]:
    """Parties in subject and in object position, as the voice of the verb has it."""
    if anchor.trigger.noun:
        subject = casting.owners(anchor.i, behind=("by", "from") if anchor.roles != "visit" else ("by", "of"))
        if anchor.trigger.type == "ASSAULT" and subject and _scene(anchor.i, casting):
            return [], subject  # "the Port Ana attacks" befell Port Ana
        if not subject and anchor.light is not None:
            subject = casting.agents(anchor.light) if casting.passive(anchor.light) else acting(anchor.light, casting)
        return subject, []
    i = anchor.i
    if casting.passive(i):
        return casting.agents(i), [p for o in casting.objects(i) for p in _object(o, anchor, casting)]
    return acting(i, casting), _objects(anchor, casting)


def _scene(i: int, casting: Casting) -> bool:
    """Whether a noun's only owner is a city named right before it."""
    tree = casting.tree
    names = [k for k in tree.kids[i] if tree.tokens[k].dep in ("compound", "nmod") and tree.tokens[k].pos == "PROPN"]
    return bool(names) and tree.kid(i, "poss") is None and resolved(tree.tokens[names[0]].text).resolution == "city"


def acting(i: int, casting: Casting) -> list[LocalParty]:
    """The parties that do what the verb at ``i`` says; a thing that does it stands for its owner only when it is an arm of that owner."""
    subject = casting.subject(i)
    if subject is None:
        return []
    tokens = casting.tree.tokens
    arm = casting.at(subject) is not None or tokens[subject].lemma.lower() in words("instruments")
    arm = arm or role(tokens[subject].lemma) is not None
    arm = arm or any(tokens[k].lemma in ("two", "both") for k in casting.tree.kids[subject]) or len(casting.coordinated(subject)) > 1
    return casting.parties(subject) if arm else []


def _objects(anchor: Anchor, casting: Casting) -> list[LocalParty]:
    tree, i = casting.tree, anchor.i
    for k in tree.kids[i]:
        if tree.tokens[k].dep == "dative" and tree.tokens[k].pos != "ADP" and (found := casting.parties(k)):
            return found
    things = casting.objects(i)
    if anchor.trigger.type in ("AID", "AGREE") and (found := _behind(anchor, casting)):
        return found
    if found := [p for o in things for p in _object(o, anchor, casting)]:
        return found
    return []


def _object(o: int, anchor: Anchor, casting: Casting) -> list[LocalParty]:
    found = casting.parties(o)
    if not found and anchor.trigger.type in CONFLICT:
        found = casting.behind(o, ("in", "on", "against", "at"))
    return found


def _behind(anchor: Anchor, casting: Casting) -> list[LocalParty]:
    """Recipients behind the type's prepositions: at the anchor, at its light verb, or at what the verb is about."""
    prepositions = _BEHIND[anchor.trigger.type]
    places = [anchor.i, *([anchor.light] if anchor.light is not None else [])]
    if not anchor.trigger.noun:
        places += casting.objects(anchor.i)
    for at in places:
        for word in prepositions:
            if found := casting.behind(at, (word,)):
                return found
            if word in ("on", "against", "at", "in") and (found := _targets(at, word, casting)):
                return found
    return []


def _targets(at: int, word: str, casting: Casting) -> list[LocalParty]:
    """ "against targets in Norland": the place of the thing behind the preposition."""
    tree = casting.tree
    things = (o for k in tree.kids[at] if tree.tokens[k].lemma.lower() == word for o in tree.kids[k])
    return next((found for o in things if (found := casting.behind(o, ("in", "of", "across")))), [])


def _inverted(anchor: Anchor, casting: Casting, subject: list[LocalParty], objects: list[LocalParty]) -> tuple[list[LocalParty], list[LocalParty]]:
    light = anchor.light if anchor.light is not None else anchor.i
    doers = casting.owners(anchor.i, behind=("from", "by")) or casting.behind(light, ("from", "by"))
    return doers, acting(light, casting)


def _host(anchor: Anchor, casting: Casting, subject: list[LocalParty], objects: list[LocalParty]) -> tuple[list[LocalParty], list[LocalParty]]:
    return objects, subject


def _of_object(anchor: Anchor, casting: Casting, subject: list[LocalParty], objects: list[LocalParty]) -> tuple[list[LocalParty], list[LocalParty]]:
    owners = [p for o in casting.objects(anchor.i) for p in casting.owners(o, behind=("from", "by"))]
    return subject, owners or casting.behind(anchor.i, ("from",))


def _victim(anchor: Anchor, casting: Casting, subject: list[LocalParty], objects: list[LocalParty]) -> tuple[list[LocalParty], list[LocalParty]]:
    doers = casting.behind(anchor.i, ("by",))
    if not doers and anchor.light is not None:
        doers = acting(anchor.light, casting)
    return doers, casting.owners(anchor.i, behind=("of", "against"))


def _participants(
    anchor: Anchor, casting: Casting, subject: list[LocalParty], objects: list[LocalParty], before: LocalParty | None
) -> list[LocalParty]:
    places = [anchor.i, *([anchor.light] if anchor.light is not None else [])]
    met = [*objects, *(p for at in places for p in casting.behind(at, _MEETING))]
    if anchor.trigger.noun:
        named = casting.owners(anchor.i, behind=("of", "by")) or subject
        clause = casting.governor(anchor.i)
        theirs = any(casting.tree.tokens[k].lemma.lower() == "their" for k in casting.tree.kids[anchor.i])
        if theirs and clause is not None:  # "accepted her offer during their summit": the two whom the clause is about
            both = [*acting(clause, casting), *(p for o in casting.objects(clause) for p in casting.parties(o))]
            named = both if len(_unique(both)) > 1 else named
        if not named and met and clause is not None and casting.tree.tokens[anchor.i].dep == "pobj":
            named = acting(clause, casting) or ([before] if before is not None else [])
        if named and len(_unique(named + met)) < 2 and clause is not None:  # "accepted his offer during their summit"
            named = [*named, *acting(clause, casting)]
        return _unique([*named, *met])
    return _unique([*subject, *met])


def _hosted(people: list[LocalParty], country: str | None) -> Parts:
    """Whoever meets in a participant's own country visits that participant; else all are actors."""
    hosts = [p for p in people if country is not None and p.country == country]
    guests = [p for p in people if p not in hosts]
    two = len({p.country for p in people if p.country}) == 2  # among three the place alone makes nobody the host
    if two and hosts and guests and all(p.country is not None and p.country != country for p in guests):
        return Parts(tuple(guests), tuple(hosts))
    return Parts(tuple(people), ())


def directed(anchor: Anchor, casting: Casting, cast: Parts) -> Parts:
    """Of a meeting that is still a plan the one who plans it acts, the others are whom it is planned with."""
    actors = acting(anchor.light if anchor.light is not None else anchor.i, casting) if casting.tree.verbal(anchor.light or anchor.i) else []
    ids = {p.id for p in actors}
    others = tuple(p for p in (*cast.actors, *cast.recipients) if p.id not in ids)
    return Parts(tuple(_unique(actors)), others) if actors and others else cast


def _visit(anchor: Anchor, casting: Casting, subject: list[LocalParty], country: str | None) -> Parts:
    i = anchor.i
    goal = [p for o in casting.objects(i) for p in casting.parties(o)] if not anchor.trigger.noun and not casting.passive(i) else []
    goal = goal or casting.behind(i, ("to",)) or casting.behind(i, ("in", "at")) or casting.behind(i, ("with",))
    if anchor.trigger.noun and not subject:
        governor = casting.governor(i)
        if governor is not None and casting.tree.tokens[i].dep in ("pobj", "dobj"):
            subject = acting(governor, casting)
    return _apart(subject, [p for p in goal if p.kind != "place" or p.country is not None])


def _unique(parties: Iterable[LocalParty]) -> list[LocalParty]:
    return list({p.id: p for p in parties}.values())


def _apart(actors: list[LocalParty], recipients: list[LocalParty]) -> Parts:
    """Each party on one side only: what acts is not acted upon."""
    doers = _unique(actors)
    ids = {p.id for p in doers}
    return Parts(tuple(doers), tuple(p for p in _unique(recipients) if p.id not in ids))
