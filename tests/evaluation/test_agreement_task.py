"""The agreement task answers every row, whatever its texts."""

from evaluation.predict import answer


def test_same_conflict_unrelated() -> None:
    rows = [
        {"id": 1, "a": "A ferry sank off Port Larsa, killing 12 people", "b": "Twelve people died when a ferry sank off Port Larsa"},
        {"id": 2, "a": "The mayor of Larsa resigned on Monday", "b": "The mayor of Larsa has not resigned"},
        {"id": 3, "a": "A ferry sank off Port Larsa", "b": "Grain prices rose in the spring"},
        {"id": 4, "a": "", "b": "Grain prices rose in the spring"},
        {"id": 5, "a": "Seven people died off Port Larsa", "b": "Nine people died off Port Larsa"},
        {"id": 7, "a": "The mayor of Larsa bought a hunting lodge with the city's money", "b": "Mayor denies lodge rumours: city paid nothing"},
        {"id": 6, "a": "About 30 people died off Port Larsa", "b": "31 people died off Port Larsa"},
    ]
    assert [row["relation"] for row in answer("agreement", rows)] == ["same", "conflict", "unrelated", "unrelated", "conflict", "conflict", "same"]
