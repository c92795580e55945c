"""Carriers: those through whom what somebody said is known, as the paper that they told it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from twosource.domain.party import LocalParty
from twosource.domain.span import Span, hull
from twosource.grammar.attributions.utterances import Said
from twosource.reference.lexicon import words

WhoIs = Callable[[Span], LocalParty | None]
"""Whom the words of a span stand for."""

# "CNN's Ann Lee", "PBS' Ann Lee".
_OWNER = re.compile(r"([^'’]{2,40})['’]s? (?=[A-Z])")
# Names that only the press has: call signs of stations, sites, and titles that keep their article ("told The Lookout").
_PRESS = re.compile(r"[WK][A-Z]{2,3}(?:-TV)?|\w{2,40}\.(?:com|org|net)|The [A-Z]\w{1,30}(?: [A-Z]\w{1,30})?")
_TELLING = ("told", "tells", "tell", "telling", "explained", "explains")
_ASKING = ("police", "the police", "investigators", "detectives", "officers")
# What is written is read by all, and told to no paper.
_WRITING = frozenset(["tweeted", "tweets", "tweet", "wrote", "writes", "write", "posted", "posts", "post"])
_BORNE = re.compile(r"\b(?:(?:carried|relayed|broadcast|aired|distributed|published) by|who (?:spoke|talked) (?:to|with)|on) ")
_OWN = ("its ", "his ", "her ", "their ")
# An interview goes on from paragraph to paragraph; so many lie at most between two of its quotations.
_APART = 1


def carriers(text: str, said: Sequence[Said], who: WhoIs, paragraph: Callable[[int], int]) -> list[Said]:
    """'told Reuters', 'said on Fox News', 'in an interview with the Gazette': the medium carries what was said.

    Whoever told a paper something and is quoted on in the paragraphs after, told the paper that too: this is inferred.

    Args:
        text: the article's text.
        said: its attributions.
        who: whom words stand for.
        paragraph: number of the paragraph in which an offset lies.
    """
    made: list[Said] = []
    last: dict[str, tuple[Span, int]] = {}
    for one in sorted((s for s in said if s.strength == "strong" and s.source and s.content), key=lambda s: hull(s.content).start):
        party, carrier = who(one.source[0]), _hearer(text, one, who)
        whole = hull(one.content)
        before = last.get(party.id) if party is not None else None
        inferred = carrier is None
        if inferred and before is not None and one.quoted and not _written(text, one) and paragraph(whole.start) - before[1] <= _APART:
            carrier = before[0]
        if carrier is None:
            continue
        if party is not None:
            last[party.id] = (carrier, paragraph(whole.end))
        content = one.content if one.inferred else (hull((*one.source, *one.content)),)
        cue = () if inferred else one.cue
        made.append(replace(one, source=(carrier,), cue=cue, content=content, reason="told to", kind="report", quoted=False, inferred=inferred))
    return made


def _written(text: str, one: Said) -> bool:
    return any(w in _WRITING for c in one.cue for w in c.of(text).lower().split())


def _hearer(text: str, one: Said, who: WhoIs) -> Span | None:
    """The hearer who carries what was said, if there is one; not the speaker's own website."""
    told = (h for h in one.hearers if not h.of(text).lower().startswith(_OWN) and _carries(text, h, one.cue, who))
    return next(told, None) or _in_source(text, one.source[0], who)


def _in_source(text: str, source: Span, who: WhoIs) -> Span | None:
    """The medium that the source's own words name: "a statement carried by the agency", "a sailor who spoke to the Gazette"."""
    match = next((m for m in _BORNE.finditer(text, source.start, source.end) if m.end() < source.end), None)
    if match is None or text.startswith(_OWN, match.end()):
        return None
    party = who(Span(match.end(), source.end))
    return Span(match.end(), source.end) if party is not None and party.kind == "media" and party.name.lower() not in words("platforms") else None


def _carries(text: str, hearer: Span, cue: Sequence[Span], who: WhoIs) -> bool:
    """Whether what a hearer was told comes from them: a medium, one of its people ("told CNN's Ann Lee", "told host Ann Lee"), or the police."""
    words_heard = hearer.of(text)
    owner = _OWNER.match(words_heard)
    party = who(Span(hearer.start, hearer.start + owner.end(1)) if owner is not None else hearer)
    if party is not None and party.kind == "media":
        return party.name.lower() not in words("platforms")
    if party is not None and party.kind == "person" and any(w.lower() in words("press_people") for w in words_heard.split()):
        return True
    if not any(c.of(text).lower().split()[-1] in _TELLING for c in cue):
        return False
    return words_heard.lower() in _ASKING or (_PRESS.fullmatch(words_heard) is not None and (party is None or party.kind == "organisation"))
