"""Attribution by genre and by training run: PolNeAR dev, GUM's attribution units, the annotated stories.

usage: python -m evaluation.tables.genres [MODEL_FOLDER ...]     the shipped model if no folder is given

Each folder holds one exported training run (`python -m train.export NAME --folder FOLDER`). Intervals are over articles; the spread is over
the folders given.

GUM cuts a text into discourse units and marks those that attribute another ("the mayor said"). One is found when the source or cue of an
attribution of ours lies in it and a content of it lies in the unit that it attributes; its edge is right when that content begins (or ends) where
the attributing unit ends (or begins), marks and "that" aside. GUM marks clauses alone: what somebody's "warning" is of is no unit of its own,
so that precision is a lower bound.
"""

import argparse
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.gate import SHARED, Row, rows, scorer
from evaluation.tables.spread import Counts, Score, f1, interval, of_runs, rate, shown
from evaluation.tables.table import Table, keep
from twosource.desk import Desk
from twosource.domain.article import Article
from twosource.domain.attribution import Attribution
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence, Token
from twosource.domain.span import Span
from twosource.grammar.attributions.tagged import Group, groups
from twosource.inference.model import LanguageModel, TaggedSpan
from twosource.inference.onnx import HOME, OnnxTagger
from twosource.inference.shipped import shipped
from twosource.inference.spacy import SpacyModel
from twosource.pipeline import standard
from twosource.settings import Settings
from twosource.stages.within_article.attributions import Attributions
from twosource.stages.within_article.parties import Parties
from twosource.stages.within_article.sentences import Sentences

COMMAND = "python -m evaluation.tables.genres FOLDER ..."
_BETWEEN = re.compile(r"[\W_]*(?:that|if|whether|like)?[\W_]*")
_BETWEEN_LONGEST = 30
_OPENING = 200
LABELS = ("source", "cue", "content")
UNITS = f1("right", "predicted", "found", "gold")
_FIELDS = {"world": "world news", "sports": "sport", "technology": "science and technology", "science": "science and technology"}


@dataclass(frozen=True)
class Unit:
    """An attributing discourse unit, the unit that it attributes, and the place where the two sides part."""

    frame: Span
    content: Span
    edge: int
    before: bool
    """Whether the content follows the frame, so that the edge is where it begins."""


def units(row: Row) -> Iterator[Unit]:
    """The attribution units of one article of GUM."""
    tokens, at = row["tokens"], {unit["edu"]: unit for unit in row["edus"]}

    def span(unit: Row) -> Span:
        return Span(tokens[unit["tok"]]["s"], tokens[unit["tok_end"] - 1]["e"])

    for unit in row["edus"]:
        if unit["rel"].startswith("attribution") and unit["head"] in at:
            frame, content = span(unit), span(at[unit["head"]])
            follows = content.start >= frame.start
            yield Unit(frame, content, frame.end if follows else frame.start, follows)


def counted(text: str, gold: Sequence[Unit], ours: Sequence[Group]) -> Counts:
    """How many units of one article are found, with the right edge, and how many attributions of ours are units."""
    found = edge = 0
    right: set[int] = set()
    for unit in gold:
        matching = [n for n, one in enumerate(ours) if _matches(unit, one)]
        right.update(matching)
        found += bool(matching)
        edge += any(_edge_right(text, unit, ours[n]) for n in matching)
    return {"gold": len(gold), "found": found, "edge": edge, "predicted": len(ours), "right": len(right)}


def _matches(unit: Unit, one: Group) -> bool:
    return any(unit.frame.overlaps(s) for s in (*one.source, *one.cue)) and any(unit.content.overlaps(c) for c in one.content)


def _edge_right(text: str, unit: Unit, one: Group) -> bool:
    edges = [c.start if unit.before else c.end for c in one.content]
    between = [text[min(e, unit.edge) : max(e, unit.edge)] for e in edges if abs(e - unit.edge) <= _BETWEEN_LONGEST]
    return any(_BETWEEN.fullmatch(words) for words in between)


def spans_counted(row: Row, ours: Sequence[TaggedSpan]) -> Counts:
    """Hits, predictions and gold of one PolNeAR article, as ../shared/score/attribution.py counts them."""
    n: Counter[str] = Counter()
    text = row["text"]
    for label in LABELS:
        want = {_trimmed(text, s, e) for a in row["attributions"] for s, e in a.get(label) or [] if text[s:e].strip()}
        got = {_trimmed(text, s.start, s.end) for s in ours if s.label == label}
        n.update({f"{label} hit": len(want & got), f"{label} predicted": len(got), f"{label} gold": len(want)})
    by_link: dict[int, dict[str, list[tuple[int, int]]]] = {}
    for span in ours:
        if span.link is not None:
            by_link.setdefault(span.link, {}).setdefault(span.label, []).append((span.start, span.end))
    got_links = [g for g in by_link.values() if g.get("source") and g.get("content")]
    want_links = [a for a in row["attributions"] if a.get("source") and a.get("content")]
    n["link right"] = sum(any(_linked(p, a) for a in want_links) for p in got_links)
    n["link found"] = sum(any(_linked(p, a) for p in got_links) for a in want_links)
    n.update({"link predicted": len(got_links), "link gold": len(want_links)})
    return n


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


