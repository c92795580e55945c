"""What each idea gives to claims: the pair decision trained anew without it, and the stages run without it.

usage: python -m evaluation.tables.ablation GOLD_DIR ARTICLES.jsonl

By five folds over the annotated training stories, as training/claims/train.py measures its weights: statements and chains are ours, a story is
scored by decisions that never saw it. Each row takes one thing away from the whole.
"""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from unittest import mock

import numpy as np
from training.claims import train
from training.claims.gold import Sample, as_read, readings

from evaluation.tables.table import Table, keep
from evaluation.usage import command
from twosource.comparison.claims import alignment, company
from twosource.comparison.claims.matter import matter
from twosource.domain.copy import Copy
from twosource.domain.finding import Observation
from twosource.domain.furniture import Furniture
from twosource.domain.identity import identity
from twosource.domain.party import LocalParty, Party
from twosource.domain.reading import Dossier
from twosource.inference.shipped import shipped
from twosource.pipeline import standard

# Which features of a pair an idea stands behind; a name is matched by its words.
IDEAS: Mapping[str, tuple[str, ...]] = {
    "lists of meanings": ("classes",),
    "roles: verb, subject, object, head word, neighbouring words": ("verbs", "subjects", "objects", "pairs", "head"),
    "names": ("names",),
    "numbers and units": ("numbers", "unit"),
    "dates": ("dates",),
    "polarity, sureness, time": ("polarity", "sign", "time", "sure"),
    "who says so: origin, holder, voice, quotation": ("origin", "holder", "voice", "quoted"),
    "surroundings: sentence, neighbours, place, headline": ("around", "near", "distance", "touching", "overlap", "place", "headline", "article"),
}
_THRESHOLDS = [0.05 * n for n in range(1, 16)]

Change = Callable[[Dossier], Dossier]


def columns(names: Sequence[str], words: Iterable[str]) -> list[int]:
    """Numbers of the features whose name is one of the words, or holds it as a word."""
    wanted = set(words)
    return [n for n, name in enumerate(names) if name in wanted or wanted & set(name.replace("'s", "").split())]


class Without(train.Story):
    """A story of which some features of a pair are never seen."""

    def __init__(self, sample: Sample, blind: Iterable[str] = ()) -> None:
        super().__init__(sample)
        self.pairs.features[:, columns(alignment.NAMES, blind)] = 0.0


def all_parties_apart(dossier: Dossier) -> Dossier:
    """The story with parties that are one only when their names are the same to the letter."""
    named: dict[str, list[LocalParty]] = {}
    for local in dossier.observed(LocalParty):
        named.setdefault(local.name.lower(), []).append(local)
    made = [
        Party(
            id=identity("p", dossier.story.id, name),
            basis=tuple(p.id for p in held),
            name=held[0].name,
            aliases=(),
            kind=held[0].kind,
            country=held[0].country,
            sectors=held[0].sectors,
            roles=held[0].roles,
            mentions=(),
        )
        for name, held in named.items()
    ]
    return replace(dossier, conclusions=(*(c for c in dossier.conclusions if not isinstance(c, Party)), *made))


def without_copies(dossier: Dossier) -> Dossier:
    """The story as if no passage were shared."""
    return replace(dossier, conclusions=tuple(c for c in dossier.conclusions if not isinstance(c, Copy)))


def without_credits(dossier: Dossier) -> Dossier:
    """The story as if no byline, dateline or credit named an agency."""

    def unnamed(o: Observation) -> Observation:
        return replace(o, names=()) if isinstance(o, Furniture) else o

    return replace(dossier, readings=tuple(replace(r, observations=tuple(map(unnamed, r.observations))) for r in dossier.readings))


def _changed(samples: Sequence[Sample], change: Change) -> list[Sample]:
    made = []
    for sample in samples:
        dossier = change(sample.dossier)
        made.append(replace(sample, dossier=dossier, known=matter(dossier)))
    return made


