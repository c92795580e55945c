"""Occasions: when and where an event takes place, by the clause it stands in and by what was told before."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from functools import cache

from twosource.domain.date import Date
from twosource.domain.event import LocalEvent, Place, When
from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.span import Span
from twosource.grammar import calendar
from twosource.grammar.events.anchoring import Anchor
from twosource.grammar.events.casting import Casting
from twosource.reference.facts import country_of_name
from twosource.reference.lexicon import table
from twosource.reference.places import known, resolved
from twosource.reference.plover import triggers

_WHERE = frozenset({"in", "at", "near", "on", "inside", "outside", "across", "around"})
_NAMED = frozenset({"GPE", "LOC", "FAC"})
_HERE = frozenset({"there"})
_OLD = timedelta(days=366)  # an event this long before publication is history to the article
_DURING = frozenset({"during", "at", "on", "in"})


class Occasions:
    """Dates and places of one article, asked sentence by sentence."""

    def __init__(self, reading: Reading) -> None:
        self._dates = sorted(reading.of(Date), key=lambda d: d.span.start)
        self._parties = reading.of(LocalParty)
        self._published = calendar.day_of(reading.article.published)
        self._casting: Casting | None = None
        self._mine: list[tuple[Date, int]] = []
        self._named: list[Place] = []
        self._next = 0

    def enter(self, casting: Casting) -> None:
        """Go on to the next sentence; sentences come in the order of the text."""
        if self._casting is not None:
            self._remember(self._casting)
        self._casting = casting
        tree = casting.tree
        span = tree.sentence.span
        while self._next < len(self._dates) and self._dates[self._next].span.end <= span.start:
            self._next += 1
        self._mine = []
        for date in self._dates[self._next :]:
            if date.span.start >= span.end:
                break
            self._mine.append((date, _top(casting, date.span)))

    def _remember(self, casting: Casting) -> None:
        for i, token in enumerate(casting.tree.tokens):
            if token.entity in ("GPE", "LOC") and token.entity_begins and known(name := _name(casting, i)):
                self._named.append(resolved(name))
        del self._named[:-20]

    def place(self, anchor: Anchor) -> Place | None:
        """Where the event takes place: behind "in" or "at" at the anchor, its light verb or the verb above a noun; a visit's goal."""
        casting = self._casting
        assert casting is not None  # noqa: S101 - enter() comes first
        tree, tokens = casting.tree, casting.tree.tokens
        goal = anchor.roles == "visit"
        tops = [anchor.i, *([anchor.light] if anchor.light is not None else [])]
        governor = casting.governor(anchor.i) if anchor.trigger.noun else None
        if governor is not None and not _is_event(casting, governor):
            tops.append(governor)
        for top in tops:
            if goal and top == anchor.i:
                for k in tree.kids[top]:
                    if tokens[k].dep == "dobj" and (place := self._at(k)):
                        return place
            for k in _adjuncts(casting, top):
                if tokens[k].lemma.lower() in _HERE and tokens[k].dep == "advmod":
                    return Place(tokens[k].text)
                if tokens[k].dep == "prep" and (tokens[k].lemma.lower() in _WHERE or (goal and tokens[k].lemma.lower() in ("to", "into"))):
                    for o in tree.kids[k]:
                        if place := self._at(o):
                            return place
        if anchor.roles == "meet" and anchor.trigger.noun:  # "talks with the envoys of Norland and Suland in Port Ana"
            below = range(anchor.i, tree.right[anchor.i])
            return next((p for k in below if tokens[k].lemma.lower() in ("in", "at") for o in tree.kids[k] if (p := self._at(o))), None)
        return None

    def _at(self, i: int) -> Place | None:
        casting = self._casting
        assert casting is not None  # noqa: S101 - enter() comes first
        tokens = casting.tree.tokens
        if tokens[i].entity in _NAMED or known(tokens[i].text):
            place = resolved(_name(casting, i))
            return place if place.country or tokens[i].entity in _NAMED else None
        for k in casting.tree.kids[i]:  # "targets in Norland", "the far east of Norland"
            if tokens[k].dep == "prep" and tokens[k].lemma.lower() in ("in", "of"):
                for o in casting.tree.kids[k]:
                    if tokens[o].entity in _NAMED:
                        return resolved(_name(casting, o))
        return None

    def elsewhere(self, countries: Collection[str | None]) -> Place | None:
        """What "there" stands for: the last named place that is not the travellers' own."""
        here = self._casting
        named = list(self._named)
        if here is not None:
            tokens = here.tree.tokens
            named += [
                resolved(_name(here, i)) for i, t in enumerate(tokens) if t.entity in ("GPE", "LOC") and t.entity_begins and known(_name(here, i))
            ]
        for place in reversed(named):
            if place.country and place.country not in countries:
                country = next((p for p in reversed(named) if p.country == place.country and p.resolution == "country"), place)
                return Place(
                    country.name,
                    country.country,
                    country.geonameid,
                    country.latitude,
                    country.longitude,
                    country.resolution,
                    "the last named place that is not the actor's own",
                )
        return None

    def party_of(self, country: str | None) -> LocalParty | None:
        """The article's party that stands for a country."""
        mine = [p for p in self._parties if country is not None and p.country == country]
        order = {"government": 0, "place": 1, "person": 2}
        return min(mine, key=lambda p: (country_of_name(p.name) is None, order.get(p.kind, 3)), default=None)

    def government(self, country: str) -> LocalParty | None:
        """The article's party for a country's government, where it has one."""
        found = self.party_of(country)
        return found if found is not None and found.kind in ("government", "place") else None

    def host(self, party: LocalParty) -> LocalParty:
        """Who receives a visit to a place: the government of its country, where the article has it."""
        return (self.government(party.country) if party.kind == "place" and party.country else None) or party

    def date(self, anchor: Anchor, modal: Collection[str], told: Sequence[LocalEvent], actors: Collection[str]) -> When:
        """The date that the anchor's clause gives, else the one of an event it is told to happen in, else none with the reason."""
        casting = self._casting
        assert casting is not None  # noqa: S101 - enter() comes first
        if (date := self._own_date(anchor, casting)) is not None:
            return self._done(date) if not {"future", "hypothetical"} & set(modal) else When(date.value, date.reason)
        if (during := self._during(anchor, casting, told)) is not None:
            return during
        if (when := self._when(anchor, casting)) is not None:
            done = self._done(when) if not {"future", "hypothetical"} & set(modal) else When(when.value, when.reason)
            return When(done.value, f"as the clause it is set in: {done.reason}")
        if "future" not in modal and anchor.trigger.noun and (earlier := _earlier(anchor, told, actors)) is not None:
            return When(earlier.date.value, f"as told before: {earlier.date.reason}")
        return When(None, "open future: the text gives none" if "future" in modal else "the text gives none")

    def _done(self, date: Date) -> When:
        """A month ahead of publication at an event that is told as done is that month of the year before."""
        day = calendar.first_day(date.value) if date.value else None
        if day is None or self._published is None or day <= self._published or len(date.value or "") != len("2000-01"):
            return When(date.value, date.reason)
        return When(calendar.month(day.year - 1, day.month), "the last such month before publication, as the event is told as done")

    def _own_date(self, anchor: Anchor, casting: Casting) -> Date | None:
        clause = _clause(anchor, casting)
        for date, top in self._mine:
            for at in (top, *casting.tree.upwards(top)):
                if at in clause:
                    if at == anchor.i or not _nearer(anchor, casting, at, top):
                        return date
                    break
                if casting.tree.verbal(at) or _is_event(casting, at):
                    break
        return None

    def _when(self, anchor: Anchor, casting: Casting) -> Date | None:
        """The date of the clause above a "when" or "as" clause."""
        tree, tokens = casting.tree, casting.tree.tokens
        i = anchor.light if anchor.light is not None else anchor.i
        if tokens[i].dep not in ("advcl", "relcl") or not any(tokens[k].lemma.lower() in ("when", "as", "while") for k in tree.kids[i]):
            return None
        above = {tokens[i].head, *([g] if (g := casting.governor(i)) is not None else [])}
        return next((d for d, top in self._mine if top < i and above & {top, *tree.upwards(top)}), None)

    def _during(self, anchor: Anchor, casting: Casting, told: Sequence[LocalEvent]) -> When | None:
        """The date of an event noun that the clause is set in ("During the minister's visit, ...")."""
        tree = casting.tree
        for k in tree.kids[anchor.light if anchor.light is not None else anchor.i]:
            if tree.tokens[k].dep == "prep" and tree.tokens[k].lemma.lower() in _DURING:
                for o in tree.kids[k]:
                    if _is_event(casting, o):
                        start = tree.tokens[o].start
                        same = next((e for e in told if e.span.start == start), None)
                        owners = {p.id for p in casting.owners(o)}
                        own = next((d for d, top in self._mine if o in (top, *tree.upwards(top))), None)
                        if own is not None:
                            return When(own.value, f"at the {tree.tokens[o].text}: {own.reason}")
                        same = same or next((e for e in reversed(told) if e.type == "CONSULT" and owners & {*e.actors, *e.recipients}), None)
                        if same is not None and same.date.value is not None:
                            return When(same.date.value, f"at the {tree.tokens[o].text}: {same.date.reason}")
        return None

    def historical(self, date: When) -> bool:
        """Whether a date lies more than a year before publication; without a publication date, whether it names a bare past year or month."""
        last = calendar.first_day(date.value.split("/")[-1]) if date.value else None
        if last is None:
            return False
        if self._published is not None:
            return self._published - last > _OLD
        return len(date.value or "") in (4, 7)


