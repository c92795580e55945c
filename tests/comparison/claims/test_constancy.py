"""Constancy: earlier likenesses and claims stay as they were told, and what is new may tie them."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.comparison.claims.constancy import constant
from twosource.comparison.claims.matching import clusters, groups
from twosource.domain.likeness import Likeness, Wording
from twosource.domain.reading import Earlier


def wording(*statements: str) -> Wording:
    return Wording(id="w" + "".join(statements), basis=statements)


def like(a: Wording, b: Wording, probability: float) -> Likeness:
    return Likeness(id=f"l{a.id}{b.id}", basis=(a.id, b.id), probability=probability)


A, B, C, NEW = wording("a"), wording("b"), wording("c"), wording("n")
A_COPIED = wording("a", "copy")
EARLIER = Earlier(frozenset("x"), (("a",), ("b",), ("c",)), (A, B, C, like(A, B, 0.4)))


def test_old_pairs_are_as_they_were_and_new_pairs_as_found() -> None:
    found = [like(A_COPIED, B, 0.9), like(B, C, 0.8), like(A_COPIED, NEW, 0.7)]
    now = {x.basis: x.probability for x in constant([A_COPIED, B, C, NEW], found, EARLIER)}
    assert now == {(A_COPIED.id, B.id): 0.4, (A_COPIED.id, NEW.id): 0.7}


def test_claims_that_were_two_join_by_way_of_what_is_new_only() -> None:
    likenesses = [like(A, B, 0.99), like(A, NEW, 0.9), like(B, NEW, 0.9)]
    known = [("a",), ("b",)]
    assert groups([A, B], likenesses[:1], known) == [[A], [B]]
    assert groups([A, B, NEW], likenesses, known) == [[A, B, NEW]]


pairs = st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), st.floats(0.1, 1.0), max_size=20)


@given(pairs=pairs, known=st.lists(st.integers(0, 2), min_size=8, max_size=8), join=st.floats(0.2, 0.8))
def test_known_clusters_are_never_parted(pairs: dict[tuple[int, int], float], known: list[int], join: float) -> None:
    claims = [[i for i in range(6) if known[i] == k] for k in range(3)]
    claims = [c for c in claims if c]
    found = clusters(8, [(i, j, p) for (i, j), p in pairs.items()], join, claims)
    assert sorted(i for c in found for i in c) == list(range(8))
    for mine in claims:
        assert any(set(mine) <= set(c) for c in found)
    for c in found:
        assert sum(set(mine) <= set(c) for mine in claims) < 2 or {6, 7} & set(c)
