"""The two seed articles, read once a fixture of dates."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from tests.cases.said import Said

from twosource.domain.article import Article
from twosource.domain.reading import Reading
from twosource.pipeline import Pipeline
from twosource.writers.document import document

SEEDS = {"R000": "000_23f38ab0d320b1ba.txt", "R003": "003_a0afdaa795b8d823.txt"}
# Publication dates that are consistent with every weekday in the texts (D1), and ones that test ambiguity (D2, D3) and ignorance (D0).
FIXTURES: dict[str, dict[str, str | None]] = {
    "D0": {"R000": None, "R003": None},
    "D1": {"R000": "2024-01-22", "R003": "2024-01-21"},
    "D2": {"R000": "2024-01-23", "R003": "2024-01-21"},
    "D3": {"R000": "2024-01-22", "R003": "2024-01-17"},
}


@pytest.fixture(scope="session")
def seeds(shared: Path) -> dict[str, str]:
    """The texts as read: UTF-8, no change of line ends."""
    return {ref: (shared / "seeds" / name).read_bytes().decode("utf-8") for ref, name in SEEDS.items()}


@pytest.fixture(scope="session")
def check(pipeline: Pipeline) -> Callable[..., list[Said]]:
    """Dossiers of articles: ``check(Article, ...)``."""

    def _check(*articles: Article) -> list[Said]:
        readings = pipeline.read([Reading(a) for a in articles])
        return [Said(document(pipeline.compare(story, readings), {})) for story in pipeline.group(readings)]

    return _check


@pytest.fixture(scope="session")
def said(seeds: dict[str, str], check: Callable[..., list[Said]]) -> Callable[[str], Said]:
    """The dossier of the two seeds under a fixture of dates: ``said("D1")``."""

    @cache
    def _said(fixture: str) -> Said:
        made = [
            Article(ref=ref, text=text, published=FIXTURES[fixture][ref], published_from="given" if FIXTURES[fixture][ref] else "none")
            for ref, text in seeds.items()
        ]
        dossiers = check(*made)
        assert len(dossiers) == 1, "the two seeds are one story"
        return dossiers[0]

    return _said
