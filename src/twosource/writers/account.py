"""What a page of text tells of a document, in its order: shared by the terminal and Markdown."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from twosource.writers.changes import ChangeLines, lines, more, summary
from twosource.writers.consequence import STANDINGS, by_consequence, gathered, labels, shortened
from twosource.writers.pieces import in_pieces
from twosource.writers.plain import line
from twosource.writers.writer import Document

Row = dict[str, Any]

# A page to be read in ten seconds; the rest is counted, and shown with --all.
MOST_CHANGES = 8
MOST_CLAIMS = 8
MOST_CONFLICTS = 6
MOST_VOICES = 4
MOST_QUOTED = 2
MOST_DAYS = 12
MOST_PIECES = 5
MOST_NAMED = 3
LONGEST = 240


@dataclass(frozen=True, slots=True)
class Said:
    """One way a claim is told: through whom, how sure, where, in which words."""

    chain: str
    sure: str
    outlets: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class ClaimLines:
    """A claim as it is shown; ``flags`` warn (stake, kin), ``notes`` explain the number."""

    standing: str
    rests: str
    words: str
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
        self._names = labels(document)
        self._statements: dict[str, Row] = {s["id"]: s for s in document["statements"]}

    def title(self) -> str:
        """The story's title."""
        return line(self._document["story"]["title"], LONGEST)

    def subtitle(self) -> str:
        """How many articles of how many outlets, from when."""
        articles = self._document["articles"]
        outlets = {a["outlet"] or a["domain"] for a in articles}
        days = sorted(a["published"] for a in articles if a["published"])
        parts = [counted(len(articles), "article")]
        parts.append(counted(len(outlets), "outlet") if None not in outlets else "outlets not all known")
        parts.append(days[0] if len(set(days)) == 1 else f"{days[0]} to {days[-1]}" if days else "days unknown")
        return ", ".join(parts)

    def because(self) -> str:
        """Why the articles are one story."""
        return "; ".join(line(reason, LONGEST) for reason in gathered(self._document["story"]["because"]))

    def tally(self) -> list[tuple[str, int]]:
        """How many claims have each standing."""
        count = Counter(c["standing"] for c in self._document["claims"])
        return [(s, count[s]) for s in STANDINGS if count[s]]

    def key(self) -> str:
        """What the standings that occur mean."""
        return "; ".join(f"{standing}: {STANDINGS[standing]}" for standing, _ in self.tally())

    def changed(self) -> str:
        """What changed since an earlier answer, counted; nothing where none was given."""
        return summary(self._document["changes"]) if "changes" in self._document else ""

    def changes(self) -> list[ChangeLines]:
        """The changes to show."""
        return lines(self._document["changes"], None if self._every else MOST_CHANGES) if "changes" in self._document else []

    def more_changes(self) -> int:
        """How many changes are not shown."""
        return more(self._document["changes"], MOST_CHANGES) if "changes" in self._document and not self._every else 0

    def claims(self) -> list[ClaimLines]:
        """The claims to show."""
        return [self._claim(c) for c in self._shown()]

    def folded(self) -> str:
        """The claims not shown, counted by their standing, or nothing."""
        shown = {c["id"] for c in self._shown()}
        count = Counter(c["standing"] for c in self._document["claims"] if c["id"] not in shown)
        if not count:
            return ""
        return f"{counted(count.total(), 'more claim')} ({', '.join(f'{n} {s}' for s, n in sorted(count.items()))}): --all shows them"

    def conflicts(self) -> list[ConflictLines]:
        """The conflicts to show."""
        rows = sorted(self._document["conflicts"], key=lambda x: (-len(x["claims"]), -sum(len(side["statements"]) for side in x["sides"])))
        return [self._conflict(x) for x in (rows if self._every else rows[:MOST_CONFLICTS])]

    def more_conflicts(self) -> int:
        """How many conflicts are not shown."""
        return 0 if self._every else max(0, len(self._document["conflicts"]) - MOST_CONFLICTS)

    def in_pieces(self) -> list[str]:
        """A line for each utterance that several articles quote different words of."""
        rows = in_pieces(self._document)
        return rows if self._every else rows[:MOST_PIECES]

    def copies(self) -> list[str]:
        """A line for each copy."""
        rows = []
        for c in self._document["copies"]:
            a, b = (self._name(i) for i in c["articles"])
            whence = f", both from {self._name(c['carrier'])}" if c["carrier"] else ""
            rows.append(f"{a} and {b} share {round(100 * c['share'])} % of the shorter one's words{whence}")
        return rows

    def timeline(self) -> list[tuple[str, str, str]]:
        """Day, kind of event, and the words that tell it."""
        events = {e["id"]: e for e in self._document["events"]}
        rows = []
        for entry in self._document["timeline"]:
            told = next((self._statements[s] for s in entry["statements"] if s in self._statements), None)
            event = events.get(entry["event"])
            kind = "/".join(filter(None, (event["type"], event["mode"]))) if event else ""
            rows.append((line(entry["value"]), kind, line(told["text"], LONGEST) if told else ""))
        return rows if self._every else rows[:MOST_DAYS]

    def more_days(self) -> int:
        """How many entries of the timeline are not shown."""
        return 0 if self._every else max(0, len(self._document["timeline"]) - MOST_DAYS)

    def articles(self) -> list[str]:
        """A line for each article: outlet, day, where it was read."""
        return [
            ", ".join(filter(None, (self._name(a["id"]), a["published"] or "day unknown", line(a["ref"], 80)))) for a in self._document["articles"]
        ]

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
        """Claims of several articles, and the disputed and corroborated; where there are none, the first few."""
        grave = ("retracted", "disputed", "corroborated")
        first = [c for c in claims if c["standing"] in grave or len({self._statements[s]["article"] for s in c["statements"]}) > 1]
        return (first or claims)[:MOST_CLAIMS]

    def _claim(self, c: Row) -> ClaimLines:
        told = self._told([self._statements[s] for s in c["statements"]])
        most = len(told) if self._every else MOST_VOICES
        parties = ", ".join(map(self._name, c["rests_on"]))
        flags = []
        if c["stake"]:
            flags.append(f"stake in it: {self._several(c['stake'])}")
        flags += [f"of one family: {self._several(family)}" for family in c["kin"]]
        notes = []
        if self._every and c["dependence"]:
            notes.append(f"tied together by {'; '.join(line(tie, LONGEST) for tie in c['dependence'])}")
        if self._every and c["would_raise"]:
            notes.append(f"would raise the count: {line(c['would_raise'], LONGEST)}")
        return ClaimLines(
            standing=c["standing"],
            rests=rests(c["independent"]) + (f": {parties}" if parties else ""),
            words=line(c["text"], LONGEST),
            told=tuple(told[:most]),
            more=max(0, len(told) - most),
            flags=tuple(flags),
            notes=tuple(notes),
        )

    def _told(self, statements: Sequence[Row]) -> list[Said]:
        """One line for each chain and certainty, with the outlets that have it and the words of the first."""
        grouped: dict[tuple[str, str], list[Row]] = {}
        for s in statements:
            grouped.setdefault((self._chain(s), sureness(s)), []).append(s)
        return [
            Said(chain, sure, tuple(dict.fromkeys(self._name(s["article"]) for s in rows)), line(rows[0]["text"], LONGEST))
            for (chain, sure), rows in grouped.items()
        ]

    def _conflict(self, x: Row) -> ConflictLines:
        notes = [
            note for note, said in (("a later number replaces an earlier one", x["update"]), ("one origin on both sides", x["same_origin"])) if said
        ]
        heading = x["kind"] + (f" ({', '.join(notes)})" if notes else "")
        sides = tuple(
            (
                line(side["value"], 120),
                tuple(
                    dict.fromkeys(
                        f"{self._chain(s)}{_beside(s)} in {self._name(s['article'])}: “{line(s['text'], LONGEST)}”"
                        for s in (self._statements[i] for i in side["statements"][:MOST_QUOTED])
                    )
                ),
            )
            for side in x["sides"]
        )
        return ConflictLines(heading, sides)

    def _chain(self, s: Row) -> str:
        links = {self._name(link["party"]): " (carried on)" if link["inferred"] else "" for link in s["chain"]}
        return ", through ".join(name + note for name, note in links.items()) or "in its own voice"

    def _several(self, ids: Sequence[str]) -> str:
        """Names of parties; all of them where everything is asked for."""
        return shortened([self._name(i) for i in ids], len(ids) if self._every else MOST_NAMED)

    def _name(self, of: str) -> str:
        return line(self._names.get(of, of), 80)


