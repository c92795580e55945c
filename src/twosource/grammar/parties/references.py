"""References: mentions of one article gathered into the parties they stand for."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from twosource.domain.party import PartyKind
from twosource.grammar.parties.entries import Entry, head_word, kind_of_body, labels_of, mended_label, parts_of, same
from twosource.grammar.parties.mentions import Found, gender_of_name
from twosource.reference.facts import (
    Body,
    body,
    country_in,
    country_of_capital,
    country_of_code,
    country_of_name,
    country_of_place,
    folded,
    home_of,
    role_at_end,
    sectors_in,
)
from twosource.reference.lexicon import table, words

_TRADES = {"newspaper": "newspaper", "paper": "newspaper", "broadcaster": "broadcaster", "agency": "wire", "network": "broadcaster"}
_LEADERS = frozenset(["president", "premier", "chancellor", "king", "queen", "emir", "sultan"])
_OF_STATE = frozenset({"GOV", "COP", "MIL", "LEG", "JUD", "SPY"})
_NOT_AMERICAN = frozenset({"minister", "premier", "chancellor", "king", "queen"})
_OF_BODY = frozenset({"for", "of", "at", "with", "from"})
_WHOSE = frozenset({"of", "at", "with", "from", "in"})
_OWNERS = frozenset({"his", "her", "their", "its"})
_MADE_BY = frozenset({"from", "by", "of"})
_REACH = 4
_SOURCE_REACH = 12
_NAMED_REACH = 40
# Long quotations push a speaker's name sentences away from the "she said" that takes him up again.
_PRONOUN_REACH = 7
# Parties looked back on at most, so that work stays bounded on a page of names.
_MOST_RECENT = 60


class References:
    """Gathers the mentions of one article; ``entries`` are in order of their first mention."""

    def __init__(self, mentions: Sequence[Found]) -> None:
        self._mentions = mentions
        self._of: dict[int, Entry] = {}
        self._by_name: dict[str, Entry] = {}
        self._done: list[Entry] = []
        self._by_part: dict[str, dict[int, Entry]] = {}
        self._counts: Counter[int] = Counter()
        self._in_sentence: dict[int, list[int]] = {}
        self._nominals: dict[str, list[Found]] = {}
        for n, mention in enumerate(mentions):
            self._in_sentence.setdefault(mention.sentence, []).append(n)
            if mention.form == "nominal":
                self._nominals.setdefault(mention.key, []).append(mention)
        self._home = _main_country(mentions)
        self._gather_names()
        self._gather_others()
        self._finish()

    @property
    def entries(self) -> list[Entry]:
        """All parties, each with at least one mention in order of the text."""
        made = {id(e): e for e in self._of.values()}
        for entry in made.values():
            entry.mentions.sort(key=lambda m: (m.span.start, m.span.end))
        return sorted(made.values(), key=lambda e: (e.mentions[0].span.start, e.mentions[0].span.end, e.key))

    # Names: full ones first, so that a surname finds its owner wherever in the text the full name stands

    def _gather_names(self) -> None:
        names = [n for n, m in enumerate(self._mentions) if m.form == "name"]
        labels = labels_of([self._mentions[n] for n in names])
        full = [n for n in names if len(self._mentions[n].words.split()) > 1]
        single = [n for n in names if len(self._mentions[n].words.split()) == 1]
        for n in sorted(full, key=lambda n: (-len(self._mentions[n].words.split()), n)):
            self._place_name(n, labels)
        for n in single:
            self._place_name(n, labels)

    def _place_name(self, n: int, labels: dict[str, str]) -> None:
        mention = self._mentions[n]
        label = labels.get(mention.key, mention.label)
        entry = self._known(mention, label) or self._same_name(mention, label) or self._by_initials(mention) or self._new_name(mention, label)
        if entry is None:
            return
        self._of[n] = entry
        self._by_name.setdefault(mention.key, entry)
        entry.add(mention)
        initials = "".join(w[0] for w in mention.words.split() if w[0].isupper())
        parts = parts_of(mention.words)
        for part in {*parts, initials, "".join(parts), *([mention.short] if mention.short else [])}:
            self._by_part.setdefault(part, {})[id(entry)] = entry

    def _known(self, mention: Found, label: str) -> Entry | None:
        """The party of a name that the tables of facts know: a country's, a body's."""
        if label == "PERSON" and mention.titles and role_at_end(mention.titles[-1]) is not None and body(mention.words) is None:
            return None
        fact = body(mention.words)
        if fact is not None:
            return self._keyed(f"body:{fact.name}", fact.kind, fact)
        country = country_of_name(mention.words)
        capital = country_of_capital(mention.words) if country is None and label in ("GPE", "") and mention.acts else None
        if country is not None or capital is not None:
            code = (country or capital).code  # type: ignore[union-attr]
            entry = self._keyed(f"country:{code}", "place")
            entry.country = code
            if mention.acts:
                entry.kind = "government"
            return entry
        return None

    def _keyed(self, key: str, kind: PartyKind, fact: Body | None = None) -> Entry:
        entry = self._by_name.get(key)
        if entry is None:
            entry = Entry(key, kind, fact=fact)
            if fact is not None:
                entry.country, entry.sectors = fact.country, list(fact.sectors)
            self._by_name[key] = entry
            self._done.append(entry)
        return entry

    def _same_name(self, mention: Found, label: str) -> Entry | None:
        entry = self._by_name.get(mention.key)
        if entry is not None and entry.kind != "government":
            return entry
        parts = parts_of(mention.words)
        if not parts:
            return None
        near: dict[int, Entry] = {}
        for part in (*parts, mention.words, "".join(parts)):
            near.update(self._by_part.get(part, {}))
        found = [e for e in near.values() if same(e, mention, parts, label)]
        if not found:
            return None
        counts = Counter({id(e): sum(1 for m in e.mentions if len(m.words.split()) > 1) for e in found})
        before = [e for e in found if e.mentions and any(m.span.start < mention.span.start for m in e.mentions)] or found
        if mention.titles:
            fitting = [e for e in before if any(role_at_end(t) == role_at_end(mention.titles[-1]) for t in e.roles)]
            before = fitting or before
        return max(before, key=lambda e: (counts[id(e)], _nearest_before(e, mention)))

    def _by_initials(self, mention: Found) -> Entry | None:
        """ "The A.G." is the one attorney general that the article names."""
        spelled = _role_initials().get(mention.words.replace(".", ""))
        if spelled is None:
            return None
        bearers = [e for e in self._done if e.kind == "person" and any(spelled in r.lower() for r in e.roles)]
        bearers = bearers or [self._of[m.described] for m in self._nominals.get(spelled, ()) if m.described is not None and m.described in self._of]
        return bearers[0] if len({id(e) for e in bearers}) == 1 else None

    def _new_name(self, mention: Found, label: str) -> Entry | None:
        words = mention.words
        place = country_of_place(words)
        label = mended_label(words, label)
        if label == "PERSON":
            kind: PartyKind = "person"
        elif label in ("GPE", "LOC") or (label == "" and place is not None):
            kind = "place"
        elif label == "NORP":
            kind = "group"
        elif label == "ORG":
            kind = kind_of_body(words)
        elif mention.subject or mention.speaks or mention.titles:
            kind = kind_of_body(words) if role_at_end(words) else "person" if 2 <= len(words.split()) <= 3 and mention.speaks else "organisation"
        else:
            return None
        entry = Entry(f"{kind}:{folded(words).lower()}", kind, plural=mention.plural)
        if kind == "person":
            entry.gender = mention.gender or gender_of_name(words) if len(words.split()) > 1 else mention.gender
        else:
            entry.country = place if kind == "place" else home_of(words) if role_at_end(words) or " of " in words else country_in(words)
            entry.sectors.extend(sectors_in(words) if kind != "place" else ())
            if label == "NORP" and country_in(words) is not None and not entry.sectors:
                entry.sectors.append("CVL")
        self._done.append(entry)
        return entry

    # Nominals and pronouns, in order of the text

    def _gather_others(self) -> None:
        seen: dict[int, Entry] = {}
        for n, mention in enumerate(self._mentions):
            entry = self._of.get(n)
            if entry is None and mention.form == "nominal":
                entry = self._nominal(mention, seen)
            elif entry is None and mention.form == "pronoun":
                entry = self._pronoun(mention, seen)
            if entry is None:
                continue
            if n not in self._of:
                self._of[n] = entry
                entry.add(mention)
            seen.pop(id(entry), None)
            seen[id(entry)] = entry
            entry.latest = mention
            self._count(entry)

    def _nominal(self, mention: Found, seen: dict[int, Entry]) -> Entry:
        described = self._of.get(mention.described) if mention.described is not None else None
        if described is not None and _may_be_described(described, mention):
            described.learn(mention.words)
            return described
        return (
            self._document(mention, seen)
            or self._named_within(mention)
            or self._state_media(mention)
            or self._government(mention)
            or self._pair(mention, seen)
            or self._bearer_or_before(mention, seen)
            or self._named_so(mention, seen)
            or self._new_nominal(mention)
        )

    def _bearer_or_before(self, mention: Found, seen: dict[int, Entry]) -> Entry | None:
        """Who bears the role, or who was called so without a name: the same words first, then the nearer."""
        bearer, before = self._role_bearer(mention, seen), self._said_before(mention, seen)
        if bearer is None or before is None:
            return bearer or before
        if len(mention.words.split()) > 1 and any(_plain(m.words) == _plain(mention.words) for m in before.mentions):
            return before
        order = list(seen)
        return bearer if id(before) not in order or (id(bearer) in order and order.index(id(bearer)) > order.index(id(before))) else before

    def _document(self, mention: Found, seen: dict[int, Entry]) -> Entry | None:
        """A paper that speaks stands for who wrote it: "a report from X", "the report" after X was heard."""
        if mention.role is None or mention.role.kind != "document":
            return None
        near = [self._of[k] for k in self._in_sentence[mention.sentence] if k in self._of and _hangs_on(mention, self._mentions[k])]
        for entry in near:
            if entry.kind in ("media", "organisation", "government", "person") and not any(n.lower() in words("platforms") for n in entry.names):
                return entry
        if not mention.definite or mention.plural or mention.key not in words("told_papers"):
            return None
        heard = [
            e
            for e, last in _recent(seen, mention, _SOURCE_REACH)
            if e.kind == "media" or (any(m.speaks for m in (last, *e.mentions)) and e.kind in ("organisation", "government"))
        ]
        media = [e for e in heard if e.kind == "media"] if mention.key in words("press_papers") else []
        return next(iter(media or heard), None)

    def _named_within(self, mention: Found) -> Entry | None:
        """ "The Varda company", "Lund newspaper": the name that stands right before the word for what it is."""
        if mention.role is None or mention.role.kind not in ("media", "organisation") or mention.plural or mention.key not in words("kinds_of_body"):
            return None
        for k in self._in_sentence[mention.sentence]:
            name = self._mentions[k]
            if name.form == "name" and k in self._of and mention.span.start <= name.span.start and name.span.end < mention.span.end:
                between = mention.span.end - name.span.end - 1
                if between == len(mention.role.words) and self._of[k].kind in ("media", "organisation"):
                    return self._of[k]
        return None

    def _state_media(self, mention: Found) -> Entry | None:
        """ "State media" and "the news agency" stand for the one such agency of that country that the article names."""
        if mention.role is None or mention.role.kind != "media":
            return None
        words = mention.words.lower()
        official = any(w in words.split() for w in ("state", "official", "state-run", "state-owned", "state-controlled", "government-run"))
        country = home_of(mention.words)
        named = [e for e in self._done if e.kind == "media" and e.mentions]
        if official:
            named = [e for e in named if (e.fact is not None and e.fact.control == "state") or any("state" in r.lower() for r in e.roles)]
            if country is None:
                country = self._country_of_same_head(mention)
        elif not mention.definite or (country is None and mention.plural):
            return None
        if country is not None:
            named = [e for e in named if e.country == country]
        elif not official and (trade := _TRADES.get(mention.key)):
            named = [e for e in named if e.fact is None or e.fact.trade == trade]
        if not official:
            named = [e for e in named if e.mentions[0].span.start < mention.span.start]
            named.sort(key=lambda e: -_nearest_before(e, mention))
            return named[0] if named else None
        return named[0] if len(named) == 1 else None

    def _country_of_same_head(self, mention: Found) -> str | None:
        """A headline's "official media" is of the country that the body's "X state media" names first."""
        return next((code for other in self._nominals[mention.key] if (code := home_of(other.words))), None)

    def _government(self, mention: Found) -> Entry | None:
        if mention.key not in ("government", "administration", "regime") or mention.plural:
            return None
        country = home_of(mention.words)
        if country is None and mention.key == "government" and mention.definite and len(mention.words.split()) == 1:
            country = self._home
        if country is None:
            return None
        entry = self._keyed(f"country:{country}", "government")
        entry.country, entry.kind = country, "government"
        return entry

    def _pair(self, mention: Found, seen: dict[int, Entry]) -> Entry | None:
        """ "Both nations", "the two leaders": a group of the last two that can be meant."""
        opening = mention.words.lower().split()
        if not (opening[0] == "both" or ("two" in opening[:2] and mention.definite)) or len(opening) > 4:
            return None
        if mention.key not in words("paired") and opening != ["both"]:
            return None
        people = mention.key in ("leader", "president", "man", "minister")
        found = self._most_named(mention, people) if mention.key != "both" else self._last_two(mention, seen)
        if len(found) < 2:
            return None
        members = sorted(found[:2], key=lambda e: e.mentions[0].span.start)
        key = "both:" + "+".join(e.key for e in members)
        group = self._by_name.get(key)
        if group is None:
            group = Entry(key, "group", plural=True, members=members)
            group.sectors = ["GOV"] if not people else []
            self._by_name[key] = group
        return group

    def _most_named(self, mention: Found, people: bool) -> list[Entry]:
        """People or governments, most often named so far first; a government's people count for it."""
        fitting = [e for e in self._done if self._counts[id(e)] and (e.kind == "person" if people else e.key.startswith("country:"))]
        return sorted(fitting, key=lambda e: -self._counts[id(e)])

    def _count(self, entry: Entry) -> None:
        self._counts[id(entry)] += 1
        if entry.country is not None and not entry.key.startswith("country:"):
            self._counts[id(self._by_name.get(f"country:{entry.country}"))] += 1

    def _last_two(self, mention: Found, seen: dict[int, Entry]) -> list[Entry]:
        kinds = ("person", "government", "organisation", "media")
        return [entry for entry, _ in _recent(seen, mention, 2) if entry.kind in kinds and not entry.plural]

    def _role_bearer(self, mention: Found, seen: dict[int, Entry]) -> Entry | None:
        """ "The Russian president" is the one who bears that role in the text."""
        if mention.plural or not mention.definite or mention.role is None or mention.role.kind != "person":
            return None
        country = home_of(mention.words)
        modifiers = _modifiers(mention.words)
        fitting: list[Entry] = []
        for entry in self._done:
            if entry.kind != "person" or not entry.mentions or not _gender_fits(entry, mention):
                continue
            bearing = [r for r in entry.roles if head_word(r) in _borne_by(mention.key)]
            if country is not None and entry.country is not None:
                fits = entry.country == country and (bool(bearing) or (mention.key in ("leader", "president") and _leads(entry)))
            else:
                fits = bool(bearing) and (not modifiers or any(modifiers & _modifiers(r) for r in bearing))
            if fits and "former" not in modifiers ^ {w for r in bearing for w in _modifiers(r)}:
                fitting.append(entry)
        before = [e for e in fitting if e.mentions[0].span.start < mention.span.start or any(m.span.start < mention.span.start for m in e.mentions)]
        if not before and (country is not None or "year-old" in mention.words) and "former" not in modifiers:
            recent = [e for e, last in _recent(seen, mention, 1) if mention.subject or last.sentence < mention.sentence]
            near = [e for e in recent if e.kind == "person" and not e.roles and e.country in (None, country)]
            before = [e for e in near if _gender_fits(e, mention)][:1]
            for entry in before:
                entry.learn(mention.words)
        if not before:
            return None
        bearer = max(before, key=lambda e: _nearest_before(e, mention))
        bearer.country = bearer.country or country
        return bearer

    def _named_so(self, mention: Found, seen: dict[int, Entry]) -> Entry | None:
        """ "The zoo" is the last named body whose name or description ends so, "the carrier" the last one with "Airlines" in its name."""
        if mention.plural or not mention.definite or (mention.role is not None and mention.role.kind not in ("organisation", "group", "media")):
            return None
        country = home_of(mention.words)
        bodies = [
            e
            for e, _ in _recent(seen, mention, _NAMED_REACH)
            if e.kind in ("organisation", "group", "government", "media") and e.names and not e.plural
        ]
        bodies = [e for e in bodies if country is None or e.country in (None, country)]
        named = country is None and any(w[0].isupper() for w in mention.words.split())
        for wanted in (frozenset({mention.key}), frozenset() if named else _names_of_called(mention.key)):
            for entry in bodies:
                if any(wanted & set(name.lower().split()) for name in entry.names) or any(head_word(r) == mention.key for r in entry.roles):
                    return entry
        if mention.key in ("company", "firm"):
            near = [e for e in bodies if e.kind == "organisation" and _near(e, mention) and not set(e.sectors) - {"BUS", "MNC"}]
            return near[0] if near else None
        return None

    def _said_before(self, mention: Found, seen: dict[int, Entry]) -> Entry | None:
        """The same description again: "the officials" after "two officials", "police" after "police"."""
        words = _plain(mention.words)
        country = home_of(mention.words)
        for entry, _ in _recent(seen, mention, 40):
            first = next((m for m in entry.mentions if m.form == "nominal" and m.key == mention.key), None)
            if first is None or entry.names or entry.plural != mention.plural:
                continue
            if _plain(first.words) == words and (mention.definite or (mention.plural and mention.role is not None and mention.role.kind != "person")):
                return entry
            if _plain(first.words) == words and (mention.plural or mention.key.startswith("spokes")):
                return entry
            bare = mention.definite and len(words.split()) == 1
            if bare and (country is None or entry.country in (None, country)):
                return entry
        return None

    def _new_nominal(self, mention: Found) -> Entry:
        known = mention.role
        kind: PartyKind = "unnamed"
        if known is not None and not (known.kind == "person" or (mention.plural and known.kind not in ("media", "organisation"))):
            kinds: dict[str, PartyKind] = {"organisation": "organisation", "government": "government", "media": "media", "group": "group"}
            kind = kinds.get(known.kind, "unnamed")
        entry = Entry(f"nominal:{_plain(mention.words)}:{mention.span.start}", kind, plural=mention.plural)
        entry.learn(mention.words)
        if not entry.sectors and known is not None:
            entry.sectors.extend(known.sectors)
        entry.country = home_of(mention.words)
        return entry

    def _pronoun(self, mention: Found, seen: dict[int, Entry]) -> Entry | None:
        if mention.belongs_with is not None:
            for k in self._in_sentence[mention.sentence]:
                if self._mentions[k].head == mention.belongs_with and k in self._of:
                    return self._of[k]
        if mention.gender == "r":
            return None
        best: tuple[float, Entry] | None = None
        for entry, last in _recent(seen, mention, _PRONOUN_REACH if mention.gender in ("m", "f") else 3):
            score = _pronoun_score(entry, last, mention)
            if score is not None and (best is None or score > best[0]):
                best = (score, entry)
        if best is None:
            return None
        if mention.gender in ("m", "f"):
            best[1].gender = best[1].gender or mention.gender
        return best[1]

    # What the whole article tells

    def _finish(self) -> None:
        spans = sorted(((m.span.start, m.span.end, self._of[k]) for k, m in enumerate(self._mentions) if k in self._of), key=lambda s: s[:2])
        starts = [s[0] for s in spans]
        at = {(m.sentence, m.head): self._of[k] for k, m in enumerate(self._mentions) if k in self._of}
        described = {m.words.lower().removeprefix("the "): self._of[k] for k, m in enumerate(self._mentions) if k in self._of and m.form == "nominal"}
        for entry in {id(e): e for e in self._of.values()}.values():
            self._tie_to_body(entry, spans, starts, at)
            self._tie_to_described(entry, described)
            self._resolve_owner(entry, spans, starts)
            if entry.country is None and entry.body is not None:
                entry.country = entry.body.country
            if entry.body is not None and set(entry.sectors) <= {"UNK"}:
                entry.sectors = [s for s in entry.body.sectors if s != "JRN"]
            if entry.country is None and entry.body is None and entry.fact is None:
                entry.country = next((code for r in entry.roles if (code := home_of(r))), None) or self._linked_place(entry, at)
            if entry.country is None and self._is_of_home(entry):
                entry.country = self._home
            if entry.key.startswith("country:") and entry.kind == "government":
                entry.sectors = ["GOV"]

    def _resolve_owner(self, entry: Entry, spans: list[tuple[int, int, Entry]], starts: list[int]) -> None:
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

    def _linked_place(self, entry: Entry, at: dict[tuple[int, int], Entry]) -> str | None:
        """The country of "the mayor of X" and "officials in X"; whom one deals with ("envoy for X") is not whose one is."""
        for mention in entry.mentions:
            for preposition, token in mention.linked:
                other = at.get((mention.sentence, token))
                if other is not None and preposition in _WHOSE and other.kind in ("place", "government", "organisation") and other.country:
                    return other.country
        return None

    def _is_of_home(self, entry: Entry) -> bool:
        """Whether a party of state that the text gives no country is of the one country the article is about."""
        if self._home is None or entry.fact is not None or "IGO" in entry.sectors or not set(entry.sectors) & _OF_STATE:
            return False
        if entry.body is not None or any("'s " in r or "’s " in r for r in entry.roles):
            return False
        return not (self._home == "USA" and any(head_word(r) in _NOT_AMERICAN for r in entry.roles))

    def _tie_to_body(self, entry: Entry, spans: list[tuple[int, int, Entry]], starts: list[int], at: dict[tuple[int, int], Entry]) -> None:
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

    def _tie_to_described(self, entry: Entry, described: Mapping[str, Entry]) -> None:
        """The body that a speaker's title describes as the article does elsewhere: "police spokeswoman X" and "the police"."""
        if entry.kind != "person" or entry.body is not None:
            return
        for title in (title for mention in entry.mentions for title in mention.titles):
            whose, _, head = title.lower().rpartition(" ")
            other = described.get(whose) if head in words("speakers") else None
            if other is not None and other.kind in ("organisation", "government", "media"):
                entry.body = other
                return


