"""Short ways to ask a dossier by article and offsets."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]
LITTLE = {"the", "a", "an", "of", "s"}


def words(text: str) -> set[str]:
    """Content words in lower case."""
    return set(re.findall(r"\w+", text.lower())) - LITTLE


@dataclass
class Said:
    """A dossier, asked by article and offsets."""

    dossier: Row
    articles: dict[str, Row] = field(init=False)
    parties: dict[str, Row] = field(init=False)

    def __post_init__(self) -> None:
        self.articles = {a["ref"]: a for a in self.dossier["articles"]}
        self.parties = {p["id"]: p for p in self.dossier["parties"]}

    def text(self, ref: str) -> str:
        return str(self.articles[ref]["text"])

    def statements(self, ref: str, start: int = 0, end: int = 1 << 30) -> list[Row]:
        """Statements of an article that share words with [start, end), the best match first."""
        mine = [s for s in self.dossier["statements"] if s["article"] == self.articles[ref]["id"]]
        touching = [s for s in mine if s["start"] < end and start < s["end"]]

        def match(s: Row) -> float:
            return float((min(s["end"], end) - max(s["start"], start)) / max(s["end"] - s["start"], min(end, 1 << 20) - start))

        return sorted(touching, key=match, reverse=True)

    def statement(self, ref: str, start: int, end: int) -> Row:
        """The statement that best matches [start, end); there must be one that shares a third of it."""
        found = self.statements(ref, start, end)
        assert found, f"no statement at {ref}[{start}:{end}] {self.text(ref)[start:end]!r}"
        return found[0]

    def named(self, party: str, *wanted: str) -> bool:
        """Whether the party's name, an alias, or one of its mentions has all words of one of the wanted names."""
        p = self.parties[party]
        known = [p["name"], *p["aliases"]]
        return any(words(w) <= words(k) for w in wanted for k in known)

    def chain(self, statement: Row) -> list[str]:
        """The chain in words, origin first: for messages."""
        return [self.parties[link["party"]]["name"] for link in statement["chain"]]

    def has_chain(self, statement: Row, *links: str | tuple[str, ...]) -> bool:
        """Whether the chain is exactly these parties, origin first; a tuple holds names of which one must fit."""
        chain = statement["chain"]
        wanted = [w if isinstance(w, tuple) else (w,) for w in links]
        return len(chain) == len(wanted) and all(self.named(got["party"], *w) for got, w in zip(chain, wanted, strict=True))

    def events(self, ref: str, start: int, end: int) -> list[Row]:
        """Events with a mention in [start, end) of the article."""
        article = self.articles[ref]["id"]
        return [e for e in self.dossier["events"] if any(m["article"] == article and m["start"] < end and start < m["end"] for m in e["mentions"])]

    def countries(self, parties: Iterable[str]) -> set[str | None]:
        return {self.parties[p]["country"] for p in parties}

    def event(self, ref: str, start: int, end: int, type_: str) -> Row:
        """The event of that type told in [start, end)."""
        there = self.events(ref, start, end)
        found = [e for e in there if e["type"] == type_]
        assert found, f"no {type_} in {self.text(ref)[start:end]!r}, only {[(e['type'], e['mentions'][0]['text']) for e in there]}"
        return found[0]

    def types(self, ref: str, start: int = 0, end: int = 1 << 30) -> set[str]:
        return {e["type"] for e in self.events(ref, start, end)}

    def date(self, ref: str, start: int, end: int) -> Row:
        """The time expression in [start, end), under whichever statement holds it."""
        found = [d for s in self.statements(ref) for d in s["dates"] if d["start"] < end and start < d["end"]]
        assert found, f"no date at {ref} {self.text(ref)[start:end]!r}"
        return dict(found[0])

    def claim_of(self, statement: Row) -> Row:
        return next(c for c in self.dossier["claims"] if statement["id"] in c["statements"])

    def where(self, ref: str, phrase: str) -> tuple[int, int]:
        """Offsets of a phrase that occurs once."""
        text = self.text(ref)
        assert text.count(phrase) == 1, f"{phrase!r} occurs {text.count(phrase)} times"
        at = text.index(phrase)
        return at, at + len(phrase)
