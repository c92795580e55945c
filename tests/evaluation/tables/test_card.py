"""What the model's card says of its spread is what the tables hold."""

from pathlib import Path

from evaluation.tables.table import Table, keep
from training.train.genres import spread


def test_tables_become_lines_of_the_card(tmp_path: Path) -> None:
    assert spread(tmp_path) == {}
    columns, rows = ("genre", "articles", "F1", "over runs"), (("harbour news", 3, 61.04, "60.0 to 62.0"), ("all", 3, 61.04, None))
    keep(Table("genres_gum", "GUM, 2 runs", "python -m ferry", columns, rows, ("Few.",)), tmp_path)
    told = {
        "on": "GUM, 2 runs",
        "notes": ["Few."],
        "harbour news": "articles 3, F1 61.0, over runs 60.0 to 62.0",
        "all": "articles 3, F1 61.0, over runs –",
    }
    assert spread(tmp_path) == {"genres, GUM": told}
