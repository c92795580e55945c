"""Actors are asked for one by one, and what no code of a sector is counts for none."""

from evaluation.sectors import actors

ROW = {
    "id": "1",
    "date": "2000-01-01",
    "text": "Norwegian and Swedish officials met.",
    "source": [{"actorText": "Norwegian", "code": "NOR", "sector": "GOVxyz"}, {"actorText": " ", "code": "SWE"}],
    "target": {"actorText": "a council", "code": "IGO", "sector": "***"},
}


def test_actors() -> None:
    told = [(a["id"], a["phrase"], a["country"], a["sector"]) for a in actors([ROW])]
    assert told == [("1/source/0", "Norwegian", "NOR", "GOV"), ("1/target/0", "a council", None, None)]
