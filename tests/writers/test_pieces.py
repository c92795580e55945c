"""Utterances in pieces: each article's own words in the order of what was said, and nothing where one article has it all."""

from typing import Any

from twosource.writers.pieces import in_pieces


def _document(*pieces: tuple[str, str]) -> dict[str, Any]:
    articles = [{"id": a, "ref": a, "outlet": None, "domain": None} for a in dict.fromkeys(a for a, _ in pieces)]
    told = [{"article": a, "start": 0, "end": len(t), "text": t, "statement": "s"} for a, t in pieces]
    return {
        "parties": [{"id": "p", "name": "Arno Veld"}],
        "articles": articles,
        "utterances": [{"id": "u", "speaker": "p", "pieces": told}],
    }


def test_pieces_of_two_articles_stand_in_one_line() -> None:
    assert in_pieces(_document(("a", "willing"), ("b", "at an early date"))) == ["Arno Veld: “willing” (article 1) … “at an early date” (article 2)"]


def test_a_piece_that_another_holds_is_left_out() -> None:
    assert in_pieces(_document(("a", "We are willing to come at an early date"), ("b", "at an early date"))) == []


def test_two_pieces_of_one_article_are_no_news() -> None:
    assert in_pieces(_document(("a", "willing"), ("a", "at an early date"))) == []


def test_words_of_articles_stay_on_their_line() -> None:
    (row,) = in_pieces(_document(("a", "will\n\x1b[31ming"), ("b", "at an early date")))
    assert "\n" not in row and "\x1b" not in row
