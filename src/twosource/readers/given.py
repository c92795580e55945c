"""What the caller knows of articles that their files do not say."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from twosource.domain.article import Article
from twosource.errors import UsageError
from twosource.readers.days import day


@dataclass(frozen=True, slots=True)
class Given:
    """Days of publication and outlets, by the name of an article: its id, its path, its file's name, that without the suffix, or its address.

    Attributes:
        published: day for every article that has none of its own.
        published_of, outlet_of: for the articles of a name; they win over what the input says.

    Raises:
        UsageError: if a day is none.
    """

    published: str | None = None
    published_of: Mapping[str, str] = field(default_factory=dict)
    outlet_of: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for written in (self.published, *self.published_of.values()):
            if written is not None and day(written) is None:
                raise UsageError(f"{written!r} names no day of publication: write it as 2024-01-22")

    def applied(self, article: Article) -> Article:
        """The article with what is given for it."""
        names = called(article)
        own = next((self.published_of[n] for n in names if n in self.published_of), None)
        published = own or article.published or self.published
        outlet = next((self.outlet_of[n] for n in names if n in self.outlet_of), article.outlet)
        if published is None or (own is None and article.published is not None):
            return article if outlet == article.outlet else replace(article, outlet=outlet)
        return replace(article, outlet=outlet, published=day(published), published_from="given")

    def unknown(self, articles: "list[Article]") -> list[str]:
        """Names that are given, and that no article has."""
        had = {name for article in articles for name in called(article)}
        return sorted({*self.published_of, *self.outlet_of} - had)


def called(article: Article) -> tuple[str, ...]:
    """Every name of an article: its id, path, file's name, that without the suffix, and its address."""
    path = PurePath(article.path or article.ref)
    return (article.ref, article.path or article.ref, path.name, path.stem, *filter(None, (article.url,)))
