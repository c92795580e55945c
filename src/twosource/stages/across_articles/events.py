"""Events: local events that are one across the articles of a story."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.comparison.events.likeness import Tellings
from twosource.comparison.events.telling import Telling, telling
from twosource.domain.event import Event, LocalEvent, Place, When
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.identity import identity
from twosource.domain.party import Mention, Party
from twosource.domain.reading import Dossier
from twosource.domain.sentence import Sentence, Token
from twosource.grammar import calendar
from twosource.grammar.slots import stem
from twosource.reference.plover import triggers

_PRECISION = ("sub-city", "city", "district", "province", "country", None)
_SURE = 0.9
"""On the annotated stories to tune on, events of one type and party that other words tell are nearly all one from here up; below 0.9 a rocket's
test and its launch are taken for one."""
_ONE_OF_A_KIND = frozenset({"CONSULT"})  # a summit, a visit and talks of the same people at one time are one event


class Events:
    """Merges local events of one type that share a party on each side and whose dates, places and words do not part them."""

    name = "events"
    needs: tuple[type[Finding], ...] = (LocalEvent, Party)
    makes: tuple[type[Finding], ...] = (Event,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        parties = {p.id: p for p in dossier.of(Party)}
        one = {local: party.id for party in parties.values() for local in party.basis}
        words, tellings = _words(dossier), _tellings(dossier)
        like = Tellings(_texts(dossier), list(tellings.values()), one=True)
        groups: list[list[_Seen]] = []
        index: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for event in dossier.observed(LocalEvent):
            seen = _seen(event, one, parties, words, tellings[event.id])
            keys = [(seen.block, key) for key in sorted(seen.actors | seen.recipients)]
            near = dict.fromkeys(n for key in keys for n in index[key])
            home = next((n for n in near if all(_same(seen, other, like) for other in groups[n])), None)
            if home is None:
                home = len(groups)
                groups.append([])
            groups[home].append(seen)
            for key in keys:
                if home not in index[key][-1:]:
                    index[key].append(home)
        return [_event(group, one, parties) for group in groups]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A local event with what it is compared by.

    Attributes:
        block: type, and whether it is planned, past history or denied: what differs in these is never one.
        actors, recipients: keys of the story's parties; a country's own key stands for its government.
        kinds: the types that its words tell by themselves ("promised to visit" tells AGREE and CONSULT).
        stems: stems of its words.
        telling: the place where it is told.
    """

    event: LocalEvent
    block: str
    actors: frozenset[str]
    recipients: frozenset[str]
    kinds: frozenset[str]
    stems: frozenset[str]
    telling: Telling


def _texts(dossier: Dossier) -> list[list[Sequence[Token]]]:
    """The sentences of each article."""
    return [[s.tokens for s in reading.of(Sentence) if s.tokens] for reading in dossier.readings]


def _tellings(dossier: Dossier) -> dict[str, Telling]:
    """The place where each local event is told, by the event's id."""
    texts = _texts(dossier)
    return {e.id: telling(n, texts[n], e.span) for n, reading in enumerate(dossier.readings) for e in reading.of(LocalEvent)}


def _words(dossier: Dossier) -> dict[tuple[str, int], tuple[str, bool]]:
    """Lemma, and whether it is a noun, of every token by article and place; only where an event has its evidence."""
    wanted = {(e.article, span.start) for e in dossier.observed(LocalEvent) for span in e.evidence}
    return {
        (s.article, t.start): (t.lemma.lower(), t.pos == "NOUN")
        for s in dossier.observed(Sentence)
        for t in s.tokens
        if (s.article, t.start) in wanted
    }


def _seen(event: LocalEvent, one: dict[str, str], parties: dict[str, Party], words: dict[tuple[str, int], tuple[str, bool]], place: Telling) -> _Seen:
    told = [words[event.article, s.start] for s in event.evidence if (event.article, s.start) in words]
    frame = "planned" if {"future", "hypothetical"} & set(event.auxiliary) else "historical" if "historical" in event.auxiliary else ""
    return _Seen(
        event=event,
        block=f"{event.type} {frame} {'negated' in event.auxiliary}",
        actors=_keys(event.actors, one, parties),
        recipients=_keys(event.recipients, one, parties),
        kinds=frozenset(t.type for word in told for t in triggers().get(word, ())),
        stems=frozenset(stem(lemma) for lemma, _ in told[:1]),
        telling=place,
    )


def _keys(ids: Iterable[str], one: dict[str, str], parties: dict[str, Party]) -> frozenset[str]:
    """Party ids; a government or place is filed under its country too, and so is a person under "a person of" it."""
    keys = set()
    for i in ids:
        party = parties.get(one.get(i, ""))
        keys.add(one.get(i, i))
        if party is not None and party.country:
            keys.add(party.country if party.kind in ("government", "place") else f"of {party.country}")
    return frozenset(keys)


