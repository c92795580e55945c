"""Further annotated stories in the form of the gold ones."""

import json
from pathlib import Path

import pytest
from evaluation.further import PARTS, annotated, articles, as_gold, laid_out

STORY = {
    "story": "set-karsk",
    "part": "open",
    "set": "piers",
    "label": "karsk",
    "articles": {"a00": "one"},
    "agency": {"a00": "Lutra"},
    "claims": [{"cut": ["mayor", "Lutra"], "mentions": [["a00", 0, 12, ["mayor"], ["Ada Brook"], "paraphrase", "CT+", "past"]]}],
    "conflicts": [{"kind": "quantity", "update": True, "sides": [[["a00", 0, 12]], [["a00", 14, 20]]]}],
    "dates": [["a00", 14, 20, "2031-05"]],
    "entities": [],
}


def test_the_number_is_how_many_cut_the_reader_off() -> None:
    claim = as_gold(STORY)["claims"][0]
    assert claim["independent_sources"] == 2
    assert claim["mentions"][0]["chain"] == ["mayor"]
    assert claim["mentions"][0]["factuality"] == "CT+"


def test_conflicts_dates_and_credits_are_kept() -> None:
    made = as_gold(STORY)
    assert made["conflicts"][0]["sides"][1]["mentions"] == [["a00", 14, 20]]
    assert made["dates"] == [{"article": "a00", "start": 14, "end": 20, "value": "2031-05"}]
    assert made["articles"] == [{"id": "a00", "agency": "Lutra"}]


def test_an_article_is_looked_up_within_its_story(tmp_path: Path) -> None:
    rows = [{"story": label, "id": "one", "text": f"The pier of {label} fell.", "date": "2031-05-02T10:00"} for label in ("lund", "karsk")]
    folder = tmp_path / "data" / "stories"
    folder.mkdir(parents=True)
    (folder / "piers.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert [(row["id"], row["text"], row["published"]) for row in articles([STORY], tmp_path)] == [
        ("set-karsk/a00", "The pier of karsk fell.", "2031-05-02")
    ]


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("part", PARTS)
def test_every_place_lies_in_its_article(part: str, tmp_path: Path) -> None:
    _, texts = laid_out(annotated(part), tmp_path)
    length = {row["id"]: len(row["text"]) for row in map(json.loads, texts.read_text(encoding="utf-8").splitlines())}
    for story in annotated(part):
        for name, start, end, *_ in [m for c in story["claims"] for m in c["mentions"]] + story["dates"]:
            assert 0 <= start < end <= length[f"{story['story']}/{name}"]