def _linked(ours: Mapping[str, Sequence[tuple[int, int]]], gold: Row) -> bool:
    return all(any(s < e2 and s2 < e for s, e in ours[label] for s2, e2 in gold[label]) for label in ("source", "content"))


class Remembering:
    """A language model that reads each text once, however many taggers come after it."""

    def __init__(self, model: LanguageModel) -> None:
        self._model, self._read = model, {}  # type: LanguageModel, dict[str, list[tuple[Token, ...]]]
        self.name, self.digest = model.name, model.digest

    def parse(self, texts: Sequence[str]) -> list[list[tuple[Token, ...]]]:
        new = [t for t in dict.fromkeys(texts) if t not in self._read]
        self._read.update(zip(new, self._model.parse(new), strict=True))
        return [self._read[t] for t in texts]


def _readings(data: Sequence[Row], language: LanguageModel) -> list[Reading]:
    found = [Reading(Article(ref=str(row["id"]), text=row["text"])) for row in data]
    return [r.with_(made) for r, made in zip(found, Sentences(language).run(found), strict=True)]


def _tagged(readings: Sequence[Reading], tagger: OnnxTagger) -> list[list[TaggedSpan]]:
    cuts = [[(s.span.start, s.span.end) for s in r.of(Sentence)] for r in readings]
    return tagger.tag([r.article.text for r in readings], cuts)


def whole_stage(readings: Sequence[Reading], tagger: OnnxTagger) -> list[list[Group]]:
    """What the attributions stage says of each article, continued speech aside."""
    found = [r.with_(made) for r, made in zip(readings, Parties().run(readings), strict=True)]
    said = Attributions(tagger).run(found)
    return [[Group(a.source, a.cue, a.content) for a in made if isinstance(a, Attribution) and not a.inferred] for made in said]


def polnear(taggers: Mapping[str, OnnxTagger], language: LanguageModel) -> Table:
    """PolNeAR dev, run by run."""
    data = rows(SHARED / "data/attribution/polnear_dev.jsonl")
    readings = _readings(data, language)
    runs = [[spans_counted(row, spans) for row, spans in zip(data, _tagged(readings, t), strict=True)] for t in taggers.values()]
    scores: dict[str, Score] = {f"{label}, exact": f1(f"{label} hit", f"{label} predicted", f"{label} hit", f"{label} gold") for label in LABELS}
    scores["source and content linked"] = f1("link right", "link predicted", "link found", "link gold")
    made = []
    for name, score in scores.items():
        mean, least, most = of_runs(runs, score)
        made.append((name, mean, shown(least, most), shown(*interval(runs, score))))
    return Table(
        name="runs_polnear",
        title=f"Attribution on PolNeAR dev, {len(data)} articles, F1 over {_of(taggers)}, int8",
        command=COMMAND,
        columns=("", "mean", "over runs", "95 % over articles"),
        rows=tuple(made),
        notes=(
            "PolNeAR states no licence; its texts are read in place and no word of them is in the package.",
            "News of the US campaign of 2016 alone.",
            "Runs differ in their seed, and in what training/runs.jsonl says of each.",
        ),
        data={"runs": list(taggers)},
    )


def gum(taggers: Mapping[str, OnnxTagger], language: LanguageModel) -> Table:
    """GUM's attribution units by genre."""
    data = [row for part in ("train", "dev") for row in rows(SHARED / f"data/entities/gum_{part}.jsonl")]
    readings = _readings(data, language)
    gold = [list(units(row)) for row in data]
    runs = [
        [counted(row["text"], want, groups(spans)) for row, want, spans in zip(data, gold, _tagged(readings, t), strict=True)]
        for t in taggers.values()
    ]
    stage = [counted(row["text"], want, ours) for row, want, ours in zip(data, gold, whole_stage(readings, OnnxTagger(HOME)), strict=True)]
    by_genre: dict[str, list[int]] = {}
    for n, row in enumerate(data):
        by_genre.setdefault(row["genre"], []).append(n)
    made = [_genre_row(genre, [[run[n] for n in held] for run in runs], [stage[n] for n in held]) for genre, held in by_genre.items()]
    made.sort(key=lambda row: -float(row[5]))
    made.append(_genre_row("all", runs, stage))
    return Table(
        name="genres_gum",
        title=f"GUM's attribution units by genre, train and dev, {_of(taggers)}, int8",
        command=COMMAND,
        columns=("genre", "articles", "units", "precision", "recall", "F1", "over runs", "95 % over articles", "edge of found", "whole stage F1"),
        rows=tuple(made),
        notes=(
            "No attribution model of ours was trained on GUM (annotations CC BY 4.0).",
            "GUM marks clauses alone: precision is a lower bound. It marks every 'I think', which PolNeAR, where nothing nests, does not.",
            "The last column is grammar and encoder together, as the shipped stage has them, of the shipped model.",
        ),
        data={"runs": list(taggers)},
    )  # fmt: skip


