"""Changes: an answer of hand-made values held against a later one."""

from dataclasses import replace

import pytest

from twosource.comparison.answers.changes import changes
from twosource.domain.answer import Answer, ToldClaim, ToldConflict, ToldCopy, ToldSide, ToldStatement, ToldStory, ToldValue
from twosource.domain.article import Article
from twosource.domain.change import Change, Changes
from twosource.domain.span import Span
from twosource.domain.story import Story

ONE = Article(ref="one", outlet="The Lutra Sun", text="Seven people died, police said. The bridge was old.")
TWO = Article(ref="two", outlet="Radio Arn", text="Seven people died, a nurse said. Nobody died, the mayor said.")


def said(article: Article, words: str, *chain: str, sign: str = "CT+", start: int | None = None, correction: bool = False) -> ToldStatement:
    at = article.text.index(words) if start is None else start
    return ToldStatement(f"{article.id}-{at}", article.id, Span(at, at + len(words)), words, chain, sign, (), correction)


def claim(name: str, *statements: ToldStatement, standing: str = "single-source", independent: int = 1) -> ToldClaim:
    return ToldClaim(name, statements[0].text, tuple(s.id for s in statements), standing, independent, ())


def answer(
    articles: list[Article],
    statements: list[ToldStatement],
    claims: list[ToldClaim],
    conflicts: tuple[ToldConflict, ...] = (),
    *,
    copies: tuple[ToldCopy, ...] = (),
    made_by: str = "1",
) -> Answer:
    names = {a.id: a.outlet or a.ref for a in articles}
    story = Story(id="story", basis=tuple(a.id for a in articles), title="Bridge")
    return Answer(made_by, (ToldStory(story, names, tuple(articles), tuple(statements), tuple(claims), conflicts, copies),))


SEVEN = said(ONE, "Seven people died", "police")
OLD = said(ONE, "The bridge was old")
NURSE = said(TWO, "Seven people died", "a nurse")
DENIAL = said(TWO, "Nobody died", "the mayor", sign="CT-")
BEFORE = answer([ONE], [SEVEN, OLD], [claim("c1", SEVEN), claim("c2", OLD, standing="unattributed")])


def only(found: list[Changes], of: str, kind: str) -> Change:
    rows = [c for one in found for c in one.rows if (c.of, c.kind) == (of, kind)]
    assert len(rows) == 1, rows
    return rows[0]


def kinds(found: list[Changes]) -> set[tuple[str, str]]:
    return {(c.of, c.kind) for one in found for c in one.rows}


def test_the_same_answer_tells_nothing_otherwise() -> None:
    assert changes(BEFORE, BEFORE, {}) == [Changes(same_maker=True, rows=())]


def test_a_further_origin_lifts_a_claim_and_is_the_reason() -> None:
    later = answer(
        [ONE, TWO],
        [SEVEN, OLD, NURSE],
        [claim("c9", SEVEN, NURSE, standing="corroborated", independent=2), claim("c2", OLD, standing="unattributed")],
    )
    found = changes(BEFORE, later, {})
    risen = only(found, "claim", "risen")
    assert risen.was and risen.now
    assert (risen.was.standing, risen.now.standing, risen.was.independent, risen.now.independent) == ("single-source", "corroborated", 1, 2)
    (ground,) = risen.because
    assert (ground.kind, ground.by, ground.words.text) == ("further-origin", ("a nurse", "Radio Arn"), "Seven people died")
    assert ground.words.span.of(TWO.text) == ground.words.text
    assert kinds(found) == {("article", "new"), ("claim", "risen")}


@pytest.mark.parametrize("correction", [False, True])
def test_a_denial_lowers_a_claim_and_is_the_reason(correction: bool) -> None:
    against = replace(DENIAL, correction=correction)
    later = answer([ONE, TWO], [SEVEN, OLD, against], [claim("c9", SEVEN, against, standing="disputed"), claim("c2", OLD, standing="unattributed")])
    fallen = only(changes(BEFORE, later, {}), "claim", "fallen")
    assert [g.kind for g in fallen.because] == ["correction" if correction else "denial"]
    assert fallen.because[0].words.text == "Nobody died"


def test_what_is_said_again_is_told_and_moves_nothing() -> None:
    again = replace(NURSE, chain=("police",))
    later = answer([ONE, TWO], [SEVEN, OLD, again], [claim("c9", SEVEN, again), claim("c2", OLD, standing="unattributed")])
    row = only(changes(BEFORE, later, {}), "claim", "told")
    assert [g.kind for g in row.because] == ["same-origin"]


def test_a_replaced_article_takes_its_claims_along() -> None:
    new = Article(ref="one", outlet="The Lutra Sun", text="Nobody died. Still, the bridge was old.")
    kept = said(new, "the bridge was old", sign="CT+")
    nobody = said(new, "Nobody died", sign="CT-")
    later = answer([new], [kept, nobody], [claim("c7", kept, standing="unattributed"), claim("c8", nobody)])
    (found,) = changes(BEFORE, later, {ONE.id: new.id})
    assert kinds([found]) == {("article", "replaced"), ("claim", "gone"), ("claim", "new")}
    gone = only([found], "claim", "gone")
    assert gone.was and gone.was.text == "Seven people died"
    assert [(g.kind, g.words.article) for g in gone.because] == [("no-longer-told", ONE.id)]
    assert [a.id for a in found.gone] == [ONE.id]


