"""Where claims and their independence are lost: each step given by the annotators in turn, the rest ours.

usage: python -m evaluation.tables.ceilings

Rows: nothing given; the words of the mentions; these with chains and factuality; the groups, laid over our statements; groups, mentions and chains.
Counting outlets and always answering 1 stand below. Annotated stories of gold/train (tuned on), gold/stories (not), and further ones (unseen).
"""

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.claims.gold import readings

from evaluation.ceilings import Annotated, dossier
from evaluation.further import annotated, laid_out
from evaluation.gate import SHARED, Row
from evaluation.identity import words
from evaluation.tables.spread import b_cubed
from evaluation.tables.table import Cell, Table, keep
from evaluation.usage import command
from twosource.domain.claim import Claim, Independence
from twosource.domain.event import LocalEvent
from twosource.domain.identity import identity
from twosource.domain.reading import Dossier, Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Factuality, Statement
from twosource.domain.story import Story
from twosource.inference.shipped import shipped
from twosource.pipeline import Pipeline, standard

Held = Mapping[str, Sequence[str | None]]
"""For each annotated claim, the id of the statement that is each of its mentions."""


@dataclass(frozen=True)
class Gold:
    """An annotated story and our readings of its articles, by their annotators' ids."""

    name: str
    row: Row
    read: Mapping[str, Reading]

    def below(self, article: str) -> int:
        """Where the text that the annotators saw begins."""
        title = self.read[article].article.title
        return title.end + 2 if title else 0

    def span(self, mention: Row) -> Span:
        """Where a mention stands in our article's text."""
        below = self.below(mention["article"])
        return Span(mention["start"] + below, mention["end"] + below)

    @property
    def mentions(self) -> list[Row]:
        """All mentions of claims, in order."""
        return [m for claim in self.row["claims"] for m in claim["mentions"]]


def covering(statements: Iterable[Statement], text: str, span: Span) -> Statement | None:
    """The statement that covers a mention, as ../shared/score/gold.py has it: half of its words, and a quarter of the statement's own."""
    wanted = words(text, span.start, span.end)
    near = [(words(text, s.span.start, s.span.end), s) for s in statements if s.span.overlaps(span)]
    have, best = max(near, key=lambda r: (len(r[0] & wanted) / max(1, len(r[0] | wanted)), -r[1].span.start), default=(set(), None))
    return best if best and wanted and len(have & wanted) >= 0.5 * len(wanted) and len(have & wanted) >= 0.25 * len(have) else None


def ours(gold: Gold) -> Held:
    """The mentions as our statements."""
    return {c["id"]: [_id(covering(*_at(gold, m))) for m in c["mentions"]] for c in gold.row["claims"]}


def _at(gold: Gold, mention: Row) -> tuple[tuple[Statement, ...], str, Span]:
    reading = gold.read[mention["article"]]
    return reading.of(Statement), reading.article.text, gold.span(mention)


def _id(statement: Statement | None) -> str | None:
    return statement.id if statement else None


def as_story(gold: Gold, found: Iterable[Reading]) -> Dossier:
    """The readings as one story, in the order of publication."""
    order = sorted(found, key=lambda r: (r.article.published or "9999", r.article.id))
    return Dossier(Story(id=gold.name, basis=tuple(r.article.id for r in order), title=gold.name), tuple(order))


def compared(start: Dossier, pipeline: Pipeline, claims: Iterable[Claim] = ()) -> Dossier:
    """A story through the across-article stages; given claims take the place of those that ours would make."""
    given = tuple(claims)
    for stage in pipeline.across_articles:
        start = start.with_(given if given and Claim in stage.makes else stage.run(start))
    return start


def with_groups(gold: Gold, held: Held, pipeline: Pipeline) -> Dossier:
    """The annotators' groups over our statements."""
    basis = {name: tuple(sorted({s for s in ids if s})) for name, ids in held.items()}
    claims = [Claim(id=identity("c", gold.name, name), basis=ids, text="", clearest=ids[0]) for name, ids in basis.items() if ids]
    return compared(as_story(gold, gold.read.values()), pipeline, claims)


