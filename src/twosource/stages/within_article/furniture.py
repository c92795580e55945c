"""Furniture: page parts that are not the news, by their form and place."""

from collections.abc import Iterable, Sequence

from twosource.domain.finding import Finding, Observation
from twosource.domain.furniture import Furniture, Headline
from twosource.domain.reading import Reading


class Furnitures:
    """Page parts that are not the news, by their form and place."""

    name = "furniture"
    needs: tuple[type[Finding], ...] = ()
    makes: tuple[type[Finding], ...] = (Furniture, Headline)

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        return [() for _ in readings]
