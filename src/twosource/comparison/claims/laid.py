"""A story laid out: everything said in it taken apart, and the pairs that share something, for all stages that lay it side by side."""

from dataclasses import dataclass

from twosource.comparison.claims import alignment
from twosource.comparison.claims.matter import Matter, matter
from twosource.domain.finding import Working
from twosource.domain.identity import identity
from twosource.domain.reading import Dossier


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Laid(Working):
    """What is said in a story, in the order of its wordings, and the pairs of them by number."""

    matter: Matter
    pairs: alignment.Pairs


def laid_out(dossier: Dossier, known: Matter, pairs: alignment.Pairs) -> Laid:
    """The story of a dossier laid out."""
    return Laid(id=identity("laid", dossier.story.id), basis=(dossier.story.id,), matter=known, pairs=pairs)


def laid(dossier: Dossier) -> Laid:
    """The story as the likenesses laid it out; worked out anew where that was put away."""
    for found in dossier.of(Laid):
        return found
    known = matter(dossier)
    return laid_out(dossier, known, alignment.pairs(known.slots, known.sentences))
