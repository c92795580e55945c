"""Claims: what statements of several articles have in common."""

from collections.abc import Iterable, Sequence

from twosource.domain.claim import Claim
from twosource.domain.event import Event
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.identity import identity
from twosource.domain.party import Party
from twosource.domain.reading import Dossier
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Statement
from twosource.stages.matching import groups, matches, threshold
from twosource.stages.matter import Matter, matter
from twosource.stages.slots import Slots

# Words that a reader still takes in at one go; a longer statement is no clearer.
_LONGEST = 30


class Claims:
    """Groups statements that say one thing to be so; every statement is in exactly one claim."""

    name = "claims"
    needs: tuple[type[Finding], ...] = (Sentence, Statement, Party, Event)
    makes: tuple[type[Finding], ...] = (Claim,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        known = matter(dossier)
        texts = {r.article.id: r.article.text for r in dossier.readings}
        pronouns = {r.article.id: _pronouns(r.of(Sentence)) for r in dossier.readings}
        found = matches(known.slots, known.sentences)
        events = dossier.of(Event)
        for group in groups(len(known.statements), found, threshold()):
            yield _claim([known.statements[i] for i in group], _clearest(group, known, pronouns), texts, events)


def _claim(members: Sequence[Statement], clearest: Statement, texts: dict[str, str], events: Sequence[Event]) -> Claim:
    basis = tuple(s.id for s in members)
    told = tuple(e.id for e in events if not set(basis).isdisjoint(e.statements))
    text = clearest.span.of(texts[clearest.article])
    return Claim(id=identity("c", *sorted(basis)), basis=basis, text=text, clearest=clearest.id, events=told)


def _pronouns(sentences: Sequence[Sentence]) -> list[Span]:
    return [Span(t.start, t.end) for s in sentences for t in s.tokens if t.pos == "PRON" and t.tag in ("PRP", "PRP$", "DT", "WDT", "WP")]


def _clearest(group: Sequence[int], known: Matter, pronouns: dict[str, list[Span]]) -> Statement:
    """The statement that stands best alone: in the body, attributed, with names, without pronouns, full but not endless."""

    def clarity(i: int) -> tuple[float, Span, str]:
        slots: Slots = known.slots[i]
        statement = known.statements[i]
        size = sum(slots.words.values())
        unclear = sum(statement.span.covers(p) for p in pronouns[statement.article])
        worth = min(size, _LONGEST / 2) + 2 * min(len(slots.names), 3) + 3 * bool(statement.chain) - 4 * unclear - 100 * statement.headline
        return (-worth, statement.span, statement.article)

    return known.statements[min(group, key=clarity)]
