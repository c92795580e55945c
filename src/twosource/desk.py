"""The library's front: articles in, dossiers out."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from os import PathLike, fspath
from typing import Any, BinaryIO

from twosource import __version__
from twosource.comparison.answers.changes import changes
from twosource.domain.article import Article
from twosource.domain.decision import Decision
from twosource.domain.problem import Problem
from twosource.domain.reading import Dossier, Earlier
from twosource.domain.story import Story
from twosource.errors import NothingReadError, UsageError
from twosource.inference.shipped import shipped
from twosource.intake import Intake, admitted
from twosource.pipeline import Pipeline, standard, unwatched
from twosource.readers import answers
from twosource.readers.decisions import decided
from twosource.readers.given import Given
from twosource.readers.inputs import read
from twosource.readers.own import own
from twosource.settings import Settings
from twosource.writers.changes import told
from twosource.writers.document import document

Watch = Callable[[str, int, float], None]
Input = str | PathLike[str] | Article | Mapping[str, Any]
"""A path, or an article of the caller's own: as a value, or as a mapping with the fields of a row of JSON lines."""
Told = str | PathLike[str] | Sequence[Mapping[str, Any]]
"""An earlier answer: its file, or the list that it is."""


@cache
def _shipped() -> tuple[Pipeline, Mapping[str, str]]:
    """The shipped stages and the digests of their models, opened once a process: a program asks again and again."""
    models = shipped()
    return standard(models), models.digests


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
        return (self._given, self._models) if self._given is not None else _shipped()

    @property
    def made_by(self) -> dict[str, Any]:
        """What made the dossiers: this version, and the models by name and SHA-256."""
        return {"twosource": __version__, "models": dict(self._opened[1])}

    @property
    def steps(self) -> int:
        """How many stages every article goes through."""
        pipeline, _ = self._opened
        return len(pipeline.within_article) + 1 + len(pipeline.across_articles)

    @classmethod
    def open(cls, settings: Settings | None = None) -> "Desk":
        """A desk with the shipped stages and models; what cannot be read is told before the models are loaded."""
        return cls(None, settings or Settings(), {})

    def take(
        self,
        inputs: Sequence[Input],
        given: Given | None = None,
        standard_input: BinaryIO | None = None,
        since: Told | None = None,
        decisions: Sequence[Decision] = (),
    ) -> Intake:
        """Take in articles; doubles, and articles that are not in English, become problems.

        Args:
            inputs: .txt, .html, .mhtml, .json, .jsonl and .csv files, folders of them, "-" for standard input, or articles of the
                caller's own: Article values, or mappings with the fields of a row of JSON lines.
            given: what is known of the articles and not said in them.
            standard_input: what "-" stands for.
            since: an earlier answer to go on with, or the file of it. Its articles are taken in again, but for those of which an input is a
                later version: one of the same address, or of the same file and id.
            decisions: what a person decided about which articles are one story; names that no article here has are passed over.

        Raises:
            UsageError: if there is no input, one is none of these, ``given`` names an article that is not there, ``since`` is no answer,
                or not all decisions can be kept.
        """
        if not inputs and since is None:
            raise UsageError("nothing to read: name at least one PATH (a file or a folder), or an earlier answer with --since")
        earlier = answers.earlier(since) if since is not None else None
        rows = [row for number, one in enumerate(inputs) for row in self._rows(one, number, standard_input)]
        return admitted(rows, given or Given(), earlier, decisions)

    def _rows(self, one: Input, number: int, standard_input: BinaryIO | None) -> Iterable[Article | Problem]:
        if isinstance(one, Article | Mapping):
            return own(one, number, self._settings)
        if isinstance(one, str | PathLike):
            return read([fspath(one)], self._settings, standard_input)
        raise UsageError(f"{type(one).__name__} is no input: give paths, Article values or mappings, those of a list apart, as in check(*articles)")

    def check(self, intake: Intake, watch: Watch | None = None) -> list[Dossier]:
        """Read the articles and compare those of one story: one dossier a story, that of the most articles first.

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
        stories = sorted(pipeline.group(readings, intake.known, seen, intake.decisions), key=lambda s: (-len(s.articles), s.title, s.id))
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
        return pipeline.group(pipeline.read(intake.readings, seen), intake.known, seen, intake.decisions)

    def take_all(
        self,
        given: Sequence[Input],
        published: str | Mapping[str, str] | None = None,
        outlet: Mapping[str, str] | None = None,
        since: Told | None = None,
        stories: str | None = None,
    ) -> Intake:
        """Take in what the functions of ``twosource`` are given; where nothing can be read, that is an error there.

        Raises:
            UsageError: as ``take`` does, and if the file of decisions is none.
            NothingReadError: if no input gave an article.
        """
        of = published if isinstance(published, Mapping) else {}
        known = Given(published if isinstance(published, str) else None, of, outlet or {})
        intake = self.take(given, known, since=since, decisions=decided(stories) if stories is not None else ())
        if not intake.readings:
            raise NothingReadError(intake.problems)
        return intake

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


def _told_before(intake: Intake, made_by: dict[str, Any]) -> Earlier | None:
    """The claims of the earlier answer, if it was made by the same version and models; what others read is read anew."""
    if intake.earlier is None or intake.earlier.made_by != json.dumps(made_by, sort_keys=True):
        return None
    claims = tuple(c.statements for story in intake.earlier.stories for c in story.claims)
    return Earlier(frozenset(a.id for a in intake.earlier.articles), claims)