def _trained(versions: Sequence[Sequence[Sample]], blind: Iterable[str] = ()) -> list[train.Story]:
    """The whole stories, scored by decisions that did not see them."""
    stories: list[list[train.Story]] = [[Without(s, blind) for s in samples] for samples in versions]
    train.kept_apart([s for both in zip(*stories, strict=True) for s in both])
    return stories[0]


def _scores(stories: Sequence[train.Story], join: float = train.JOIN) -> tuple[float, ...]:
    return tuple(train.quality(stories, join).values())


def _plain_words(stories: Sequence[train.Story]) -> tuple[float, ...]:
    """Average-link clusters over the cosine of words, at the best threshold for these very stories."""
    column = alignment.NAMES.index("cosine words")
    kept = [s.second for s in stories]
    for s in stories:
        s.second = s.pairs.features[:, column]
    best = max((_scores(stories, join) for join in _THRESHOLDS), key=lambda scores: scores[0])
    for s, second in zip(stories, kept, strict=True):
        s.second = second
    return best


def measured(gold: Path, articles: Path) -> Table:
    """The whole, then the whole without each idea."""
    read = readings(articles, standard(shipped()).read)
    versions = [list(as_read(gold, read)), list(as_read(gold, read, most=2))]
    whole = _trained(versions)
    made: list[tuple[str, tuple[float, ...]]] = [("all of it", _scores(whole))]
    _told(made)
    for idea, words in IDEAS.items():
        if idea == "lists of meanings":
            with mock.patch("twosource.grammar.slots._classes", dict):
                made.append((f"without {idea}", _scores(_trained([_changed(v, lambda d: d) for v in versions], words))))
        else:
            made.append((f"without {idea}", _scores(_trained(versions, words))))
        _told(made)
    for s in whole:
        s.first, s.second = s.second, s.first
    made.append(("without the second look (how a pair stands among all pairs)", _scores(whole)))
    made.append(("without learning: cosine of words, best threshold on these stories", _plain_words(whole)))
    _told(made)
    for s in whole:
        s.first, s.second = s.second, s.first
    for what, change in (("copies", without_copies), ("wire credits", without_credits)):
        kept = [s.sample for s in whole]
        for s in whole:
            s.sample = replace(s.sample, dossier=change(s.sample.dossier))
        made.append((f"without {what}", _scores(whole)))
        for s, sample in zip(whole, kept, strict=True):
            s.sample = sample
    made.append(
        ("without party identity (one only when named alike to the letter)", _scores(_trained([_changed(v, all_parties_apart) for v in versions])))
    )
    _told(made)
    return Table(
        name="ablation",
        title=f"What each idea gives to claims, {len(whole)} annotated training stories, five folds by story",
        command="python -m evaluation.tables.ablation ../shared/gold/train ../shared/gold/articles_train.jsonl",
        columns=("", "claims B-cubed F1", "independent", "two or more"),
        rows=tuple((name, *scores) for name, scores in made),
        notes=(
            f"The pair decision sees {len(alignment.NAMES)} features, at its second look {len(company.NAMES)} more; each row trains it anew.",
            "Every idea is taken away from the whole, so that what two of them know twice shows in neither.",
            "Without conflicts and denials between claims, which the shipped order adds before it counts.",
        ),
    )


def _told(made: Sequence[tuple[str, tuple[float, ...]]]) -> None:
    print(made[-1], file=sys.stderr, flush=True)


def main() -> int:
    """Print and keep the table."""
    usage = command(__doc__)
    usage.add_argument("folder", metavar="GOLD_DIR", type=Path)
    usage.add_argument("articles", metavar="ARTICLES.jsonl", type=Path)
    given = usage.parse_args()
    np.seterr(all="ignore")
    keep(measured(given.folder, given.articles))
    return 0


if __name__ == "__main__":
    sys.exit(main())
