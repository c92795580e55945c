"""Ties: what the whole article tells of its parties, their bodies, countries and owners."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from twosource.grammar.parties.entries import Entry, head_word
from twosource.grammar.parties.gathered import Gathered
from twosource.grammar.parties.mentions import Found
from twosource.grammar.parties.towns import country_of_town
from twosource.reference.facts import body, country_in, country_of_place, home_of
from twosource.reference.lexicon import words
from twosource.reference.places import country_after_town, may_be_word

_OF_STATE = frozenset({"GOV", "COP", "MIL", "LEG", "JUD", "SPY"})
_NOT_AMERICAN = frozenset({"minister", "premier", "chancellor", "king", "queen"})
_OF_BODY = frozenset({"for", "of", "at", "with", "from"})
_WHOSE = frozenset({"of", "at", "with", "from", "in"})
_OWNERS = frozenset({"his", "her", "their", "its"})
_SURELY = 0.56
"""Share of what an article names of some country that must be of one before "the president" is taken for its: "President Lund" on another's war is
not of that country."""


_HEADS_OF_STATE = frozenset({"president", "leader", "dictator", "ruler", "strongman", "king", "queen", "emir", "sultan", "emperor"})
_NOT_NOW = frozenset({"former", "ex", "late", "then", "vice", "deputy", "next", "future", "old"})
"""What makes another than the one head of state of those who bear such a title."""


def tie(so_far: Gathered) -> None:
    """Tell each party's body, country and sectors by all that is gathered."""
    spans = sorted(((m.span.start, m.span.end, so_far.of[k]) for k, m in enumerate(so_far.mentions) if k in so_far.of), key=lambda s: s[:2])
    starts = [s[0] for s in spans]
    at = {(m.sentence, m.head): so_far.of[k] for k, m in enumerate(so_far.mentions) if k in so_far.of}
    described = {m.words.lower().removeprefix("the "): so_far.of[k] for k, m in enumerate(so_far.mentions) if k in so_far.of and m.form == "nominal"}
    tells = Counter(e.country for e in so_far.entries if e.country is not None for _ in e.mentions)
    _settle_towns(so_far.entries, tells)
    surely_home = main_country(so_far.mentions, _SURELY)
    head = next((e for e in so_far.entries if e.country == so_far.home and e.kind == "person" and _heads_state(e)), None)
    for entry in so_far.entries:
        _tie_to_body(entry, spans, starts, at)
        _tie_to_described(entry, described)
        _resolve_owner(entry, spans, starts)
        if entry.fact is None and "IGO" not in entry.sectors:
            entry.settle(_told_beside(entry), "words")
        if entry.american and (so_far.home in (None, "USA") or (entry.american != {"Gov."} and "USA" in tells)):
            entry.settle("USA", "words")
        if entry.body is not None and not any(head_word(r) in words("hired_roles") for r in entry.roles):
            entry.settle(entry.body.country, "articles" if entry.body.country_from == "articles" else "body")
        if entry.body is not None and set(entry.sectors) <= {"UNK"}:
            entry.sectors = [s for s in entry.body.sectors if s != "JRN"]
        if entry.country is None and entry.body is None and entry.fact is None:
            told = (home_of(r, places=head_word(r) not in words("hired_roles") and not _is_somebodys(so_far, r)) for r in entry.roles)
            entry.settle(next((code for code in told if code), None) or _linked_place(entry, at), "words")
        of_home = _is_of_home(so_far, entry)
        if entry.kind == "person":
            of_home &= surely_home is not None and not (head and _heads_state(entry)) and not _brought_in_abroad(so_far, entry)
        if of_home:
            entry.settle(so_far.home, "articles")
        if entry.key.startswith("country:") and entry.kind == "government":
            entry.sectors = ["GOV"]


def _settle_towns(entries: Sequence[Entry], tells: Mapping[str, int]) -> None:
    """Tell the countries of towns by those that the article tells of."""
    for entry in entries:
        if entry.kind == "place" and not entry.key.startswith("country:"):
            if (told := _told_beside(entry)) is not None:  # "Torve, Ohio", whatever larger Torve there is
                entry.country, entry.country_from = told, "words"
            entry.settle(next((code for n in entry.names if n.endswith(".") and (code := country_after_town(n))), None), "known")  # "Calif."
            for name in (n for n in entry.names if not may_be_word(n)):
                entry.settle(country_of_town(name, tells, alone=False), "known")


def _is_somebodys(so_far: Gathered, role: str) -> bool:
    """Whether a title names the person whose one is, by a name that may be a town's too: "Tom Oran’s sister"."""
    owner, apostrophe, _ = role.replace("’s ", "'s ").partition("'s ")
    known = so_far.by_name.get(owner) or next(iter(so_far.by_part.get(owner.lower(), {}).values()), None)
    return bool(apostrophe) and known is not None and known.kind == "person"


