"""The dossier as the contract's plain values (schema twosource/dossier/1); every other writer starts from it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, TypeVar

from twosource.domain.claim import Claim, Independence, Rendition
from twosource.domain.conflict import Conflict
from twosource.domain.copy import Copy
from twosource.domain.date import Date, Redating
from twosource.domain.event import Event, When
from twosource.domain.finding import Observation
from twosource.domain.furniture import Furniture, Headline
from twosource.domain.party import LocalParty, Party
from twosource.domain.quantity import Quantity
from twosource.domain.reading import Dossier, Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Factuality, Statement
from twosource.domain.story import TimelineEntry
from twosource.domain.utterance import Utterance

SCHEMA = "twosource/dossier/1"

T = TypeVar("T", bound=Observation)


def document(dossier: Dossier, made_by: dict[str, Any]) -> dict[str, Any]:
    """One dossier in the contract's order of fields.

    Args:
        dossier: a compared story.
        made_by: versions and model digests, as the desk knows them.
    """
    texts = {r.article.id: r.article.text for r in dossier.readings}
    anew = {one.basis[0]: one for one in dossier.of(Redating)}
    of_event = {event: one for one in anew.values() for event in one.events}
    party_of = {local: party.id for party in dossier.of(Party) for local in party.basis}
    events_of: defaultdict[str, list[str]] = defaultdict(list)
    for event in dossier.of(Event):
        for statement in event.statements:
            events_of[statement].append(event.id)
    told = {one.statement: one for claim in dossier.of(Claim) for one in claim.told}
    return {
        "schema": SCHEMA,
        "made_by": made_by,
        "story": {
            "id": dossier.story.id,
            "title": dossier.story.title,
            "articles": [r.article.id for r in dossier.readings],
            "because": list(dossier.story.because),
        },
        "articles": [_article(r) for r in dossier.readings],
        "parties": [_party(p, texts) for p in dossier.of(Party)],
        "statements": [s for r in dossier.readings for s in _statements(r, party_of, events_of, anew, told)],
        "events": [_event(e, of_event.get(e.id, e.date), texts) for e in dossier.of(Event)],
        "claims": _claims(dossier),
        "conflicts": [_conflict(x) for x in dossier.of(Conflict)],
        "utterances": [_utterance(u, texts) for u in dossier.of(Utterance)],
        "copies": [_copy(c) for c in dossier.of(Copy)],
        "timeline": [{"value": t.value, "event": t.event, "statements": list(t.statements)} for t in dossier.of(TimelineEntry)],
        "problems": [{"article": p.article, "path": p.path, "kind": p.kind, "message": p.message} for p in dossier.problems],
    }


def _quoted(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _article(reading: Reading) -> dict[str, Any]:
    a = reading.article
    title = a.title or next((h.span for h in reading.of(Headline)), None)
    bylines = [name for f in reading.of(Furniture) if f.kind == "byline" for name in f.names]
    return {
        "id": a.id,
        "ref": a.ref,
        "path": a.path,
        "url": a.url,
        "outlet": a.outlet,
        "domain": a.domain,
        "title": _quoted(title, a.text) if title else None,
        "authors": list(a.authors or dict.fromkeys(bylines)),
        "published": a.published,
        "published_from": a.published_from,
        "language": a.language,
        "text": a.text,
        "furniture": [{**_quoted(f.span, a.text), "kind": f.kind, "reason": f.reason} for f in reading.of(Furniture)],
    }


def _party(p: Party, texts: dict[str, str]) -> dict[str, Any]:
    return {
        "id": p.id,
        "name": p.name,
        "aliases": list(p.aliases),
        "kind": p.kind,
        "country": p.country,
        "country_from": p.country_from,
        "sectors": list(p.sectors),
        "roles": list(p.roles),
        "mentions": [{"article": m.article, **_quoted(m.span, texts[m.article])} for m in p.mentions],
    }


def _statements(
    reading: Reading, party_of: dict[str, str], events_of: dict[str, list[str]], anew: dict[str, Redating], told: dict[str, Rendition]
) -> list[dict[str, Any]]:
    text = reading.article.text
    sure = {f.statement: f for f in reading.of(Factuality)}
    statements = reading.of(Statement)
    dates = _owned(reading.of(Date), statements, reading.of(Sentence))
    quantities = _owned(reading.of(Quantity), statements, reading.of(Sentence))
    names = {p.id: p for p in reading.of(LocalParty)}
    made = []
    for s in statements:
        f = sure.get(s.id)
        made.append(
            {
                "id": s.id,
                "article": s.article,
                **_quoted(s.span, text),
                "in_full": told[s.id].in_full if s.id in told else s.span.of(text),
                "alone": s.id in told and told[s.id].alone,
                "voice": s.voice,
                "cue": _quoted(s.cue, text) if s.cue else None,
                "chain": [
                    {"party": party_of.get(k.party, k.party), **_quoted(k.span, text), "inferred": k.inferred} for k in s.chain if k.party in names
                ],
                "factuality": f.value if f else "Uu",
                "time": f.time if f else "timeless",
                "commitment": f.commitment if f else None,
                "trigger": _quoted(f.trigger, text) if f and f.trigger else None,
                "dates": [_date(d, anew.get(d.id, d), text) for d in dates[s.id]],
                "quantities": [{**_quoted(q.span, text), "low": q.low, "high": q.high, "unit": q.unit} for q in quantities[s.id]],
                "events": events_of.get(s.id, []),
                "correction": s.correction,
            }
        )
    return made


def _owned(things: Sequence[T], statements: Sequence[Statement], sentences: Sequence[Sentence]) -> dict[str, list[T]]:
    """Each thing under the smallest statement that covers it, else the nearest one of its sentence, else the nearest
    of the article: so that a date in the words that attribute ("said on Sunday") is not lost.

    What stands in no sentence, as the day in a dateline does, opens the first statement after it."""
    owned: dict[str, list[T]] = {s.id: [] for s in statements}
    if not statements:
        return owned
    by_sentence: defaultdict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        by_sentence[s.sentence].append(s)
    starts = [x.span.start for x in sentences]
    for thing in things:
        at = bisect_right(starts, thing.span.start) - 1
        apart = at < 0 or sentences[at].span.end <= thing.span.start
        near = [s for s in statements if s.span.start >= thing.span.end] if apart else by_sentence.get(sentences[at].id, [])
        candidates = near or statements
        best = min(candidates, key=lambda s: (not s.span.covers(thing.span), _gap(s.span, thing.span), s.span.end - s.span.start))
        owned[best.id].append(thing)
    return owned


def _gap(a: Span, b: Span) -> int:
    return max(0, a.start - b.end, b.start - a.end)


def _date(told: Date, meant: Date | Redating, text: str) -> dict[str, Any]:
    """A time expression as it is meant: as its article tells it, or as other articles do."""
    return {**_quoted(told.span, text), "value": meant.value, "reason": meant.reason}


def _event(e: Event, date: When | Redating, texts: dict[str, str]) -> dict[str, Any]:
    place = e.place
    return {
        "id": e.id,
        "type": e.type,
        "mode": e.mode,
        "contexts": list(e.contexts),
        "quad": e.quad,
        "actors": list(e.actors),
        "recipients": list(e.recipients),
        "place": place
        and {
            "name": place.name,
            "country": place.country,
            "geonameid": place.geonameid,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "resolution": place.resolution,
        },
        "date": {"value": date.value, "reason": date.reason},
        "auxiliary": list(e.auxiliary),
        "mentions": [{"article": m.article, **_quoted(m.span, texts[m.article])} for m in e.mentions],
        "statements": list(e.statements),
    }


def _claims(dossier: Dossier) -> list[dict[str, Any]]:
    rests = {i.claim: i for i in dossier.of(Independence)}
    made = []
    for c in dossier.of(Claim):
        i = rests[c.id]
        made.append(
            {
                "id": c.id,
                "text": c.text,
                "in_full": c.in_full or c.text,
                "statements": [one.statement for one in c.told] or list(c.statements),
                "origins": list(i.origins),
                "carriers": list(i.carriers),
                "independent": i.independent,
                "rests_on": list(i.rests_on),
                "standing": i.standing,
                "stake": list(i.stake),
                "kin": [list(k) for k in i.kin],
                "dependence": list(i.dependence),
                "would_raise": i.would_raise,
                "events": list(c.events),
            }
        )
    return made


def _conflict(x: Conflict) -> dict[str, Any]:
    return {
        "id": x.id,
        "kind": x.kind,
        "likely": x.likely,
        "update": x.update,
        "same_origin": x.same_origin,
        "claims": list(x.claims),
        "sides": [{"value": s.value, "statements": list(s.statements)} for s in x.sides],
    }


def _utterance(u: Utterance, texts: dict[str, str]) -> dict[str, Any]:
    return {
        "id": u.id,
        "speaker": u.speaker,
        "pieces": [{"article": p.article, **_quoted(p.span, texts[p.article]), "statement": p.statement} for p in u.pieces],
    }


def _copy(c: Copy) -> dict[str, Any]:
    a, b = c.articles
    return {
        "articles": [a, b],
        "share": c.share,
        "carrier": c.carrier,
        "passages": [
            {"a": {"article": a, "start": p.a.start, "end": p.a.end}, "b": {"article": b, "start": p.b.start, "end": p.b.end}} for p in c.passages
        ],
    }
