"""Makes ``data/town_words.txt``: names of towns that are common words, as news writes them with a small letter as well.

usage: python -m training.parties.town_words DATA OUT.txt

DATA is the folder of shared texts; only how often a word is written with a small and with a large letter is taken from them.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from evaluation.usage import command

from twosource.reference.lexicon import table

FEWEST = 2  # times with a small letter: one may be a slip
SHARE = 0.3  # of all times
KINDS = ("agreement", "attribution", "coreference", "entities", "stories")
HEAD = """\
# Names of towns and cities that news writes with a small letter too: common words, which alone tell no place. Made by training/parties/town_words.py
"""
WORD = re.compile(r"(?<![\w@#./-])[A-Za-z][a-z]{2,}(?![\w@/-]|\.\w)")


def towns() -> Iterator[str]:
    """Names of one word, in lower case."""
    names = [name for row in table("towns") for name in row["names"].split("|")]
    names += [row["name"].lower() for row in table("places") if row["kind"] == "city"]
    return (name for name in names if name.isalpha())


def texts(data: Path) -> Iterator[str]:
    """Whatever is prose in the rows of the shared texts but those of tests."""
    for kind in KINDS:
        for path in sorted(p for p in (data / kind).glob("*.jsonl") if "test" not in p.name):
            for line in path.open(encoding="utf-8"):
                yield from (value for value in json.loads(line).values() if isinstance(value, str) and " " in value)


def common(names: Iterable[str], news: Iterable[str]) -> list[str]:
    """Those of the names, in order, that are common words in these texts."""
    count: Counter[str] = Counter()
    for text in news:
        count.update(WORD.findall(text))
    small = {name: count[name] for name in set(names) if count[name] >= FEWEST}
    return sorted(name for name, n in small.items() if n >= SHARE * (n + count[name.capitalize()]))


def main() -> None:
    """Count and write the list."""
    usage = command(__doc__)
    usage.add_argument("data", metavar="DATA", type=Path)
    usage.add_argument("out", metavar="OUT.txt", type=Path)
    given = usage.parse_args()
    given.out.write_text(HEAD + "".join(f"{name}\n" for name in common(towns(), texts(given.data))), encoding="utf-8")


if __name__ == "__main__":
    main()
