"""The documents say what the code has: words, dependencies, layers."""

import ast
import re
import tomllib
from pathlib import Path

from evaluation import readme

ROOT = Path(__file__).resolve().parents[1]


def _first_column(document: str) -> list[str]:
    rows = [line for line in (ROOT / document).read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    return [row.split("|")[1].strip() for row in rows if not row.startswith(("| use", "| package", "|---"))]


def _names() -> set[str]:
    """The names the domain defines: classes, cut at their capitals, and fields and functions as they stand."""
    names: set[str] = set()
    for file in (ROOT / "src/twosource/domain").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                names.update(w.lower() for w in re.findall(r"[A-Z][a-z]+", node.name))
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                names.add(node.target.id)
    return names


def test_every_word_is_a_name_of_the_code() -> None:
    files = {f.stem for f in (ROOT / "src/twosource").rglob("*.py")}
    known = _names() | files
    entries = _first_column("docs/words.md")
    assert len(entries) == len(set(entries)), "a word stands twice in docs/words.md"
    for entry in entries:
        for word in re.split(r"[:,;]\s*", entry):
            assert word in known or f"{word}s" in known, f"docs/words.md has {word!r}, which nothing in the code is called"


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {n for entry in _first_column("docs/dependencies.md") for n in entry.split(", ")}
    needed = {re.split(r"[<>=!~\[]", d)[0] for d in [*project["dependencies"], *project["optional-dependencies"]["dev"]]}
    assert named == needed


def test_the_drawn_layers_are_the_checked_ones() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = next(c for c in config["contracts"] if c["type"] == "layers")
    checked = [room for layer in layers["layers"] for room in re.findall(r"[a-z]\w*", layer.replace("__main__", "")) if f"({room})" not in layer]
    drawing = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split("```")[1]
    drawn = [room for line in drawing.splitlines() if line.strip() for room in re.findall(r"[a-z]+", re.split(r"\s{3,}", line.strip())[0])]
    assert layers["exhaustive"] and drawn == checked


def test_pins_hold_hashes_and_no_address() -> None:
    for pins in (ROOT / "requirements").glob("*.txt"):
        text = pins.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert not re.search(r"://|--(extra-)?index-url|--find-links", text), f"{pins.name} names an address"


def test_the_readme_shows_what_the_code_prints() -> None:
    assert readme.filled(readme.README.read_text(encoding="utf-8")) == readme.README.read_text(encoding="utf-8"), "run python -m evaluation.readme"