def test_claims_joined_and_parted_are_the_same_claims() -> None:
    apart = answer([ONE, TWO], [SEVEN, OLD, NURSE], [claim("c1", SEVEN), claim("c3", NURSE), claim("c2", OLD)])
    together = answer([ONE, TWO], [SEVEN, OLD, NURSE], [claim("c4", SEVEN, NURSE), claim("c2", OLD)])
    joined = only(changes(apart, together, {}), "claim", "joined")
    assert joined.now and joined.now.id == "c4"
    parted = only(changes(together, apart, {}), "claim", "parted")
    assert parted.was and parted.was.id == "c4"


def test_statements_read_a_little_otherwise_are_the_same() -> None:
    longer = replace(SEVEN, id="s-other", span=Span(0, 20), text=ONE.text[:20])
    later = answer([ONE], [longer, OLD], [claim("c9", longer), claim("c2", OLD, standing="unattributed")], made_by="2")
    (found,) = changes(BEFORE, later, {})
    assert found.rows == () and not found.same_maker


def test_conflicts_come_are_updated_and_are_settled() -> None:
    sides = (ToldSide("seven", (SEVEN.id,)), ToldSide("none", (DENIAL.id,)))
    conflict = ToldConflict("x1", "quantity", False, ("c1",), sides)
    rows = [claim("c1", SEVEN, DENIAL), claim("c2", OLD)]
    plain = answer([ONE, TWO], [SEVEN, OLD, DENIAL], rows)
    parted = answer([ONE, TWO], [SEVEN, OLD, DENIAL], rows, (conflict,))
    updated = answer([ONE, TWO], [SEVEN, OLD, DENIAL], rows, (replace(conflict, update=True),))
    new = only(changes(plain, parted, {}), "conflict", "new")
    assert [g.words.text for g in new.because] == ["Seven people died", "Nobody died"]
    row = only(changes(plain, updated, {}), "conflict", "updated")
    assert row.was and row.now and (row.was.text, row.now.text) == ("seven", "none")
    assert only(changes(parted, plain, {}), "conflict", "settled").now is None
    more = replace(conflict, id="x2", sides=(ToldSide("seven", (SEVEN.id, OLD.id)), sides[1]))
    assert changes(parted, answer([ONE, TWO], [SEVEN, OLD, DENIAL], rows, (more,)), {})[0].rows == ()


def test_a_copy_that_lowers_is_the_reason() -> None:
    rows = [SEVEN, OLD, NURSE]
    before = answer([ONE, TWO], rows, [claim("c1", SEVEN, NURSE, standing="corroborated", independent=2), claim("c2", OLD)])
    copy = ToldCopy((ONE.id, TWO.id), ((ONE.id, Span(0, 20)), (TWO.id, Span(0, 20))))
    after = answer([ONE, TWO], rows, [claim("c1", SEVEN, NURSE), claim("c2", OLD)], copies=(copy,))
    assert [g.kind for g in only(changes(before, after, {}), "claim", "fallen").because] == ["copy"]


def test_origins_that_turn_out_to_be_one_are_the_reason() -> None:
    before = answer([ONE, TWO], [SEVEN, NURSE], [claim("c1", SEVEN, NURSE, standing="corroborated", independent=2)])
    after = answer([ONE, TWO], [SEVEN, replace(NURSE, chain=("police",))], [claim("c1", SEVEN, NURSE)])
    assert [g.kind for g in only(changes(before, after, {}), "claim", "fallen").because] == ["parties-joined"]


def test_a_day_that_became_known_is_an_update() -> None:
    dated = ToldValue("date", Span(0, 5), ONE.text[:5], None)
    before = answer([ONE], [replace(SEVEN, values=(dated,))], [claim("c1", SEVEN)])
    after = answer([ONE], [replace(SEVEN, values=(replace(dated, value="2025-03-09"),))], [claim("c1", SEVEN)])
    row = only(changes(before, after, {}), "date", "updated")
    assert row.was and row.now and (row.was.text, row.now.text) == ("open", "2025-03-09")
    assert row.because[0].words.text == ONE.text[:5]


def test_a_conflict_that_is_no_update_any_more_is_the_reason() -> None:
    sides = (ToldSide("seven", (SEVEN.id,)), ToldSide("none", (DENIAL.id,)))
    update = ToldConflict("x1", "quantity", True, ("c1",), sides)
    rows = [SEVEN, DENIAL]
    before = answer([ONE, TWO], rows, [claim("c1", SEVEN, DENIAL, standing="corroborated", independent=2)], (update,))
    after = answer([ONE, TWO], rows, [claim("c1", SEVEN, DENIAL, standing="disputed", independent=2)], (replace(update, update=False),))
    assert {g.kind for g in only(changes(before, after, {}), "claim", "fallen").because} == {"conflict"}


def test_another_sign_that_denies_nothing_is_a_further_origin() -> None:
    later = answer([ONE, TWO], [SEVEN, DENIAL], [claim("c9", SEVEN, DENIAL, standing="corroborated", independent=2)])
    before = answer([ONE], [SEVEN], [claim("c1", SEVEN)])
    assert [g.kind for g in only(changes(before, later, {}), "claim", "risen").because] == ["further-origin"]
