"""Universal parts of speech and lemmas by a pipeline's rules, looked up once for each word in its use."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from .decoding import Ints

Use = tuple[int, int, int]
"""Numbers of a token's text, its Penn Treebank tag and its dependency, as the pipeline's store of strings counts them."""
Word = tuple[str, str, str, str, str]
"""A token's text, its lemma in lower case, its universal part of speech, its tag and its dependency."""
_NUMBERS = 1 << 64  # a number above half of this comes out of an array below nothing
# Uses that are kept: news repeats itself, and some 10 MiB hold nine in ten of its words.
_KEPT = 1 << 15


class Rules:
    """What the ``attribute_ruler`` and the ``lemmatizer`` of a pipeline say of tagged and parsed docs.

    spaCy tries some 180 rules on every token of every text. All but a few ask for nothing but the token's own text, tag and dependency,
    so their answer holds wherever these three come together again.

    Args:
        pipeline: of spaCy, with both components.
    """

    def __init__(self, pipeline: Any) -> None:
        self._vocab = pipeline.vocab
        self._ruler, self._lemmatizer = pipeline.get_pipe("attribute_ruler"), pipeline.get_pipe("lemmatizer")
        index = self._lemmatizer.lookups.get_table("lemma_index")
        for pos, words in index.items():
            index[pos] = _Listed(words)
        beside = [rule for rule in self._ruler.patterns if any(len(pattern) > 1 for pattern in rule["patterns"])]
        self._alone = AttributeRuler(self._vocab)
        self._alone.add_patterns([rule for rule in self._ruler.patterns if rule not in beside])
        # Rules about words beside each other ("let's", "gonna"): where one of them holds, all rules are asked.
        self._beside = Matcher(self._vocab)
        for n, rule in enumerate(beside):
            self._beside.add(str(n), rule["patterns"])
        # Only a token that suits the first place of such a rule can begin what it tells of.
        self._opening = Matcher(self._vocab)
        for n, rule in enumerate(beside):
            self._opening.add(str(n), [pattern[:1] for pattern in rule["patterns"]])
        self._known: dict[Use, Word] = {}
        self._opens: set[Use] = set()

    def read(self, docs: Sequence[Any], uses: Sequence[Ints]) -> list[list[Word]]:
        """The words of every doc, whose ``uses`` are rows of numbers."""
        told = [[(text, tag, dep) for text, tag, dep in of.tolist()] for of in uses]
        self._look_up([use for of in told for use in of])
        found = [[self._known[use] for use in of] for of in told]
        for n, doc in enumerate(docs):
            if not self._opens.isdisjoint(told[n]) and self._beside(doc):
                found[n] = self._said(self._ruler, doc)
        return found

    def _look_up(self, uses: Sequence[Use]) -> None:
        """Know these uses and others; those not met before are asked for together."""
        if len(self._known) > _KEPT:
            self._known, self._opens = {}, set()
        new = [use for use in dict.fromkeys(uses) if use not in self._known]
        if new:
            words, tags, deps = ([self._vocab.strings[number % _NUMBERS] for number in part] for part in zip(*new, strict=True))
            doc = Doc(self._vocab, words=words, tags=tags, deps=deps, heads=list(range(len(new))))
            self._opens.update(new[start] for _, start, _ in self._opening(doc))
            self._known.update(zip(new, self._said(self._alone, doc), strict=True))

    def _said(self, ruler: Any, doc: Any) -> list[Word]:
        return [(t.text, t.lemma_.lower(), t.pos_, t.tag_, t.dep_) for t in self._lemmatizer(ruler(doc))]


class _Listed:
    """The words that lemmas are looked up in, found by halving: spaCy goes through lists of tens of thousands, and a set takes MiB more."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(words)

    def __contains__(self, word: str) -> bool:
        at = bisect_left(self._words, word)
        return at < len(self._words) and self._words[at] == word
