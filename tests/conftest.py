"""What tests share: the models opened once a session, and articles read through the shipped pipeline."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from twosource.domain.article import Article
from twosource.domain.reading import Dossier, Reading
from twosource.inference.model import LanguageModel
from twosource.inference.shipped import Models, shipped
from twosource.pipeline import Pipeline, standard

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture(scope="session")
def models() -> Models:
    return shipped()


@pytest.fixture(scope="session")
def model(models: Models) -> LanguageModel:
    return models.language


@pytest.fixture(scope="session")
def pipeline(models: Models) -> Pipeline:
    return standard(models)


@pytest.fixture(scope="session")
def read(pipeline: Pipeline) -> Callable[..., Reading]:
    """Read one text through the within-article stages: ``read(text, published="2024-01-22", outlet=...)``."""

    def _read(text: str, **fields: Any) -> Reading:
        return pipeline.read([Reading(Article(ref=fields.pop("ref", "x"), text=text, **fields))])[0]

    return _read


@pytest.fixture(scope="session")
def compare(pipeline: Pipeline) -> Callable[..., Dossier]:
    """One dossier of several texts, taken as one story: ``compare(text, text, ...)`` or of Article values."""

    def _compare(*articles: str | Article) -> Dossier:
        made = [a if isinstance(a, Article) else Article(ref=f"x{n}", text=a) for n, a in enumerate(articles)]
        readings = pipeline.read([Reading(a) for a in made])
        stories = pipeline.group(readings)
        assert len(stories) == 1, [s.title for s in stories]
        return pipeline.compare(stories[0], readings)

    return _compare


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared data beside the checkout; its tests skip without it, but not in CI."""
    if SHARED.is_dir():
        return SHARED
    if os.environ.get("CI") == "true":
        pytest.fail("../shared is absent, and in CI it must be there")
    pytest.skip("../shared (annotated data) is not beside this checkout")
