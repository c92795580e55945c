"""Standing: disputed only where the words that dispute a claim can be shown."""

from collections.abc import Sequence

import pytest

from twosource.comparison.independence.ledger import Ledger
from twosource.comparison.independence.standing import standing
from twosource.domain.article import Article
from twosource.domain.claim import Claim
from twosource.domain.party import LocalParty, Mention, Party
from twosource.domain.reading import Dossier, Reading
from twosource.domain.span import Span
from twosource.domain.statement import Factuality, FactualityValue, Link, Statement
from twosource.domain.story import Story

FIRST = "The ferry sank, Anna Lund said."
DENIED = "Tom Brask denied that the ferry sank."
OTHERWISE = "The ferry has not sunk a second time, Tom Brask said."


def told(text: str, words: str, cue: str, speaker: str, value: FactualityValue) -> Reading:
    article = Article(ref=speaker, text=text, outlet=f"{speaker} Post")
    span, by = (Span(text.index(part), text.index(part) + len(part)) for part in (words, cue))
    local = LocalParty(id=f"l {speaker} {value}", article=article.id, evidence=(by,), name=speaker, kind="person")
    statement = Statement(
        id=f"s {speaker} {value}", article=article.id, evidence=(span,), sentence="t", head=0, voice="paraphrase", chain=(Link(local.id, by),), cue=by
    )
    sign = Factuality(id=f"u {statement.id}", article=article.id, evidence=(span,), statement=statement.id, value=value, time="past")
    return Reading(article, (local, statement, sign))


def verdict(readings: Sequence[Reading]) -> str:
    local = [p for r in readings for p in r.of(LocalParty)]
    parties = [_party(name, tuple(p.id for p in local if p.name == name)) for name in {p.name for p in local}]
    dossier = Dossier(Story(id="t", basis=tuple(r.article.id for r in readings), title="Ferry"), tuple(readings)).with_(parties)
    statements = dossier.observed(Statement)
    ids = tuple(s.id for s in statements)
    return standing(Claim(id="c", basis=ids, text=FIRST, clearest=ids[0]), statements, True, 1, Ledger(dossier))


def _party(name: str, basis: tuple[str, ...]) -> Party:
    said = (Mention("a", Span(0, 1)),)
    return Party(id=f"p {name}", basis=basis, name=name, aliases=(), kind="person", country=None, sectors=(), roles=(), mentions=said)


@pytest.mark.parametrize(
    ("second", "answer"),
    [
        (told(DENIED, "the ferry sank", "denied", "Tom Brask", "CT-"), "disputed"),
        (told(OTHERWISE, "The ferry has not sunk a second time", "said", "Tom Brask", "CT-"), "single-source"),
        (told(DENIED, "the ferry sank", "denied", "Anna Lund", "CT-"), "single-source"),
    ],
)
def test_a_claim_is_disputed_by_a_told_denial_of_somebody_else(second: Reading, answer: str) -> None:
    assert verdict([told(FIRST, "The ferry sank", "said", "Anna Lund", "CT+"), second]) == answer
