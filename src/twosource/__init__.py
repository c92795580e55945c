"""twosource reads news articles and tells, for every claim, who says so and on how many independent parties it rests."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from twosource.domain.article import Article
from twosource.domain.claim import Claim, Independence
from twosource.domain.conflict import Conflict
from twosource.domain.event import Event
from twosource.domain.party import Party
from twosource.domain.problem import Problem
from twosource.domain.reading import Dossier, Reading
from twosource.domain.span import Span
from twosource.domain.statement import Statement
from twosource.errors import NothingReadError, TwosourceError, UsageError
from twosource.settings import Settings

if TYPE_CHECKING:
    from twosource.desk import Input, Told

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Claim",
    "Conflict",
    "Dossier",
    "Event",
    "Independence",
    "NothingReadError",
    "Party",
    "Problem",
    "Reading",
    "Settings",
    "Span",
    "Statement",
    "TwosourceError",
    "UsageError",
    "__version__",
    "answer",
    "check",
]


def check(
    *inputs: "Input",
    published: str | Mapping[str, str] | None = None,
    outlet: Mapping[str, str] | None = None,
    since: "Told | None" = None,
    stories: str | None = None,
    settings: Settings | None = None,
) -> list[Dossier]:
    """Read articles and compare those of one happening: one dossier a story.

    Args:
        inputs: paths of .txt, .html, .mhtml, .json, .jsonl and .csv files or of folders, or articles of your own: Article values, or
            mappings with the fields of a row of JSON lines (text, title, published, ...).
        published: day of publication ("2024-01-22") for the files that give none, or by the name of an article
            (its id, path or file name).
        outlet: who published, by the name of an article.
        since: an earlier answer to go on with (what ``answer`` gave, or a file of ``twosource check --json``): its articles are compared too.
        stories: file of decisions about which articles are one story, as ``twosource stories`` writes it.
        settings: bounds on what is read.

    Returns:
        Dossiers; the faults in what was read stand in their ``problems``. Every offset counts Unicode code points
        of its ``article.text``, end exclusive.

    Raises:
        UsageError: if an input is none of these, a day is none, a name names no article, a file is not what it should be, or
            there is nothing to read.
        NothingReadError: if no input gave an article; its ``problems`` say why.
        ModelError: if a language model is missing.
    """
    from twosource.desk import Desk  # noqa: PLC0415  (loads the language model's runtime; a bare import stays fast)

    desk = Desk.open(settings)
    return desk.check(desk.take_all(inputs, published, outlet, since, stories))


def answer(
    *inputs: "Input",
    published: str | Mapping[str, str] | None = None,
    outlet: Mapping[str, str] | None = None,
    since: "Told | None" = None,
    stories: str | None = None,
    settings: Settings | None = None,
) -> list[dict[str, Any]]:
    """What ``twosource check --json`` prints, as plain values: arguments and errors are those of ``check``.

    Returns:
        A dossier a story, of schema twosource/dossier/1 (``data/dossier.schema.json``); with ``since``, each has under
        "changes" what it tells otherwise than the earlier answer, and which words did it.
    """
    from twosource.desk import Desk  # noqa: PLC0415

    desk = Desk.open(settings)
    intake = desk.take_all(inputs, published, outlet, since, stories)
    return desk.documents(desk.check(intake), intake)
