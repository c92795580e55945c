"""The library's front: articles in, dossiers out."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, BinaryIO

from twosource import __version__
from twosource.comparison.answers.changes import changes
from twosource.comparison.stories.deciding import checked
from twosource.domain.answer import Answer
from twosource.domain.article import Article
from twosource.domain.decision import Decision
from twosource.domain.problem import Problem
from twosource.domain.reading import Dossier, Earlier, Reading
from twosource.domain.story import Story
from twosource.errors import NothingReadError, UsageError
from twosource.grammar.dates.dateline import printed
from twosource.inference.shipped import shipped
from twosource.pipeline import Pipeline, standard, unwatched
from twosource.readers import answers
from twosource.readers.encoding import encodable
from twosource.readers.given import Given, called
from twosource.readers.inputs import read
from twosource.readers.languages import english
from twosource.settings import Settings
from twosource.writers.changes import told
from twosource.writers.document import document

Watch = Callable[[str, int, float], None]


@dataclass(frozen=True, slots=True)
class Intake:
    """Articles that were read in, and the problems of inputs that gave none.

    Attributes:
        readings: one for each article, without observations yet; its own problems lie in it.
        problems: what could not be read in, and why.
        earlier: the answer that is gone on with, where there is one; its articles are among the readings.
        replaced: for each article of the earlier answer that a later version stands for, the id of that version.
        decisions: what a person decided about which articles are one story, with the ids of those that are here.
    """

    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...] = ()
    earlier: Answer | None = None
    replaced: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()

    @property
    def names(self) -> set[str]:
        """What the articles can be called by."""
        return {name for r in self.readings for name in called(r.article)}


class Desk:
    """Takes articles in, reads them, and compares those of one story.

    Args:
        pipeline: the stages; without it the shipped ones, opened with their models when there is something to read.
        settings: bounds on what is read.
        models: name and SHA-256 of each model in the pipeline.
    """

    def __init__(self, pipeline: Pipeline | None, settings: Settings, models: Mapping[str, str]) -> None:
        self._given = pipeline
        self._settings = settings
        self._models = models

    @cached_property
    def _opened(self) -> tuple[Pipeline, Mapping[str, str]]:
        if self._given is not None:
            return self._given, self._models
        models = shipped()
        return standard(models), models.digests

    @property
    def made_by(self) -> dict[str, Any]:
        """What made the dossiers: this version, and the models by name and SHA-256."""
        return {"twosource": __version__, "models": dict(self._opened[1])}

    @classmethod
    def open(cls, settings: Settings | None = None) -> "Desk":
        """A desk with the shipped stages and models; what cannot be read is told before the models are loaded."""
        return cls(None, settings or Settings(), {})

    def take(
        self,
        inputs: Sequence[str | Article],
        given: Given | None = None,
        standard_input: BinaryIO | None = None,
        since: str | None = None,
        decisions: Sequence[Decision] = (),
    ) -> Intake:
        """Take in articles; doubles, and articles that are not in English, become problems.

        Args:
            inputs: .txt, .html and .jsonl files, folders of them, "-" for standard input, or articles of the caller's own.
            given: what is known of the articles and not said in them.
            standard_input: what "-" stands for.
            since: the file of an earlier answer to go on with. Its articles are taken in again, but for those of which an input is a
                later version: one of the same address, or of the same file and id.
            decisions: what a person decided about which articles are one story; names that no article here has are passed over.

        Raises:
            UsageError: if there is no input, ``given`` names an article that is not there, ``since`` is no answer, or not all decisions can be kept.
        """
        if not inputs and since is None:
            raise UsageError("nothing to read: name at least one PATH (a file or a folder), or an earlier answer with --since")
        earlier = answers.earlier(since) if since is not None else None
        rows: list[Article | Problem] = [row for one in inputs for row in self._rows(one, standard_input)]
        articles = [row for row in rows if isinstance(row, Article)]
        replaced = _replaced(earlier.articles, articles) if earlier else {}
        if earlier is not None:
            here = {article.id for article in articles}
            articles = [*(a for a in earlier.articles if a.id not in replaced and a.id not in here), *articles]
        given = given or Given()
        if articles and (unknown := given.unknown(articles)):
            raise UsageError(f"no article is named {', '.join(map(repr, unknown))}: names are ids, paths or file names of the articles given")
        pairs = [(article, given.applied(article)) for article in articles]
        intake = _admitted(pairs, [row for row in rows if isinstance(row, Problem)])
        renamed = {before.id: after.id for before, after in pairs}
        later = {old: renamed[new] for old, new in replaced.items()} | {old: new for old, new in renamed.items() if earlier and old != new}
        return replace(intake, earlier=earlier, replaced=later, decisions=_decided(decisions, intake))

    def _rows(self, one: str | Article, standard_input: BinaryIO | None) -> Iterable[Article | Problem]:
        rows = (one,) if isinstance(one, Article) else read([one], self._settings, standard_input)
        return (_with_printed_day(row) if isinstance(row, Article) else row for row in rows)

    def check(self, intake: Intake, watch: Watch | None = None) -> list[Dossier]:
        """Read the articles and compare those of one story: one dossier a story.

        Problems of inputs that gave no article stand in the first dossier, so that none is lost and none counted twice.

        Args:
            intake: what ``take`` gave.
            watch: told after each step: stage name, number of articles, seconds.

        Raises:
            ModelError: if a model is missing.
        """
        if not intake.readings:
            return []
        seen = watch or unwatched
        pipeline, _ = self._opened
        readings = pipeline.read(intake.readings, seen)
        stories = pipeline.group(readings, _known(intake), seen, intake.decisions)
        earlier = _told_before(intake, self.made_by)
        dossiers = [pipeline.compare(story, readings, seen, earlier) for story in stories]
        return [replace(dossiers[0], problems=dossiers[0].problems + intake.problems), *dossiers[1:]]

    def group(self, intake: Intake, watch: Watch | None = None) -> list[Story]:
        """Read the articles and put them into stories, with the reasons, without comparing them.

        Raises:
            ModelError: if a model is missing.
        """
        if not intake.readings:
            return []
        seen = watch or unwatched
        pipeline, _ = self._opened
        return pipeline.group(pipeline.read(intake.readings, seen), _known(intake), seen, intake.decisions)

    def check_all(
        self,
        given: Sequence[str | Article],
        published: str | Mapping[str, str] | None = None,
        outlet: Mapping[str, str] | None = None,
    ) -> list[Dossier]:
        """Take in and check in one; what ``twosource.check`` does.

        Raises:
            UsageError: as ``take`` does.
            NothingReadError: if no input gave an article.
            ModelError: if a model is missing.
        """
        of = published if isinstance(published, Mapping) else {}
        known = Given(published if isinstance(published, str) else None, of, outlet or {})
        intake = self.take(given, known)
        if not intake.readings:
            raise NothingReadError(intake.problems)
        return self.check(intake)

    def document(self, dossier: Dossier) -> dict[str, Any]:
        """The dossier as the plain values of schema twosource/dossier/1."""
        return document(dossier, self.made_by)

    def documents(self, dossiers: Sequence[Dossier], intake: Intake) -> list[dict[str, Any]]:
        """The dossiers as plain values, each with what it tells otherwise than the earlier answer, where there is one."""
        made = [self.document(dossier) for dossier in dossiers]
        if intake.earlier is None or not made:
            return made
        found = changes(intake.earlier, answers.answer(made), intake.replaced)
        return [{**row, "changes": told(one)} for row, one in zip(made, found, strict=True)]


def _with_printed_day(article: Article) -> Article:
    """The article with the day of publication that a line at its top prints, where nothing else tells it."""
    day = printed(article.text) if article.published is None else None
    return replace(article, published=day, published_from="text") if day is not None else article


def _admitted(pairs: Sequence[tuple[Article, Article]], problems: Sequence[Problem]) -> Intake:
    """Sort out what cannot be compared.

    Args:
        pairs: each article as the reader made it, whose id its problems name, and as it goes on.
        problems: of the readers.
    """
    renamed = {before.id: after.id for before, after in pairs}
    rows: list[Problem] = []
    kept: list[Article] = []
    for _, article in pairs:
        judged = _judged(article)
        if isinstance(judged, Problem):
            rows.append(judged)
        else:
            kept.append(judged)
    singles, doubles = _singled(kept)
    known = {article.id for article in singles}
    own: dict[str, list[Problem]] = {id_: [] for id_ in known}
    for row in (*problems, *doubles):
        after = renamed.get(row.article or "", row.article)
        if after in own:
            own[after].append(replace(row, article=after))
        else:
            rows.append(replace(row, article=None))
    for article in singles:
        if article.published is None:
            own[article.id].append(_undated(article))
    return Intake(tuple(Reading(article, (), tuple(own[article.id])) for article in singles), tuple(rows))


def _replaced(before: Sequence[Article], now: Sequence[Article]) -> dict[str, str]:
    """For each earlier article of which one given now is a later version, that one's id.

    A version has the address of the other; or its file, its id there and its outlet.
    """
    by_url = {a.url: a.id for a in now if a.url}
    by_place = {(a.path, a.ref, a.outlet): a.id for a in now if a.path}
    found = {a.id: by_url.get(a.url or "") or by_place.get((a.path or "", a.ref, a.outlet)) for a in before}
    return {old: new for old, new in found.items() if new is not None and new != old}


def _decided(decisions: Sequence[Decision], intake: Intake) -> tuple[Decision, ...]:
    """The decisions with the articles they name; refused where they cannot all be kept, whether those are here or not."""
    checked([replace(d, articles=d.names) for d in decisions])
    by_name: dict[str, list[str]] = {}
    for reading in intake.readings:
        for name in dict.fromkeys(called(reading.article)):
            by_name.setdefault(name, []).append(reading.article.id)
    found = [replace(d, articles=tuple(sorted({a for n in d.names for a in by_name.get(n, ())}))) for d in decisions]
    checked(found, {r.article.id: r.article.ref for r in intake.readings})
    return tuple(found)


def _told_before(intake: Intake, made_by: dict[str, Any]) -> Earlier | None:
    """The claims of the earlier answer, if it was made by the same version and models; what others read is read anew."""
    if intake.earlier is None or intake.earlier.made_by != json.dumps(made_by, sort_keys=True):
        return None
    claims = tuple(c.statements for story in intake.earlier.stories for c in story.claims)
    return Earlier(frozenset(a.id for a in intake.earlier.articles), claims)


def _known(intake: Intake) -> list[Story]:
    """The stories of the earlier answer with the articles that are left of them, later versions in place of earlier ones."""
    here = {r.article.id for r in intake.readings}
    stories = []
    for told_story in intake.earlier.stories if intake.earlier else ():
        story = told_story.story
        basis = tuple(sorted({now for a in story.articles if (now := intake.replaced.get(a, a)) in here}))
        if basis:
            stories.append(replace(story, basis=basis))
    return stories


def _judged(article: Article) -> Article | Problem:
    """The article when it can be read here; a declared language is believed, an undeclared one tested."""
    if not encodable(article.text):
        message = f"{article.ref} holds half a character (a lone surrogate such as \\ud800), which is no text: mend the program that made it."
        return Problem(kind="encoding", path=article.path, message=message)
    declared = article.language.lower().partition("-")[0].partition("_")[0]
    if declared == "und" and english(article.text):
        return replace(article, language="en")
    if declared in ("en", "eng", "english"):
        return article
    said = f"declared as {article.language[:20]!r}" if declared != "und" else "by its words"
    message = f"{article.ref} is not in English ({said}) and was not read; translate it, or declare it as English if it is."
    return Problem(kind="language", path=article.path, message=message)


def _singled(articles: Sequence[Article]) -> tuple[list[Article], list[Problem]]:
    """Each article once: one text of one outlet is one article however often it is given; one of an unknown outlet is
    taken for the same as that text with a known one. Of doubles the one that says most of itself is kept, whatever the order."""
    by_text: dict[str, list[Article]] = {}
    for article in articles:
        by_text.setdefault(" ".join(article.text.split()), []).append(article)
    keep: dict[int, Article] = {}
    rows: list[Problem] = []
    for same in by_text.values():
        outlets: list[str | None] = [*sorted({a.outlet for a in same if a.outlet})] or [None]
        chosen = {o: min((a for a in same if a.outlet == o), key=_says_least) for o in outlets}
        kept = [id(a) for a in chosen.values()]
        for article in same:
            if id(article) in kept:
                keep[id(article)] = article
                continue
            first = chosen.get(article.outlet) or chosen[outlets[0]]
            message = f"{article.ref} has the same text as {first.ref} and was counted once; name the outlets (--outlet) if two of them ran it."
            rows.append(Problem(kind="duplicate", article=first.id, path=article.path, message=message))
    return [a for a in articles if id(a) in keep], rows


def _says_least(article: Article) -> tuple[bool, str, bool, str]:
    return (article.published is None, article.published or "", article.url is None, article.ref)


def _undated(article: Article) -> Problem:
    message = f"{article.ref} has no publication date, so that words such as 'on Sunday' stay open; give it with --published."
    return Problem(kind="no-publication-date", article=article.id, path=article.path, message=message)
