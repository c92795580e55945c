"""The faces for people: what they must tell, and that words of articles stay words."""

import json
import re

import pytest

from twosource.writers.account import Account
from twosource.writers.consequence import by_consequence
from twosource.writers.faces import WRITERS, Look
from twosource.writers.html import Html
from twosource.writers.json import Json
from twosource.writers.markdown import Markdown
from twosource.writers.names import shortened
from twosource.writers.plain import inner, line, plain, quoted
from twosource.writers.terminal import Terminal
from twosource.writers.writer import Document, Writer

FACES: list[Writer] = [Terminal(), Terminal(colour=True), Terminal(width=40), Markdown(), Html()]


@pytest.mark.parametrize("face", FACES, ids=lambda f: f.name)
def test_a_face_tells_what_a_reader_needs(face: Writer, said: Document) -> None:
    page = re.sub(r"\x1b\[[0-9;]*m", "", face.write([said])).replace("\\", "")
    flat = " ".join(re.sub(r"[│┃|]", " ", page).split())
    for words in (
        "Lutra bridge falls",
        "corroborated",
        "rests on at most",
        "Lutra police",
        "Vello Arn",
        "7 people",
        "10 people",
        "2025-03-09",
        "c.txt",
    ):
        assert words in flat, words


def test_every_writer_is_listed_by_its_name() -> None:
    assert {name: WRITERS[name](Look()).name for name in WRITERS} == {name: name for name in WRITERS}


def test_the_terminal_folds_single_claims_unless_asked(said: Document) -> None:
    for row in said["statements"]:
        row["alone"] = True
    assert "1 more claim (1 single-source): --all" in Terminal().write([said])
    everything = Terminal(every=True).write([said])
    assert "more claim" not in everything
    assert "single-source, rests on at most 1 party: the mayor" in everything


def test_what_stands_in_headlines_and_openings_of_more_articles_comes_first(said: Document) -> None:
    rows = by_consequence(said)
    assert [c["text"] for c in rows] == ["Seven people died on Sunday", "it"]
    said["claims"][0]["in_full"] = "Ten died"
    for row in said["statements"]:
        row["alone"] = True
    said["articles"][0]["title"]["end"] = len(said["articles"][0]["text"])  # all of the first article is headline now
    said["claims"][0]["statements"] = [s for s in said["claims"][0]["statements"] if "Ten" in s]
    said["claims"][0]["independent"] = 1
    assert [c["text"] for c in by_consequence(said)] == ["it", "Seven people died on Sunday"]


def test_a_conflict_says_who_denies(said: Document) -> None:
    denial = next(s for s in said["statements"] if s["text"] == "it")
    said["conflicts"][0]["sides"][1]["statements"] = [denial["id"]]
    for face in (Terminal(), Markdown(), Html()):
        assert re.search(r"mayor.{0,60}\bdenied\b.{0,9}, in ", face.write([said]).replace("\\", ""), re.S), face.name


def test_names_beyond_the_first_few_are_counted() -> None:
    assert (shortened(["a", "b"]), shortened(list("abcde"))) == ("a, b", "a, b, c and 2 more")


@pytest.mark.parametrize("every", [False, True])
def test_nothing_of_an_article_commands_the_terminal(hostile: Document, every: bool) -> None:
    page = Terminal(every=every).write([hostile])
    assert "\x1b" not in page and "\u202e" not in page
    assert "[bold]loud[/bold]" in page


def test_colour_codes_are_our_own(hostile: Document) -> None:
    page = Terminal(colour=True).write([hostile])
    assert "\x1b[" in page
    assert "\x1b[31mred" not in page


def test_nothing_of_an_article_is_markup_in_markdown(hostile: Document) -> None:
    page = Markdown().write([hostile])
    assert "\x1b" not in page
    assert "<script" not in page.replace("\\<script", "")
    assert "](http" not in page.replace("\\]", "")


