"""Notices by which an article corrects itself or an earlier one: what they take back, and what they put in its place."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from twosource.reference.lexicon import table

# A notice's frame stands at the head of its sentence; what comes later in a long one is content.
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence of a correction notice.

    Attributes:
        start, end: the part of the sentence that says something of the news; the same where there is none ("This article was corrected").
        back: whether that part is what is taken back; else it stands in the place of something.
    """

    start: int
    end: int
    back: bool

    def part(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch of a clause that lies in the part."""
        start, end = max(start, self.start), min(end, self.end)
        return (start, end) if start < end else None


def notice(sentence: str, outlet: str | None = None) -> Notice | None:
    """What a sentence of an article takes back or corrects; None for one that is no notice.

    Args:
        sentence: its words.
        outlet: who published the article, where known: "The Gazette incorrectly said" is a notice in the Gazette alone.
    """
    head = sentence[:_LONGEST]
    label = _label().match(head)
    begin = label.end() if label else 0
    rest = head[begin:]
    end = len(sentence.rstrip(" .!\n\r\t\u00a0"))
    if _regret(outlet).match(rest):
        return Notice(begin, begin, back=False)
    if (mended := _mended().match(rest)) is not None:
        return (
            Notice(begin + mended.end(), max(end, begin + mended.end()), back=False)
            if mended["to"] or mended["colon"]
            else Notice(begin, begin, back=False)
        )
    if (wrong := _wrong(outlet, labelled=label is not None).match(rest)) is not None:
        return Notice(begin + wrong.end(), max(end, begin + wrong.end()), back=True)
    return Notice(begin, max(end, begin), back=False) if label else None


def _any(kind: str) -> str:
    return "|".join(re.escape(row["word"]) for row in table("corrections") if row["kind"] == kind)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('label')})(?: \([^)]{{1,40}}\))?\s?[:.—–-]\s*", re.IGNORECASE)


@lru_cache(maxsize=256)
def _regret(outlet: str | None) -> re.Pattern[str]:
    return re.compile(
        rf"(?:we|{_who(outlet)}) (?:regrets?|apologi[sz]es? for) (?:the|this|these|any|our) (?:errors?|mistakes?|inaccurac)", re.IGNORECASE
    )


@cache
def _mended() -> re.Pattern[str]:
    to = r"(?P<to> to (?:say|state|show|reflect|clarify|note|make (?:it )?clear|indicate)(?: (?:the fact )?that)?\s)"
    return re.compile(
        rf"(?:this|the) (?:{_any('text')}) (?:has been|was) (?:{_any('mended')})\b(?:[^.:]{{0,60}}?(?:{to}|(?P<colon>:\s)))?", re.IGNORECASE
    )


@lru_cache(maxsize=256)
def _wrong(outlet: str | None, labelled: bool) -> re.Pattern[str]:
    """The frame of what is taken back, up to it: an earlier version with any verb of saying, the text itself with one that says it was wrong."""
    which = "this|our|the" if labelled else "this|our"
    version = rf"(?:in )?(?:an?|the|our) (?:earlier|previous|prior|original|initial|first) versions? of (?:{which}) (?:{_any('text')})"
    self_ = rf"(?:we|(?:{which}) (?:{_any('text')})|{_who(outlet)})"
    between = r"(?:,? [^.:;“”\"]{1,60}?)??,?"
    wrongly = rf"(?:(?:had )?(?:{_any('wrong')})|(?:had )?(?:{_any('adverb')}) (?:{_any('said')}))"
    said = rf"(?:{wrongly}|(?:it |we )?(?:had )?(?:{_any('said')})(?: (?:{_any('adverb')}))?)"
    return re.compile(rf"(?:{version}{between} {said}|{self_}{between} {wrongly})\b(?: (?:on|in) [A-Z][a-z]{{2,9}})?,?(?: that)?\s*", re.IGNORECASE)


def _who(outlet: str | None) -> str:
    bare = (outlet or "").strip()
    return rf"(?:the )?{re.escape(bare.removeprefix('The ').removeprefix('the '))}" if bare else r"(?!)"
