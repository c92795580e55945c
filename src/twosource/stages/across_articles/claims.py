"""Claims: what statements of several articles have in common."""

from collections.abc import Iterable, Mapping, Sequence

from twosource.comparison.claims.clarity import Clarity
from twosource.comparison.claims.matching import groups
from twosource.domain.claim import Claim
from twosource.domain.event import Event
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.identity import identity
from twosource.domain.likeness import Likeness, Wording
from twosource.domain.reading import Dossier
from twosource.domain.sentence import Sentence
from twosource.domain.statement import Statement


class Claims:
    """Groups statements that say one thing to be so; every statement is in exactly one claim."""

    name = "claims"
    needs: tuple[type[Finding], ...] = (Sentence, Statement, Wording, Likeness, Event)
    makes: tuple[type[Finding], ...] = (Claim,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        known = {s.id: s for s in dossier.observed(Statement)}
        clarity = Clarity(dossier)
        wordings = dossier.of(Wording)
        events = _by_statement(dossier.of(Event))
        titles = [w.id for w in wordings if all(known[s].headline for s in w.statements)]
        for group in groups(wordings, dossier.of(Likeness), dossier.earlier.claims if dossier.earlier else (), titles):
            members = [known[s] for wording in group for s in wording.statements]
            yield _claim(members, min(members, key=clarity.last), clarity.texts, events)


def _by_statement(events: Iterable[Event]) -> Mapping[str, list[tuple[int, str]]]:
    """For each statement the events that it tells: place in the story's order, and id."""
    found: dict[str, list[tuple[int, str]]] = {}
    for n, event in enumerate(events):
        for statement in event.statements:
            found.setdefault(statement, []).append((n, event.id))
    return found


def _claim(members: Sequence[Statement], clearest: Statement, texts: Mapping[str, str], events: Mapping[str, list[tuple[int, str]]]) -> Claim:
    basis = tuple(sorted(s.id for s in members))
    told = tuple(event for _, event in sorted({one for s in basis for one in events.get(s, ())}))
    text = clearest.span.of(texts[clearest.article])
    return Claim(id=identity("c", *basis), basis=basis, text=text, clearest=clearest.id, events=told)
