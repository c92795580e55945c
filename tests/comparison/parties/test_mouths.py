"""Mouths: statements that quote the same words."""

from twosource.comparison.parties.mouths import Quoted, echoes, one_mouth, quoted
from twosource.domain.article import Article
from twosource.domain.attribution import Quotation
from twosource.domain.reading import Reading
from twosource.domain.span import Span
from twosource.domain.statement import Statement

WORDS = "we will raise the ferry before winter comes"


def reading(name: str, text: str, marked: bool) -> Reading:
    article = Article(ref=name, text=text)
    at = text.index(WORDS)
    span = Span(at, at + len(WORDS))
    statement = Statement(id=name, article=article.id, evidence=(span,), sentence="t", head=0, voice="own")
    quotation = Quotation(id=f"q{name}", article=article.id, evidence=(span,), marks=Span(at - 1, span.end + 1))
    return Reading(article, (statement, quotation) if marked else (statement,))


def test_the_same_words_are_one_mouth_when_one_article_marks_them() -> None:
    a, b = reading("a", f'"{WORDS}", she said.', True), reading("b", f"She said {WORDS}, and left.", False)
    assert one_mouth(quoted([a, b])) == [["a", "b"]]
    assert one_mouth(quoted([b, a])) == [["a", "b"]]


def test_words_that_nobody_marks_are_anyones() -> None:
    assert one_mouth(quoted([reading("a", f"Now {WORDS}.", False), reading("b", f"Then {WORDS}.", False)])) == []


def test_short_phrases_are_anyones() -> None:
    article = Article(ref="a", text='"a great success"')
    span = Span(1, 16)
    said = [Statement(id=f"s{n}", article=article.id, evidence=(span,), sentence="t", head=0, voice="own") for n in range(2)]
    mark = Quotation(id="q", article=article.id, evidence=(span,), marks=Span(0, 17))
    assert quoted([Reading(article, (*said, mark))]) == []


def test_a_line_of_nobodys_is_a_quotation_when_it_shares_more_than_a_phrase() -> None:
    (said,) = quoted([reading("a", f'"{WORDS}", she said.', True)])
    (line,) = quoted([reading("b", f"Now {WORDS}.", False)])
    assert echoes(line, [said])
    assert echoes(said, [])
    phrase = Quoted("c", frozenset(), frozenset(sorted(line.all)[:2]))
    assert not echoes(phrase, [said])
