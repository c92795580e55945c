"""Attributions: source, cue and content of what is said."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from twosource.domain.attribution import Attribution, Quotation
from twosource.domain.finding import Finding, Observation
from twosource.domain.identity import identity
from twosource.domain.party import LocalParty
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span, hull
from twosource.grammar.attributions.blocks import blocks
from twosource.grammar.attributions.carriers import carriers
from twosource.grammar.attributions.continued import continued, reported_on
from twosource.grammar.attributions.cues import cue_nouns, cue_verbs
from twosource.grammar.attributions.posts import posts
from twosource.grammar.attributions.speech import frames
from twosource.grammar.attributions.tagged import Group, groups, together
from twosource.grammar.attributions.transcripts import turns
from twosource.grammar.attributions.utterances import EDGES, Said, Utterances, parted
from twosource.grammar.parties.mentions import is_person_role
from twosource.grammar.parties.parties_at import PartyIndex
from twosource.grammar.quoting import paragraphs, quotations
from twosource.grammar.tree import Tree
from twosource.inference.model import Tagger
from twosource.reference.facts import role
from twosource.reference.lexicon import words

_DOUBTFUL = frozenset({"parenthetical", "trailing", "continued report"})
"""Forms that grammar takes for attributions too often: "the shop closed, as police warned people off" is none."""


class Attributions:
    """Source, cue and content of what is said."""

    name = "attributions"
    needs: tuple[type[Finding], ...] = (Sentence, LocalParty)
    makes: tuple[type[Finding], ...] = (Attribution, Quotation)

    def __init__(self, tagger: Tagger) -> None:
        self._tagger = tagger

    def run(self, readings: Sequence[Reading]) -> Iterable[tuple[Observation, ...]]:
        cuts = [[(s.span.start, s.span.end) for s in reading.of(Sentence)] for reading in readings]
        tagged = self._tagger.tag([reading.article.text for reading in readings], cuts)
        return [_observed(reading, groups(spans)) for reading, spans in zip(readings, tagged, strict=True)]


def _observed(reading: Reading, tagged: Sequence[Group]) -> tuple[Observation, ...]:
    article, sentences = reading.article, reading.of(Sentence)
    text = article.text
    places = paragraphs(sentences)
    marked = quotations(text, [(p.start, p.end) for p in places])
    quotes = tuple(
        Quotation(id=identity("q", article.id, m.start, m.end), article=article.id, evidence=(Span(*m.inner),), marks=Span(m.start, m.end))
        for m in marked
    )
    parties = PartyIndex(reading.of(LocalParty), sentences)
    utterances = Utterances(text, marked, places, sentences)
    cues = {t.start for sentence in sentences for t in sentence.tokens if t.lemma in cue_verbs() or t.lemma in cue_nouns()}
    framed = [s for sentence in sentences for s in _framed(sentence)]
    grown = utterances.joined(framed)
    said = together(text, grown, tagged, cues)
    said += utterances.carried([*grown, *(one for one in said if one.reason == "tagged")])
    said = [_weakened(text, one, parties) for one in parted(said) if not _nested(text, one, utterances)]
    persons = _persons_quoted(said, parties)
    said = [one for one in said if not (one.reason == "citing" and _vouching(one, persons))]
    said += blocks(text, [f for f in framed if not f.content and f.source and f.kind == "say"], said, places)
    said += continued(text, said, sentences, parties.at)
    said += reported_on(text, said, sentences)
    said += carriers(text, said, parties.at, utterances.paragraph)
    said += posts(text, places)
    said += turns(text, places)
    made: dict[str, Attribution] = {}
    heard = sorted(content for group in tagged for content in group.content)
    for one in (one for one in said if one.quoted or one.reason not in _DOUBTFUL or _heard(one, heard)):
        attribution = _attribution(article.id, text, one, utterances)
        if attribution is not None:
            made.setdefault(attribution.id, attribution)
    return (*quotes, *made.values())


def _heard(one: Said, heard: Sequence[Span]) -> bool:
    """Whether the greater part of a content is ``heard`` by the tagger, whose contents (sorted, none overlapping) are what somebody says.

    Of statements in a doubtful form where it is not, 30 of 37 are the outlet's own (training/README.md).
    """
    shared = 0
    for content in one.content:
        n = bisect_right(heard, content.start, key=lambda span: span.end)
        while n < len(heard) and heard[n].start < content.end:
            shared += min(content.end, heard[n].end) - max(content.start, heard[n].start)
            n += 1
    return 2 * shared >= sum(c.end - c.start for c in one.content)


def _framed(sentence: Sentence) -> list[Said]:
    tree = Tree(sentence)
    return [
        Said(
            source=(tree.span(*f.source),) if f.source else (),
            cue=(tree.span(*f.cue),),
            content=tuple(tree.span(*c) for c in f.content),
            kind=f.kind,
            strength=f.strength,
            reason=f.reason,
            hearers=tuple(tree.span(*h) for h in f.hearers),
            borrowed=f.borrowed,
        )
        for f in frames(tree)
    ]


def _nested(text: str, one: Said, utterances: Utterances) -> bool:
    """Whether a weak attribution, or one by 'I', stands inside a quotation: there it is what the speaker says, no telling of it."""
    if one.inferred or not (one.strength == "weak" or (one.source and _first_person(text, one.source[0]))):
        return False
    return utterances.inside(one.frame)


def _first_person(text: str, source: Span) -> bool:
    first = source.of(text).split()[0]
    return first != "US" and first.lower() in ("i", "we", "me", "us", "my", "our")


def _weakened(text: str, one: Said, parties: PartyIndex) -> Said:
    """An attribution that makes no link: 'I think' (inside a quotation 'I' is its speaker), or one by a thing ('the fog suggests')."""
    if not one.source or one.strength != "strong":
        return one
    first_person = _first_person(text, one.source[0])
    thing = False
    if one.kind in ("suggest", "find") or one.reason in ("citing", "object"):
        party = parties.at(one.source[0])
        # Officials suggest, and so does a group by what it does; that they received "data suggesting ..." makes them say nothing.
        reading = any(word.of(text).endswith("ing") for word in one.cue[-1:])  # a quotation that goes on has no cue
        added = not reading or text[max(0, one.cue[-1].start - 2) : one.cue[-1].start].rstrip().endswith(",")
        bearers = (one.reason == "citing" or (one.kind == "suggest" and added)) and any(is_person_role(w) for w in one.source[0].of(text).split())
        people = bearers or (one.kind == "suggest" and not reading and party is not None)
        thing = not people if party is None or party.kind == "unnamed" else party.kind == "place"
        thing = thing and not _holds_words(text, one.source[0]) and not (party is None and _named(text, one.source[0]))
        thing = thing and (party is None or one.kind in ("suggest", "find"))
    if one.reason in ("headline", "label"):
        party = parties.at(one.source[0])
        borne = one.reason == "label" and role(one.source[0].of(text).split()[-1]) is not None
        thing = (party is None and not borne) or (party is not None and party.kind == "place")
    return replace(one, strength="weak") if first_person or thing else one


def _persons_quoted(said: Sequence[Said], parties: PartyIndex) -> list[int]:
    """Where the words stand that lay a quotation at a person's door, in order."""
    speakers = (one for one in said if one.quoted and one.source and one.strength == "strong")
    return sorted(one.frame.start for one in speakers if (party := parties.at(one.source[0])) is not None and party.kind == "person")


