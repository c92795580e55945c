"""What a page of text tells of a document, in its order: shared by the terminal and Markdown."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from twosource.writers.changes import ChangeLines, lines, more, summary
from twosource.writers.conflicts import Parting, partings
from twosource.writers.consequence import STANDINGS, by_consequence, foremost
from twosource.writers.copies import lines as copied
from twosource.writers.copies import telling
from twosource.writers.names import counted, gathered, labels, rests, shortened, worded
from twosource.writers.pieces import in_pieces
from twosource.writers.plain import line, quoted
from twosource.writers.timeline import days
from twosource.writers.voices import CERTAIN, Voice, voices
from twosource.writers.writer import Document

Row = dict[str, Any]

# A page to be read in ten seconds; the rest is counted, and shown with --all.
MOST_CHANGES = 8
MOST_CLAIMS = 8
MOST_CONFLICTS = 6
MOST_VOICES = 5
MOST_QUOTED = 2
MOST_DAYS = 12
MOST_PIECES = 5
MOST_NAMED = 3
LONGEST = 240
LONGEST_HEAD = 200
_LONGEST_NAME = 80
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Said:
    """One way a claim is told: who says so, where, how sure where not plainly so, and in which words where not the claim's own."""

    who: str
    where: str
    sure: str
    words: str


@dataclass(frozen=True, slots=True)
class ClaimLines:
    """A claim as it is shown; ``flags`` warn (conflicts, stake, kin), ``notes`` explain the number."""

    words: str
    standing: str
    rests: str
    told: tuple[Said, ...]
    more: int
    flags: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConflictLines:
    """A conflict as it is shown: a heading, and for each side its value and who says so."""

    heading: str
    sides: tuple[tuple[str, tuple[str, ...]], ...]


