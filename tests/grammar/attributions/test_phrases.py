"""A phrase that is quoted in part is no clause: its statement is the whole, and whoever is quoted says it."""

import pytest

from twosource.domain.article import Article
from twosource.domain.attribution import Attribution
from twosource.domain.finding import Observation
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Statement
from twosource.grammar.attributions.phrases import phrasal
from twosource.inference.model import LanguageModel
from twosource.stages.within_article.chains import Chains
from twosource.stages.within_article.clauses import Clauses

TEXT = "Mara Lund renewed her attack on the “rotten” council of Dalby on Friday."


def tagged(model: LanguageModel, text: str, source: str, cue: str, content: str) -> Reading:
    """A reading of one sentence with one attribution, as a tagger gives it."""
    article = Article(ref="x", text=text)

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    sentence = Sentence(id="t1", article=article.id, evidence=(Span(0, len(text)),), tokens=model.parse([text])[0][0], paragraph=0)
    spans = (at(content), at(source), at(cue))
    attribution = Attribution(
        id="b1",
        article=article.id,
        evidence=spans,
        source=(spans[1],),
        cue=(spans[2],),
        content=(spans[0],),
        voice="paraphrase",
        reason="tagged",
        kind="say",
        strength="strong",
    )
    found: tuple[Observation, ...] = (sentence, attribution)
    return Reading(article, found)


@pytest.mark.parametrize(
    ("text", "said", "found"),
    [
        (TEXT, ("Mara Lund", "attack on", "the “rotten” council of Dalby"), True),
        (TEXT, ("Mara Lund", "attack on", "“rotten” council of Dalby"), False),
        ("Mara Lund whispered the council was “rotten” on Friday.", ("Mara Lund", "whispered", "the council was “rotten”"), False),
    ],
)
def test_what_is_a_phrase(model: LanguageModel, text: str, said: tuple[str, str, str], *, found: bool) -> None:
    reading = tagged(model, text, *said)
    assert phrasal(reading.of(Attribution)[0], text, reading.of(Sentence)) is found


def test_its_statement_is_the_whole_and_has_its_speaker(model: LanguageModel) -> None:
    reading = tagged(model, TEXT, "Mara Lund", "attack on", "the “rotten” council of Dalby")
    for stage in (Clauses(), Chains()):
        reading = reading.with_(next(iter(stage.run([reading]))))
    (statement,) = reading.of(Statement)
    assert statement.span.of(TEXT) == TEXT.rstrip(".")
    assert [link.span.of(TEXT) for link in statement.chain] == ["Mara Lund"]
