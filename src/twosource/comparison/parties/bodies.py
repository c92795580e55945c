"""Bodies: for whom a person of a story speaks, as the person's roles tell."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.comparison.parties import spelling
from twosource.domain.party import Party
from twosource.reference import facts

_BODIES = ("organisation", "government", "media", "group")


def bodies(parties: Sequence[Party]) -> Mapping[str, str]:
    """The id of the body of each person of whom no article tells one by name, where a role opens with the name of one body of the story.

    "Velmar Ferries spokesman" speaks for Velmar Ferries in every article, even where an article tells of him as "the movement's spokesman".
    """
    named = {p.id for p in parties if p.kind in _BODIES and "".join(p.name.split()[-1:])[:1].isupper()}
    called: dict[frozenset[str], set[str]] = defaultdict(set)
    for party in parties:
        if party.id in named:
            for name in (party.name, *party.aliases):
                if name[:1].isupper():
                    called[spelling.telling(name)].add(party.id)
    found = {}
    for party in parties:
        if party.kind == "person" and party.body not in named:
            told = {body for role in party.roles for owner in _owners(role) if len(known := called.get(owner, set())) == 1 for body in known}
            if len(told) == 1:
                found[party.id] = next(iter(told))
    return found


def _owners(role: str) -> list[frozenset[str]]:
    """The telling words that stand before the role itself: of "Velmar police chief" those before "police chief", and those before "chief"."""
    known = facts.role_at_end(role)
    if known is None:
        return []
    every = spelling.telling(role)
    return [left for left in (every - spelling.telling(known.words), every - spelling.telling(known.words.split()[-1])) if left]
