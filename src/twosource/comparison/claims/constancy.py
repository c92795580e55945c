"""Constancy: what was laid side by side before keeps its likeness, however many articles come after it.

How telling a word is, and what keeps a pair company, is counted over a story; a further article moves both a little everywhere. So that
it changes only what hangs on it, two things that an earlier answer held beside each other stand to each other as they did then.
"""

from collections.abc import Iterable, Iterator, Sequence

from twosource.domain.identity import identity
from twosource.domain.likeness import Likeness, Wording
from twosource.domain.reading import Earlier


def constant(wordings: Sequence[Wording], found: Iterable[Likeness], earlier: Earlier) -> Iterator[Likeness]:
    """The likenesses found, but those among wordings of the earlier articles as they were without the later ones."""
    then = {s: w.id for w in earlier.of(Wording) for s in w.statements}
    now: dict[str, set[int]] = {}
    old: set[str] = set()
    for n, wording in enumerate(wordings):
        for before in {then[s] for s in wording.statements if s in then}:
            now.setdefault(before, set()).add(n)
            old.add(wording.id)
    yield from (x for x in found if not old.issuperset(x.basis))
    kept: dict[tuple[int, int], float] = {}
    for x in earlier.of(Likeness):
        a, b = (now.get(w, set()) for w in x.basis)
        for pair in {(min(i, j), max(i, j)) for i in a for j in b if i != j}:
            kept[pair] = max(kept.get(pair, 0.0), x.probability)
    for (i, j), probability in sorted(kept.items()):
        basis = (wordings[i].id, wordings[j].id)
        yield Likeness(id=identity("l", *basis), basis=basis, probability=probability)
