"""Stories: an agency's text, those who copy it, those who ask themselves, and what is true of them, in the form of the annotation protocol."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from evaluation.newsroom.copying import WAYS, copied, joined
from evaluation.newsroom.happenings import Happening, Point, happening, kinds
from evaluation.newsroom.names import Names
from evaluation.newsroom.truth import Printed, edges, smallest_cut, ways
from evaluation.newsroom.writing import Passage, Writer, paragraph

Row = dict[str, Any]
_FIRST_DAY = date(2019, 1, 7)  # a Monday
# A passage that is to be known again has more words than the protocol asks of a copy.
_SURE = 20


@dataclass(frozen=True, slots=True)
class MadeStory:
    """A story with its articles; ``rows`` and ``annotation`` give them as the annotated data has them."""

    name: str
    happening: Happening
    articles: tuple[Printed, ...]

    def rows(self) -> list[Row]:
        """The articles, as a JSONL file of inputs has them."""
        return [{"id": f"{self.name}/{a.id}", "text": a.text, "outlet": a.outlet, "published": a.published, "language": "en"} for a in self.articles]

    def edges(self) -> set[tuple[str, str]]:
        """Pairs of article ids with copied passages in common."""
        return edges(self.articles)

    def annotation(self) -> Row:
        """The story as the annotation protocol has it."""
        speakers = self.happening.speakers.values()
        people = [(s.names[0], s.names, s.role) for s in speakers if s.role] + [
            (s.spokesman, (s.spokesman,), "spokesman") for s in speakers if not s.role
        ]
        bodies = [(s.names[0], s.names, "") for s in speakers if not s.role]
        return {
            "story": self.name,
            "articles": [
                {"id": a.id, "outlet": a.outlet, "published": a.published, **({"agency": a.credit} if a.credit else {})} for a in self.articles
            ],
            "claims": [self._claim(point) for point in dict.fromkeys(t.point for a in self.articles for t in a.told)],
            "conflicts": [],
            "dates": [],
            "entities": [
                {"name": name, "aliases": list(forms), "kind": kind, "country": None, "role": role}
                for kind, found in (("person", people), ("organisation", bodies))
                for name, forms, role in found
            ],
        }

    def _claim(self, point: str) -> Row:
        cut = smallest_cut(ways(point, self.articles))
        mentions = [
            {
                "article": a.id,
                "start": t.start,
                "end": t.end,
                "quote": a.text[t.start : t.end],
                "chain": list(t.names),
                "origin_aliases": list(self.happening.speakers[t.chain[0]].names) if t.chain and t.chain[0] in self.happening.speakers else [],
                "voice": "quote" if t.quoted else "paraphrase" if t.chain else "own",
                "factuality": "CT+",
                "time": "past",
            }
            for a in self.articles
            for t in a.told
            if t.point == point
        ]
        text = mentions[0]["quote"]
        return {"id": point, "text": text, "independent_sources": len(cut), "cut": list(cut), "why": "as it was made", "mentions": mentions}


@dataclass
class _Desk:
    """Makes the articles of one story."""

    happening: Happening
    random: Random
    names: Names
    agency: str
    day: date
    printed: list[Printed] = field(default_factory=list)
    _used: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    _agency_has: dict[str, str] = field(default_factory=dict)
    _texts: int = 0

    def wire(self) -> list[Passage]:
        """The agency's text; from whom it has what it tells is remembered for those who cite the agency."""
        passages = self.text(6, relays=False, repeats=False)
        self._agency_has = {t.point: t.chain[0] if t.chain else "" for p in passages for t in p.told if not t.quoted}
        return passages

    def text(self, most: int, relays: bool, repeats: bool) -> list[Passage]:
        """A text of its own: points in a wording that no other has, some from speakers, some through the agency."""
        writer, self._texts = Writer(self.happening, self.random), self._texts + 1
        first, *others = self.happening.points
        points = [first, *self.random.sample(others, min(most, len(others)))]
        points += [first] if repeats else []
        passages: list[Passage] = []
        sentences: list[Passage] = []
        for n, point in enumerate(points):
            if (told := self._told(writer, point, relays and n < most, n > most)) is not None:
                sentences.append(told)
            if len(sentences) > 1 and len(points) - n > 2:
                passages.append(self._paragraph(sentences))
                sentences = []
                writer.new_paragraph()
        passages += [self._paragraph(sentences)] if sentences else []
        if self.random.random() < 0.6:
            writer.new_paragraph()
            passages.append(writer.quoted(self.random.choice(self.happening.quotes)))
        return passages

    def _told(self, writer: Writer, point: Point, relays: bool, asked: bool = False) -> Passage | None:
        free = [n for n in range(len(point.wordings)) if n not in self._used[point.key]]
        if not free:
            return None
        wording = self.random.choice(free)
        self._used[point.key].add(wording)
        if not asked and self.random.random() < 0.4:
            return writer.own(point, wording)
        if relays and point.key in self._agency_has and self.random.random() < 0.3:
            return writer.relayed(point, wording, self._agency_has[point.key], self.agency)
        return writer.attributed(point, wording, self.random.choice(point.by))

    def _paragraph(self, sentences: list[Passage]) -> Passage:
        """Sentences as one passage; a copy of one too short to be known again is none."""
        made = paragraph(sentences, "")
        return Passage(made.text, made.told, f"text {self._texts}: {made.text[:20]}" if len(made.text.split()) >= _SURE else "")

    def run(self, passages: Sequence[Passage], outlet: str, way: str, credit: str = "", later: int = 0) -> None:
        """Print the passages under an outlet, with a credit in one of its usual places."""
        published = self.day + timedelta(days=later)
        opening, closing = self._credit(credit, published) if credit and outlet != credit else ("", "")
        text, told = joined(passages, opening, closing)
        title = self.random.choice(self.happening.titles)
        told = [t.moved(len(title) + 2) for t in told]
        written = tuple(p.written if not t.quoted else "" for p in passages for t in p.told)
        name = f"a{len(self.printed) + 1:02}"
        self.printed.append(Printed(name, outlet, f"{title}\n\n{text}", published.isoformat(), tuple(told), written, credit, way))

    def _credit(self, agency: str, day: date) -> tuple[str, str]:
        town = self.happening.titles[0].split()[-1].upper()
        short = "".join(word[0] for word in agency.split())
        return self.random.choice(
            [
                (f"{town}, {day:%b} {day.day} ({agency}) — ", ""),
                (f"{town} ({short}) — ", ""),
                ("", f"The {agency} contributed to this report."),
                ("", f"With reporting from the {agency}."),
                ("", f"({agency})"),
                (f"By {agency}\n\n", ""),
            ]
        )


