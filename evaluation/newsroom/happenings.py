"""Happenings: what is made up to be reported, from the frames of ``frames.toml``."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from evaluation.newsroom.names import Names

FRAMES = Path(__file__).with_name("frames.toml")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CHOICE = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who can be asked: a body under its names with a spokesman, or a person with a role.

    Attributes:
        key: what the happening knows it by.
        names: of a body its names, fullest first; of a person the full name and the surname.
        role: of a person, as it stands behind the name.
        spokesman: full name of the person who speaks for a body; "" for persons.
    """

    key: str
    names: tuple[str, ...]
    role: str = ""
    spokesman: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One proposition: who can be asked about it, and wordings of it with names and numbers filled in; choices are still open."""

    key: str
    by: tuple[str, ...]
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that one speaker spoke, the same wherever they are printed."""

    key: str
    by: str
    words: str


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened, who can tell of it, and the weekday it fell on (0 is Monday)."""

    kind: str
    titles: tuple[str, ...]
    speakers: Mapping[str, Speaker]
    points: tuple[Point, ...]
    quotes: tuple[Quote, ...]
    region: str
    weekday: int


@cache
def kinds() -> Mapping[str, Any]:
    """The frames by kind of happening."""
    with FRAMES.open("rb") as stream:
        return tomllib.load(stream)


def chosen(template: str, random: Random) -> str:
    """The template with every open choice made."""
    return _CHOICE.sub(lambda match: random.choice(match.group(1).split("|")), template)


def happening(kind: str, random: Random, names: Names, setting: Mapping[str, str] | None = None) -> Happening:
    """Draw a happening of this kind; ``setting`` gives names that are drawn already (town, region, company ...)."""
    frame = kinds()[kind]
    weekday = random.randrange(7)
    known = {slot: names.town() for slot in ("town", "town2", "region", "lake", "river", "street", "ship")}
    known |= {"company": names.person()[1], "day": DAYS[weekday]}
    known |= setting or {}
    known |= {slot: str(random.randint(*bounds)) for slot, bounds in frame["numbers"].items()}
    speakers = {key: _body(key, [f.format_map(known) for f in forms], names) for key, forms in frame["bodies"].items()}
    for key, role in frame["persons"].items():
        given, surname = names.person()
        speakers[key] = Speaker(key, (f"{given} {surname}", surname), role=role.format_map(known))
    return Happening(
        kind=kind,
        titles=tuple(t.format_map(known) for t in frame["title"]),
        speakers=speakers,
        points=tuple(
            Point(f"{kind} {n}", tuple(row["by"]), tuple(w.format_map(known) for w in row["wordings"])) for n, row in enumerate(frame["points"])
        ),
        quotes=tuple(Quote(f"{kind} quote {n}", row["by"], row["words"].format_map(known)) for n, row in enumerate(frame["quotes"])),
        region=known["region"],
        weekday=weekday,
    )


def _body(key: str, forms: list[str], names: Names) -> Speaker:
    return Speaker(key, tuple(forms), spokesman=" ".join(names.person()))
