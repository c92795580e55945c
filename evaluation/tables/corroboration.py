"""How often "two or more" is right: what we say of an annotated claim, and what is so, beside counting articles.

usage: python -m evaluation.tables.corroboration

A claim counts with ours that holds most of its mentions. Annotated stories of gold/train (tuned on), gold/stories (not), and further ones (unseen).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from evaluation.gate import Row
from evaluation.tables.ceilings import Gold, Held, as_story, compared, ours, sets, side_by_side
from evaluation.tables.table import Cell, Table, keep
from evaluation.usage import command
from twosource.domain.claim import Claim, Independence
from twosource.domain.reading import Dossier
from twosource.inference.shipped import shipped
from twosource.pipeline import standard

TWO, FEWER, NOTHING = "two or more", "fewer", "nothing"
"""What can be said of a claim; nothing where no statement of ours is a mention of it."""

SAID = {TWO: "says two or more", FEWER: "says fewer", NOTHING: "finds no statement of it"}


def answers(gold: Gold, held: Held, found: Dossier) -> Counter[tuple[str, bool]]:
    """How many claims of a story got each answer, by whether that is right."""
    claim_of = {s: c.id for c in found.of(Claim) for s in c.statements}
    number = {i.claim: i.independent for i in found.of(Independence)}
    n: Counter[tuple[str, bool]] = Counter()
    for claim in gold.row["claims"]:
        votes = Counter(owner for s in held.get(claim["id"], ()) if (owner := claim_of.get(s or "")))
        n[_judged(claim, number.get(votes.most_common(1)[0][0], 0) if votes else 0)] += 1
    return n


def by_articles(gold: Gold) -> Counter[tuple[str, bool]]:
    """The same for counting the articles that tell a claim."""
    return Counter(_judged(claim, len({m["article"] for m in claim["mentions"]})) for claim in gold.row["claims"])


def _judged(claim: Row, number: int) -> tuple[str, bool]:
    said = TWO if number >= 2 else FEWER if number else NOTHING
    return said, said != NOTHING and (claim["independent_sources"] >= 2) == (number >= 2)


def rows_of(who: str, sets: Sequence[Counter[tuple[str, bool]]], said: Iterable[str] = SAID) -> list[tuple[Cell, ...]]:
    """A line for each answer: in each set how many claims got it, how many of these rightly, and the share."""
    return [(f"{who} {SAID[one]}", *(cell for n in sets for cell in _cells(n[one, True], n[one, False]))) for one in said]


def _cells(right: int, wrong: int) -> tuple[Cell, ...]:
    return str(right + wrong), str(right), 100 * right / (right + wrong) if right + wrong else None


def figures(ours_: Mapping[tuple[str, bool], int], articles: Mapping[tuple[str, bool], int]) -> dict[str, int]:
    """What the README tells of one set."""
    made = {"claims": sum(ours_.values()), "ours": sum(n for (_, right), n in ours_.items() if right)}
    made["articles"] = sum(n for (_, right), n in articles.items() if right)
    for name, said in (("two", TWO), ("fewer", FEWER)):
        made |= {name: ours_.get((said, True), 0) + ours_.get((said, False), 0), f"{name}_right": ours_.get((said, True), 0)}
    return made


def measured() -> Table:
    """The sets side by side."""
    names = ("train", "dev", "kept")
    pipeline = standard(shipped())
    said: list[Counter[tuple[str, bool]]] = []
    counted: list[Counter[tuple[str, bool]]] = []
    stories = []
    for golds, _ in sets(pipeline, *names):
        n, plain = Counter[tuple[str, bool]](), Counter[tuple[str, bool]]()
        for gold in golds:
            n += answers(gold, ours(gold), compared(as_story(gold, gold.read.values()), pipeline))
            plain += by_articles(gold)
        said.append(n)
        counted.append(plain)
        stories.append(len(golds))
    pairs = zip(names, said, counted, stories, strict=True)
    return Table(
        name="corroboration",
        title='How often "two or more" is right, and "fewer" (annotated claims, and percent of them)',
        command="python -m evaluation.tables.corroboration",
        columns=side_by_side("", ("claims", "right", "share"), names),
        rows=(*rows_of("twosource", said), *rows_of("counting articles", counted, (TWO, FEWER))),
        notes=(
            "Train was tuned on, and the weights have seen its groups; dev was scored along the way; kept are further stories that nobody who "
            "mended anything has seen, annotated by one reader in one pass.",
            "Counting articles knows the annotators' claims and mentions; twosource has to find both.",
        ),
        data={name: {"stories": many} | figures(n, plain) for name, n, plain, many in pairs},
    )


if __name__ == "__main__":
    command(__doc__).parse_args()
    keep(measured())