def with_mentions(gold: Gold, chains: bool, pipeline: Pipeline) -> tuple[Dossier, Held]:
    """The annotators' mentions as the only statements: with our chains and factuality where a statement of ours covers them, or with theirs."""
    given = {name: Annotated(r.article, gold.row, gold.below(name)) for name, r in gold.read.items()}
    made: dict[str, list[Statement]] = {name: [] for name in given}
    facts: dict[str, list[Factuality]] = {name: [] for name in given}
    held: dict[str, list[str | None]] = {}
    for claim in gold.row["claims"]:
        for m in claim["mentions"]:
            name = m["article"]
            told = given[name].statement(m)
            if not chains:
                told, fact = _our_way(gold, m, told)
                facts[name] += [fact] if fact else []
            placed = _placed(gold.read[name], told)
            made[name] += [placed] if placed else []
            held.setdefault(claim["id"], []).append(_id(placed))
    found = []
    for name, reading in gold.read.items():
        told_of = {s.id for s in made[name]}
        theirs = [o for o in given[name].observations if chains and not isinstance(o, Statement)]
        theirs = [o for o in theirs if not isinstance(o, Factuality) or o.statement in told_of]
        rest = [o for o in reading.observations if not isinstance(o, (Statement, Factuality, LocalEvent))]
        unique = {o.id: o for o in (*rest, *theirs, *facts[name], *made[name])}
        found.append(replace(reading, observations=tuple(unique.values())))
    return compared(as_story(gold, found), pipeline), held


def _our_way(gold: Gold, mention: Row, told: Statement) -> tuple[Statement, Factuality | None]:
    reading = gold.read[mention["article"]]
    mine = covering(reading.of(Statement), reading.article.text, told.span)
    if mine is None:
        return replace(told, voice="own", chain=()), None
    fact = next((f for f in reading.of(Factuality) if f.statement == mine.id), None)
    held = replace(told, voice=mine.voice, chain=mine.chain, cue=mine.cue, headline=mine.headline)
    return held, replace(fact, id=identity("u", told.id), statement=told.id) if fact else None


def _placed(reading: Reading, statement: Statement) -> Statement | None:
    """The statement in its sentence, with the word there that its others hang on; None where we read no sentence (a caption)."""
    sentence = next((s for s in reading.of(Sentence) if s.span.overlaps(statement.span)), None)
    if sentence is None:
        return None
    inside = [n for n, t in enumerate(sentence.tokens) if t.start < statement.span.end and statement.span.start < t.end]
    head = next((n for n in inside if sentence.tokens[n].head not in inside or sentence.tokens[n].head == n), 0)
    return replace(statement, sentence=sentence.id, head=head)


def judged(gold: Gold, held: Held, found: Dossier) -> tuple[Counter[str], list[tuple[str, str]], list[tuple[str, str]]]:
    """Right numbers, and for every mention its annotated claim and ours."""
    claim_of = {s: c.id for c in found.of(Claim) for s in c.statements}
    number = {i.claim: i.independent for i in found.of(Independence)}
    n: Counter[str] = Counter()
    theirs, mine = [], []
    for claim in gold.row["claims"]:
        owners = [claim_of.get(s or "") for s in held.get(claim["id"], ())]
        theirs += [(gold.name, claim["id"])] * len(owners)
        mine += [(gold.name, owner or f"none {claim['id']} {k}") for k, owner in enumerate(owners)]
        votes = Counter(o for o in owners if o)
        said = number.get(votes.most_common(1)[0][0], 0) if votes else 0
        right = claim["independent_sources"]
        n.update(claims=1, exact=said == right, two=said > 0 and (said >= 2) == (right >= 2))
    return n, theirs, mine


def row_of(what: str, answers: Iterable[tuple[Counter[str], list[tuple[str, str]], list[tuple[str, str]]]], grouped: bool = True) -> tuple[Cell, ...]:
    n: Counter[str] = Counter()
    theirs: list[tuple[str, str]] = []
    mine: list[tuple[str, str]] = []
    for counts, a, b in answers:
        n += counts
        theirs += a
        mine += b
    b3 = b_cubed(theirs, mine) if grouped else None
    return (what, b3, 100 * n["exact"] / n["claims"], 100 * n["two"] / n["claims"])


def simple(golds: Sequence[Gold], count: Callable[[Row], int]) -> Iterable[Counter[str]]:
    """What a rule that looks at the annotated mentions alone would say."""
    for gold in golds:
        for claim in gold.row["claims"]:
            said, right = count(claim), claim["independent_sources"]
            yield Counter(claims=1, exact=said == right, two=(said >= 2) == (right >= 2))


