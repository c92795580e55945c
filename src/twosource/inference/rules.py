"""Universal parts of speech and lemmas by a pipeline's rules, looked up once for each word in its use."""

from collections.abc import Sequence
from typing import Any

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

Use = tuple[str, str, str]
"""A token's text, its Penn Treebank tag and its dependency."""
Word = tuple[str, str]
"""A token's universal part of speech, and its lemma."""
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
        beside = [rule for rule in self._ruler.patterns if any(len(pattern) > 1 for pattern in rule["patterns"])]
        self._alone = AttributeRuler(self._vocab)
        self._alone.add_patterns([rule for rule in self._ruler.patterns if rule not in beside])
        # Rules about words beside each other ("let's", "gonna"): where one of them holds, all rules are asked.
        self._beside = Matcher(self._vocab)
        for n, rule in enumerate(beside):
            self._beside.add(str(n), rule["patterns"])
        self._known: dict[Use, Word] = {}

    def read(self, docs: Sequence[Any]) -> list[list[Word]]:
        """For every token of every doc its part of speech and lemma."""
        uses = [[(t.text, t.tag_, t.dep_) for t in doc] for doc in docs]
        known = self._looked_up([use for of in uses for use in of])
        return [self._said(self._ruler, doc) if self._beside(doc) else [known[use] for use in of] for doc, of in zip(docs, uses, strict=True)]

    def _looked_up(self, uses: Sequence[Use]) -> dict[Use, Word]:
        """The words in these uses and others; those not met before are asked for together."""
        if len(self._known) > _KEPT:
            self._known = {}
        new = [use for use in dict.fromkeys(uses) if use not in self._known]
        if new:
            words, tags, deps = (list(part) for part in zip(*new, strict=True))
            doc = Doc(self._vocab, words=words, tags=tags, deps=deps, heads=list(range(len(new))))
            self._known.update(zip(new, self._said(self._alone, doc), strict=True))
        return self._known

    def _said(self, ruler: Any, doc: Any) -> list[Word]:
        return [(t.pos_, t.lemma_) for t in self._lemmatizer(ruler(doc))]
