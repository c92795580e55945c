"""What may set two statements against each other: weaker evidence than the typed rules ask for, weighed by the learned decision over all pairs."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.comparison.claims import alignment
from twosource.comparison.conflicts.marks import Marks, marks
from twosource.comparison.conflicts.traits import Traits
from twosource.comparison.conflicts.whens import distance

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

NAMES = ("other days", "other numbers", "none such", "calls a lead untrue", "a retort")
"""Names of the hints, in their order."""
# Sentences of an article, its headline among them, that tell what its story is about.
_LEAD = 4
# Sentences within which an article puts what somebody says against it.
_NEAR = 3
# From which difference on, as a share, two numbers are not one.
_ROUNDED = 0.005


def apart(traits: Sequence[Traits], pairs: alignment.Pairs) -> Flags:
    """Which pairs are of two sentences: what one sentence says does not part from itself."""
    _, of = np.unique(np.array([t.said.statement.sentence for t in traits], dtype=str), return_inverse=True)
    different: Flags = of[pairs.left] != of[pairs.right]
    return different


def hints(traits: Sequence[Traits], pairs: alignment.Pairs, asked: NDArray[np.int64]) -> Floats:
    """A row for each pair that shares something, as ``NAMES`` tells: which hints it has; only those that are ``asked`` are looked at."""
    every = [marks(t) for t in traits]
    found = np.zeros((len(pairs.left), len(NAMES)))
    left, right = pairs.left[asked], pairs.right[asked]

    def held(of: Callable[[Marks], object]) -> tuple[Flags, Flags]:
        flags = np.array([bool(of(m)) for m in every], dtype=np.bool_)
        return flags[left], flags[right]

    days, amounts = held(lambda m: m.traits.days), held(lambda m: m.amounts)
    lacking, rejects = held(lambda m: m.lacking), held(lambda m: m.rejects)
    looks: tuple[tuple[int, Flags, Callable[[Marks, Marks], tuple[bool, ...]]], ...] = (
        (0, days[0] & days[1], _other_days),
        (1, amounts[0] & amounts[1], _other_numbers),
        (2, lacking[0] | lacking[1], _none_such),
        (3, rejects[0] != rejects[1], _rejected),
    )
    for at, mask, tells in looks:
        for k in np.flatnonzero(mask).tolist():
            for n, told in enumerate(tells(every[left[k]], every[right[k]]), at):
                found[asked[k], n] = told
    return found


def _other_days(a: Marks, b: Marks) -> tuple[bool]:
    """Dates of which none may be one of the other's."""
    far = [x for p in a.traits.days for q in b.traits.days if (x := distance(p[1], q[1])) is not None]
    return (bool(far) and all(far),)


def _other_numbers(a: Marks, b: Marks) -> tuple[bool]:
    """Numbers of one thing, by its head word, of which none is the other's, whatever their bounds leave open."""
    same = [(x, y) for one, x in a.amounts for other, y in b.amounts if not one.isdisjoint(other)]
    return (bool(same) and all(abs(x - y) > _ROUNDED * max(abs(x), abs(y)) for x, y in same),)


def _none_such(a: Marks, b: Marks) -> tuple[bool]:
    """What there is none of by the one stands in the other, which does not say so too."""
    return (any(not x.lacking.isdisjoint(y.held) and x.lacking.isdisjoint(y.lacking) for x, y in ((a, b), (b, a))),)


def _rejected(a: Marks, b: Marks) -> tuple[bool, bool]:
    """Whether one calls untrue what stands in a lead, and whether it does so just behind the other in its article."""
    rejecting, other = (a.traits.said, b.traits.said) if a.rejects else (b.traits.said, a.traits.said)
    behind = rejecting.slots.order - other.slots.order
    return other.slots.order < _LEAD, rejecting.statement.article == other.statement.article and 0 <= behind <= _NEAR
