"""Labels: what ties statements together, told in the names of outlets."""

from dataclasses import replace

from twosource.comparison.independence.labels import corrected, ties
from twosource.comparison.independence.ledger import Ledger
from twosource.domain.article import Article
from twosource.domain.copy import Copy, Passage
from twosource.domain.party import Mention, Party
from twosource.domain.reading import Dossier, Reading
from twosource.domain.span import Span
from twosource.domain.statement import Statement
from twosource.domain.story import Story

NAMED = Article(ref="in/1.html", text="The ferry sank.", outlet="Larsa Post", domain="post.example")
HOSTED = Article(ref="in/2.html", text="A ferry sank.", domain="velmar.example")
BARE = Article(ref="in/3.txt", text="Ferry sank.")
LUND = Party(
    id="p", basis=("l",), name="Anna Lund", aliases=(), kind="person", country=None, sectors=(), roles=(), mentions=(Mention("a", Span(0, 1)),)
)


def ledger(*articles: Article) -> Ledger:
    story = Story(id="t", basis=tuple(a.id for a in articles), title="Ferry")
    return Ledger(Dossier(story, tuple(Reading(a) for a in articles)))


def statement(name: str, article: Article) -> Statement:
    return Statement(id=name, article=article.id, evidence=(Span(0, 5),), sentence="t", head=0, voice="own", chain=())


def copy(one: Article, other: Article, carrier: str | None = None) -> Copy:
    pair = (one.id, other.id)
    return Copy(id=" ".join(pair), basis=pair, articles=pair, share=1, passages=(Passage(Span(0, 5), Span(0, 5)),), carrier=carrier)


def test_an_article_is_named_by_its_outlet_else_its_domain_else_where_it_was_read() -> None:
    known = ledger(NAMED, HOSTED, BARE)
    back = [statement(a.ref, a) for a in (NAMED, HOSTED, BARE)]
    assert corrected(back, known) == [f"correction: {name} takes it back" for name in ("Larsa Post", "in/3.txt", "velmar.example")]


def test_an_own_line_hangs_on_the_attribution_of_its_article_alone() -> None:
    own, told, apart = statement("s1", NAMED), statement("s2", NAMED), statement("s3", BARE)
    found = ties([own, told, apart], {"s1": [], "s2": [LUND], "s3": []}, [], ledger(NAMED, BARE))
    assert found == ["own voice in Larsa Post hangs on the attribution beside it"]


def test_copies_of_one_outlet_are_told_once() -> None:
    again, third = (replace(NAMED, text=NAMED.text + more) for more in (" Nobody was hurt.", " It was late."))
    known = ledger(NAMED, again, third, BARE)
    assert ties([], {}, [copy(NAMED, again), copy(again, third)], known) == [
        "copy: two articles of Larsa Post share a passage; its carrier is not named"
    ]
    assert ties([], {}, [copy(NAMED, BARE, "Velmar Press Agency")], known) == ["copy: Larsa Post and in/3.txt share a passage of Velmar Press Agency"]
