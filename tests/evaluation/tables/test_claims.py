"""The logic of the tables about claims, on invented articles."""

from collections.abc import Callable
from typing import Any

import pytest
from evaluation.tables.ablation import all_parties_apart, columns, without_copies, without_credits
from evaluation.tables.ceilings import Gold, covering, judged, ours, with_groups, with_mentions

from twosource.domain.claim import Claim
from twosource.domain.copy import Copy
from twosource.domain.furniture import Furniture
from twosource.domain.party import LocalParty, Party
from twosource.domain.reading import Dossier, Reading
from twosource.domain.span import Span
from twosource.domain.statement import Statement
from twosource.pipeline import Pipeline

FIRST = "The harbour bridge in Larsa collapsed on Sunday, police said. Nobody was hurt."
SECOND = "A bridge in the harbour of Larsa fell down, Mayor Anna Lund told reporters. The mayor said nobody was injured."


def mention(article: str, text: str, words: str, *chain: str) -> dict[str, Any]:
    start = text.index(words)
    told = {"article": article, "start": start, "end": start + len(words), "quote": words, "chain": list(chain)}
    return told | {"voice": "paraphrase" if chain else "own", "factuality": "CT+", "time": "past"}


@pytest.fixture
def gold(read: Callable[..., Reading]) -> Gold:
    fell = [mention("a", FIRST, "The harbour bridge in Larsa collapsed on Sunday", "police")]
    fell.append(mention("b", SECOND, "A bridge in the harbour of Larsa fell down", "Anna Lund"))
    hurt = [mention("a", FIRST, "Nobody was hurt"), mention("b", SECOND, "nobody was injured", "Anna Lund")]
    claims = [{"id": "c1", "independent_sources": 2, "mentions": fell}, {"id": "c2", "independent_sources": 2, "mentions": hurt}]
    articles = {"a": read(FIRST, ref="a", outlet="Larsa Post"), "b": read(SECOND, ref="b", outlet="Velmar Gazette")}
    row = {"articles": [{"id": "a"}, {"id": "b"}], "entities": [], "claims": claims}
    return Gold("harbour", row, articles)


def test_a_mention_is_covered_by_the_statement_that_holds_its_words(gold: Gold) -> None:
    reading = gold.read["a"]
    whole = covering(reading.of(Statement), FIRST, Span(0, 47))
    assert whole is not None and whole.span.of(FIRST).startswith("The harbour bridge")
    assert covering(reading.of(Statement), FIRST, Span(53, 60)) is None
    assert all(s is not None for ids in ours(gold).values() for s in ids)


def test_given_groups_take_the_place_of_ours(gold: Gold, pipeline: Pipeline) -> None:
    held = ours(gold)
    found = with_groups(gold, held, pipeline)
    assert {frozenset(c.statements) for c in found.of(Claim)} == {frozenset(s for s in ids if s) for ids in held.values()}
    n, theirs, mine = judged(gold, held, found)
    assert (n["claims"], n["exact"], n["two"]) == (2, 2, 2)
    assert len(theirs) == len(mine) == 4


def test_given_mentions_are_the_only_statements(gold: Gold, pipeline: Pipeline) -> None:
    for chains in (False, True):
        found, held = with_mentions(gold, chains, pipeline)
        statements = {s.id: s for s in found.observed(Statement)}
        assert {s for ids in held.values() for s in ids} == set(statements)
        chained = [len(statements[s].chain) for s in held["c1"] if s]
        assert chained == [1, 1]
        assert judged(gold, held, found)[0]["claims"] == 2


def test_a_claim_without_a_statement_is_wrong(gold: Gold, pipeline: Pipeline) -> None:
    nothing: dict[str, list[str | None]] = {"c1": [None, None], "c2": [None, None]}
    n, theirs, mine = judged(gold, nothing, with_groups(gold, nothing, pipeline))
    assert (n["exact"], n["two"]) == (0, 0) and len(set(mine)) == len(theirs) == 4


def test_stages_are_run_as_if_a_thing_were_not_there(compare: Callable[..., Dossier]) -> None:
    from_wire = (
        "LARSA, Dec 31 (AP) - "
        + FIRST
        + " "
        + "Boats could not pass and ferries were sent round by the northern lock until the evening of the day after."
    )
    found = compare(from_wire, from_wire + " More follows.")
    assert found.of(Copy) and not without_copies(found).of(Copy)
    assert any(f.names for f in found.observed(Furniture)), "the wire is credited"
    assert not any(f.names for f in without_credits(found).observed(Furniture))
    apart = all_parties_apart(found)
    assert sorted(i for p in apart.of(Party) for i in p.basis) == sorted(p.id for p in found.observed(LocalParty))
    assert len({p.name.lower() for p in apart.of(Party)}) == len(apart.of(Party))


def test_features_are_known_by_their_words() -> None:
    names = ("cosine classes", "same numbers", "is left's best")
    assert columns(names, ["classes"]) == [0]
    assert columns(names, ["left", "numbers"]) == [1, 2]
    assert columns(names, ["number"]) == []
