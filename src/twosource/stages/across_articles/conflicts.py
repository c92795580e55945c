"""Conflicts: where statements on one matter do not agree."""

from collections.abc import Iterable

from twosource.comparison.claims.laid import Laid
from twosource.comparison.conflicts.edges import typed
from twosource.comparison.conflicts.joining import conflicts
from twosource.comparison.conflicts.judging import judged
from twosource.comparison.conflicts.matters import matters
from twosource.comparison.conflicts.pages import Wordings
from twosource.comparison.conflicts.telling import told
from twosource.domain.claim import Claim
from twosource.domain.conflict import Conflict
from twosource.domain.date import Date
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.likeness import Likeness, Wording
from twosource.domain.party import LocalParty, Party
from twosource.domain.quantity import Quantity
from twosource.domain.reading import Dossier
from twosource.domain.sentence import Sentence
from twosource.domain.statement import Factuality, Statement
from twosource.domain.utterance import Utterance


class Conflicts:
    """Types what statements of one claim, or of claims on one matter, disagree in, and tells how likely it is that they do."""

    name = "conflicts"
    needs: tuple[type[Finding], ...] = (Sentence, Statement, Wording, Likeness, Laid, Claim, LocalParty, Party, Factuality, Date, Quantity, Utterance)
    makes: tuple[type[Finding], ...] = (Conflict,)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        wordings = Wordings(dossier)
        likely = {(x.basis[0], x.basis[1]): x.probability for x in dossier.of(Likeness)}
        edges = typed(dossier, wordings.said, likely)
        story = matters(dossier, wordings, edges, likely)
        claim_of = {s: c.id for c in dossier.of(Claim) for s in c.statements}
        party_of = {local: p.id for p in dossier.of(Party) for local in p.basis}
        yield from conflicts(told(edges, story, judged(story)), claim_of, party_of)