# How nearly all is told: pages that leave it out lose nothing.
CERTAIN = "certain"
_SURE = {
    "CT+": CERTAIN,
    "PR+": "probable",
    "PS+": "possible",
    "Uu": "left open",
}
# Where the words themselves say no ("did not respond"), how sure that is; where those around them do ("denied that"), what they do.
_NEGATED = {"CT-": CERTAIN, "PR-": "probable", "PS-": "possible"}
_DENIED = {"CT-": "denied", "PR-": "doubted", "PS-": "doubted"}


def sureness(s: Row) -> str:
    """A statement's factuality in words, with the ladder word of a plan."""
    words = "taken back" if s["correction"] else _sure(s)
    if not s["commitment"]:
        return words
    return line(s["commitment"]) if words == CERTAIN else f"{words}, {line(s['commitment'])}"


def _beside(s: Row) -> str:
    return f" [{sure}]" if (sure := sureness(s)) != CERTAIN else ""


def _sure(s: Row) -> str:
    trigger = s["trigger"]
    inside = trigger is None or s["start"] <= trigger["start"] < s["end"]
    return (_SURE | (_NEGATED if inside else _DENIED))[s["factuality"]]


def rests(independent: int) -> str:
    """On how many parties a claim rests, as every page words it: an upper bound."""
    return f"rests on at most {independent} {'party' if independent == 1 else 'parties'}" if independent else "rests on nobody"


def counted(number: int, thing: str) -> str:
    """ "1 article", "2 articles"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
