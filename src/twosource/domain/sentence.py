"""Sentences with their words, as the language model reads them."""

from dataclasses import dataclass

from twosource.domain.finding import Observation


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark.

    Attributes:
        start, end: offsets in the article's text, as for ``Span``.
        text, lemma: as written; dictionary form in lower case.
        pos, tag: Universal POS; Penn Treebank tag.
        dep: dependency label (CLEAR style: nsubj, ccomp, prep, pobj ...).
        head: index of the head among the sentence's tokens; its own index for the root.
        entity: named-entity label (PERSON, ORG, GPE, NORP, LOC, FAC, DATE, TIME, CARDINAL ...) or "".
        entity_begins: whether a new entity begins here.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""
    entity_begins: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Observation):
    """One sentence; ``evidence`` is its one span, ``paragraph`` counts from 0 (the title is paragraph 0)."""

    tokens: tuple[Token, ...]
    paragraph: int

    def children(self, i: int) -> list[int]:
        """Indices of the tokens that hang directly on token ``i``."""
        return [j for j, t in enumerate(self.tokens) if t.head == i and j != i]
