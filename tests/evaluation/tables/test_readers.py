"""The logic of the tables that lay our claims beside a careful reader's, on invented articles."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from evaluation.tables import grouping, readers
from evaluation.tables.ceilings import Gold, as_story, compared
from evaluation.tables.table import Table

from twosource.domain.claim import Claim
from twosource.domain.conflict import Conflict, Side
from twosource.domain.reading import Dossier, Reading
from twosource.domain.statement import Statement
from twosource.pipeline import Pipeline

FIRST = "The harbour bridge in Larsa collapsed on Sunday, police said. Nobody was hurt."
SECOND = "A bridge in the harbour of Larsa fell down, Mayor Anna Lund told reporters. The mayor said nobody was injured."
Place = tuple[str, int, int]


def place(article: str, text: str, words: str) -> Place:
    start = text.index(words)
    return article, start, start + len(words)


FELL = [place("a", FIRST, "The harbour bridge in Larsa collapsed on Sunday"), place("b", SECOND, "A bridge in the harbour of Larsa fell down")]
HURT = [place("a", FIRST, "Nobody was hurt"), place("b", SECOND, "nobody was injured")]


@pytest.fixture
def gold(read: Callable[..., Reading]) -> Gold:
    row: dict[str, Any] = {"reader": 1, "claims": [FELL, HURT], "conflicts": [{"sides": [[FELL[0]], [FELL[1]]]}]}
    return Gold("harbour", row, {"a": read(FIRST, ref="a", outlet="Larsa Post"), "b": read(SECOND, ref="b", outlet="Velmar Gazette")})


def statements(gold: Gold) -> list[Statement]:
    return [s for reading in gold.read.values() for s in reading.of(Statement)]


def words(gold: Gold, claim: Claim) -> set[str]:
    text = {r.article.id: r.article.text for r in gold.read.values()}
    return {s.span.of(text[s.article]) for s in statements(gold) if s.id in claim.statements}


def test_groups_are_read_the_largest_first(tmp_path: Path) -> None:
    path = tmp_path / "groups.jsonl"
    rows = [{"story": "harbour", "reader": 1, "claims": [HURT[:1], FELL]}, {"story": "harbour", "reader": 2, "claims": [HURT]}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert [readers.read(n, path) for n in (1, 2)] == [{"harbour": [FELL, HURT[:1]]}, {"harbour": [HURT]}]


def test_a_readers_groups_hold_every_statement_once(gold: Gold) -> None:
    found = list(readers.claims(gold, [FELL, [FELL[0], HURT[0]], [("a", len(FIRST) - 1, len(FIRST))]]))
    assert sorted(s for c in found for s in c.statements) == sorted(s.id for s in statements(gold))
    assert len(found[0].statements) == 2 and any("fell down" in one for one in words(gold, found[0]))
    assert words(gold, found[1]) == {"Nobody was hurt"}, "what a larger group has is not taken twice"
    assert all(len(c.statements) == 1 for c in found[1:])


def test_counts_beside_a_reader_who_says_the_same(gold: Gold, pipeline: Pipeline) -> None:
    found = compared(as_story(gold, gold.read.values()), pipeline, readers.claims(gold, [FELL, HURT]))
    made = grouping.counted(gold, found)
    assert (made.n["stories"], made.n["claims"], made.n["theirs"], made.n["ours"], made.n["both"]) == (1, 2, 2, 2, 2)
    row = grouping.row_of("all", made)
    assert row[:3] == ("all", "1", "2") and [round(float(cell or 0), 6) for cell in row[3:7]] == [100.0] * 4


def test_counts_where_nothing_is_laid_together(gold: Gold) -> None:
    alone = as_story(gold, gold.read.values()).with_(readers.claims(gold, []))
    made = grouping.counted(gold, alone)
    assert (made.n["theirs"], made.n["ours"], made.n["both"], made.n["met"], made.n["predicted"]) == (2, 0, 0, 0, 0)
    precision, recall, both = grouping.row_of("all", made)[3:6]
    assert (precision, recall, both) == (0, 0, 0)


def test_a_conflict_is_found_where_two_of_its_sides_are_apart_in_ours(gold: Gold) -> None:
    fell = [next(c.statements[0] for c in readers.claims(gold, []) if words(gold, c) & {w}) for w in _texts(gold)]

    def conflict(*sides: tuple[str, ...]) -> Dossier:
        made = Conflict(id="x", basis=tuple(s for side in sides for s in side), kind="wording", claims=(), sides=tuple(Side("v", s) for s in sides))
        return as_story(gold, gold.read.values()).with_([*readers.claims(gold, []), made])

    assert grouping.counted(gold, conflict((fell[0],), (fell[1],))).n["met"] == 1
    assert grouping.counted(gold, conflict((fell[0], fell[1]), ("s",))).n["met"] == 0


def _texts(gold: Gold) -> list[str]:
    every = [w for c in readers.claims(gold, []) for w in words(gold, c)]
    return [next(w for w in every if part in w) for part in ("collapsed", "fell down")]


def test_a_number_is_right_where_the_readers_groups_give_the_same(gold: Gold, pipeline: Pipeline) -> None:
    same = grouping.numbers(gold, compared(as_story(gold, gold.read.values()), pipeline, readers.claims(gold, [FELL, HURT])))
    assert same["counted"] == same["exact"] == same["two"] == 2
    assert same["shown"] == same["shown_two"] == len(statements(gold))


def test_a_number_is_wrong_where_a_second_account_is_left_apart(gold: Gold, pipeline: Pipeline) -> None:
    apart = grouping.numbers(gold, compared(as_story(gold, gold.read.values()), pipeline, readers.claims(gold, [])))
    assert apart["counted"] == 2 and apart["exact"] == apart["two"] == 0
    assert apart["shown"] - apart["shown_two"] == len(FELL) + len(HURT)


def test_a_number_is_wrong_where_too_much_is_laid_together(gold: Gold, pipeline: Pipeline) -> None:
    row = {**gold.row, "reader": 1, "claims": []}
    made = grouping.numbers(Gold("harbour", row, gold.read), compared(as_story(gold, gold.read.values()), pipeline, readers.claims(gold, [FELL])))
    assert made["counted"] == 0 and made["shown"] - made["shown_two"] == len(FELL)


def test_counts_of_stories_add_up(gold: Gold) -> None:
    alone = grouping.counted(gold, as_story(gold, gold.read.values()).with_(readers.claims(gold, [])))
    both = grouping.Counts()
    both += alone
    both += alone
    assert both.n["stories"] == 2 and len(both.theirs) == 2 * len(alone.theirs) == len(both.ours)


def test_stories_are_read_with_their_articles(shared: Path) -> None:
    story, rows = next(grouping.stories())
    assert {row["id"] for row in rows} == {f"{story['story']}/{name}" for name in story["articles"]}
    held = {name: row["text"] for name, row in zip(story["articles"], rows, strict=True)}
    assert all(0 <= s < e and name in held for group in story["claims"] for name, s, e in group)


def test_a_row_fits_its_table() -> None:
    row = grouping.row_of("none", grouping.Counts(theirs=["x"], ours=["y"]))
    assert len(Table(name="t", title="t", command="c", columns=tuple("abcdefghijklm"), rows=(row,)).rows[0]) == 13
