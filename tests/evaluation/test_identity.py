"""The score of party identity."""

from evaluation.identity import Pair, alike, b_cubed, pairs


def pair(gold: str, ours: str) -> Pair:
    return Pair("s", gold, ours, True, "")


def test_b_cubed_of_one_party_in_two_and_of_two_in_one() -> None:
    assert b_cubed([pair("a", "1"), pair("a", "1"), pair("b", "2")]) == (100, 100, 100)
    precision, recall, _ = b_cubed([pair("a", "1"), pair("a", "2")])
    assert (precision, recall) == (100, 50)
    precision, recall, _ = b_cubed([pair("a", "1"), pair("b", "1")])
    assert (precision, recall) == (50, 100)


def test_names_are_alike_when_one_holds_the_other() -> None:
    assert alike(["Mr. Lund"], ["Anna Lund"]) and not alike(["Anna Lund"], ["Karl Lund"]) and not alike(["the"], ["the"])


def test_links_stand_beside_those_that_bear_their_name() -> None:
    text = "The bridge is shut, police said."
    statement = {"article": "a", "start": 0, "end": 18, "chain": [{"party": "p", "text": "police"}]}
    dossier = {"statements": [statement], "parties": [{"id": "p", "name": "Velmar police", "aliases": []}]}
    gold = {
        "entities": [{"name": "Velmar Police", "aliases": ["police"]}],
        "claims": [{"mentions": [{"article": "a01", "start": 0, "end": 18, "chain": ["police"], "quote": "The bridge is shut"}]}],
    }
    (found,) = pairs("s", gold, {"s/a01": text}, {"s/a01": (dossier, {"id": "a", "text": text})})
    assert (found.gold, found.ours, found.right) == ("Velmar Police", "p", True)