def _main_country(mentions: Iterable[Found]) -> str | None:
    """The country that at least half of an article's places, demonyms and known bodies point to, if there is one."""
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
    return code if len(counts) == 1 or (most * 2 >= counts.total() and most >= 2) else None


def _nearest_before(entry: Entry, mention: Found) -> int:
    return max((m.span.start for m in entry.mentions if m.span.start < mention.span.start), default=-1)


def _recent(seen: dict[int, Entry], mention: Found, sentences: int) -> Iterator[tuple[Entry, Found]]:
    """Entries with their last mention before this one, nearest first, within so many sentences."""
    for entry in list(reversed(seen.values()))[:_MOST_RECENT]:
        last = entry.latest
        if last is None or mention.sentence - last.sentence > sentences:
            return
        if last.span.end <= mention.span.start or last.span.start < mention.span.start:
            yield entry, last


def _may_be_described(entry: Entry, mention: Found) -> bool:
    kind = mention.role.kind if mention.role else ""
    return (entry.kind == "person") == (kind == "person") and entry.kind != "place" and _gender_fits(entry, mention)


def _gender_fits(entry: Entry, mention: Found) -> bool:
    return not entry.gender or mention.gender not in ("m", "f") or entry.gender == mention.gender


def _hangs_on(document: Found, other: Found) -> bool:
    """Whether a name stands in "X's report" or "a report from X" with the document."""
    inside = document.span.start <= other.span.start < document.span.end
    return inside or any(preposition in _MADE_BY and token == other.head for preposition, token in document.linked)