def _top(casting: Casting, span: Span) -> int:
    """The token of a time expression on which the rest of it hangs."""
    tokens = casting.tree.tokens
    inside = [i for i, t in enumerate(tokens) if span.start <= t.start and t.end <= span.end]
    members = set(inside)
    return next((i for i in inside if tokens[i].head not in members or tokens[i].head == i), inside[0] if inside else 0)


def _clause(anchor: Anchor, casting: Casting) -> set[int]:
    """The tokens a date may hang on to be the anchor's: itself, its light verb, and the verb above a noun that tells no event."""
    clause = {anchor.i}
    if anchor.light is not None:
        clause.add(anchor.light)
    tokens = casting.tree.tokens
    if anchor.trigger.noun and tokens[anchor.i].dep in ("nsubj", "nsubjpass", "dobj", "pobj"):
        governor = casting.governor(anchor.i)
        if governor is not None and not _is_event(casting, governor) and tokens[governor].lemma not in _speech_verbs():
            clause.add(governor)
    return clause


def _nearer(anchor: Anchor, casting: Casting, verb: int, top: int) -> bool:
    """Whether another event noun stands between the verb that a date hangs on and the date: the date is rather that noun's."""
    if verb in (anchor.light, anchor.i):
        return any(_is_event(casting, i) and i != anchor.i and casting.tree.tokens[i].dep == "pobj" for i in range(max(verb, anchor.i) + 1, top))
    return any(_is_event(casting, i) and i != anchor.i for i in range(verb + 1, top))


