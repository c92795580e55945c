"""Claims: what statements of several articles have in common."""

from collections.abc import Iterable, Mapping

from twosource.comparison.claims.clarity import Clarity
from twosource.comparison.claims.completion import Completion
from twosource.comparison.claims.matching import groups
from twosource.domain.claim import Claim, Rendition
from twosource.domain.event import Event
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.identity import identity
from twosource.domain.likeness import Likeness, Wording
from twosource.domain.party import Party
from twosource.domain.reading import Dossier
from twosource.domain.sentence import Sentence
from twosource.domain.statement import Statement


class Claims:
    """Groups statements that say one thing to be so; every statement is in exactly one claim."""

    name = "claims"
    needs: tuple[type[Finding], ...] = (Sentence, Statement, Party, Wording, Likeness, Event)
    makes: tuple[type[Finding], ...] = (Claim,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        known = {s.id: s for s in dossier.observed(Statement)}
        texts = {r.article.id: r.article.text for r in dossier.readings}
        completion = Completion(dossier)
        clarity = Clarity(dossier, completion)
        wordings = dossier.of(Wording)
        events = _by_statement(dossier.of(Event))
        titles = [w.id for w in wordings if all(known[s].headline for s in w.statements)]
        for group in groups(wordings, dossier.of(Likeness), dossier.earlier.claims if dossier.earlier else (), titles):
            members = [known[s] for wording in group for s in wording.statements]
            order = clarity.order(members)
            clearest = order[0]
            basis = tuple(sorted(s.id for s in members))
            yield Claim(
                id=identity("c", *basis),
                basis=basis,
                text=clearest.span.of(texts[clearest.article]),
                clearest=clearest.id,
                in_full=completion.completed(clearest),
                told=tuple(Rendition(s.id, completion.completed(s), clarity.alone(s)) for s in order),
                events=tuple(event for _, event in sorted({one for s in basis for one in events.get(s, ())})),
            )


def _by_statement(events: Iterable[Event]) -> Mapping[str, list[tuple[int, str]]]:
    """For each statement the events that it tells: place in the story's order, and id."""
    found: dict[str, list[tuple[int, str]]] = {}
    for n, event in enumerate(events):
        for statement in event.statements:
            found.setdefault(statement, []).append((n, event.id))
    return found