def _genre_row(genre: str, runs: Sequence[Sequence[Counts]], stage: Sequence[Counts]) -> tuple[str | float, ...]:
    mean, least, most = of_runs(runs, UNITS)
    precision, recall, edge = (of_runs(runs, rate(*pair))[0] for pair in (("right", "predicted"), ("found", "gold"), ("edge", "found")))
    spread, drawn = shown(least, most), shown(*interval(runs, UNITS))
    articles, gold = len(stage), int(sum(c["gold"] for c in stage))
    return (genre, articles, gold, precision, recall, mean, spread, drawn, edge, of_runs([stage], UNITS)[0])


def genre_of(text: str, fields: Mapping[str, str | None]) -> str:
    """The genre of an annotated article: by the field that g5 gives texts that begin so, else it is BASIL's."""
    opening = text[:_OPENING]
    return _FIELDS.get(fields[opening] or "", "business, people, no field given") if opening in fields else "US politics"


def stories(taggers: Mapping[str, OnnxTagger], language: LanguageModel) -> Table:
    """Origins and chains of the annotated training stories by genre, through the whole product."""
    gold, articles = SHARED / "gold/train", SHARED / "gold/articles_train.jsonl"
    fields = {row["text"][:_OPENING]: row["category"] for row in rows(SHARED / "data/stories/g5.jsonl")}
    of_story = {row["id"].split("/")[0]: genre_of(row["text"], fields) for row in rows(articles)}
    files = sorted(gold.glob("*.json"))
    runs = []
    with tempfile.TemporaryDirectory() as folder:
        for tagger in taggers.values():
            desk = Desk(standard(replace(shipped(), language=language, tagger=tagger)), Settings(), {})
            dossiers = desk.check(desk.take([str(articles)]))
            said = Path(folder) / "dossiers.json"
            said.write_text(json.dumps([desk.document(d) for d in dossiers]), encoding="utf-8")
            runs.append([_story_counts(file, articles, said) for file in files])
    by_genre: dict[str, list[int]] = {}
    for n, file in enumerate(files):
        by_genre.setdefault(of_story[file.stem], []).append(n)
    made = [_story_row(genre, [[run[n] for n in held] for run in runs]) for genre, held in sorted(by_genre.items(), key=lambda g: -len(g[1]))]
    made.append(_story_row("all", runs))
    return Table(
        name="genres_stories",
        title=f"Origins and chains of annotated stories by genre (gold/train), {_of(taggers)}",
        command=COMMAND,
        columns=("genre", "stories", "mentions", "origin", "over runs", "95 % over stories", "chain", "over runs ", "95 % over stories "),
        rows=tuple(made),
        notes=(
            "The stories that everything was tuned on: upper bounds.",
            "Genres are the fields that g5 gives its stories; all of BASIL is US politics.",
        ),
        data={"runs": list(taggers)},
    )


def _story_counts(file: Path, articles: Path, said: Path) -> Counts:
    mentions = sum(len(claim["mentions"]) for claim in json.loads(file.read_text(encoding="utf-8"))["claims"])
    scores = scorer("gold", file.parent, articles, said, file.name)
    return {"mentions": mentions, "origin": scores["origin"] * mentions / 100, "chain": scores["chain"] * mentions / 100}


def _story_row(genre: str, runs: Sequence[Sequence[Counts]]) -> tuple[str | float, ...]:
    row: list[str | float] = [genre, len(runs[0]), int(sum(c["mentions"] for c in runs[0]))]
    for what in ("origin", "chain"):
        score = rate(what, "mentions")
        mean, least, most = of_runs(runs, score)
        row += [mean, shown(least, most), shown(*interval(runs, score))]
    return tuple(row)


def _of(taggers: Mapping[str, OnnxTagger]) -> str:
    return f"{len(taggers)} run{'s' if len(taggers) > 1 else ''} ({', '.join(taggers)})"


def main() -> None:
    """Measure, print and keep the three tables."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.tables.genres", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="*", type=Path, default=[HOME])
    asked = parser.parse_args()
    opened = [OnnxTagger(folder) for folder in asked.folder]
    taggers = {tagger.card.made: tagger for tagger in opened}
    if len(taggers) < len(opened):
        parser.error("two folders hold one run")
    language = Remembering(SpacyModel())
    for table in (polnear, gum, stories):
        keep(table(taggers, language))


if __name__ == "__main__":
    main()
