"""Invented sentences for the relation model: phrases of ``phrases.tsv``, alone or in a frame of ``frames.tsv``, between invented parties."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HOME = Path(__file__).parent
COOPERATION = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
CONFLICT = frozenset({"COERCE", "ASSAULT", "SANCTION"})
_PARTS = (
    (
        "",
        "the ",
        "President ",
        "Prime Minister ",
        "Interior Minister ",
        "the government of ",
        "the army of ",
        "rebels in ",
        "police in ",
        "lawmakers in ",
    ),
    ("Norland", "Suland", "Westmark", "Ostavia", "Karelmark", "Tamburia", "Velmora", "Quenland", "Ardenia", "Palvia", "Morvia", "Istrand"),
)
_PEOPLE = ("Anna Lund", "Omar Keita", "Pavel Dorin", "Mira Solano", "Jon Aske", "Leila Haddad-Moor", "Tomas Brek", "Ines Carvo")
_BODIES = (
    "the health ministry", "a court", "the supreme court", "the parliament", "the opposition", "the Coast League", "the United Front",
    "the central bank", "farmers", "students", "two journalists", "an activist", "hundreds of refugees", "a rights group", "the Miners' Union",
    "the Red River rebels", "militants", "the coalition", "the mayor of Arlsund", "a former general", "the northern province",
)  # fmt: skip
_SHORT = re.compile("[^aeiou]*[aeiou][bdgmnprt]")  # their last letter is written twice before an ending
_STRESSED = frozenset({"begin", "expel", "kidnap", "acquit", "confer"})
_MANY = re.compile("police|rebels|lawmakers|farmers|students|two|hundreds|militants", re.IGNORECASE)
_BEFORE = ("", "", "", "", "On Monday, ", "After weeks of silence, ", "In a statement, ", "At a summit in Belport, ", "ARLSUND (KNA) - ")
_AFTER = (
    "", "", "", "", " on Tuesday", " last year", ", officials said", ", state media reported", " in 2011", " for the second time",
    ", a move that surprised its neighbours", " despite the rain",
)  # fmt: skip


@dataclass(frozen=True)
class Phrase:
    """A verb phrase in the forms that frames ask for, ``T`` standing for the other party."""

    root: str
    base: str
    past: str
    participle: str
    gerund: str


def inflected(root: str, text: str) -> Phrase:
    """The forms of a phrase whose verb stands in brackets, irregular ones told as base/past/participle."""
    match = re.match(r"\[(.+?)\](.*)", text)
    if match is None:
        raise ValueError(f"no verb in brackets: {text}")
    forms, rest = match.group(1).split("/"), match.group(2)
    base = forms[0]
    stem = base if base == "be" or base.endswith("ee") else base.removesuffix("e")
    if _SHORT.fullmatch(base) or base in _STRESSED:
        stem = base + base[-1]
    regular = base[:-1] + "ied" if re.search("[^aeiou]y$", base) else base + "d" if base.endswith("e") else stem + "ed"
    past, participle = forms[1:] if len(forms) == 3 else (regular, regular)
    gerund = stem + "ing"
    return Phrase(root, base + rest, past + rest, participle + rest, gerund + rest)


def phrases() -> list[Phrase]:
    """All phrases, by root."""
    return [inflected(root, text) for root, text in _table("phrases.tsv")]


def sentences(seed: int, each: int) -> list[dict[str, Any]]:
    """Rows as in PLV (id, text, source, target, root), ``each`` of every root."""
    dice = random.Random(seed)
    plain: dict[str, list[Phrase]] = {}
    for phrase in phrases():
        plain.setdefault(phrase.root, []).append(phrase)
    framed: dict[str, list[tuple[str, str]]] = {}
    for around, frame, root in _table("frames.tsv"):
        framed.setdefault(root, []).append((around, frame))
    rows = []
    for root in sorted(plain):
        for n in range(each):
            if root in framed and dice.random() < (0.75 if root in ("REQUEST", "THREATEN") else 0.5):
                around, frame = dice.choice(framed[root])
                phrase = dice.choice(plain[dice.choice(_around(around))])
                text = _framed(frame, phrase)
            else:
                text = _plain(dice.choice(plain[root]), dice)
            rows.append({"id": f"made-{root}-{n}", "root": root, **_cast(text, dice)})
    return rows


def _table(name: str) -> Iterator[list[str]]:
    lines = (HOME / name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines if line and not line.startswith("#") and not line.endswith(("\tphrase", "\troot")))


def _around(name: str) -> list[str]:
    groups = {"cooperation": COOPERATION, "conflict": CONFLICT, "any": COOPERATION | {"YIELD"}}
    return sorted(groups.get(name, {name}))


def _framed(frame: str, phrase: Phrase) -> str:
    own = re.search(r"\bT\b", frame) is not None
    other = "its rivals" if own else "T"
    forms = {"B": phrase.base, "G": phrase.gerund, "D": phrase.past}
    made = re.sub(r"\b[BGD]\b", lambda m: re.sub(r"\bT\b", "\0", forms[m.group()]).replace("\0", "\1"), frame)
    return made.replace("\1", other)


def _plain(phrase: Phrase, dice: random.Random) -> str:
    form = dice.random()
    if form < 0.5:
        return f"S {phrase.past}"
    return f"S has {phrase.participle}" if form < 0.8 else f"S is {phrase.gerund}"


def _cast(text: str, dice: random.Random) -> dict[str, Any]:
    source, target = _party(dice), _party(dice)
    if _MANY.match(source):
        text = text.replace("S has ", "S have ", 1).replace("S is ", "S are ", 1)
    text = dice.choice(_BEFORE) + text + dice.choice(_AFTER) + "."
    spans: dict[str, list[int] | None] = {"source": None, "target": None}
    made = ""
    for part in re.split(r"\b([ST])\b", text):
        if part in ("S", "T") and spans["source" if part == "S" else "target"] is None:
            name = source if part == "S" else target
            name = name[0].upper() + name[1:] if not made else name
            spans["source" if part == "S" else "target"] = [len(made), len(made) + len(name)]
            made += name
        else:
            made += target if part == "T" else part
    return {"text": made, **spans}


def _party(dice: random.Random) -> str:
    kind = dice.random()
    if kind < 0.45:
        before, name = dice.choice(_PARTS[0]), dice.choice(_PARTS[1])
        return name if before == "the " else before + (dice.choice(_PEOPLE) if "inister" in before or "resident" in before else name)
    return dice.choice(_PEOPLE) if kind < 0.6 else dice.choice(_BODIES)
