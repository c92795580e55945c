"""Fits the weights by which a party's surroundings make a country likely (``comparison/parties/surroundings.py``) and writes them with their card.

usage: python -m training.parties.country OUT.json GOLD_DIR ARTICLES.jsonl [GOLD_DIR ARTICLES.jsonl ...]

Learnt from are the annotated parties of which no text says the country and, each with a fifth of the weight, those of which one does, as if it did
not. Five folds by story then show how often a party of which no text says it is given the right country, a wrong one, or one though it has none.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from evaluation.parties import match
from evaluation.usage import command
from numpy.typing import NDArray
from training.claims.gold import readings, stories

from twosource.comparison.parties.scenes import countries_filed_from
from twosource.comparison.parties.surroundings import FEATURES, NEITHER, Surroundings, enough, parties_open, surroundings, told_around
from twosource.domain.party import Party, PartyKind
from twosource.domain.reading import Dossier, Reading
from twosource.domain.story import Story
from twosource.inference.shipped import shipped
from twosource.pipeline import standard
from twosource.reference.facts import country_of_name
from twosource.stages.across_articles.parties import Parties

Floats = NDArray[np.float64]
FOLDS = 5
RIDGE = 0.5
HIDDEN = 0.2  # what a party counts whose country a text says: it is told of otherwise than one of which everybody knows it


@dataclass(frozen=True)
class Choice:
    """One party: the countries that its articles tell of, a row for each and a last one for none of them, and the row that is right."""

    story: str
    kind: PartyKind
    codes: tuple[str, ...]
    country: str | None
    rows: Floats
    right: int
    weight: float


def choice(story: str, party: Party, around: Surroundings, country: str | None, weight: float) -> Choice:
    """A party as something to choose a country for."""
    codes = tuple(around.rows)
    right = codes.index(country) if country in codes else len(codes)
    return Choice(story, party.kind, codes, country, np.array([*around.rows.values(), NEITHER]), right, weight)


def choices(story: str, entities: Sequence[dict[str, Any]], parties: Sequence[Party], read: Sequence[Reading]) -> Iterator[Choice]:
    """The annotated parties of a story without a country in any text, and, hidden, all parties with one."""
    texts = {r.article.id: r.article.text for r in read}
    told = {p.id: p.country for p in parties if p.country is not None and p.country_from not in ("articles", "none")}
    around, rows = told_around(parties, told, texts, countries_filed_from(read)), [asdict(p) for p in parties]
    own = {p.id: p for p in parties_open(parties, texts)}
    annotated = ((match(entity, rows), entity.get("country")) for entity in entities)
    of = {row["id"]: country for row, country in annotated if row is not None}
    for key, party in own.items():
        told_of = surroundings(party, around)
        if told_of is None:
            continue
        if key in of and key not in told:
            country = of[key]
            yield choice(story, party, told_of, str(country) if country else None, 1.0)
        elif key in told and country_of_name(party.name) is None and any(m.form == "name" for m in party.mentions):
            yield choice(story, party, told_of, told[key], HIDDEN)


def fit(learnt: Sequence[Choice], ridge: float = RIDGE) -> Floats:
    """The weights that make the right rows likeliest (conditional logit), by Newton's method; a small penalty holds them finite."""
    w = np.zeros(len(FEATURES))
    for _ in range(50):
        gradient, hessian = -ridge * w, ridge * np.eye(len(w))
        for one in learnt:
            p = probability(one, w)
            mean = p @ one.rows
            gradient += one.weight * (one.rows[one.right] - mean)
            hessian += one.weight * ((one.rows.T * p) @ one.rows - np.outer(mean, mean))
        step = np.linalg.solve(hessian, gradient)
        w += step
        if np.abs(step).max() < 1e-6:
            break
    return w


def probability(one: Choice, w: Floats) -> Floats:
    """How likely each row of a choice is."""
    z = one.rows @ w
    e = np.exp(z - z.max())
    return np.asarray(e / e.sum())


def answer(one: Choice, w: Floats) -> str | None:
    """The country that a party is given: a likely one, or none."""
    p = probability(one, w)[:-1]
    best = int(p.argmax())
    return one.codes[best] if p[best] >= enough(one.kind) else None


def quality(every: Sequence[Choice]) -> dict[str, int]:
    """Parties without a country in any text, each answered by weights that were fitted on the stories of other folds."""
    names = sorted({one.story for one in every})
    fold = {name: n % FOLDS for n, name in enumerate(names)}
    count = {"parties": 0, "with a country": 0, "right": 0, "wrong": 0, "given though none": 0}
    for k in range(FOLDS):
        w = fit([one for one in every if fold[one.story] != k])
        for one in (one for one in every if fold[one.story] == k and one.weight == 1.0):
            given = answer(one, w)
            count["parties"] += 1
            count["with a country"] += one.country is not None
            if given is not None:
                count["given though none" if one.country is None else "right" if given == one.country else "wrong"] += 1
    return count


def of_folder(folder: Path, read: dict[str, Reading]) -> Iterator[Choice]:
    """The choices of the annotated stories of a folder."""
    for name, gold, found in stories(folder, read):
        order = sorted(found.values(), key=lambda r: (r.article.published or "9999", r.article.id))
        dossier = Dossier(Story(id=name, basis=tuple(r.article.id for r in order), title=name), tuple(order))
        parties = [p for p in Parties().run(dossier) if isinstance(p, Party)]
        yield from choices(name, gold["entities"], parties, order)


def card(name: str, made: str, every: Sequence[Choice]) -> dict[str, object]:
    """What the model says of itself."""
    hidden = sum(one.weight < 1.0 for one in every)
    return {
        "name": "countries",
        "made": "python -m training.parties.country",
        "files": {name: hashlib.sha256(made.encode()).hexdigest()},
        "what": "a conditional logit: the country, among those that a party's articles tell of, of one of which no text says it, or none",
        "data": {
            "stories": f"{len({one.story for one in every})} annotated stories, gold/train and the open further ones: {len(every) - hidden} "
            f"annotated parties of which no text says the country and, with {HIDDEN} of their weight, {hidden} of which one does; weights, no words",
        },
        "quality": {f"{FOLDS} folds by story, parties of which no text says it": quality(every)},
        "weak": [
            "nearly all of these stories are from the United States' press and of one or two countries",
            "a singer, player or scholar from elsewhere is given the country of the story",
            "the weight of where things happen rests on few parties, for few are called local",
        ],
    }


def main() -> None:
    """Fit, and write the weights and their card."""
    usage = command(__doc__)
    usage.add_argument("out", metavar="OUT.json", type=Path)
    usage.add_argument("pairs", metavar="GOLD_DIR ARTICLES.jsonl", type=Path, nargs="+")
    asked = usage.parse_args()
    if len(asked.pairs) % 2:
        usage.error("every folder of annotated stories needs its file of articles after it")
    every: list[Choice] = []
    for folder, articles in zip(asked.pairs[::2], asked.pairs[1::2], strict=True):
        every += of_folder(folder, readings(articles, standard(shipped()).read))
    made = written(fit(every))
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(made, encoding="utf-8")
    told = card(asked.out.name, made, every)
    asked.out.with_name("card.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(told["quality"]))


def written(w: Floats) -> str:
    """The model as JSON."""
    return json.dumps({"names": FEATURES, "weights": [round(float(x), 2) for x in w]}, indent=1) + "\n"


if __name__ == "__main__":
    main()
