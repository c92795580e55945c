"""The way of an article, as lists one can read: within articles, into stories, across articles."""

import time
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace

from twosource.domain.decision import Decision
from twosource.domain.finding import Conclusion, Finding, Observation, Working
from twosource.domain.likeness import Likeness
from twosource.domain.problem import Problem
from twosource.domain.reading import Dossier, Earlier, Reading
from twosource.domain.story import Story
from twosource.inference.shipped import Models
from twosource.inference.threads import one_thread
from twosource.stages.across_articles.claims import Claims
from twosource.stages.across_articles.conflicts import Conflicts
from twosource.stages.across_articles.copies import Copies
from twosource.stages.across_articles.events import Events as EventsAcross
from twosource.stages.across_articles.independence import Independences
from twosource.stages.across_articles.likenesses import Likenesses
from twosource.stages.across_articles.parties import Parties as PartiesAcross
from twosource.stages.across_articles.quotations import Quotations
from twosource.stages.across_articles.timeline import Timeline
from twosource.stages.into_stories.stories import Stories
from twosource.stages.stage import AcrossArticles, IntoStories, Stage, WithinArticle, check_order
from twosource.stages.within_article.attributions import Attributions
from twosource.stages.within_article.chains import Chains
from twosource.stages.within_article.clauses import Clauses
from twosource.stages.within_article.dates import Dates
from twosource.stages.within_article.events import Events
from twosource.stages.within_article.factuality import Factualities
from twosource.stages.within_article.furniture import Furnitures
from twosource.stages.within_article.parties import Parties
from twosource.stages.within_article.quantities import Quantities
from twosource.stages.within_article.sentences import Sentences

Watch = Callable[[str, int, float], None]
"""Told after each step: what ran ("within article: parties"), on how many articles, and the seconds it took."""


def unwatched(stage: str, articles: int, seconds: float) -> None:
    """A watch that looks away."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The stages in their order.

    Raises:
        StageOrderError: if a stage needs what none before it makes.
    """

    within_article: tuple[WithinArticle, ...]
    into_stories: IntoStories
    across_articles: tuple[AcrossArticles, ...]

    def __post_init__(self) -> None:
        stages: list[Stage] = [*self.within_article, self.into_stories, *self.across_articles]
        check_order(stages)

    @one_thread()
    def read(self, readings: Sequence[Reading], watch: Watch = unwatched) -> list[Reading]:
        """Run the within-article stages; a stage that fails on an article leaves a Problem row there, never a traceback."""
        done = list(readings)
        for stage in self.within_article:
            began = time.perf_counter()
            done = _observed(stage, done)
            watch(f"within article: {stage.name}", len(done), time.perf_counter() - began)
        return done

    @one_thread()
    def group(
        self, readings: Sequence[Reading], known: Sequence[Story] = (), watch: Watch = unwatched, decisions: Sequence[Decision] = ()
    ) -> list[Story]:
        """Put the articles into stories; ``known`` ones may grow, and what a person decided holds above all."""
        began = time.perf_counter()
        stories = list(self.into_stories.run(readings, known, decisions))
        watch(f"into stories: {self.into_stories.name}", len(readings), time.perf_counter() - began)
        return stories

    @one_thread()
    def compare(self, story: Story, readings: Sequence[Reading], watch: Watch = unwatched, earlier: Earlier | None = None) -> Dossier:
        """Run the across-article stages on one story; readings are put in the order of publication, then id.

        Where something was told of it ``earlier``, only what hangs on the later articles is told otherwise.
        """
        mine = [r for r in readings if r.article.id in set(story.articles)]
        mine.sort(key=lambda r: (r.article.published or "9999", r.article.id))
        dossier = Dossier(story=story, readings=tuple(mine), problems=tuple(p for r in mine for p in r.problems), earlier=earlier)
        if earlier is not None and 0 < len(before := [r for r in mine if r.article.id in earlier.articles]) < len(mine):
            then = self._compared(replace(dossier, readings=tuple(before)), watch, Likeness)
            dossier = replace(dossier, earlier=replace(earlier, conclusions=then.conclusions))
        return self._compared(dossier, watch)

    def _compared(self, dossier: Dossier, watch: Watch, until: type[Conclusion] | None = None) -> Dossier:
        """The dossier with what the stages conclude, up to the one that makes findings of the kind ``until``."""
        for n, stage in enumerate(self.across_articles, 1):
            began = time.perf_counter()
            last = until in stage.makes
            needed = {kind for later in self.across_articles[n:] for kind in later.needs if not last}
            dossier = _put_away(dossier.with_(stage.run(dossier)), needed)
            watch(f"across articles: {stage.name}", len(dossier.readings), time.perf_counter() - began)
            if last:
                break
        return dossier


def _put_away(dossier: Dossier, needed: Container[type[Finding]]) -> Dossier:
    """The dossier without what was worked out for stages that are done: it is much more than what is concluded."""
    return replace(dossier, conclusions=tuple(c for c in dossier.conclusions if not isinstance(c, Working) or type(c) in needed))


def _observed(stage: WithinArticle, readings: list[Reading]) -> list[Reading]:
    try:
        made: Iterable[tuple[Observation, ...]] = list(stage.run(readings))
    except Exception:  # hostile text must cost one article, not the run: find which, and say so there
        if len(readings) > 1:
            return [one for reading in readings for one in _observed(stage, [reading])]
        return [_failed(stage.name, readings[0])]
    return [reading.with_(new) for reading, new in zip(readings, made, strict=True)]


def _failed(stage: str, reading: Reading) -> Reading:
    article = reading.article
    row = Problem(
        kind="stage-failed",
        message=f"the stage {stage!r} could not read this article; its findings are missing. Please report it with the text.",
        article=article.id,
        path=article.path,
    )
    return replace(reading, problems=(*reading.problems, row))


def standard(models: Models) -> Pipeline:
    """The shipped order."""
    return Pipeline(
        within_article=(
            Furnitures(),
            Sentences(models.language),
            Parties(),
            Attributions(models.tagger),
            Clauses(),
            Chains(),
            Dates(),
            Quantities(),
            Factualities(),
            Events(models.relater),
        ),
        into_stories=Stories(),
        across_articles=(
            PartiesAcross(),
            Copies(),
            Quotations(),
            EventsAcross(),
            Likenesses(),
            Claims(),
            Conflicts(),
            Independences(),
            Timeline(),
        ),
    )
