"""Which party words stand for: an index of an article's parties by the place of their mentions."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from twosource.domain.party import LocalParty
from twosource.domain.sentence import Sentence, Token
from twosource.domain.span import Span
from twosource.grammar.parties.mentions import is_person_role

Row = tuple[int, int, int, int, LocalParty]
"""Start, end, rank of form, the party's number, the party."""

_ABOUT = ("into", "about", "on", "over", "against", "for", "to", "with", "after", "before", "at", "in")
_BEST_FORM: dict[str, int] = {"name": 0, "nominal": 1, "pronoun": 2}


class PartyIndex:
    """Looks parties up by span; with the sentences given it can tell the head of a phrase from what hangs on it."""

    def __init__(self, parties: Iterable[LocalParty], sentences: Iterable[Sentence] = ()) -> None:
        rows = [
            (span.start, span.end, _BEST_FORM[form], n, party)
            for n, party in enumerate(parties)
            for span, form in zip(party.evidence, party.forms or ("name",) * len(party.evidence), strict=False)
        ]
        rows.sort(key=lambda row: row[:4])
        self._rows = rows
        self._starts = [row[0] for row in rows]
        self._longest = max((row[1] - row[0] for row in rows), default=0)
        self._sentences = sorted(sentences, key=lambda s: s.span.start)
        self._sentence_starts = [s.span.start for s in self._sentences]

    def at(self, span: Span) -> LocalParty | None:
        """The party that the words of a span stand for: that of the head noun's mention, else of the first name in it.

        A span inside a mention stands for the mention's party.
        """
        found = self.within(span)
        if not found:
            return None
        head = self._head(span)
        if head is not None:
            heads = [row for row in found if row[0] <= head.start and head.end <= row[1] and self._heads_at(row, head)]
            if heads:
                return min(heads, key=lambda row: (row[2], row[1] - row[0]))[4]
        same = [row for row in found if row[0] - span.start <= 4 and row[0] >= span.start and row[1] == span.end]
        if same:
            return min(same, key=lambda row: (row[2], row[0]))[4]
        left = [row for row in found if self._may_stand(row, span)] if head is not None else found
        # "One of the Velmar bank's founders, Odo Marsh" is the person that the phrase ends with.
        told = any(is_person_role(t.text) for t in self._tokens(span.start) if span.start <= t.start and t.end <= span.end)
        beside = [row for row in left if told and row[1] == span.end and row[4].kind == "person" and row[2] == _BEST_FORM["name"]]
        return min(beside or left, key=lambda row: (row[2], row[0], row[0] - row[1]))[4] if left else None

    def all_in(self, span: Span) -> list[LocalParty]:
        """The parties of all mentions that lie wholly in a span, each once, in order of the text."""
        found: dict[str, LocalParty] = {}
        for row in self.within(span):
            if span.start <= row[0] and row[1] <= span.end:
                found.setdefault(row[4].id, row[4])
        return list(found.values())

    def within(self, span: Span) -> list[Row]:
        """Rows (start, end, rank of form, party's number, party) of the mentions that overlap a span."""
        low = bisect_left(self._starts, span.start - self._longest)
        high = bisect_right(self._starts, span.end - 1)
        return [row for row in self._rows[low:high] if row[1] > span.start]

    def _may_stand(self, row: Row, span: Span) -> bool:
        """Whether a mention that is not the head of a phrase may stand for it: "Lund's account" is Lund's, "a study of her remarks" is not hers.

        What the phrase is only about may not, nor whose man it is ("Lund's lawyer Odo Marsh").
        """
        if row[2] == _BEST_FORM["pronoun"]:
            return False
        tokens = self._tokens(span.start)
        before = next((t for t in reversed(tokens) if t.end <= row[0]), None)
        if before is not None and before.start >= span.start and before.lemma in _ABOUT:
            return False
        after = [t for t in tokens if row[1] <= t.start and t.end <= span.end]
        return not (after and after[0].tag == "POS" and any(t.tag in ("NN", "NNS") and is_person_role(t.text) for t in after))

    def _tokens(self, at: int) -> tuple[Token, ...]:
        """The tokens of the sentence that an offset lies in."""
        n = bisect_right(self._sentence_starts, at) - 1
        return self._sentences[n].tokens if n >= 0 else ()

    def _head(self, span: Span) -> Span | None:
        """The highest word of a span in its sentence's tree."""
        n = bisect_right(self._sentence_starts, span.start) - 1
        if n < 0:
            return None
        tokens = self._sentences[n].tokens
        inside = [i for i, t in enumerate(tokens) if span.start <= t.start and t.end <= span.end]
        members = set(inside)
        tops = [i for i in inside if tokens[i].head not in members or tokens[i].head == i]
        nouns = [i for i in tops if tokens[i].pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET")]
        if not nouns:
            return None
        return Span(tokens[nouns[0]].start, tokens[nouns[0]].end)

    def _heads_at(self, row: Row, head: Span) -> bool:
        own = self._head(Span(row[0], row[1]))
        return own is None or own == head
