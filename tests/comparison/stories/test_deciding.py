"""Deciding: what a person decided holds in every grouping, or is refused."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.comparison.stories.bags import bag
from twosource.comparison.stories.deciding import checked, held_together, kept_apart, unhurt
from twosource.comparison.stories.grouping import grouped
from twosource.domain.decision import Decision
from twosource.domain.story import Story
from twosource.errors import UsageError
from twosource.writers.decisions import written

names = st.sampled_from("abcdef")
decisions = st.lists(
    st.builds(
        lambda kind, articles: Decision(kind, articles, articles=articles),
        st.sampled_from(["together", "apart"]),
        st.lists(names, min_size=2, max_size=3, unique=True).map(tuple),
    ),
    max_size=4,
)
TEXTS = [
    bag(name, "Police in Velmar said that a ferry sank on Lake Orin." if name < "d" else "Sorland passed a budget with taxes.") for name in "abcdef"
]


@given(decided=decisions, known=st.lists(st.lists(names, min_size=1, max_size=2, unique=True), max_size=2))
def test_what_is_decided_holds(decided: list[Decision], known: list[list[str]]) -> None:
    try:
        checked(decided)
    except UsageError:
        return
    stories = unhurt([Story(id=f"k{n}", basis=tuple(ids), title="") for n, ids in enumerate(known)], decided)
    groups = [set(g.members) for g in grouped(TEXTS, [s.articles for s in stories], held_together(decided), kept_apart(decided))]
    assert sorted(i for g in groups for i in g) == list("abcdef")
    for decision in decided:
        met = max(len(g & set(decision.articles)) for g in groups)
        assert met == (len(decision.articles) if decision.kind == "together" else 1)


def test_what_cannot_be_kept_is_named() -> None:
    rows = [Decision(k, n, articles=n) for k, n in (("together", ("a", "b")), ("together", ("b", "c")), ("apart", ("a", "c")))]  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="'a' and 'the third' are decided to be apart, and together through 'b'"):
        checked(rows, {"c": "the third"})


@given(rows=st.lists(st.tuples(st.lists(st.text(min_size=1).filter(lambda t: t.isprintable()), min_size=2, max_size=3), st.text(max_size=9))))
def test_what_is_written_is_read_back(rows: list[tuple[list[str], str]]) -> None:
    kept = [Decision("apart", tuple(articles), because.replace("\ud800", "")) for articles, because in rows]
    kept = [d for d in kept if d.because.isprintable()]
    read = tomllib.loads(written(kept)).get("apart", [])
    assert [(tuple(r["articles"]), r.get("because", "")) for r in read] == [(d.names, d.because) for d in kept]
