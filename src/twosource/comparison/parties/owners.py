"""Owners: whose somebody is, by a title or by the words beside a name ("X's spokesman", "his father X", "X, the mother of Y")."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.domain.party import MentionForm, Party
from twosource.grammar.parties.entries import head_word
from twosource.reference.facts import role_at_end
from twosource.reference.lexicon import words

_REACH = 60
"""Code points beside a name in which a title and whose it is may stand."""
_GAP = r"[\s\u00a0]"
_TITLE = rf"(?P<title>(?:[a-z][a-z-]*,?{_GAP}+){{1,5}})"
_WHOSE = re.compile(rf"{_GAP}?[’']s?{_GAP}+{_TITLE}\Z")
_HIS = re.compile(rf"\b(?:[Hh]is|[Hh]er|[Tt]heir){_GAP}+{_TITLE}\Z")
_RELATIVE_OF = re.compile(rf"\b(?P<title>[a-z-]+){_GAP}+of{_GAP}+(?:[\w’'-]+{_GAP}+){{0,5}}\Z")
_COMMA = re.compile(rf",{_GAP}+\Z")
_AFTER = re.compile(rf",{_GAP}+(?:\d{{1,3}},{_GAP}+)?|{_GAP}+(?:is|was){_GAP}+")
_OWN = re.compile(rf"(?:{_GAP}?[’']s?)?{_GAP}+(?P<title>[a-z][a-z-]*(?:{_GAP}+[a-z][a-z-]*){{0,3}})(?:[,.;:)]|{_GAP}+(?:and|who)\b|\Z)")
_RELATIVE = re.compile(
    rf"(?:(?:the|an?){_GAP}+(?:(?!who)[a-z-]+{_GAP}+){{0,3}}?)?(?P<title>[a-z-]+){_GAP}+(?:of|to){_GAP}+(?:[\w’'-]+{_GAP}+){{0,5}}?\Z"
)
_OWNED = re.compile(r"^(?P<owner>[^’']{2,60})[’']s?\s")


@dataclass(frozen=True, slots=True, order=True)
class Owner:
    """Whose somebody is: that one's id, and whether the two are relatives."""

    id: str
    kin: bool


def owners_by_title(parties: Sequence[Party]) -> dict[str, tuple[Owner, ...]]:
    """By the party's id: whom its titles name as whose it is ("Lund’s lawyer", "Lund spokeswoman")."""
    named = _by_name(parties)
    found: dict[str, tuple[Owner, ...]] = {}
    for party in parties:
        told = ((role, owner) for role in party.roles if head_word(role) not in words("facing_roles") for owner in _named_in(role))
        owners = ((named.get(owner), _is_kin(role)) for role, owner in told)
        known = tuple(Owner(owner, kin) for owner, kin in owners if owner is not None and owner != party.id)
        if known:
            found[party.id] = known
    return found


def owners_beside(parties: Sequence[Party], texts: Mapping[str, str]) -> dict[str, Owner]:
    """By the id of a person without a country of its own: whose it is by the words before or behind its name in some article.

    Args:
        texts: the articles' by id.
    """
    around = _Around(parties)
    found: dict[str, Owner] = {}
    for party in parties if texts else ():
        if party.kind == "person" and (party.country is None or party.country_from == "articles"):
            names = ((texts.get(m.article, ""), m.article, m.span.start, m.span.end) for m in party.mentions if m.form == "name")
            owners = [owner for text, article, start, end in names for owner in around.owners(text, article, start, end) if owner.id != party.id]
            if owners:
                found[party.id] = min(owners)
    return found


