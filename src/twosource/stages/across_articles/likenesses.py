"""Likenesses: how probable it is that two wordings of a story say one thing."""

from collections.abc import Iterable

from twosource.comparison.claims.constancy import constant
from twosource.comparison.claims.laid import Laid, laid_out
from twosource.comparison.claims.matching import LEAST, matches
from twosource.comparison.claims.matter import matter
from twosource.domain.date import Date
from twosource.domain.finding import Conclusion, Finding
from twosource.domain.identity import identity
from twosource.domain.likeness import Likeness, Wording
from twosource.domain.party import LocalParty, Party
from twosource.domain.reading import Dossier
from twosource.domain.sentence import Sentence
from twosource.domain.statement import Factuality, Statement


class Likenesses:
    """Lays everything said in a story beside everything else, once for all stages that ask."""

    name = "likenesses"
    needs: tuple[type[Finding], ...] = (Sentence, Statement, LocalParty, Party, Factuality, Date)
    makes: tuple[type[Finding], ...] = (Wording, Likeness, Laid)

    def run(self, dossier: Dossier) -> Iterable[Conclusion]:
        known = matter(dossier)
        wordings = [Wording(id=identity("w", *(s.id for s in item.statements)), basis=tuple(s.id for s in item.statements)) for item in known.items]
        yield from wordings
        found = matches(known.slots, known.sentences)
        yield laid_out(dossier, known, found)
        kept = found.probability >= LEAST
        made = []
        for i, j, p in zip(found.left[kept].tolist(), found.right[kept].tolist(), found.probability[kept].tolist(), strict=True):
            pair = (wordings[i].id, wordings[j].id)
            made.append(Likeness(id=identity("l", *pair), basis=pair, probability=p))
        yield from constant(wordings, made, dossier.earlier) if dossier.earlier and dossier.earlier.conclusions else made
