"""Events: who did what to whom, as PLOVER events."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from twosource.domain.date import Date
from twosource.domain.event import LocalEvent, Place
from twosource.domain.finding import Finding, Observation
from twosource.domain.identity import identity
from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Statement
from twosource.grammar.events.anchoring import Anchor, anchors, auxiliaries
from twosource.grammar.events.casting import Casting
from twosource.grammar.events.occasions import Occasions
from twosource.grammar.events.opinion import SecondOpinion
from twosource.grammar.events.roles import Parts, acting, directed, parts
from twosource.grammar.parties.parties_at import PartyIndex
from twosource.grammar.tree import Tree
from twosource.inference.model import Relater
from twosource.reference.places import country_of
from twosource.reference.plover import CONFLICT, FUTURE_IS_AGREE, QUAD, complement_mode, contexts_of

_AUXILIARY = ("historical", "future", "hypothetical", "negated")
_CONTEXT_WORDS = 40
_ANYBODY = frozenset({"CVL", "UNK"})
_DUTIES = frozenset({"SUPPORT", "CONCEDE", "RETREAT"})  # what one must or should do of these is no agreement to it
_OFFERS = frozenset({"accept", "invite", "reach", "strike", "ink"})  # done when told; what they are about may come later


class Events:
    """Finds anchors by the lexicon, casts the parties around them, and dates and places them by the clause they stand in.

    Args:
        relater: is asked about the type where two parties take part; without it the lexicon alone tells types.
    """

    name = "events"
    needs: tuple[type[Finding], ...] = (Sentence, Statement, LocalParty, Date)
    makes: tuple[type[Finding], ...] = (LocalEvent,)

    def __init__(self, relater: Relater | None = None) -> None:
        self._relater = relater

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [_read(reading, SecondOpinion(self._relater, reading.article.text)) for reading in readings]


@dataclass
class _Memory:
    """What the sentences so far leave behind: whom they were about, which two parties dealt with each other, what was told."""

    about: LocalParty | None = None
    pair: tuple[LocalParty, ...] = ()
    told: list[LocalEvent] = field(default_factory=list)


def _read(reading: Reading, opinion: SecondOpinion) -> tuple[Observation, ...]:
    sentences = reading.of(Sentence)
    telling = _Telling(reading.of(Statement))
    index = PartyIndex(reading.of(LocalParty), sentences)
    occasions = Occasions(reading)
    by_id = {p.id: p for p in reading.of(LocalParty)}
    memory = _Memory()
    for sentence in sentences:
        casting = Casting(Tree(sentence), index, memory.pair, occasions.government)
        occasions.enter(casting)
        for anchor in anchors(casting):
            event = _event(anchor, casting, occasions, telling, memory, opinion=opinion)
            if event is not None:
                memory.told.append(event)
                both = [by_id[p] for p in (*event.actors, *event.recipients)]
                countries = list(dict.fromkeys(p.country for p in both if p.country))
                if len(countries) == 2:
                    memory.pair = tuple(occasions.government(c) or next(p for p in both if p.country == c) for c in countries)
        memory.about = _about(casting) or memory.about
    return tuple(memory.told)


def _event(
    anchor: Anchor, casting: Casting, occasions: Occasions, telling: "_Telling", memory: _Memory, *, opinion: SecondOpinion
) -> LocalEvent | None:
    tree, trigger = casting.tree, anchor.trigger
    token = tree.tokens[anchor.i]
    article = tree.sentence.article
    span = Span(token.start, token.end)
    evidence = (span, *([Span(tree.tokens[anchor.light].start, tree.tokens[anchor.light].end)] if anchor.light is not None else []))
    if anchor.inner is not None:
        inner = tree.tokens[anchor.inner.i]
        evidence = (*evidence, Span(inner.start, inner.end))
    statement = telling.of(span, tree.sentence)
    if statement is None:
        return None
    place = occasions.place(anchor) or (occasions.place(anchor.inner) if anchor.inner is not None else None)
    cast = parts(anchor, casting, country_of(place.name) if place else None, memory.about)
    if anchor.roles == "visit":
        cast = Parts(cast.actors, tuple(occasions.host(p) for p in cast.recipients))
    if place is not None and place.name.lower() in ("there", "the country"):
        place = occasions.elsewhere({p.country for p in cast.actors})
        cast = _with_host(cast, place, occasions) if anchor.roles == "visit" else cast
    modal = auxiliaries(anchor, casting)
    if not _told(trigger.type, cast, modal):
        return None
    date = occasions.date(anchor, modal, memory.told, {p.id for p in cast.actors})
    if "future" not in modal and occasions.historical(date):
        modal.add("historical")
    kind, mode = trigger.type, trigger.mode
    if anchor.inner is not None:
        below = anchor.inner.inner.trigger if anchor.inner.inner is not None else anchor.inner.trigger
        mode = complement_mode(kind, anchor.inner.trigger) or complement_mode(kind, below) or mode
        if kind == "AGREE" and not trigger.noun and trigger.word not in _OFFERS:
            modal.add("future")
    if kind == "CONSULT":
        mode = _meeting_mode(anchor, cast, place)
    if kind in FUTURE_IS_AGREE and modal & {"future", "hypothetical"}:
        if anchor.roles == "meet":
            cast = directed(anchor, casting, cast)
        kind, mode = "AGREE", None
    heard = opinion.type_of(kind, anchor, tree, cast.actors, cast.recipients)
    if heard != kind:
        kind, mode = heard, None
        ids = tuple(p.id for p in cast.actors), tuple(p.id for p in cast.recipients)
        if any((e.type, e.actors, e.recipients) == (kind, *ids) and e.statement == statement for e in memory.told):
            return None  # "broke off talks": verb and noun tell one event
    return LocalEvent(
        id=identity("l", article, kind, span.start, span.end),
        article=article,
        evidence=evidence,
        type=kind,
        quad=QUAD[kind],
        actors=tuple(p.id for p in cast.actors),
        recipients=tuple(p.id for p in cast.recipients),
        statement=statement,
        mode=mode,
        contexts=tuple(sorted({*trigger.contexts, *_contexts(anchor, casting)})),
        place=place,
        date=date,
        auxiliary=tuple(a for a in _AUXILIARY if a in modal),
    )


def _told(kind: str, cast: Parts, modal: set[str]) -> bool:
    """Whether this is an event to record: somebody political takes part, and violence that may be is laid at someone's door."""
    people = (*cast.actors, *cast.recipients)
    if not any(p.country or set(p.sectors) - _ANYBODY or p.kind in ("government", "organisation", "media", "group") for p in people):
        return False
    if (kind == "CONSULT" and not cast.actors) or (kind == "AID" and not cast.recipients):
        return False
    if kind in _DUTIES and "future" not in modal and "hypothetical" in modal:
        return False
    return not (kind in CONFLICT and not cast.actors and modal & {"future", "hypothetical"})


