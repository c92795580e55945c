"""Where a title is given apart from the text, the two become one text."""

from twosource.domain.span import Span, trimmed


def titled(title: str | None, body: str) -> tuple[str, Span | None]:
    """Title, blank line, body, and the title's span; the body is unaltered.

    A body that already opens with its title stays alone: read twice, a headline would be two statements of one outlet.
    """
    if title is None or not title.strip():
        return body, None
    bare = title.strip()
    at = len(body) - len(body.lstrip())
    after = body[at + len(bare) : at + len(bare) + 1]
    if body.startswith(bare, at) and after in ("", "\n", "\r"):
        return body, Span(at, at + len(bare))
    return f"{title}\n\n{body}", trimmed(title, 0, len(title))
