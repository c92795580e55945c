"""A dossier made by hand, of invented words, in which every kind of finding occurs."""

import pytest

from twosource.domain.article import Article
from twosource.domain.attribution import Voice
from twosource.domain.claim import Claim, Independence
from twosource.domain.conflict import Conflict, Side
from twosource.domain.copy import Copy, Passage
from twosource.domain.date import Date
from twosource.domain.event import Event, LocalEvent, Place, When
from twosource.domain.furniture import Furniture
from twosource.domain.party import LocalParty, Mention, Party
from twosource.domain.problem import Problem
from twosource.domain.quantity import Quantity
from twosource.domain.reading import Dossier, Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Factuality, Link, Statement
from twosource.domain.story import Story, TimelineEntry
from twosource.writers.document import document
from twosource.writers.writer import Document

FIRST = "Lutra bridge falls\n\nSeven people died on Sunday, Lutra police said. The mayor <b>denied</b> it.\n\nShare this"
SECOND = "Ten people died, Vello Arn told the paper on Monday."
HOSTILE = "\x1b[31mred\x1b[0m [bold]loud[/bold] <script>alert(1)</script> ](http://x.example) \u202e| `x`"


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _statement(article: Article, words: str, sentence: str, party: str | None, by: str = "") -> Statement:
    voice: Voice = "paraphrase" if party else "own"
    chain = (Link(party, at(article.text, by)),) if party else ()
    cue = at(article.text, "said") if "said" in article.text and party else None
    return Statement(
        id=f"s-{words}", article=article.id, evidence=(at(article.text, words),), sentence=sentence, head=0, voice=voice, cue=cue, chain=chain
    )


def made(hostile: bool = False) -> Dossier:
    """Two articles, one claim that both make with two numbers, and a denial."""
    one = Article(ref="a.txt", path="a.txt", text=FIRST, title=Span(0, 18), outlet=HOSTILE if hostile else "The Lutra Sun", published="2025-03-09")
    two = Article(ref="b", path="rows.jsonl", text=SECOND, url="https://arn.example/b", domain="arn.example")
    t1, t2 = "t1", "t2"
    sentences = (
        Sentence(id=t1, article=one.id, evidence=(at(FIRST, "Seven people died on Sunday, Lutra police said."),), tokens=(), paragraph=1),
        Sentence(id=t2, article=one.id, evidence=(at(FIRST, "The mayor <b>denied</b> it."),), tokens=(), paragraph=1),
    )
    police = LocalParty(id="l1", article=one.id, evidence=(at(FIRST, "Lutra police"),), name="Lutra police", kind="organisation")
    mayor = LocalParty(id="l2", article=one.id, evidence=(at(FIRST, "The mayor"),), name="the mayor")
    arn = LocalParty(id="l3", article=two.id, evidence=(at(SECOND, "Vello Arn"),), name="Vello Arn", kind="person")
    seven = _statement(one, "Seven people died on Sunday", t1, "l1", "Lutra police")
    denial = _statement(one, "it", t2, "l2", "The mayor")
    ten = _statement(two, "Ten people died", "t3", "l3", "Vello Arn")
    third = Sentence(id="t3", article=two.id, evidence=(Span(0, len(SECOND)),), tokens=(), paragraph=0)
    local = LocalEvent(id="e1", article=one.id, evidence=(at(FIRST, "died"),), type="ASSAULT", quad=4, actors=(), recipients=(), statement=seven.id)
    first = Reading(
        one,
        (
            Furniture(id="f1", article=one.id, evidence=(at(FIRST, "Share this"),), kind="share", reason="asks to share"),
            *sentences,
            police,
            mayor,
            seven,
            denial,
            Factuality(id="v1", article=one.id, evidence=seven.evidence, statement=seven.id, value="CT+", time="past"),
            Factuality(id="v2", article=one.id, evidence=denial.evidence, statement=denial.id, value="CT-", time="past", trigger=at(FIRST, "denied")),
            Date(id="d1", article=one.id, evidence=(at(FIRST, "on Sunday"),), value="2025-03-09", reason="the day of publication"),
            Quantity(id="q1", article=one.id, evidence=(at(FIRST, "Seven people"),), low=7, high=7, unit="people"),
            local,
        ),
    )
    second = Reading(
        two,
        (
            third,
            arn,
            ten,
            Date(id="d2", article=two.id, evidence=(at(SECOND, "on Monday"),), value=None, reason="publication is not known"),
            Quantity(id="q2", article=two.id, evidence=(at(SECOND, "Ten people"),), low=10, high=10, unit="people"),
        ),
        (Problem(kind="no-publication-date", message="b has no publication date.", article=two.id),),
    )
    parties = tuple(
        Party(
            id=f"P{p.id}",
            basis=(p.id,),
            name=p.name,
            aliases=(),
            kind=p.kind,
            country=None,
            sectors=(),
            roles=(),
            mentions=(Mention(p.article, p.span),),
        )
        for p in (police, mayor, arn)
    )
    event = Event(
        id="E1",
        basis=("e1",),
        type="ASSAULT",
        quad=4,
        actors=(),
        recipients=(),
        statements=(seven.id,),
        mentions=(Mention(one.id, local.span),),
        place=Place("Lutra", reason="not in the gazetteer"),
        date=When("2025-03-09", "its statement's date"),
    )
    claims: tuple[Claim, ...] = (Claim(id="c1", basis=(seven.id, ten.id), text=seven.span.of(FIRST), clearest=seven.id, events=("E1",)),)
    claims += (Claim(id="c2", basis=(denial.id,), text="it", clearest=denial.id),)
    rests = (
        Independence(
            id="i1",
            basis=("c1",),
            claim="c1",
            independent=2,
            rests_on=("Pl1", "Pl3"),
            origins=("Pl1", "Pl3"),
            carriers=(),
            standing="corroborated",
            stake=("Pl1",),
            kin=(("Pl1", "Pl2"),),
            dependence=("same credit",),
        ),
        Independence(
            id="i2",
            basis=("c2",),
            claim="c2",
            independent=1,
            rests_on=("Pl2",),
            origins=("Pl2",),
            carriers=(),
            standing="single-source",
            would_raise="a second party",
        ),
    )
    conflict = Conflict(
        id="x1", basis=(seven.id, ten.id), kind="quantity", claims=("c1",), sides=(Side("7 people", (seven.id,)), Side("10 people", (ten.id,)))
    )
    shared = Copy(
        id="k1",
        basis=(one.id, two.id),
        articles=(one.id, two.id),
        share=0.2,
        passages=(Passage(at(FIRST, "people died"), at(SECOND, "people died")),),
    )
    day = TimelineEntry(id="y1", basis=("E1", seven.id), value="2025-03-09", event="E1", statements=(seven.id,))
    return Dossier(
        Story(id="story1", basis=(one.id, two.id), title=HOSTILE if hostile else "Lutra bridge falls", because=("shared words: bridge",)),
        (first, second),
        (*parties, event, *claims, *rests, conflict, shared, day),
        (*second.problems, Problem(kind="missing", message="c.txt does not exist: check the path.", path="c.txt")),
    )


MADE_BY = {"twosource": "0.0.0", "models": {"scripted": "0" * 64}}


@pytest.fixture
def said() -> Document:
    """The dossier as plain values."""
    return document(made(), MADE_BY)


@pytest.fixture
def hostile() -> Document:
    """The same with a title and an outlet that try to be commands and markup."""
    return document(made(hostile=True), MADE_BY)