def _plain(words: str) -> str:
    kept = [w for w in words.lower().split() if w not in ("two", "three", "several", "these", "those", "this", "that", "other", "other", "the")]
    return " ".join(kept)


def _modifiers(words: str) -> set[str]:
    """Words before the head that narrow a role, countries left aside."""
    parts = words.replace("’s", "'s").split()[:-1]
    return {p.lower() for p in parts if home_of(p) is None and p.lower() not in ("the", "a", "an", "this", "that", "korean", "u.s.")}


@cache
def _role_initials() -> dict[str, str]:
    return {row["initials"]: row["role"] for row in table("role_initials")}


@cache
def _called() -> dict[str, frozenset[str]]:
    return {row["called"]: frozenset(row["names"].split()) for row in table("body_words")}


def _names_of_called(key: str) -> frozenset[str]:
    """Words of names that a body bears which is called so."""
    return _called().get(key, frozenset())


@cache
def _narrower() -> dict[str, frozenset[str]]:
    return {row["role"]: frozenset(row["narrower"].split()) for row in table("broad_roles")}


def _borne_by(key: str) -> frozenset[str]:
    """Role nouns whose bearer a role noun can stand for: itself and narrower ones."""
    return _narrower().get(key, frozenset()) | {key}


def _near(entry: Entry, mention: Found) -> bool:
    return entry.latest is not None and mention.sentence - entry.latest.sentence <= _REACH


