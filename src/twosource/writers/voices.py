"""Who tells a claim, through whom, how sure and in which words: shared by every face of the document."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]

CERTAIN = "certain"
"""How nearly all is told: pages that leave it out lose nothing."""

_SURE = {"CT+": CERTAIN, "PR+": "probable", "PS+": "possible", "Uu": "left open"}
# Where the words themselves say no ("did not respond"), how sure that is; where those around them do ("denied that"), what they do.
_NEGATED = {"CT-": CERTAIN, "PR-": "probable", "PS-": "possible"}
_DENIED = {"CT-": "denied", "PR-": "doubted", "PS-": "doubted"}
_CONTRARY = ("denied", "doubted", "taken back")
_WORD = re.compile(r"\w+")
_SPEAKER = re.compile(r"\b(?P<who>(?:I|[Mm]e|[Mm]y|[Mm]ine)(?:[’']\w{1,2})?) \[(?P<name>[^\[\]’]{1,80})(?:’s?)?\]")
_FIRST = 12  # voices that are put in order; nobody reads more at a glance
_LOOKED_FOR = 0.15  # what it costs a statement, in shares of words, that its subject had to be looked for in its article
_SAME = 0.8  # share of words from which on two statements are worded alike


@dataclass(frozen=True, slots=True)
class Voice:
    """One way a claim is told.

    Attributes:
        chain: names, the origin first; empty where outlets tell it in their own voice.
        inferred: whether every statement has a link of the chain from an earlier sentence alone.
        sure: as ``sureness`` has it.
        statements: ids, with the name of the outlet that has each.
        words: of the statement that is nearest to what it is laid beside, of those that can be read alone if there are any.
        in_full: the same words as they read alone.
    """

    chain: tuple[str, ...]
    inferred: bool
    sure: str
    statements: tuple[tuple[str, str], ...]
    words: str
    in_full: str

    @property
    def outlets(self) -> tuple[str, ...]:
        """The names of the outlets, each once."""
        return tuple(dict.fromkeys(outlet for _, outlet in self.statements))

    @property
    def who(self) -> str:
        """Whose word it is: the chain in words, or the outlets where they speak themselves."""
        return (", through ".join(self.chain) or ", ".join(self.outlets)) + (" (inferred)" if self.inferred else "")

    @property
    def where(self) -> str:
        """What goes on after ``who``: in which outlets, or that these speak themselves."""
        if self.chain:
            return f", in {', '.join(self.outlets)}"
        return ", in its own voice" if len(self.outlets) == 1 else ", each in its own voice"


def voices(statements: Sequence[Row], names: Mapping[str, str], near: str = "", rests_on: Sequence[str] = ()) -> list[Voice]:
    """One voice a chain and certainty, and another where its words are not those it is laid beside.

    The most telling come first: who says the very words, who says otherwise, then each party that the claim rests on.

    Args:
        statements: of one claim or of one side, in the document's order.
        names: what parties and articles are called, by id.
        near: the words that the voices are laid beside: a claim's, or a side's value.
        rests_on: names of the parties that the claim rests on.
    """
    words = _words(near)
    kinds = [(tuple(dict.fromkeys(names.get(link["party"], link["text"]) for link in s["chain"])), sureness(s)) for s in statements]
    # An article that has the very words and others too, as in its headline, is one voice.
    alike = {(kind, s["article"]) for kind, s in zip(kinds, statements, strict=True) if _shared(s, words) >= _SAME}
    grouped: dict[tuple[tuple[str, ...], str, bool], list[Row]] = {}
    for kind, s in zip(kinds, statements, strict=True):
        grouped.setdefault((*kind, (kind, s["article"]) in alike), []).append(s)
    made = [
        Voice(
            chain,
            all(map(_inferred, said)),
            sure,
            tuple((s["id"], names[s["article"]]) for s in said),
            (nearest := _nearest(said, near, words))["text"],
            _beside(nearest["in_full"], chain),
        )
        for (chain, sure, _), said in grouped.items()
    ]
    return _in_order(made, near, rests_on)


def _inferred(s: Row) -> bool:
    return any(link["inferred"] for link in s["chain"])


def _beside(words: str, chain: Sequence[str]) -> str:
    """The words as they stand beside who says them: there, "I" needs no name."""
    return _SPEAKER.sub(lambda found: found["who"] if found["name"] in chain else found[0], words)


def _nearest(said: Sequence[Row], near: str, words: frozenset[str]) -> Row:
    return max(said, key=lambda s: (s["text"] == near, s["alone"], _shared(s, words) - _LOOKED_FOR * s["in_full"].startswith("[")))


def _shared(s: Row, words: frozenset[str]) -> float:
    own = _words(s["text"])
    return len(own & words) / (len(own | words) or 1)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _in_order(made: Sequence[Voice], near: str, rests_on: Sequence[str]) -> list[Voice]:
    """Greedily, so that the first few voices are as many parties as can be; behind these, as they stand in the document."""
    order: list[Voice] = []
    left, missing = list(made), set(rests_on)
    while left and len(order) < _FIRST:
        best = max(left, key=lambda v: (v.words == near, v.sure in _CONTRARY, bool(missing & {*v.chain, *v.outlets}), len(v.outlets)))
        left.remove(best)
        missing -= {*best.chain, *best.outlets}
        order.append(best)
    return order + left


def sureness(s: Row) -> str:
    """A statement's factuality in words, with the ladder word of a plan."""
    words = "taken back" if s["correction"] else _sure(s)
    if not s["commitment"]:
        return words
    commitment = str(s["commitment"])
    return commitment if words == CERTAIN else f"{words}, {commitment}"


def _sure(s: Row) -> str:
    trigger = s["trigger"]
    inside = trigger is None or s["start"] <= trigger["start"] < s["end"]
    return (_SURE | (_NEGATED if inside else _DENIED))[s["factuality"]]
