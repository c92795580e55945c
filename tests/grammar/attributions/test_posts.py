"""Posts that a page embeds, and who wrote them."""

import pytest

from twosource.domain.span import Span
from twosource.grammar.attributions.posts import posts


def written(*paragraphs: str) -> list[tuple[str, str]]:
    """(writer, words) of the posts in these paragraphs."""
    text = "\n\n".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return [(one.source[0].of(text), one.content[0].of(text)) for one in posts(text, spans)]


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        (("The pier is gone. — Anna Lund (@annalund) May 3, 2019",), [("Anna Lund", "The pier is gone. ")]),
        (("One. — Ann Lee (@annlee) Two. — Odo Berg (@odo)",), [("Ann Lee", "One. "), ("Odo Berg", " Two. ")]),
        (("Storm hits the pier", "— Norwatch Group (@norwatch) May 13, 2014"), [("Norwatch Group", "Storm hits the pier")]),
        (("Storm hits the pier", "â€” Norwatch (@norwatch) May 13, 2014"), [("Norwatch", "Storm hits the pier")]),
        (("The storm is over.", "— Ann Lee (@annlee)"), []),
        (("— Ann Lee (@annlee) May 3, 2019", "— Ann Lee (@annlee) May 3, 2019"), []),
        (("Twitter: Odo Berg - The pier is gone.",), [("Odo Berg", "The pier is gone.")]),
        (("Weather: Odo Berg - The pier is gone.",), []),
    ],
)
def test_posts(paragraphs: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    assert written(*paragraphs) == found
