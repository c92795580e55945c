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
        events = dossier.of(Event)
        for group in groups(wordings, dossier.of(Likeness), dossier.earlier.claims if dossier.earlier else ()):
            members = [known[s] for wording in group for s in wording.statements]
            yield _claim(members, min(members, key=clarity.last), clarity.texts, events)


def _claim(members: Sequence[Statement], clearest: Statement, texts: Mapping[str, str], events: Sequence[Event]) -> Claim:
    basis = tuple(sorted(s.id for s in members))
    told = tuple(e.id for e in events if not set(basis).isdisjoint(e.statements))
    text = clearest.span.of(texts[clearest.article])
    return Claim(id=identity("c", *basis), basis=basis, text=text, clearest=clearest.id, events=told)