def _leads(entry: Entry) -> bool:
    return any(
        head_word(r) in _LEADERS or (head_word(r) in ("leader", "dictator", "ruler", "minister") and "foreign" not in r.lower()) for r in entry.roles
    )


def _pronoun_score(entry: Entry, last: Found, mention: Found) -> float | None:
    """How well a pronoun fits a party: nearness, subjects first, often named first; None when it cannot be."""
    kind = mention.gender
    if kind in ("m", "f"):
        person = entry.kind == "person" or (
            entry.kind == "unnamed" and not entry.plural and any(m.role and m.role.kind == "person" for m in entry.mentions)
        )
        if not person or entry.gender not in ("", kind):
            return None
    elif kind == "p":
        if not (entry.plural or entry.kind in ("organisation", "group", "media")):
            return None
    elif entry.plural or entry.kind in ("person", "unnamed") or (entry.kind == "place" and not entry.key.startswith("country:")):
        return None
    same = last.sentence == mention.sentence
    if same and mention.quoted and not last.quoted and last.speaks:
        return None
    unheard = entry.kind == "organisation" and not entry.sectors and not any(m.speaks for m in entry.mentions)
    if kind == "n" and unheard and mention.speaks and not mention.quoted:
        return None
    score = -2.0 * (mention.sentence - last.sentence) + 0.2 * min(5, len(entry.mentions))
    score += 1.5 if last.subject else 0.0
    score += 0.5 if last.acts else 0.0
    if kind in ("m", "f") and not mention.quoted:  # who speaks goes on speaking; whom he talks about does not take over
        score -= 1.5 if last.quoted else 0.0
    if not mention.quoted:
        score += 1.0 if mention.speaks and last.speaks else 0.0
    score += 1.0 if kind == "p" and entry.plural else 0.0
    score += 1.0 if kind in ("m", "f") and entry.kind == "person" else 0.0
    score += 0.8 if kind in ("m", "f") and entry.gender == kind else 0.0
    return score


def country_name(code: str) -> str:
    """A country's name by its code."""
    country = country_of_code(code)
    return country.name if country else code
