"""Stories that are made up: the same for the same seed, true to their text, and never alike by chance."""

from itertools import combinations
from random import Random

from evaluation.newsroom.copying import WAYS, copied, reworded
from evaluation.newsroom.crowds import one_story, stream
from evaluation.newsroom.happenings import kinds
from evaluation.newsroom.stories import stories, story
from evaluation.newsroom.writing import Passage, Told

from twosource.comparison.copies.passages import shared, words


def test_the_same_seed_makes_the_same_story() -> None:
    assert story(1, 2).rows() == story(1, 2).rows()
    assert story(1, 2).rows() != story(2, 2).rows()


def test_places_hold_the_words_that_tell() -> None:
    for one in stories(3, 20):
        for row in one.annotation()["claims"]:
            texts = {a.id: a.text for a in one.articles}
            assert row["independent_sources"] >= 1
            for m in row["mentions"]:
                assert texts[m["article"]][m["start"] : m["end"]] == m["quote"]
                assert m["quote"][-1] not in " .,"
                assert all(name.lower() in texts[m["article"]].lower() for name in m["chain"])


def test_what_was_not_copied_shares_no_passage_but_quotations() -> None:
    for one in stories(1, 12):
        spoken = {q.words for q in one.happening.quotes}
        bare = {a.id: words(_without(a.text, spoken)) for a in one.articles}
        assert all(not shared(bare[a], bare[b]) for a, b in combinations(sorted(bare), 2) if (a, b) not in one.edges())


def _without(text: str, spoken: set[str]) -> str:
    return "\n".join(line for line in text.split("\n") if not any(one in line for one in spoken))


def test_every_kind_of_copy_and_of_happening_is_made() -> None:
    made = list(stories(4, 60))
    assert {one.happening.kind for one in made} == set(kinds())
    assert {a.way for one in made for a in one.articles} == {*WAYS, "wire", "own", "mixed"}
    assert any(a.credit for one in made for a in one.articles)


def test_an_editor_keeps_what_is_told_in_its_place() -> None:
    text = "Nearly all people on the old ferry were found before the fire, police said."
    told = Told("p", 0, text.index(","), ("police",), ("police",))
    other = reworded(Passage(text, (told,), "text 1: x"), Random(2))
    (moved,) = other.told
    assert other.text != text and other.text[moved.end] == "," and other.written == "text 1: x"
    quoted = Passage("“The old ferry,” she said.", (Told("q", 1, 14, quoted=True),))
    assert reworded(quoted, Random(1)).text.startswith("“The old ferry,”")


def test_trimming_leaves_out_and_reordering_only_moves() -> None:
    passages = [Passage(f"Paragraph {n}.", ()) for n in range(4)]
    assert set(copied(passages, "trimmed", Random(1))) < set(passages)
    moved = copied(passages, "reordered", Random(1))
    assert moved != passages and set(moved) == set(passages)
    assert copied(passages, "verbatim", Random(1)) == passages


def test_crowds_have_as_many_articles_as_asked_for() -> None:
    made = list(stream(1, 120))
    assert len({a.id for _, a in made}) == 120
    assert len({name for name, _ in made}) > 5
    assert [a.ref for a in one_story(1, 30)] == [a.ref for a in one_story(1, 40)][:30]