def rows_of(golds: Sequence[Gold], texts: Mapping[str, str], pipeline: Pipeline) -> list[tuple[Cell, ...]]:
    """All rows for some annotated stories."""
    held = [ours(g) for g in golds]
    plain = [compared(as_story(g, g.read.values()), pipeline) for g in golds]
    made = [row_of("nothing given", map(judged, golds, held, plain))]
    for what, chains in (("mentions given", False), ("mentions and chains given", True)):
        with_ = [with_mentions(g, chains, pipeline) for g in golds]
        made.append(row_of(what, (judged(g, h, d) for g, (d, h) in zip(golds, with_, strict=True))))
    grouped = [with_groups(g, h, pipeline) for g, h in zip(golds, held, strict=True)]
    made.append(row_of("groups given, over our statements", map(judged, golds, held, grouped), grouped=False))
    made.append(row_of("groups, mentions and chains given", ((_all_given(g, texts), [], []) for g in golds), grouped=False))
    outlets = simple(golds, lambda claim: len({m["article"] for m in claim["mentions"]}))
    made.append(row_of("counting articles, groups and mentions given", ((n, [], []) for n in outlets), grouped=False))
    made.append(row_of("always 1", ((n, [], []) for n in simple(golds, lambda _: 1)), grouped=False))
    return made


def _all_given(gold: Gold, texts: Mapping[str, str]) -> Counter[str]:
    found, claims = dossier(gold.row, dict(texts), gold.name)
    n: Counter[str] = Counter()
    for one in found.of(Independence):
        right = claims[one.claim]["independent_sources"]
        n.update(claims=1, exact=one.independent == right, two=(one.independent >= 2) == (right >= 2))
    return n


def golds_of(folder: Path, articles: Path, pipeline: Pipeline) -> tuple[list[Gold], dict[str, str]]:
    """The annotated stories of a folder with our readings, and the texts that the annotators saw."""
    read = readings(articles, pipeline.read)
    texts = {row["id"]: row["text"] for row in map(json.loads, articles.read_text(encoding="utf-8").splitlines())}
    found = []
    for file in sorted(folder.glob("*.json")):
        row = json.loads(file.read_text(encoding="utf-8"))
        found.append(Gold(file.stem, row, {a["id"]: read[f"{file.stem}/{a['id']}"] for a in row["articles"]}))
    return found, texts


def sets(pipeline: Pipeline, *names: str) -> Iterator[tuple[list[Gold], dict[str, str]]]:
    """Annotated stories: "train", which were tuned on; "dev", which were scored; "kept", which nobody who mends rules has seen."""
    for name in names:
        if name == "kept":
            with tempfile.TemporaryDirectory() as folder:
                yield golds_of(*laid_out(annotated(name), Path(folder)), pipeline)
        else:
            folder_, articles = {"train": ("train", "articles_train"), "dev": ("stories", "articles")}[name]
            yield golds_of(SHARED / "gold" / folder_, SHARED / "gold" / f"{articles}.jsonl", pipeline)


def side_by_side(first: str, measures: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """Columns of one set after the other; blanks at the end keep those of one measure apart, since a table's columns have names of their own."""
    return (first, *(f"{name}: {measures[0]}" if not n else m + " " * i for i, name in enumerate(names) for n, m in enumerate(measures)))


def measured() -> Table:
    """The sets side by side."""
    pipeline = standard(shipped())
    names = ("train", "dev", "kept")
    parts = [rows_of(golds, texts, pipeline) for golds, texts in sets(pipeline, *names)]
    return Table(
        name="ceilings",
        title="Claims and independence when the annotators give a part of the way (B-cubed F1; numbers exactly right; right about two or more)",
        command="python -m evaluation.tables.ceilings",
        columns=side_by_side("given", ("claims", "exact", "two or more"), names),
        rows=tuple((rows[0][0], *(cell for row in rows for cell in row[1:])) for rows in zip(*parts, strict=True)),
        notes=(
            "Train was tuned on, and the weights have seen its groups; dev was scored along the way; kept are further stories that nobody who "
            "mended anything has seen, annotated by one reader in one pass.",
            "A second annotator, given the wording of the claims, is exactly right for 83 and right about two or more for 96.",
            "With mentions given nothing else is a statement, so that fewer things can be taken for one.",
        ),
    )


if __name__ == "__main__":
    command(__doc__).parse_args()
    keep(measured())
