"""Which party words stand for: an index of an article's parties by the place of their mentions."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from twosource.domain.party import LocalParty
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span

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
        return min(found, key=lambda row: (row[2], row[0], row[0] - row[1]))[4]

    def all_in(self, span: Span) -> list[LocalParty]:
        """The parties of all mentions that lie wholly in a span, each once, in order of the text."""
        found: dict[str, LocalParty] = {}
        for row in self.within(span):
            if span.start <= row[0] and row[1] <= span.end:
                found.setdefault(row[4].id, row[4])
        return list(found.values())

    def within(self, span: Span) -> list[tuple[int, int, int, int, LocalParty]]:
        """Rows (start, end, rank of form, party's number, party) of the mentions that overlap a span."""
        low = bisect_left(self._starts, span.start - self._longest)
        high = bisect_right(self._starts, span.end - 1)
        return [row for row in self._rows[low:high] if row[1] > span.start]

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

    def _heads_at(self, row: tuple[int, int, int, int, LocalParty], head: Span) -> bool:
        own = self._head(Span(row[0], row[1]))
        return own is None or own == head
