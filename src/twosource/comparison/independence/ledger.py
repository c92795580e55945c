"""The ledger of a story: its articles, statements, parties, copies and conflicts, looked up the way independence asks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from twosource.comparison.independence.publishers import first_outlets, own_outlet
from twosource.comparison.independence.sourcing import Node, credited, full_names, is_wire, outlet_node
from twosource.comparison.parties.mouths import Quoted, one_mouth, quoted
from twosource.domain.article import Article
from twosource.domain.conflict import Conflict
from twosource.domain.copy import Copy
from twosource.domain.event import Event
from twosource.domain.furniture import Furniture
from twosource.domain.party import Mention, Party
from twosource.domain.reading import Dossier
from twosource.domain.sentence import Sentence
from twosource.domain.statement import Factuality, Statement


class Ledger:
    """What is known of a story.

    Attributes:
        articles, statements, sentences, by_id, events: those of the story, by id; ``by_id`` holds its parties.
        mentions: where an article names or means a party, by the ids of the party and the article.
        sign: for each statement "+" or "-", or nothing where it is left open.
        party: the story's party for each party of an article.
        copies: for each article its copies; ``conflicts`` for each claim its conflicts.
        credits: for each article the names that it credits its text to, in full; ``full`` has the full name for initials.
        mouths: groups of statements that quote the same words of one utterance; ``mouth_of`` the number of a statement's.
        said: what is quoted in each statement.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.articles: Mapping[str, Article] = {r.article.id: r.article for r in dossier.readings}
        self.statements: Mapping[str, Statement] = {s.id: s for s in dossier.observed(Statement)}
        self.sentences: Mapping[str, Sentence] = {s.id: s for s in dossier.observed(Sentence)}
        self.sign: Mapping[str, str] = {f.statement: "" if f.value == "Uu" else f.value[-1] for f in dossier.observed(Factuality)}
        self.party: Mapping[str, Party] = {local: p for p in dossier.of(Party) for local in p.basis}
        self.copies: dict[str, list[Copy]] = defaultdict(list)
        for copy in sorted(dossier.of(Copy), key=lambda c: c.articles):
            for article in copy.articles:
                self.copies[article].append(copy)
        self.by_id: Mapping[str, Party] = {p.id: p for p in dossier.of(Party)}
        self.mentions: Mapping[tuple[str, str], Sequence[Mention]] = _mentions(self.by_id.values())
        named = {r.article.id: credited(r.article, r.of(Furniture)) for r in dossier.readings}
        told = (p.name for p in self.by_id.values() if is_wire(p.name))
        self.full: Mapping[str, str] = full_names((*told, *(name for names in named.values() for name in names)))
        self.credits: Mapping[str, tuple[str, ...]] = {
            article: tuple(sorted({self.full.get(name, name) for name in names})) for article, names in named.items()
        }
        self.conflicts: dict[str, list[Conflict]] = defaultdict(list)
        for conflict in dossier.of(Conflict):
            for claim in conflict.claims:
                self.conflicts[claim].append(conflict)
        self.events: Mapping[str, Event] = {e.id: e for e in dossier.of(Event)}
        self._first = first_outlets(dossier)
        said = quoted(dossier.readings)
        self.mouths: Sequence[Sequence[str]] = one_mouth(said)
        self.said: Mapping[str, Quoted] = {s.statement: s for s in said}
        self.mouth_of: Mapping[str, int] = {s: n for n, group in enumerate(self.mouths) for s in group}

    def chain(self, statement: Statement) -> list[Party]:
        """The parties of a statement's chain, each once, without the article's own outlet."""
        found = dict.fromkeys(self.party[link.party].id for link in statement.chain if link.party in self.party)
        by_id = {p.id: p for link in statement.chain if (p := self.party.get(link.party)) is not None}
        own = self.outlet(statement.article)
        return [by_id[i] for i in found if outlet_node(by_id[i].name) != own]

    def text(self, statement: Statement) -> str:
        """The text of a statement's article."""
        return self.articles[statement.article].text

    def name(self, article: str) -> str:
        """What a reader is told for an article: its outlet, else its domain, else what it was read from."""
        return self.outlet(article).shown

    def outlet(self, article: str) -> Node:
        """The node of an article's outlet."""
        return own_outlet(self.articles[article])

    def publishers(self, article: str) -> tuple[Node, ...]:
        """Through which outlets an article came to the reader: its own, behind the one that published its whole text first."""
        return tuple(dict.fromkeys((self._first.get(article, self.outlet(article)), self.outlet(article))))


def _mentions(parties: Iterable[Party]) -> Mapping[tuple[str, str], Sequence[Mention]]:
    found: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for party in parties:
        for mention in party.mentions:
            found[party.id, mention.article].append(mention)
    return found