class _Around:
    """The mentions of a story's parties by where they begin and end, to be found beside a name."""

    def __init__(self, parties: Sequence[Party]) -> None:
        self._begin: dict[tuple[str, int], tuple[int, str, MentionForm]] = {}
        self._end: dict[tuple[str, int], tuple[int, str]] = {}
        self._people: dict[str, list[tuple[int, str]]] = {}
        for party in parties:
            for mention in party.mentions if party.kind != "place" else ():
                self._begin.setdefault((mention.article, mention.span.start), (mention.span.end, party.id, mention.form))
                if mention.form == "name":
                    self._end.setdefault((mention.article, mention.span.end), (mention.span.start, party.id))
                    if party.kind == "person":
                        self._people.setdefault(mention.article, []).append((mention.span.start, party.id))
        for rows in self._people.values():
            rows.sort()

    def owners(self, text: str, article: str, start: int, end: int) -> Iterator[Owner]:
        """Whose the bearer of the name that begins and ends there is."""
        yield from self._before(text, article, start)
        if (after := _AFTER.match(text, end, end + _REACH)) is not None:
            yield from self._behind(text, article, after.end())

    def _before(self, text: str, article: str, start: int) -> Iterator[Owner]:
        low = max(0, start - _REACH)
        if (match := _WHOSE.search(text, low, start)) is not None and (known := self._end.get((article, match.start()))) is not None:
            yield from _serving(known[1], match.group("title"))
        elif (match := _HIS.search(text, low, start)) is not None and (own := self._begin.get((article, match.start()))) is not None:
            yield from _serving(own[1], match.group("title"))
        elif (comma := _COMMA.search(text, max(0, start - 3), start)) and (known := self._end.get((article, comma.start()))) is not None:
            match = _RELATIVE_OF.search(text, max(0, known[0] - _REACH), known[0])  # "the son of President X, Y"
            if match is not None and _is_kin(match.group("title")):
                yield Owner(known[1], kin=True)

    def _behind(self, text: str, article: str, at: int) -> Iterator[Owner]:
        known = self._begin.get((article, at))
        if known is not None and (match := _OWN.match(text, known[0], known[0] + _REACH)) is not None:
            if known[2] == "pronoun" or "’" in match.group() or "'" in match.group():
                yield from _serving(known[1], match.group("title"))
            return
        rows = self._people.get(article, [])
        for start, person in rows[bisect_left(rows, (at, "")) :][:1]:
            match = _RELATIVE.match(text, at, start) if start <= at + 2 * _REACH else None
            if match is not None and _is_kin(match.group("title")):
                yield Owner(person, kin=True)


def _serving(owner: str, title: str) -> Iterator[Owner]:
    """Whose one of that title is: a rival, a counterpart or a friend is nobody's, a player may be from anywhere."""
    title = title.strip(" \u00a0,")
    known = role_at_end(title)
    if _is_kin(title):
        yield Owner(owner, kin=True)
    elif known is not None and head_word(title) not in words("hired_roles") | words("facing_roles"):
        yield Owner(owner, kin=False)


def _is_kin(title: str) -> bool:
    """Whether a title is a relative's: "Lund’s late father"."""
    return title.rsplit(maxsplit=1)[-1].lower() in words("kin") if title.split() else False


def _by_name(parties: Sequence[Party]) -> dict[str, str | None]:
    """Ids by whole name and by surname, in lower case; None where several bear it."""
    found: dict[str, str | None] = {}
    for party in parties:
        if party.kind == "unnamed":
            continue
        forms = {form.lower() for form in (party.name, *party.aliases)}
        if party.kind == "person":
            forms |= {form.split()[-1] for form in forms if form.split()}
        for form in forms:
            found[form] = party.id if found.get(form, party.id) == party.id else None
    return found


def _named_in(role: str) -> Iterator[str]:
    """Names that a title may open with, the longest first, in lower case."""
    match = _OWNED.match(role)
    parts = (match.group("owner") if match else role).split()
    capital = [w for w in parts if w[:1].isupper()]
    if parts and len(capital) == len(parts) and match:
        yield from (" ".join(parts[n:]).lower() for n in range(len(parts)))
    elif not match:
        for n in range(min(4, len(parts) - 1), 0, -1):
            if all(w[:1].isupper() for w in parts[:n]):
                yield " ".join(parts[:n]).lower()
