"""What a web address tells of its article."""

from urllib.parse import urlsplit


def domain(url: str | None) -> str | None:
    """The host of an address without "www.", or None where it has none."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
