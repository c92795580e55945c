"""docs/evaluation.md: every table of ``evaluation/results`` where the page asks for it, so that no figure there differs from what a command printed.

usage: python -m evaluation.page           write them into docs/evaluation.md
       python -m evaluation.page --check   exit 1 if they differ

The page asks with "<!-- table NAME -->" and "<!-- /table -->" around the place.
"""

import re
import sys
from pathlib import Path

from evaluation.tables.table import RESULTS, kept
from evaluation.usage import command

PAGE = Path(__file__).resolve().parents[1] / "docs" / "evaluation.md"
_PLACE = re.compile(r"(<!-- table (\w+) -->\n).*?(<!-- /table -->)", re.DOTALL)


def filled(page: str, folder: Path = RESULTS) -> str:
    """The page with every table as it was last kept."""

    def part(match: re.Match[str]) -> str:
        return f"{match[1]}{kept(match[2], folder).markdown()}\n{match[3]}"

    return _PLACE.sub(part, page)


def asked(page: str) -> set[str]:
    """The names of the tables that a page asks for."""
    return {match[2] for match in _PLACE.finditer(page)}


def main() -> int:
    """Write, or check."""
    usage = command(__doc__)
    usage.add_argument("--check", action="store_true", help="write nothing; exit 1 if they differ")
    check = usage.parse_args().check
    now = PAGE.read_text(encoding="utf-8")
    new = filled(now)
    if check:
        if now != new:
            print("docs/evaluation.md differs from evaluation/results: run python -m evaluation.page", file=sys.stderr)
        return int(now != new)
    PAGE.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
