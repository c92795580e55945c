"""Plain text: one article a file."""

from collections.abc import Iterator

from twosource.domain.article import Article
from twosource.domain.problem import Problem
from twosource.readers.encoding import empty, too_long, whole
from twosource.readers.reader import Source
from twosource.readers.unfetched import are_addresses, not_fetched
from twosource.settings import Settings


class Text:
    """The text as it stands in the file; nothing else is known of the article."""

    name = "text"
    suffixes: tuple[str, ...] = (".txt",)

    def recognises(self, opening: bytes) -> bool:
        return True

    def read(self, source: Source, settings: Settings) -> Iterator[Article | Problem]:
        data = source.stream.read(settings.largest_text + 1)
        if len(data) > settings.largest_text:
            yield too_long(source.name, settings.longest_article)
            return
        text = whole(data, source.name)
        if isinstance(text, Problem):
            yield text
        elif not text.strip():
            yield empty(source.name)
        elif are_addresses(text):
            yield not_fetched(source.name, many=True)
        elif len(text) > settings.longest_article:
            yield too_long(source.name, settings.longest_article)
        else:
            yield Article(ref=source.name, path=source.name, text=text, language="und")