def story(seed: int, number: int, kind: str | None = None, copies: int = 4, setting: Mapping[str, str] | None = None) -> MadeStory:
    """The story of this number: an agency's text and its copies, independent texts and now and then a copy of one of these.

    Args:
        seed, number: the same give the same story.
        kind: of the happening; drawn without it.
        copies: how many outlets at most run the agency's text.
        setting: names the story shares with others.
    """
    random = Random(f"{seed} {number}")
    names = Names(random)
    drawn = happening(kind or random.choice(sorted(kinds())), random, names, setting)
    first = _FIRST_DAY + timedelta(days=7 * random.randrange(200) + drawn.weekday + 1)  # published on the day after
    desk = _Desk(drawn, random, names, names.agency(drawn.region), first)
    wire = desk.wire()
    seen = random.random() < 0.6
    if random.random() < 0.4:
        desk.run(wire, desk.agency, "wire", desk.agency)
    for _ in range(random.randint(1, copies)):
        way = random.choice(WAYS)
        credit = desk.agency if seen and random.random() < 0.7 else ""
        desk.run(copied(wire, way, random), names.outlet(), way, credit, random.randint(0, 1))
    for _ in range(random.randint(1, 3)):
        own = desk.text(random.randint(2, 5), relays=True, repeats=random.random() < 0.3)
        outlet = names.outlet()
        if random.random() < 0.25:  # an article of its own with a passage of the agency in it
            own = [*own, *random.sample([p for p in wire if p.written], 1)]
            desk.run(own, outlet, "mixed")
            continue
        desk.run(own, outlet, "own")
        if random.random() < 0.2:
            way = random.choice(WAYS)
            desk.run(copied(own, way, random), names.outlet(), way, later=1)
        if random.random() < 0.15:
            desk.run(copied(own, "trimmed", random), outlet, "trimmed", later=1)
    return MadeStory(f"made-{number:05}", drawn, tuple(desk.printed))


def stories(seed: int, number: int) -> Iterator[MadeStory]:
    """So many stories, one after the other, the kinds in turn."""
    order = sorted(kinds())
    for n in range(number):
        yield story(seed, n, order[n % len(order)])
