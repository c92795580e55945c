"""All that two statements disagree in."""

from collections.abc import Iterator

from twosource.comparison.conflicts.days import dates
from twosource.comparison.conflicts.localities import localities
from twosource.comparison.conflicts.numbers import quantities
from twosource.comparison.conflicts.said import Parting, Said
from twosource.comparison.conflicts.signs import signs
from twosource.comparison.conflicts.sureness import plans, sureness, taken_up


def partings(a: Said, b: Said, alike: float) -> Iterator[Parting]:
    """All that two statements of two sentences disagree in; ``alike`` is how probable it is that they say one thing, leaving out in what they part.

    Far more pairs seem to disagree than do: each kind asks for typed evidence of its own, tuned on annotated stories.
    """
    if taken_up(a, b):
        yield from plans(a, b)
    if a.statement.sentence == b.statement.sentence:
        return
    yield from signs(a, b, alike)
    yield from quantities(a, b, alike)
    yield from dates(a, b, alike)
    yield from localities(a, b, alike)
    yield from sureness(a, b, alike)
