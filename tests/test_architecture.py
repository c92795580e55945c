"""The contracts of the architecture hold, and catch what breaks them."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    path = {"PYTHONPATH": str(folder / "src"), "PATH": "/usr/bin:/bin"}
    return subprocess.run([sys.executable, "-c", code], cwd=folder, env=path, capture_output=True, text=True, check=False)


def test_contracts_are_kept() -> None:
    done = _lint(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("domain/span.py", "import twosource.errors"),
        ("stages/within_article/dates.py", "import twosource.stages.within_article.quantities"),
        ("stages/within_article/parties.py", "import twosource.inference.spacy"),
        ("readers/text.py", "import twosource.reference.lexicon"),
        ("cli/check.py", "import twosource.pipeline"),
        ("desk.py", "import torch"),
        ("newroom.py", "x = 1"),
    ],
)
def test_a_planted_violation_is_caught(tmp_path: Path, module: str, line: str) -> None:
    """Each contract once: a copy of the tree with one bad line must fail."""
    for source in (ROOT / "src").rglob("*.py"):
        target = tmp_path / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    planted = tmp_path / "src/twosource" / module
    planted.write_text((planted.read_text(encoding="utf-8") if planted.exists() else "") + f"\n{line}\n", encoding="utf-8")
    done = _lint(tmp_path)
    assert done.returncode != 0 and "Traceback" not in done.stderr, done.stdout + done.stderr
