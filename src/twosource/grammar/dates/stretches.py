"""Stretches: years, their halves, quarters and seasons, decades and centuries as time expressions name them."""

from collections.abc import Callable

from twosource.grammar import calendar
from twosource.grammar.calendar import interval
from twosource.grammar.dates.reckoning import UNKNOWN, Dated, Known


def which_year(which: str, known: Known) -> int | None:
    """The year that "last", "this" or "next" tells; None where it hangs on more than publication."""
    if known.published is None or which in ("that", "the following"):
        return None
    return known.published.year + {"last": -1, "next": 1}.get(which, 0)


def article(name: str) -> str:
    """The indefinite article before a name."""
    return "an" if name[0] in "AEIOUaeiou" else "a"


def _decade(parts: dict[str, str], known: Known) -> Dated:
    if parts["short"]:
        now = known.published.year if known.published else 2000
        start = now // 100 * 100 + int(parts["short"])
        start -= 100 if start > now >= 100 else 0
        return interval(f"{start:04d}", f"{start + 9:04d}"), f"the decade, in the century that puts it before {now}"
    start = int(parts["year"] + parts["ten"])
    return interval(str(start), str(start + 9)), "the ten years of the decade"


def _plain_year(parts: dict[str, str], _: Known) -> Dated:
    return parts["year"], "the year in full"


def _short_year(parts: dict[str, str], known: Known) -> Dated:
    """ "'82": the last such year that is not after publication."""
    if known.published is None:
        return None, f"the year {parts['short']} of a century not told; {UNKNOWN}"
    now = known.published.year
    year = now // 100 * 100 + int(parts["short"])
    return f"{year - 100 if year > now >= 100 else year:04d}", f"the year, in the century that puts it before {now}"


def _of_year(parts: dict[str, str], known: Known) -> int | None:
    if parts.get("year"):
        return int(parts["year"])
    if parts.get("which"):
        return which_year(parts["which"], known)
    return None


def _half(parts: dict[str, str], known: Known) -> Dated:
    year, first = _of_year(parts, known), parts["nth"] == "first"
    if year is None:
        return None, f"half of a year not told; {UNKNOWN}"
    return interval(calendar.month(year, 1 if first else 7), calendar.month(year, 6 if first else 12)), "six months of that year"


def _quarter(parts: dict[str, str], known: Known) -> Dated:
    number = int(parts["nth"]) if parts["nth"].isdigit() else ("first", "second", "third", "fourth").index(parts["nth"]) + 1
    year = _of_year(parts, known)
    if year is None and not parts["year"] and not parts["which"] and known.published is not None:
        year = known.published.year - (3 * number - 2 > known.published.month)
    if year is None:
        return None, f"a quarter of a year not told; {UNKNOWN}"
    return interval(calendar.month(year, 3 * number - 2), calendar.month(year, 3 * number)), "three months of that year, the calendar's quarter"


def _century(parts: dict[str, str], _: Known) -> Dated:
    last = 100 * int(parts["nth"])
    return interval(f"{last - 99:04d}", f"{last:04d}"), "the hundred years of the century"


def _years(parts: dict[str, str], _: Known) -> Dated:
    """ "2014-2018", and "2014-18" for the same."""
    first = parts["year"]
    second = parts["year2"] if len(parts["year2"]) == 4 else first[:2] + parts["year2"]
    return (interval(first, second), "from the first year to the second") if second > first else (None, "two numbers that are no stretch of years")


def _era(parts: dict[str, str], _: Known) -> Dated:
    """ "AD 198", "198-199AD", "44 BC": EDTF counts a year 0 before the first, so that 44 BC is -0043."""
    before = parts["era"].startswith("b")
    years = [1 - int(y) if before else int(y) for y in (parts["year"], parts["year2"]) if y]
    told = [f"-{-y:04d}" if y < 0 else f"{y:04d}" for y in years]
    if len(years) == 1:
        return told[0], "the year of its era"
    return (
        (interval(*told), "from the first year of its era to the second")
        if years[0] < years[1]
        else (None, "two numbers that are no stretch of years")
    )


_SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 2}


def _season(parts: dict[str, str], known: Known) -> Dated:
    name = parts["season"].lower()
    if parts.get("year"):
        return calendar.season(int(parts["year"]), name), "the season of that year, in EDTF's code"
    if not parts.get("which"):
        return _bare_season(name, known)
    if known.published is None:
        return None, f"a {name} told from publication; {UNKNOWN}"
    year = known.published.year + {"last": -1, "next": 1}.get(parts["which"], 0)
    if parts["which"] in ("last", "this past") and _SEASON_ENDS[name] < known.published.month and name != "winter":
        year = known.published.year
    return calendar.season(year, name), f"the {name} that '{parts['which']}' tells from publication, in EDTF's code"


def _bare_season(name: str, known: Known) -> Dated:
    """ "In the spring": like a month without a year, the next one ahead or the last one begun."""
    if known.published is None:
        return None, f"{article(name)} {name}, year unknown; {UNKNOWN}"
    opens = calendar.SEASON_OPENS[name]
    if known.tense == "future":
        return calendar.season(
            known.published.year + (opens < known.published.month), name
        ), f"the next {name} as seen from publication, in EDTF's code"
    return calendar.season(known.published.year - (opens > known.published.month), name), f"the last {name} begun by publication, in EDTF's code"


STRETCHES: dict[str, Callable[[dict[str, str], Known], Dated]] = {
    "decade": _decade,
    "year": _plain_year,
    "year.short": _short_year,
    "years": _years,
    "era": _era,
    "century": _century,
    "half": _half,
    "quarter": _quarter,
    "season": _season,
}
"""How each form of expression that names such a stretch is resolved."""