def _meet(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sides share a party, or one has a government and the other one of its people."""
    if any(key in b for key in a if not key.startswith("of ")):
        return True
    return any(f"of {key}" in b for key in a) or any(f"of {key}" in a for key in b)


def _same(a: _Seen, b: _Seen, like: Tellings) -> bool:
    if not (_sides_fit(a, b) and _dates_fit(a.event.date, b.event.date) and _places_fit(a.event.place, b.event.place)):
        return False
    if a.event.type in _ONE_OF_A_KIND or a.stems & b.stems:
        return True
    if a.event.type == "AGREE":
        return bool((a.kinds & b.kinds) - {"AGREE"})
    if like.probabilities([(a.telling, b.telling)])[0] >= _SURE:
        return True
    return a.event.mode == b.event.mode and a.event.date.value is not None and b.event.date.value is not None


def _sides_fit(a: _Seen, b: _Seen) -> bool:
    if a.event.type == "CONSULT" and not (a.recipients and b.recipients):  # who met whom has no direction without a host
        everyone_a, everyone_b = a.actors | a.recipients, b.actors | b.recipients
        return _meet(everyone_a, everyone_b) and (_meet(a.actors, b.actors) or not (a.recipients or b.recipients))
    actors = _meet(a.actors, b.actors) or not (a.actors and b.actors)
    recipients = _meet(a.recipients, b.recipients) or not (a.recipients and b.recipients)
    return actors and recipients and (_meet(a.actors, b.actors) or _meet(a.recipients, b.recipients))


def _dates_fit(a: When, b: When) -> bool:
    """Whether the intervals overlap; a date that is not known fits any."""
    if a.value is None or b.value is None:
        return True
    if a.value == b.value:
        return True
    (a0, a1), (b0, b1) = _ends(a.value), _ends(b.value)
    if a0 is None or b0 is None:
        return True
    return a0 <= b1 and b0 <= a1


def _ends(value: str) -> tuple[str | None, str]:
    """First and last day as sortable text, the first None where the value is open or coded."""
    start, _, end = value.partition("/")
    if calendar.first_day(start) is None:
        return None, ""
    last = end if end and calendar.first_day(end) else start
    return start + "-01" * ((10 - len(start)) // 3), last + "-31" * ((10 - len(last)) // 3) if len(last) > 4 else last + "-12-31"


def _places_fit(a: Place | None, b: Place | None) -> bool:
    if a is None or b is None or not (a.country and b.country):
        return True
    if a.country != b.country:
        return False
    return "country" in (a.resolution, b.resolution) or a.geonameid == b.geonameid


def _event(group: Sequence[_Seen], one: dict[str, str], parties: dict[str, Party]) -> Event:
    events = [seen.event for seen in group]
    first = events[0]
    basis = tuple(dict.fromkeys(e.id for e in events))
    dated = [e.date for e in events if e.date.value is not None]
    placed = [e.place for e in events if e.place is not None]
    modes = Counter(e.mode for e in events if e.mode)
    auxiliary = Counter(a for e in events for a in e.auxiliary)
    directed = [e for e in events if e.recipients] if first.type == "CONSULT" else []
    actors = _parties((i for e in directed or events for i in e.actors), one, parties)
    return Event(
        id=identity("e", *sorted(basis)),
        basis=basis,
        type=first.type,
        quad=first.quad,
        actors=actors,
        recipients=tuple(
            p
            for p in _parties((i for e in events for i in (*e.recipients, *(e.actors if directed else ()))), one, parties)
            if p not in actors and not _own(p, actors, parties)
        ),
        statements=tuple(dict.fromkeys(e.statement for e in events)),
        mentions=tuple(Mention(e.article, span, "nominal") for e in events for span in e.evidence[:1]),
        mode=modes.most_common(1)[0][0] if modes else None,
        contexts=tuple(sorted({c for e in events for c in e.contexts})),
        place=min(placed, key=lambda p: (p.country is None, _PRECISION.index(p.resolution)), default=None),
        date=min(dated, key=lambda d: _width(d.value), default=first.date),
        auxiliary=tuple(a for a in ("historical", "future", "hypothetical", "negated") if 2 * auxiliary[a] >= len(events)),
    )


def _parties(ids: Iterable[str], one: dict[str, str], parties: dict[str, Party]) -> tuple[str, ...]:
    """The story's parties in order, without a government whose own people are named on the same side."""
    found = list(dict.fromkeys(one[i] for i in ids if i in one))
    people = {parties[p].country for p in found if parties[p].kind == "person"}
    return tuple(p for p in found if parties[p].kind not in ("government", "place") or parties[p].country not in people)


def _own(party: str, actors: Iterable[str], parties: dict[str, Party]) -> bool:
    """Whether a recipient is the government of an actor: a minister's visit elsewhere is not received at home."""
    return parties[party].kind in ("government", "place") and parties[party].country in {parties[a].country for a in actors}


def _width(value: str | None) -> int:
    """A rough length in days: the shorter, the more is known."""
    if value is None or ".." in value:
        return 10_000
    start, _, end = value.partition("/")
    first, last = calendar.first_day(start), calendar.first_day(end or start)
    spread = (last - first).days if first and last else 5_000
    return spread + {4: 365, 7: 30}.get(len(end or start), 1)