def _told_beside(entry: Entry) -> str | None:
    """The country that the words beside its names give a party, where they agree on one."""
    told = {m.country for m in entry.mentions if m.form == "name" and m.country is not None}
    return told.pop() if len(told) == 1 else None


def _resolve_owner(entry: Entry, spans: list[tuple[int, int, Entry]], starts: list[int]) -> None:
    """ "His lawyer" is told apart from other lawyers by whose he is, in other articles too."""
    for mention in entry.mentions:
        opening, _, rest = mention.words.partition(" ")
        if mention.form != "nominal" or not rest or opening.lower() not in _OWNERS:
            continue
        n = bisect_left(starts, mention.span.start)
        owner = next((e for s, _, e in spans[n : n + 4] if s == mention.span.start and e is not entry and e.names), None)
        if owner is not None:
            called = f"{owner.names[0]}’s {rest}"
            if not entry.names and mention is entry.mentions[0]:
                entry.called = called
            if mention.words in entry.roles:
                entry.roles.append(called)
            return


def _linked_place(entry: Entry, at: dict[tuple[int, int], Entry]) -> str | None:
    """The country of "the mayor of X" and "officials in X"; whom one deals with ("envoy for X") is not whose one is."""
    for mention in entry.mentions:
        for preposition, token in mention.linked:
            other = at.get((mention.sentence, token))
            kinds = ("place", "government") if preposition == "in" else ("place", "government", "organisation")
            if other is not None and preposition in _WHOSE and other.kind in kinds and other.country:
                return other.country
    return None


def _is_of_home(so_far: Gathered, entry: Entry) -> bool:
    """Whether a party of state that the text gives no country is of the one country the article is about."""
    if so_far.home is None or entry.fact is not None or "IGO" in entry.sectors or not set(entry.sectors) & _OF_STATE:
        return False
    if entry.body is not None or any("'s " in r or "’s " in r for r in entry.roles):
        return False
    return not (so_far.home == "USA" and any(head_word(r) in _NOT_AMERICAN for r in entry.roles))


def _brought_in_abroad(so_far: Gathered, entry: Entry) -> bool:
    """Whether the sentence that first names a person tells of places and governments of other countries alone ("in Sund the foreign minister, X")."""
    beside = (so_far.of.get(k) for k in so_far.in_sentence.get(entry.mentions[0].sentence, ()))
    countries = {e.country for e in beside if e is not None and e is not entry and e.country and e.kind in ("place", "government")}
    return bool(countries) and so_far.home not in countries


def _heads_state(entry: Entry) -> bool:
    """Whether a title makes a party the head of some state: of one country there is one, and "President Lund" beside its leader is another's."""
    return any(head_word(role) in _HEADS_OF_STATE and not _NOT_NOW & set(role.lower().replace("-", " ").split()) for role in entry.roles)


def _tie_to_body(entry: Entry, spans: list[tuple[int, int, Entry]], starts: list[int], at: dict[tuple[int, int], Entry]) -> None:
    """The body named in a person's title or right after it: "Kremlin spokesman X", "X, a spokesman for the ministry"."""
    if entry.kind not in ("person", "unnamed"):
        return
    for mention in entry.mentions:
        ranges = [(s.start, s.end) for s in mention.title_spans]
        if mention.form == "nominal":
            ranges.append((mention.span.start, mention.span.end))
        inside = (o for low, high in ranges for s, e, o in spans[bisect_left(starts, low) : bisect_left(starts, high)] if e <= high)
        after = (at.get((mention.sentence, token)) for preposition, token in mention.linked if preposition in _OF_BODY)
        for other in (*inside, *after):
            if other is None or other is entry or other.key.startswith("country:"):
                continue
            if other.kind in ("organisation", "government", "media"):
                entry.body = other
                return


def _tie_to_described(entry: Entry, described: Mapping[str, Entry]) -> None:
    """The body that a speaker's title describes as the article does elsewhere: "police spokeswoman X" and "the police"."""
    if entry.kind != "person" or entry.body is not None:
        return
    for title in (title for mention in entry.mentions for title in mention.titles):
        whose, _, head = title.lower().rpartition(" ")
        other = described.get(whose) if head in words("speakers") else None
        if other is not None and other.kind in ("organisation", "government", "media"):
            entry.body = other
            return


def main_country(mentions: Iterable[Found], share: float = 0.5) -> str | None:
    """The country that at least a ``share`` of an article's places, demonyms and known bodies point to, if there is one."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        if mention.form == "pronoun":
            continue
        code = country_in(" ".join(mention.titles)) if mention.titles else None
        if mention.form == "nominal":
            code = country_in(mention.words)
        elif code is None and (known := body(mention.words)) is not None:
            code = known.country if known.kind != "media" else None
        elif code is None and mention.label in ("GPE", "LOC"):
            code = country_of_place(mention.words)
        if code:
            counts[code] += 1
    if not counts:
        return None
    code, most = counts.most_common(1)[0]
    return code if len(counts) == 1 or (most >= share * counts.total() and most >= 2) else None
