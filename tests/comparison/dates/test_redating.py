"""An article without a date, or with one just older than what it tells, has its weekdays dated by the other articles of the claim."""

from itertools import permutations

from twosource.comparison.dates.redating import redatings
from twosource.domain.article import Article
from twosource.domain.claim import Claim
from twosource.domain.date import Date
from twosource.domain.event import Event, When
from twosource.domain.party import Mention
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Statement


def told(ref: str, published: str | None, value: str | None, words: str = "Sunday") -> Reading:
    """An article that says one thing of a weekday, which was dated so within it."""
    text = f"The dam of {ref} burst on {words}."
    article = Article(ref=ref, text=text, published=published)
    start = text.index(words)
    span = Span(0, text.index(".") + 1)
    return Reading(
        article,
        (
            Sentence(id=f"t{ref}", article=article.id, evidence=(span,), tokens=(), paragraph=0),
            Statement(id=f"s{ref}", article=article.id, evidence=(Span(0, start - 4),), sentence=f"t{ref}", head=0, voice="own"),
            Date(id=f"d{ref}", article=article.id, evidence=(Span(start, start + len(words)),), value=value, reason="as told"),
        ),
    )


def anew(*readings: Reading, apart: bool = False) -> dict[str, str]:
    ids = [s.id for r in readings for s in r.of(Statement)]
    groups = [[i] for i in ids] if apart else [ids]
    claims = [Claim(id=f"c{n}", basis=tuple(g), text="", clearest=g[0]) for n, g in enumerate(groups)]
    return {one.basis[0]: one.value for one in redatings(readings, claims, ())}


LATER = told("b", "2024-01-15", "2024-01-14")


def test_a_page_dated_the_day_before_what_it_tells() -> None:
    older = told("a", "2024-01-13", "2024-01-07")
    assert anew(older, LATER) == {"da": "2024-01-14"}
    (one,) = redatings((older, LATER), [Claim(id="c", basis=("sa", "sb"), text="", clearest="sa")], ())
    assert one.basis == ("da", "db")
    assert one.reason == (
        "1 other article of the claim tells of Sunday, 2024-01-14; the publication date, 2024-01-13, is older than what the article tells"
    )


def test_an_article_without_a_date() -> None:
    assert anew(told("a", None, None, "late on Sunday"), LATER) == {"da": "2024-01-14"}


def test_an_article_without_a_date_that_tells_the_day_in_full_dates_another() -> None:
    assert anew(told("a", None, None), told("b", None, "2024-01-14")) == {"da": "2024-01-14"}


def test_the_order_of_articles_changes_nothing() -> None:
    articles = (told("a", "2024-01-13", "2024-01-07"), LATER, told("c", None, None), told("e", "2024-01-16", "2024-01-14"))
    assert {tuple(sorted(anew(*order).items())) for order in permutations(articles)} == {(("da", "2024-01-14"), ("dc", "2024-01-14"))}


def test_what_is_not_clear_stays() -> None:
    older = told("a", "2024-01-13", "2024-01-07")
    assert anew(older, LATER, apart=True) == {}
    assert anew(older, LATER, told("c", "2024-01-08", "2024-01-07")) == {}  # an article that means the Sunday before
    assert anew(told("a", "2024-01-12", "2024-01-07"), LATER) == {}  # two days before: too far ahead
    assert anew(told("a", "2024-01-13", "2024-01-07", "last Sunday"), LATER) == {}
    assert anew(told("a", "2024-01-13", "2024-01-08", "Monday"), LATER) == {}


def test_an_event_that_hangs_on_the_day_is_told_with_it() -> None:
    older = told("a", "2024-01-13", "2024-01-07")
    event = Event(
        id="e1",
        basis=("l",),
        type="ACCUSE",
        quad=3,
        actors=(),
        recipients=(),
        statements=("sa",),
        mentions=(Mention(older.article.id, Span(0, 3)),),
        date=When("2024-01-07", "as told"),
    )
    (one,) = redatings((older, LATER), [Claim(id="c", basis=("sa", "sb"), text="", clearest="sa")], [event])
    assert one.events == ("e1",)