def test_json_is_the_contract_and_nothing_else(said: Document) -> None:
    assert json.loads(Json().write([said, said])) == [said, said]
    assert json.loads(Json().write([])) == []


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("plain", "“plain”"),
        ("he was “willing” to go", "“he was ‘willing’ to go”"),
        ('a "revenge attack" they said', "“a ‘revenge attack’ they said”"),
        ("“responded at once", "“responded at once”"),
        ('at once," he added', "“at once, he added”"),
        ('“a "b" c”', "“‘a ‘b’ c’”"),
        ("the ship's", "“the ship's”"),
    ],
)
def test_quotation_marks_inside_quotation_marks_are_single_and_in_pairs(words: str, shown: str) -> None:
    assert quoted(words) == shown
    assert re.sub(r"\W", "", inner(words)) == re.sub(r"\W", "", words)


def test_what_a_reader_may_not_know_is_explained_once(said: Document) -> None:
    said["statements"][0]["chain"][0]["inferred"] = True
    for face in (Terminal(), Markdown(), Html()):
        page = face.write([said, said]).replace("\\", "")
        assert page.lower().count("how to read this") == 1, face.name
        for words in ("(inferred)", "stake in it", "of one family", "not whether it is true"):
            assert words in " ".join(page.split()), (face.name, words)
    said["statements"][0]["chain"][0]["inferred"] = False
    assert "(inferred)" not in Terminal().write([said])


def test_several_stories_are_listed_first(said: Document) -> None:
    for face in (Terminal(), Markdown()):
        first, second = face.write([said, said]).replace("\\", "").splitlines()[:2]
        assert "1 Lutra bridge falls (2 articles, 1 corroborated, 1 single-source)" in first.replace(".", ""), face.name
        assert second.lstrip().startswith("2"), face.name
        assert "(2 articles, 1" not in face.write([said])


def test_words_put_back_into_a_claim_stand_in_its_head(said: Document) -> None:
    said["claims"][0]["in_full"] = "Seven people [of Lutra] died on Sunday"
    for face in FACES:
        assert "Seven people [of Lutra] died on Sunday" in " ".join(face.write([said]).replace("\\", "").split()), face.name


def test_plain_takes_every_control_away() -> None:
    every = "".join(map(chr, range(0x250))) + "\u2028\u2066\u202e"
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2066\u202e]", plain(every))
    assert line("a\n b\tc") == "a b c"
    assert line("one two three", 9) == "one two…"


@pytest.mark.parametrize("face", [*FACES, Json()], ids=lambda f: f.name)
def test_half_a_character_in_a_file_name_can_be_written(face: Writer, said: Document) -> None:
    """A file name whose bytes are not UTF-8 reaches Python with lone surrogates in it."""
    told = json.loads(json.dumps(said).replace("c.txt", "c\\udcff.txt").replace('"a.txt"', '"a\\udcff.txt"'))
    assert face.write([told]).encode("utf-8")


def test_what_can_not_be_read_alone_comes_after_what_can(said: Document) -> None:
    for row in said["statements"]:
        row["alone"] = not row["text"].startswith(("Seven", "Ten"))
    assert [c["text"] for c in by_consequence(said)] == ["it", "Seven people died on Sunday"]


def test_the_timeline_shows_no_words_that_can_not_be_read_alone(said: Document) -> None:
    assert not Account(said, every=True).timeline()
    for row in said["statements"]:
        row["alone"] = True
    assert [day for day, _ in Account(said, every=True).timeline()] == ["2025-03-09"]


def test_words_that_say_little_alone_are_folded(said: Document) -> None:
    first, second = said["claims"]
    second |= {"standing": "disputed"}
    for row in said["statements"]:
        row["alone"] = row["id"] in second["statements"]
    assert [c.words for c in Account(said, every=False).claims()] == ["“it”"]
    assert len(Account(said, every=True).claims()) == 2
    for row in said["statements"]:
        row["alone"] = row["id"] in first["statements"]
    assert [c.words for c in Account(said, every=False).claims()] == ["“Seven people died on Sunday”"]
