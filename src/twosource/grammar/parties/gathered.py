"""Gathered: what the reading of one article has gathered so far, its mentions and the parties they stand for."""

from collections import Counter
from collections.abc import Iterator, Sequence

from twosource.domain.party import PartyKind
from twosource.grammar.parties.entries import Entry
from twosource.grammar.parties.mentions import Found
from twosource.reference.facts import Body

# Parties looked back on at most, so that work stays bounded on a page of names.
_MOST_RECENT = 60


class Gathered:
    """The mentions of one article, and the parties gathered from them so far.

    Attributes:
        mentions, in_sentence, nominals: the mentions, their numbers by sentence, those without a name by head noun.
        home: the one country that the article is about, if there is one.
        at, joined: numbers of mentions by sentence and token: of the mention's head; of the first of those it is joined to.
        met: parties and bystanders with each mention, in the order in which the text comes upon them.
        of: the party of each mention, by the mention's number.
        by_name: parties by name or key.
        by_part: parties by a part of a name, a surname or initials, so that a short form finds them.
        done: parties of names, and of countries and bodies that facts know, in the order in which they were made.
        seen: parties met on the way through the text, the last one met at the end.
        apart: surnames of a father and a son whom the article tells apart by "Jr." and the like.
        counts: how often each was met so far; a country's people and bodies count for it.
    """

    def __init__(self, mentions: Sequence[Found], home: str | None) -> None:
        self.mentions = mentions
        self.home = home
        self.of: dict[int, Entry] = {}
        self.by_name: dict[str, Entry] = {}
        self.by_part: dict[str, dict[int, Entry]] = {}
        self.done: list[Entry] = []
        self.seen: dict[int, Entry] = {}
        self.apart: frozenset[str] = frozenset()
        self.counts: Counter[int] = Counter()
        self.in_sentence: dict[int, list[int]] = {}
        self.at: dict[tuple[int, int], int] = {}
        self.joined: dict[tuple[int, int], list[int]] = {}
        self.met: list[tuple[Entry, Found]] = []
        self.nominals: dict[str, list[Found]] = {}
        for n, mention in enumerate(mentions):
            self.in_sentence.setdefault(mention.sentence, []).append(n)
            self.at.setdefault((mention.sentence, mention.head), n)
            if mention.joined is not None:
                self.joined.setdefault((mention.sentence, mention.joined), []).append(n)
            if mention.form == "nominal":
                self.nominals.setdefault(mention.key, []).append(mention)

    @property
    def entries(self) -> list[Entry]:
        """The parties of all mentions, each once."""
        return list({id(e): e for e in self.of.values()}.values())

    def keyed(self, key: str, kind: PartyKind, fact: Body | None = None) -> Entry:
        """The party of a key, made where there is none yet."""
        entry = self.by_name.get(key)
        if entry is None:
            entry = Entry(key, kind, fact=fact)
            if fact is not None:
                entry.settle(fact.country, "known")
                entry.sectors = list(fact.sectors)
            self.by_name[key] = entry
            self.done.append(entry)
        return entry

    def meet(self, entry: Entry, mention: Found) -> None:
        """Note that the text comes upon a party, here and for its country."""
        self.seen.pop(id(entry), None)
        self.seen[id(entry)] = entry
        entry.latest = mention
        if not mention.quoted:
            entry.told = mention
        self.met.append((entry, mention))
        self.counts[id(entry)] += 1
        if entry.country is not None and not entry.key.startswith("country:"):
            self.counts[id(self.by_name.get(f"country:{entry.country}"))] += 1

    def pass_by(self, noun: Found) -> None:
        """Note that the text comes upon a common noun that is no party."""
        entry = Entry(f"nominal:{noun.words.lower()}:{noun.span.start}", "unnamed", plural=noun.plural, bystander=True)
        entry.mentions.append(noun)
        self.met.append((entry, noun))

    def taken_up(self, entry: Entry, mention: Found) -> Entry | None:
        """The party that a common noun becomes when its pronoun speaks; else None, and the pronoun is noted as one for it."""
        if not mention.speaks or mention.quoted:
            self.met.append((entry, mention))
            return None
        entry.bystander = False
        entry.learn(entry.mentions[0].words)
        return entry

    def recent(self, mention: Found, sentences: int) -> Iterator[tuple[Entry, Found]]:
        """Parties with their last mention before this one, nearest first, within so many sentences."""
        for entry in list(reversed(self.seen.values()))[:_MOST_RECENT]:
            last = entry.latest
            if last is None or mention.sentence - last.sentence > sentences:
                return
            if last.span.end <= mention.span.start or last.span.start < mention.span.start:
                yield entry, last


def nearest_before(entry: Entry, mention: Found) -> int:
    """Where a party's last mention before this one starts, or -1."""
    return max((m.span.start for m in entry.mentions if m.span.start < mention.span.start), default=-1)


def gender_fits(entry: Entry, mention: Found) -> bool:
    """Whether a description's gender does not speak against a party."""
    return not entry.gender or mention.gender not in ("m", "f") or entry.gender == mention.gender