def _meeting_mode(anchor: Anchor, cast: Parts, place: Place | None) -> str | None:
    if anchor.trigger.mode in ("phone", "third-party"):
        return anchor.trigger.mode
    countries = {p.country for p in (*cast.actors, *cast.recipients) if p.country}
    if anchor.trigger.mode == "visit" or cast.recipients:
        return "visit"
    if len(countries) > 2:
        return "multilateral"
    return "third-party" if len(countries) == 2 and place is not None and place.country and place.country not in countries else None


def _with_host(cast: Parts, place: Place | None, occasions: Occasions) -> Parts:
    host = occasions.party_of(place.country) if place is not None and not cast.recipients else None
    return Parts(cast.actors, (host,)) if host is not None else cast


def _contexts(anchor: Anchor, casting: Casting) -> set[str]:
    tree = casting.tree
    top = anchor.light if anchor.light is not None else anchor.i
    own = anchor.inner.trigger.contexts if anchor.inner is not None else ()
    sayers = {i for k in tree.kids[top] if tree.tokens[k].lemma == "accord" for i in range(tree.left[k], tree.right[k] + 1)}
    clause = range(tree.left[anchor.i], min(tree.right[top] + 1, anchor.i + _CONTEXT_WORDS))
    return {*own} | contexts_of(tree.tokens[i].lemma for i in clause if i not in sayers)


def _about(casting: Casting) -> LocalParty | None:
    root = next((i for i, t in enumerate(casting.tree.tokens) if t.head == i), None)
    found = acting(root, casting) if root is not None else []
    return found[0] if found else None


class _Telling:
    """Which statement tells what stands at a place."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._by_sentence: dict[str, list[Statement]] = {}
        for s in statements:
            self._by_sentence.setdefault(s.sentence, []).append(s)

    def of(self, span: Span, sentence: Sentence) -> str | None:
        """Id of the smallest statement that covers a span; else of the one it attributes or stands nearest to, in its sentence."""
        mine = self._by_sentence.get(sentence.id, [])
        covering = [s for s in mine if s.span.covers(span)]
        if covering:
            return min(covering, key=lambda s: s.span.end - s.span.start).id
        if not mine:
            return None
        cued = [s for s in mine if s.cue is not None and s.cue.overlaps(span)]
        return min(cued or mine, key=lambda s: max(s.span.start - span.end, span.start - s.span.end, 0)).id
