"""The page of all tables shows what was kept, and every kept table is on it."""

from pathlib import Path

from evaluation.page import PAGE, asked, filled
from evaluation.tables.table import RESULTS, Table, keep


def test_the_page_shows_what_was_kept() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert filled(page) == page, "run python -m evaluation.page"
    assert asked(page) == {file.stem for file in RESULTS.glob("*.json")}


def test_a_place_is_filled_anew(tmp_path: Path) -> None:
    keep(Table("ferry", "Ferries", "python -m ferry", ("", "F1"), (("ours | new", 71.25), ("theirs", None)), ("One harbour.",)), tmp_path)
    page = filled("Before\n<!-- table ferry -->\nold\n<!-- /table -->\nafter\n", tmp_path)
    assert "old" not in page and page.startswith("Before\n") and page.endswith("after\n")
    assert "| ours \\| new | 71.2 |" in page and "| theirs | – |" in page and "- One harbour." in page
    assert filled(page, tmp_path) == page
