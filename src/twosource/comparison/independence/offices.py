"""Offices: the people whose work it is to speak for somebody, and for whom ("Lund's office", "a rep for the actor", "top Lund advisers")."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.comparison.parties import spelling
from twosource.domain.party import Party
from twosource.reference.lexicon import words

_BETWEEN = re.compile(r"\b(?:close|near|opposed|linked|loyal|allied|familiar|rival)\b", re.IGNORECASE)


def of_one_owner(parties: Sequence[Party], every: Mapping[str, Party]) -> list[list[Party]]:
    """Groups of parties who speak for one somebody, and the somebody; ``every`` holds the story's parties.

    Whom a text tells only as "the actor" or not at all ("a rep") is the one whose offices the others are, if these are one's.
    """
    owners = {p.id: owner for p in parties if (owner := owner_of(p.name)) is not None}
    groups: dict[str, list[Party]] = defaultdict(list)
    loose: list[Party] = []
    for p in parties:
        name = owners.get(p.id)
        if name is None:
            surname = spelling.person_parts(p.name)[-1:] if p.kind == "person" else ()
            if surname:
                groups[surname[0]].append(p)
        elif any(w[:1].isupper() for w in name.split()):
            groups[spelling.parts(name)[-1]].append(p)
        else:
            loose.append(p)
    named = {key: members for key, members in groups.items() if any(m.id in owners for m in members)}
    for p in loose:
        fitting = [m for key, m in named.items() if not owners[p.id] or _is_told_so(key, owners[p.id], every)]
        if len(fitting) == 1:
            fitting[0].append(p)
    return [members for members in named.values() if len(members) > 1]


def owner_of(name: str) -> str | None:
    """For whom a party named so speaks; "" where its name does not tell, None where it is nobody's office."""
    told = name.replace("’", "'")
    if _BETWEEN.search(told):
        return None
    first, parted, last = told.partition(" for ")
    if parted and _is_office(first):
        return last.removeprefix("the ")
    owner, parted, office = told.rpartition("'s ")
    if parted:
        return owner.removeprefix("the ") if _is_office(office) else None
    if not _is_office(told):
        return None
    before = told.split()[:-1]
    names: list[str] = []
    while before and before[-1][:1].isupper():
        names.insert(0, before.pop())
    return " ".join(names)


def _is_office(told: str) -> bool:
    last = spelling.parts(told)[-1:]
    return bool(last) and (last[0] in words("offices") or last[0].removesuffix("s") in words("offices"))


def _is_told_so(surname: str, description: str, every: Mapping[str, Party]) -> bool:
    """Whether the story tells of somebody of that name as that ("the actor")."""
    wanted = spelling.parts(description)
    bearers = (p for p in every.values() if p.kind == "person" and surname in spelling.person_parts(p.name)[-1:])
    return any(wanted == spelling.parts(role)[-len(wanted) :] for p in bearers for role in p.roles)
