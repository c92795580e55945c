"""Days of publication, as inputs write them."""

import re
from datetime import date

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ][0-9:.,Zz+\- ]{0,40})?", re.ASCII)
_PLAIN = re.compile(r"(\d{4})(/?)(\d{2})\2(\d{2})", re.ASCII)
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
_HOUR = r"(?:,? (?:at )?\d{1,2}:\d{2}[0-9:.a-z+\- ]{0,30})?"
_DAY_FIRST = re.compile(_WEEKDAY + r"(\d{1,2}) ([a-z]{3,9})\.?,? (\d{4})" + _HOUR, re.ASCII)
_MONTH_FIRST = re.compile(_WEEKDAY + r"([a-z]{3,9})\.? (\d{1,2}), ?(\d{4})" + _HOUR, re.ASCII)


def day(written: str) -> str | None:
    """The ISO 8601 day that is written, in its own time zone; None where it names no day, or leaves open which.

    "2017-12-31", "2017-12-31T00:00:00", "2017/12/31", "20171231", "31 December 2017", "Dec. 31, 2017" and the dates of mails and feeds
    (RFC 5322) name one; "12/31/2017" and its like do not: which number is the month depends on the country.
    """
    written = written.strip()
    if match := _DAY.fullmatch(written):
        return _made(*match.group(1).split("-"))
    if match := _PLAIN.fullmatch(written):
        return _made(*match.group(1, 3, 4))
    if match := _DAY_FIRST.fullmatch(written.lower()):
        return _made(match.group(3), _month(match.group(2)), match.group(1))
    if match := _MONTH_FIRST.fullmatch(written.lower()):
        return _made(match.group(3), _month(match.group(1)), match.group(2))
    return None


def _month(word: str) -> str:
    return next((str(n) for n, name in enumerate(_MONTHS, 1) if name == word or name[:3] == word or (word == "sept" and n == 9)), "0")


def _made(year: str, month: str, of_month: str) -> str | None:
    try:
        return date(int(year), int(month), int(of_month)).isoformat()
    except ValueError:
        return None
