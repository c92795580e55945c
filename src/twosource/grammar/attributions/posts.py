"""Posts that a page embeds: their words with the name of whoever wrote them, which stands after a dash or after the platform's."""

import re
from collections.abc import Iterator, Sequence

from twosource.domain.span import Span
from twosource.grammar.attributions.utterances import Said
from twosource.reference.lexicon import words

# "— Anna Lund (@annalund) May 3, 2019", and with the dash of a page that was read in the wrong encoding; every repeat is bounded.
_SIGNED = re.compile(r"(?:[—–]|â€[”“]) ?([^()\n—–@]{2,60}?) \(@\w{1,30}\)( [A-Z][a-z]{2,8} \d{1,2}, \d{4})?")
# "Twitter: Anna Lund - The pier is gone."
_LABELLED = re.compile(r"(\w{2,20}): ([A-Z][^\n:–—-]{2,40}) [-–—] (?=\S)")


def posts(text: str, paragraphs: Sequence[Span]) -> Iterator[Said]:
    """What each post says, laid at its writer's door.

    A signature signs what stands before it in its paragraph, and where that is nothing, the paragraph before: if it has a day, since
    without one it may be the reporter's own.

    Args:
        text: the article's text.
        paragraphs: of the article, in order.
    """
    before: Span | None = None
    for paragraph in paragraphs:
        label = _LABELLED.match(text, paragraph.start, paragraph.end)
        if label is not None and label[1].lower() in words("platforms"):
            yield _post(Span(*label.span(2)), Span(label.end(), paragraph.end))
        at = paragraph.start
        for match in _SIGNED.finditer(text, paragraph.start, paragraph.end):
            signed = Span(at, match.start()) if match.start() > at else before if match[2] else None
            if signed is not None:
                yield _post(Span(*match.span(1)), signed)
            at, before = match.end(), None
        before = paragraph if at == paragraph.start else None


def _post(writer: Span, content: Span) -> Said:
    return Said((writer,), (), (content,), "say", "strong", "post")