def _adjuncts(casting: Casting, top: int) -> list[int]:
    """What hangs on a token, and on the nouns right under it: "talks in X" and "met the envoys of Y in X" alike."""
    tree = casting.tree
    found = list(tree.kids[top])
    for k in tree.kids[top]:
        if tree.tokens[k].dep in ("dobj", "prep", "advmod") and tree.tokens[k].lemma.lower() not in ("about", "for"):
            found += [g for g in tree.kids[k] if tree.tokens[g].dep == "prep"]
            found += [g for o in tree.kids[k] if tree.tokens[o].dep == "pobj" for g in tree.kids[o] if tree.tokens[g].dep == "prep"]
    return found


def _is_event(casting: Casting, i: int) -> bool:
    token = casting.tree.tokens[i]
    return (token.lemma.lower(), token.pos == "NOUN") in triggers()


def _name(casting: Casting, i: int) -> str:
    """The whole named entity that token ``i`` belongs to, without a possessive ending."""
    tokens = casting.tree.tokens
    first = i
    while first > 0 and tokens[first].entity and not tokens[first].entity_begins and tokens[first - 1].entity == tokens[i].entity:
        first -= 1
    last = i
    while last + 1 < len(tokens) and tokens[last + 1].entity == tokens[i].entity and tokens[i].entity and not tokens[last + 1].entity_begins:
        last += 1
    if tokens[last].tag == "POS" and last > first:
        last -= 1
    text = ""
    for n in range(first, last + 1):
        text += (" " if n > first and tokens[n].start > tokens[n - 1].end else "") + tokens[n].text
    return text


def _earlier(anchor: Anchor, told: Sequence[LocalEvent], actors: Collection[str]) -> LocalEvent | None:
    """An event told before of the same type by the same actor, with a date."""
    for event in reversed(told):
        if event.type == anchor.trigger.type and event.date.value and set(actors) & set(event.actors) and "future" not in event.auxiliary:
            return event
    return None


@cache
def _speech_verbs() -> frozenset[str]:
    """Verbs whose date is the saying's, not the event's."""
    return frozenset(row["lemma"] for row in table("cue_verbs"))
