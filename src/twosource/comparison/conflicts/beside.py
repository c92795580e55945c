"""Two deeds laid side by side: whether they are one deed, told of one subject, of the same matter."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.comparison.conflicts.deeds import Deed, bits
from twosource.comparison.conflicts.said import Said
from twosource.grammar.slots import classes, stem

# Deeds that everybody does: sharing one tells nothing.
EVERYONES = frozenset(
    stem(w)
    for w in (
        "say",
        "tell",
        "add",
        "report",
        "call",
        "be",
        "have",
        "do",
        "make",
        "get",
        "take",
        "know",
        "see",
        "think",
        "go",
        "come",
        "want",
        "try",
        "confirm",
    )
)
# A deed in more statements than this tells no two of them apart, and all of a story are looked at until this many pairs are found.
_CROWD = 120
_MOST = 400_000
# From here on two statements say one thing but for what they part in.
ALIKE = 0.3
# The least that two deeds share besides the verb where no subject ties them, in bits: one telling word.
TELLING = 8.0
# The same where one subject is named and the other described, and how alike their statements must be.
_DESCRIBED, _DESCRIBED_ALIKE = 7.0, 0.15


@dataclass(frozen=True, slots=True)
class Beside:
    """Two deeds with what they have in common.

    Attributes:
        alike: how probable it is that their statements say one thing (0 when nobody thought so).
        same_word: whether they share the verb itself, not only its meaning.
        one_subject, other_subject: whether both name a subject and it is the same, or is not.
        left, right: the share of the matter of the one that the other holds too, 0 to 1; 1 where there is none.
        shared: bits of the matter in common.
    """

    a: Said
    b: Said
    f: Deed
    g: Deed
    alike: float
    same_word: bool
    one_subject: bool
    other_subject: bool
    left: float
    right: float
    shared: float

    @property
    def tied(self) -> bool:
        """Whether something besides the verb ties both: a subject, or a telling word of statements that are alike."""
        return not self.other_subject and (self.one_subject or (self.shared >= TELLING and self.alike >= ALIKE))

    @property
    def described(self) -> bool:
        """Whether one names its subject where the other describes one that may be the same ("the country" for Norland), and much else is the same."""
        if {self.f.called, self.g.called} != {"name", "kind"}:
            return False
        return self.same_word and self.shared >= _DESCRIBED and self.alike >= _DESCRIBED_ALIKE


def laid(a: Said, b: Said, alike: float) -> list[Beside]:
    """Deeds of one statement beside deeds of the other that do the same: each beside its nearest only."""
    every = [_laid(a, b, f, g, alike) for f in a.deeds for g in b.deeds if f.forms & g.forms - EVERYONES]
    every.sort(key=lambda x: (-x.same_word, -x.one_subject, -x.shared, x.f.at, x.g.at))
    left: set[int] = set()
    right: set[int] = set()
    found = []
    for pair in every:
        if pair.f.at not in left and pair.g.at not in right:
            found.append(pair)
            left.add(pair.f.at)
            right.add(pair.g.at)
    return found


def _one_subject(f: Deed, g: Deed) -> bool:
    """Whether who does it, or to whom it is done, is the same; what an active verb does it to stands among its matter."""
    if f.passive == g.passive:
        return bool(f.subject & g.subject)
    done_to, doing = (f, g) if f.passive else (g, f)
    return bool(done_to.subject & doing.held)


def _held(matter: frozenset[str], by: Deed) -> frozenset[str]:
    """The words of ``matter`` that a deed holds too, by themselves or as near synonyms."""
    return frozenset(m for m in matter if m in by.held or not by.held.isdisjoint(classes(m)))


def _laid(a: Said, b: Said, f: Deed, g: Deed, alike: float) -> Beside:
    one = _one_subject(f, g)
    mine, other = _held(f.matter, g), _held(g.matter, f)
    return Beside(
        *(a, b, f, g, alike),
        same_word=bool(f.stems & g.stems - EVERYONES),
        one_subject=one,
        other_subject=bool(f.subject and g.subject and not one),
        left=bits(mine) / bits(f.matter) if f.matter else 1.0,
        right=bits(other) / bits(g.matter) if g.matter else 1.0,
        shared=max(bits(mine), bits(other)),
    )


def candidates(said: Mapping[str, Said], likely: Mapping[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """Pairs of wordings worth a look, with how alike they are: those thought alike, and those that tell of the same deed.

    The rarest deeds come first, and a budget bounds how many pairs are made.
    """
    found = {(a, b): p for (a, b), p in likely.items() if a in said and b in said}
    telling: defaultdict[str, list[str]] = defaultdict(list)
    for wording in sorted(said):
        for key in sorted(set().union(*(d.forms for d in said[wording].deeds)) - EVERYONES):
            telling[key].append(wording)
    groups = sorted((g for g in telling.values() if len(g) <= _CROWD), key=lambda g: (len(g), g[0]))
    for group in groups:
        if len(found) > _MOST:
            break
        for a, b in _pairs(group):
            if (b, a) not in found:
                found.setdefault((a, b), 0.0)
    return found


def _pairs(group: Sequence[str]) -> Iterator[tuple[str, str]]:
    return combinations(group, 2)
