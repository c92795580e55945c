"""A sentence's dependency tree, indexed once so that every question to it is cheap."""

from collections.abc import Iterator

from twosource.domain.sentence import Sentence, Token
from twosource.domain.span import Span

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_RELATIVE = ("who", "which", "that", "whom")


class Tree:
    """The tree of one sentence.

    Attributes:
        tokens: the sentence's tokens.
        kids: for every token the indices of those that hang directly on it, in order of the text.
        left, right: for every token the first and last index of all that hangs on it, itself counted.
    """

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens
        size = len(self.tokens)
        self.kids: list[list[int]] = [[] for _ in range(size)]
        heads = [t.head for t in self.tokens]
        downwards = []
        for j, head in enumerate(heads):
            if head != j:
                self.kids[head].append(j)
            else:
                downwards.append(j)
        for j in downwards:
            downwards.extend(self.kids[j])
        self.left = left = list(range(size))
        self.right = right = list(range(size))
        for j in reversed(downwards):
            head = heads[j]
            left[head] = min(left[head], left[j])
            right[head] = max(right[head], right[j])

    def span(self, first: int, last: int) -> Span:
        """The span from token ``first`` to token ``last``, both within."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def kid(self, i: int, *deps: str) -> int | None:
        """The first token that hangs on ``i`` by one of these labels."""
        return next((j for j in self.kids[i] if self.tokens[j].dep in deps), None)

    def upwards(self, i: int) -> Iterator[int]:
        """The heads above token ``i``, nearest first; each at most once."""
        seen = {i}
        while (i := self.tokens[i].head) not in seen:
            seen.add(i)
            yield i

    def verbal(self, i: int) -> bool:
        """Whether token ``i`` is a verb or auxiliary."""
        return self.tokens[i].pos in ("VERB", "AUX")

    def finite(self, i: int) -> bool:
        """Whether the verb at ``i``, or an auxiliary of it, is finite."""
        tags = {self.tokens[i].tag} | {self.tokens[j].tag for j in self.kids[i] if self.tokens[j].dep in ("aux", "auxpass")}
        return bool(tags & {"VBD", "VBP", "VBZ", "MD"})

    def own_subject(self, i: int) -> int | None:
        """The token that is the subject of the verb at ``i`` itself."""
        found = [j for j in self.kids[i] if self.tokens[j].dep in _SUBJECTS]
        # "which a coach said happened", "three hurt, police say": of two, one belongs to the clause below; the nearer one is its own.
        plain = [j for j in found if self.tokens[j].lemma not in _RELATIVE] or found
        return min(plain, key=lambda j: abs(j - i), default=None)

    def _first_of(self, i: int) -> int:
        """The first of the things that token ``i`` is coordinated with ("Norland and its allies, who ...")."""
        while self.tokens[i].dep == "conj" and self.tokens[i].head < i:
            i = self.tokens[i].head
        return i

    def subject(self, i: int) -> int | None:
        """Who does what the verb at ``i`` says: its own subject, or the one it shares with the verb or noun it hangs on."""
        for _ in range(8):  # deeper nesting is a fault of the parse
            own = self.own_subject(i)
            token = self.tokens[i]
            if own is not None:
                if token.dep == "relcl" and self.tokens[own].lemma in _RELATIVE:
                    return self._first_of(token.head)
                return own
            if token.head == i:
                return None
            if token.dep in ("acl", "relcl") and self.tokens[token.head].pos in ("NOUN", "PROPN", "PRON"):
                spoken = token.tag in ("VBG", "VBZ", "VBP") or (token.tag == "VBD" and token.dep == "relcl")
                return token.head if spoken else None
            if token.dep == "agent" or (token.tag == "VBN" and token.dep in ("acl", "advcl", "amod")):
                return None
            i = token.head
        return None
