"""Houses: which parties of a claim speak for one house, and are one node."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from twosource.comparison.independence.offices import of_one_owner
from twosource.comparison.independence.sourcing import Node, is_official, joined, outlet_node
from twosource.comparison.parties import spelling
from twosource.domain.party import Party
from twosource.reference import facts

_GENERIC = frozenset({"officials", "authority", "authorities", "government", "administration", "ministers", "regime"})
_POLICE = frozenset({"police", "policeman", "policemen", "officer", "officers"})
_MOUTHS = frozenset({"source", "spokesman", "official", "witness", "aide"})
# What a paper that tells something is called here and there, and who wrote it.
_PAPERS = (
    frozenset({"lawsuit", "suit", "complaint", "plaintiff"}),
    frozenset({"document", "paper", "file", "record", "leak"}),
    frozenset({"indictment", "charge", "affidavit", "prosecutor"}),
    frozenset({"rumor", "rumour", "speculation"}),
)
# What those who found something out are called, and what they wrote, where nobody is named.
_FOUND = frozenset({"finding", "research", "study", "team", "author", "scientist", "researcher", "astronomer", "astrophysicist", "physicist"})


def one_node_each(parties: Sequence[Party], every: Mapping[str, Party], outlets: Iterable[Node]) -> dict[str, Node]:
    """The node of every party of a claim.

    A party that is an outlet of the claim (one of ``outlets``), or a news agency, is that outlet's node. Speakers of one body are one node
    when the body speaks too; so are the officials of one country when only "officials" or "the government" stands between them.
    """
    known = {o.key: o for o in outlets}
    node = {p.id: Node("party", p.id, p.id) for p in parties}
    for p in parties:
        medium = outlet_node(p.name)
        if medium.key in known or (facts.agency(p.name) is not None and p.kind == "media") or facts.is_agency_name(p.name):
            node[p.id] = Node("outlet", medium.key, p.id)
    groups = (
        *_by_body(parties, every),
        *_by_government(parties),
        *_by_state(parties),
        *_by_force(parties),
        *_by_research(parties),
        *of_one_owner(parties, every),
        *_by_words(parties),
        *_by_paper(parties),
    )
    by_id = {p.id: p for p in parties}
    for house in joined((a.id, b.id) for members in groups for a, b in pairwise(members)).values():
        head = min((by_id[i] for i in house), key=lambda p: (p.kind == "unnamed", p.id))
        for i in house:
            node[i] = node[head.id]
    return node


def _by_body(parties: Sequence[Party], every: Mapping[str, Party]) -> list[list[Party]]:
    found: dict[str, list[Party]] = defaultdict(list)
    for p in parties:
        if p.body is not None and p.body in every:
            found[p.body].append(p)
    here = {p.id: p for p in parties}
    return [[*([here[b]] if b in here else []), *members] for b, members in found.items() if b in here or len(members) > 1]


def _by_government(parties: Sequence[Party]) -> list[list[Party]]:
    generic = [p for p in parties if _is_generic(p)]
    groups = []
    for g in generic:
        same = [p for p in parties if p.id != g.id and _is_of_a_state(p) and (g.country is None or p.country is None or p.country == g.country)]
        if same and len({p.country for p in same} - {None}) <= 1:
            groups.append([g, *same])
    return groups


def _is_of_a_state(party: Party) -> bool:
    """Whether a party is an official of one state: an alliance of states is none, whoever it has under arms."""
    return is_official(party) and "IGO" not in party.sectors


def _by_state(parties: Sequence[Party]) -> list[list[Party]]:
    """A state and the media it controls, by country: what they announce is the state's word."""
    found: dict[str, list[Party]] = defaultdict(list)
    for p in parties:
        known = facts.agency(p.name)
        if known is not None and known.control == "state" and known.country is not None:
            found[known.country].append(p)
        elif known is None and (country := spelling.government_of(p.name)) is not None and p.kind != "person":
            found[country].append(p)
    return [members for members in found.values() if len(members) > 1]


def _is_generic(party: Party) -> bool:
    words = spelling.parts(party.name)
    generic = bool(words) and (words[-1] in _GENERIC or (party.kind == "government" and spelling.government_of(party.name) is not None))
    return generic and party.kind in ("unnamed", "government", "group", "organisation")


def _by_force(parties: Sequence[Party]) -> list[list[Party]]:
    """ "The police" and the officers who speak for them; the forces of two places are two."""
    generic = [p for p in parties if _is_described(p) and _POLICE & set(spelling.parts(p.name))]
    held = [p for p in parties if _POLICE & {w for told in (p.name, *p.roles) for w in spelling.parts(told)}]
    groups = [[g, *(p for p in held if p.id != g.id and (g.country is None or p.country in (None, g.country)))] for g in generic]
    return [members for members in groups if len(members) > 1 and len({p.body for p in members if p.kind == "person"} - {None}) <= 1]


def _by_research(parties: Sequence[Party]) -> list[list[Party]]:
    """Research, and those who did it: what "the study" found "scientists" say, and the one of them who is named."""
    nameless = [p for p in parties if _is_described(p) and any(w in _FOUND or w.removesuffix("s") in _FOUND for w in spelling.parts(p.name)[-1:])]
    named = [p for p in parties if p.kind == "person" and "EDU" in p.sectors]
    members = [*nameless, *(named if len(named) == 1 else ())]
    return [members] if nameless and len(members) > 1 else []


def _by_words(parties: Sequence[Party]) -> list[list[Party]]:
    """Parties without a name that are told in the same words: nothing shows that "plaintiffs" here and "plaintiffs" there are two."""
    found: dict[tuple[str, ...], list[Party]] = defaultdict(list)
    for p in parties:
        if p.kind == "unnamed" and (told := spelling.parts(p.name)):
            found[told].append(p)
    return [members for members in found.values() if len(members) > 1]


def _by_paper(parties: Sequence[Party]) -> list[list[Party]]:
    """A paper and who wrote it: what "the lawsuit" claims "the plaintiffs" claim, and "the documents" are "the papers"."""
    nameless = [(p, spelling.parts(p.name)[-1:]) for p in parties if p.kind == "unnamed"]
    found = ([p for p, last in nameless if last and (last[0] in kind or last[0].removesuffix("s") in kind)] for kind in _PAPERS)
    return [members for members in found if len(members) > 1]


def _is_described(party: Party) -> bool:
    """Whether a party has no name, but for the capital of a sentence's first word."""
    return not any(w[:1].isupper() for w in party.name.split()[1:])


def is_somebody(party: Party) -> bool:
    """Whether a party is one person without a name, told by what the person is; "a source" and "a spokesman" tell nothing of that."""
    role = facts.role_at_end(party.name)
    last = spelling.parts(party.name)[-1:]
    return party.kind == "unnamed" and role is not None and role.kind == "person" and role.words in last and last[0] not in _MOUTHS
