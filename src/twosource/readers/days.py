"""Days of publication, as inputs write them."""

import re
from datetime import date

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ][0-9:.,Zz+\- ]{0,40})?", re.ASCII)


def day(written: str) -> str | None:
    """The ISO 8601 day of "2017-12-31" or "2017-12-31T00:00:00", in its own time zone; None where it names no day."""
    match = _DAY.fullmatch(written.strip())
    if match is None:
        return None
    try:
        return date.fromisoformat(match.group(1)).isoformat()
    except ValueError:
        return None