def _vouching(citing: Said, persons: Sequence[int]) -> bool:
    """Whether a person who is quoted cites somebody ("“He should go,” Lund said, citing two former captains"): the words are the person's own."""
    around = hull(citing.content)
    n = bisect_left(persons, around.start)
    return n < len(persons) and persons[n] < around.end


def _holds_words(text: str, source: Span) -> bool:
    """Whether the source is a document, what somebody said, or one who finds out for others."""
    telling = words("document_nouns") | words("finders") | _hearsay()
    return any(w in telling or w.removesuffix("s") in telling for w in source.of(text).lower().split())


@cache
def _hearsay() -> frozenset[str]:
    """Nouns for what is said ("warnings", "claims")."""
    return frozenset(lemma for lemma, noun in cue_nouns().items() if noun.kind in ("say", "report") and noun.strength == "strong")


def _named(text: str, source: Span) -> bool:
    """Whether a word of the source after an article is written as a name."""
    first, *rest = source.of(text).split()
    return any(w[0].isupper() for w in (rest if rest or first.lower() in ("the", "a", "an") else [first]))


def _attribution(article: str, text: str, one: Said, utterances: Utterances) -> Attribution | None:
    content = tuple(filter(None, (_tidy(text, c) for c in one.content)))
    if not content:
        return None
    return Attribution(
        id=identity("b", article, *content, *one.source, *one.cue, one.reason),
        article=article,
        evidence=(*content, *one.source, *one.cue),
        source=one.source,
        cue=one.cue,
        content=content,
        voice="quote" if utterances.quoted(content) else "paraphrase",
        inferred=one.inferred,
        reason=one.reason,
        kind=one.kind,
        strength="strong" if one.strength == "strong" else "weak",
    )


def _tidy(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return Span(start, end) if start < end else None