class Account:
    """A document's rows with names in place of ids, every string on one line and without control characters.

    Args:
        document: a dossier as plain values.
        every: show all claims and conflicts, not the most consequential alone.
    """

    def __init__(self, document: Document, every: bool) -> None:
        self._document = document
        self._every = every
        self._names = {of: line(name, _LONGEST_NAME) for of, name in labels(document).items()}
        self._statements: dict[str, Row] = {s["id"]: s for s in document["statements"]}
        self._partings = partings(document, self._names)
        self._place = {s["id"]: n for n, s in enumerate(document["statements"])}

    def title(self) -> str:
        """The story's title."""
        return line(self._document["story"]["title"], LONGEST)

    def subtitle(self) -> str:
        """How many articles of how many outlets, from when."""
        articles = self._document["articles"]
        outlets = {a["outlet"] or a["domain"] for a in articles}
        days_ = sorted(a["published"] for a in articles if a["published"])
        parts = [counted(len(articles), "article")]
        parts.append(counted(len(outlets), "outlet") if None not in outlets else "outlets not all known")
        parts.append(days_[0] if len(set(days_)) == 1 else f"{days_[0]} to {days_[-1]}" if days_ else "days unknown")
        return ", ".join(parts)

    def because(self) -> str:
        """Why the articles are one story."""
        return "; ".join(line(reason, LONGEST) for reason in gathered(self._document["story"]["because"]))

    def tally(self) -> list[tuple[int, str, str]]:
        """How many claims have each standing, and what that means."""
        count = Counter(c["standing"] for c in self._document["claims"])
        return [(count[standing], standing, meaning) for standing, meaning in STANDINGS.items() if count[standing]]

    def changed(self) -> str:
        """What changed since an earlier answer, counted; nothing where none was given."""
        return summary(self._document)

    def changes(self) -> list[ChangeLines]:
        """The changes to show."""
        return lines(self._document, None if self._every else MOST_CHANGES)

    def more_changes(self) -> int:
        """How many changes are not shown."""
        return 0 if self._every else more(self._document, MOST_CHANGES)

    def claims(self) -> list[ClaimLines]:
        """The claims to show."""
        return [self._claim(c) for c in self._shown()]

    def silence(self) -> str:
        """What to say where there is no claim at all."""
        return "" if self._document["claims"] else "There is nothing that anybody says to be so."

    def folded(self) -> str:
        """The claims not shown, counted by their standing, or nothing."""
        shown = {c["id"] for c in self._shown()}
        count = Counter(c["standing"] for c in self._document["claims"] if c["id"] not in shown)
        if not count:
            return ""
        kinds = ", ".join(f"{count[standing]} {standing}" for standing in STANDINGS if count[standing])
        return f"{counted(count.total(), 'more claim')} ({kinds}): --all shows them"

    def conflicts(self) -> list[ConflictLines]:
        """The conflicts to show, the sure ones alone."""
        sure = [x for x in self._partings if x.sure]
        return [_conflict(x) for x in (sure if self._every else sure[:MOST_CONFLICTS])]

    def possible(self) -> list[ConflictLines]:
        """Places where accounts may part; they are shown only where everything is."""
        return [_conflict(x) for x in self._partings if not x.sure] if self._every else []

    def more_conflicts(self) -> int:
        """How many sure conflicts are not shown."""
        return 0 if self._every else max(0, sum(x.sure for x in self._partings) - MOST_CONFLICTS)

    def more_possible(self) -> int:
        """How many possible ones are not shown."""
        return 0 if self._every else sum(not x.sure for x in self._partings)

    def in_pieces(self) -> list[str]:
        """A line for each utterance that several articles quote different words of."""
        rows = in_pieces(self._document)
        return rows if self._every else rows[:MOST_PIECES]

    def copies(self) -> list[str]:
        """A line for each copy."""
        copies = self._document["copies"]
        return copied(copies if self._every else telling(copies), self._names)

    def timeline(self) -> list[tuple[str, str]]:
        """Days, and the words that tell what was then, with who says so."""
        rows = [(line(day.value), f"{quoted(day.voice.in_full, LONGEST)} ({_by(day.voice)})") for day in days(self._document, self._names)]
        return rows if self._every else rows[:MOST_DAYS]

    def more_days(self) -> int:
        """How many entries of the timeline are not shown."""
        return 0 if self._every else max(0, len(days(self._document, self._names)) - MOST_DAYS)

    def articles(self) -> list[str]:
        """A line for each article: outlet, day, title, where it was read."""
        return [", ".join(dict.fromkeys(self._article(a))) for a in self._document["articles"]]

    def _article(self, a: Row) -> list[str]:
        title = [quoted(a["title"]["text"], _LONGEST_TITLE)] if a["title"] else []
        return [self._names[a["id"]], a["published"] or "day unknown", *title, line(a["ref"], _LONGEST_NAME)]

    def problems(self) -> list[str]:
        """What could not be read and why; the same fault of many articles once."""
        count = Counter(p["kind"] for p in self._document["problems"])
        rows, seen = [], Counter[str]()
        for p in self._document["problems"]:
            seen[p["kind"]] += 1
            if self._every or seen[p["kind"]] <= 3:
                rows.append(line(p["message"], 2 * LONGEST))
            elif seen[p["kind"]] == 4:
                rows.append(f"{count[p['kind']] - 3} more of the kind {p['kind']!r}")
        return rows

    def _shown(self) -> list[Row]:
        claims = by_consequence(self._document)
        return claims if self._every or (len(self._document["articles"]) == 1 and len(claims) <= MOST_CLAIMS) else self._foremost(claims)

    def _foremost(self, claims: list[Row]) -> list[Row]:
        """Claims of several articles, and the disputed and corroborated, in words that can be read alone; without any, the first few."""
        return ([c for c in claims if foremost(c, self._statements)] or claims)[:MOST_CLAIMS]

    def _claim(self, c: Row) -> ClaimLines:
        parties = [self._name(p) for p in c["rests_on"]]
        said = [self._statements[s] for s in sorted(c["statements"], key=self._place.__getitem__)]
        told = [_said(voice, c["text"]) for voice in voices(said, self._names, c["text"], parties)]
        most = len(told) if self._every else MOST_VOICES
        parted = dict.fromkeys(f"accounts part on {x.brief}" for x in self._partings if x.sure and c["id"] in x.claims)
        flags = list(parted)[: None if self._every else MOST_QUOTED]
        flags += [f"stake in it: {self._several(c['stake'])}"] if c["stake"] else []
        flags += [f"of one family: {self._several(family)}" for family in c["kin"]]
        notes = [f"tied together by {'; '.join(line(self._worded(tie), LONGEST) for tie in c['dependence'])}"] if c["dependence"] else []
        notes += [f"would raise the count: {line(self._worded(c['would_raise']), LONGEST)}"] if c["would_raise"] else []
        return ClaimLines(
            words=quoted(c["in_full"], LONGEST_HEAD),
            standing=c["standing"],
            rests=rests(c["independent"]) + (f": {', '.join(parties)}" if parties else ""),
            told=tuple(told[:most]),
            more=max(0, len(told) - most),
            flags=tuple(flags),
            notes=tuple(notes) if self._every else (),
        )

    def _worded(self, note: str) -> str:
        return worded(note, self._document["articles"], self._names)

    def _several(self, ids: Sequence[str]) -> str:
        """Names of parties; all of them where everything is asked for."""
        return shortened([self._name(i) for i in ids], len(ids) if self._every else MOST_NAMED)

    def _name(self, of: str) -> str:
        return self._names.get(of, line(of, _LONGEST_NAME))


def _said(voice: Voice, head: str) -> Said:
    return Said(voice.who, voice.where, voice.sure if voice.sure != CERTAIN else "", "" if voice.words == head else quoted(voice.in_full, LONGEST))


def _conflict(x: Parting) -> ConflictLines:
    sides = ((line(value, 120), tuple(_held(v, value) for v in held[:MOST_QUOTED])) for value, held in x.sides)
    return ConflictLines(x.heading, tuple(sides))


def _held(voice: Voice, value: str) -> str:
    return _by(voice) + (f": {quoted(voice.in_full, LONGEST)}" if value not in (voice.words, voice.in_full) else "")


def _by(voice: Voice) -> str:
    sure = f" [{voice.sure}]" if voice.sure != CERTAIN else ""
    return f"{voice.who}{sure}{voice.where}"
