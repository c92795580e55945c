"""What typed rules find two statements of a story to part in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from twosource.comparison.conflicts.beside import candidates
from twosource.comparison.conflicts.contrary import contraries
from twosource.comparison.conflicts.denials import denials
from twosource.comparison.conflicts.outcomes import outcomes
from twosource.comparison.conflicts.partings import partings
from twosource.comparison.conflicts.said import Parting, Said
from twosource.comparison.conflicts.wordings import telling
from twosource.comparison.quotations.joining import places
from twosource.domain.reading import Dossier
from twosource.domain.utterance import Utterance


@dataclass(frozen=True, slots=True)
class Edge:
    """Two wordings with one thing that they part in, how likely it is that they do, and whether a rule of some kind finds it."""

    a: Said
    b: Said
    parting: Parting
    likely: float = 1.0
    typed: bool = True


def typed(dossier: Dossier, said: Mapping[str, Said], likely: Mapping[tuple[str, str], float]) -> list[Edge]:
    """Everything that the rules of some kind find."""
    pairs = dict.fromkeys(_neighbours(said), 0.0) | candidates(said, likely)
    found = [Edge(said[i], said[j], parting) for (i, j), alike in pairs.items() for parting in partings(said[i], said[j], alike)]
    found += [Edge(*edge) for edge in denials(said)]
    found += [Edge(*edge) for edge in contraries(said, likely)]
    found += [Edge(*edge) for edge in outcomes(said)]
    return [*found, *_altered(dossier, said)]


def _altered(dossier: Dossier, said: Mapping[str, Said]) -> Iterator[Edge]:
    """Where quotations of one utterance part; who says much the same twice in one article has said it twice."""
    texts = {r.article.id: r.article.text for r in dossier.readings}
    of = {s.id: x for x in said.values() for s, _ in x.everywhere}
    for utterance in dossier.of(Utterance):
        apart = [x for x in utterance.alterations if x.a.article != x.b.article and of[x.a.statement] is not of[x.b.statement]]
        for n, group in enumerate(places(apart)):
            for x in group:
                left, right = (piece.span.of(texts[piece.article]) for piece in (x.a, x.b))
                if telling(left, right):
                    parting = Parting("wording", left, right, left.lower(), right.lower(), f"{utterance.id} {n}")
                    yield Edge(of[x.a.statement], of[x.b.statement], parting)


def _neighbours(said: Mapping[str, Said]) -> list[tuple[str, str]]:
    """Plans that follow each other in an article: the second may take up the first without a word of it ("willing to do so")."""
    plans = [(x.statement.article, x.statement.span, w) for w, x in said.items() if x.factuality and x.factuality.commitment]
    return [(a, b) for (one, _, a), (other, _, b) in pairwise(sorted(plans)) if one == other]
