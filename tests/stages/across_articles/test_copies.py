"""Copies: one wire text in two articles, with the agency they credit."""

from collections.abc import Callable

from twosource.domain.article import Article
from twosource.domain.attribution import Quotation
from twosource.domain.copy import Copy
from twosource.domain.furniture import Furniture
from twosource.domain.reading import Dossier, Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.story import Story
from twosource.stages.across_articles.copies import Copies

WIRE = (
    "A ferry with sixty people on board sank on Lake Orin early on Monday after its engine room filled with smoke, "
    "and boats from the fishing villages along the northern shore brought most of them to land before dawn."
)
OWN = "Nobody in the harbour of Brask could remember a worse night, and the bells of the old church rang until noon."
QUOTED = "we will not rest until every single family on this lake knows what happened to the people they love and have lost"


def reading(text: str, name: str, outlet: str | None = None, credit: str | None = None, quoted: str | None = None) -> Reading:
    article = Article(ref=name, text=text, outlet=outlet or name)
    found: list[Sentence | Quotation | Furniture] = [
        Sentence(id=f"t{name}", article=article.id, evidence=(Span(0, len(text)),), tokens=(), paragraph=0)
    ]
    if quoted:
        at = text.index(quoted)
        span = Span(at, at + len(quoted))
        found.append(Quotation(id=f"q{name}", article=article.id, evidence=(span,), marks=Span(at - 1, span.end + 1)))
    if credit:
        found.append(Furniture(id=f"f{name}", article=article.id, evidence=(Span(0, 1),), kind="credit", reason="", names=(credit,)))
    return Reading(article, tuple(found))


def copies(*readings: Reading) -> list[Copy]:
    story = Story(id="s", basis=tuple(r.article.id for r in readings), title="")
    return [c for c in Copies().run(Dossier(story=story, readings=readings)) if isinstance(c, Copy)]


def test_a_shared_passage_is_a_copy_with_its_places() -> None:
    a, b = reading(f"{WIRE} {OWN}", "one"), reading(f"In Velmar. {WIRE}", "two")
    (copy,) = copies(a, b)
    texts = {r.article.id: r.article.text for r in (a, b)}
    (passage,) = copy.passages
    assert passage.a.of(texts[copy.articles[0]]) == passage.b.of(texts[copy.articles[1]]) == WIRE.rstrip(".")
    assert copy.carrier is None
    assert 0.9 < copy.share < 1
    assert list(copy.articles) == sorted(copy.articles)


def test_the_agency_both_credit_or_the_one_that_is_named_carries() -> None:
    both = reading(WIRE, "one", credit="AP"), reading(f"{WIRE} {OWN}", "two", credit="Associated Press")
    assert [c.carrier for c in copies(*both)] == ["Associated Press"]
    one = reading(WIRE, "one", credit="AFP"), reading(f"{WIRE} {OWN}", "two")
    assert [c.carrier for c in copies(*one)] == ["Agence France-Presse"]
    agency = reading(WIRE, "one", outlet="Reuters"), reading(f"{WIRE} {OWN}", "two")
    assert [c.carrier for c in copies(*agency)] == ["Reuters"]
    unlike = reading(WIRE, "one", credit="AFP"), reading(f"{WIRE} {OWN}", "two", credit="AP")
    assert [c.carrier for c in copies(*unlike)] == [None]


def test_the_same_quotation_is_no_copy() -> None:
    a = reading(f'The mayor said: "{QUOTED}". {OWN}', "one", quoted=QUOTED)
    b = reading(f'"{QUOTED}", according to Mayor Brandt, who spoke at the pier.', "two", quoted=QUOTED)
    assert copies(a, b) == []


def test_who_spoke_belongs_to_the_quotation() -> None:
    speaker = "said Ilse Brandt, a dairy farmer who has lived near the lake of Orin all her life"
    a = reading(f'"{QUOTED}", {speaker}. {OWN}', "one", quoted=QUOTED)
    b = reading(f'The night was cold. "{QUOTED}", {speaker}.', "two", quoted=QUOTED)
    whole = [Span(r.article.text.index('"'), r.article.text.index("her life") + 9) for r in (a, b)]
    alone = [
        Reading(r.article, (*(o for o in r.observations if not isinstance(o, Sentence)), *sentences(r.article, span)))
        for r, span in zip((a, b), whole, strict=True)
    ]
    assert copies(*alone) == []


def sentences(article: Article, one: Span) -> list[Sentence]:
    """That stretch as a sentence of its own between what is before and after it."""
    spans = [Span(a, b) for a, b in ((0, one.start), (one.start, one.end), (one.end, len(article.text))) if a < b]
    return [Sentence(id=f"t{article.id}{s.start}", article=article.id, evidence=(s,), tokens=(), paragraph=0) for s in spans]


def test_initials_and_name_of_an_agency_are_one_carrier() -> None:
    initials, name = reading(WIRE, "one"), reading(f"{WIRE} {OWN}", "two", credit="Velmar Press Agency")
    dateline = Furniture(id="fd", article=initials.article.id, evidence=(Span(0, 1),), kind="dateline", reason="", names=("VPA",))
    assert [c.carrier for c in copies(initials.with_([dateline]), name)] == ["Velmar Press Agency"]


def test_furniture_is_no_copy() -> None:
    a, b = reading(WIRE, "one"), reading(WIRE + " Then some.", "two")
    bare = Reading(b.article, ())
    assert copies(a, bare) == []


def test_a_whole_short_text_is_a_copy_however_short() -> None:
    (copy,) = copies(reading("Ferry sinks.", "one"), reading("Ferry sinks", "two"))
    assert copy.share == 1


def test_order_changes_nothing_and_one_article_has_no_copy() -> None:
    a, b, c = reading(WIRE, "one"), reading(f"{WIRE} {OWN}", "two"), reading(OWN, "three")
    assert copies(a, b, c) == copies(c, b, a)
    assert len(copies(a, b, c)) == 2
    assert copies(a) == []


def test_the_pipeline_finds_it(compare: "Callable[..., Dossier]") -> None:
    dossier = compare(Article(ref="one", text=f"{WIRE}\n\n{OWN}", outlet="One"), Article(ref="two", text=f"{WIRE}", outlet="Two"))
    assert len(dossier.of(Copy)) == 1
