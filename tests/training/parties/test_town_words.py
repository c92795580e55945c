"""Names of towns that texts write with a small letter as well are common words."""

from training.parties.town_words import common


def test_what_is_often_written_small_is_a_word() -> None:
    texts = ["A torvik and the torvik stood by Karsk. Karsk, Karsk, Karsk, Karsk: karsk and karsk.", "See a.elverin and #elverin or one elverin."]
    assert common(["torvik", "karsk", "elverin", "utne"], texts) == ["torvik"]
