"""Models that say what they were told to: for tests of ours and of those who build on us."""

import re
from collections.abc import Mapping, Sequence

from twosource.domain.sentence import Token
from twosource.inference.model import TaggedSpan

_WORD = re.compile(r"\w+|[^\w\s]")


class ScriptedModel:
    """Answers from a script; a text that is not in it becomes one flat sentence of nouns.

    Args:
        script: text -> its sentences, as ``LanguageModel.parse`` gives them.
    """

    name = "scripted"
    digest = "0" * 64

    def __init__(self, script: Mapping[str, list[tuple[Token, ...]]] | None = None) -> None:
        self._script = dict(script or {})

    def parse(self, texts: Sequence[str]) -> list[list[tuple[Token, ...]]]:
        return [self._script.get(text) or _flat(text) for text in texts]


class ScriptedTagger:
    """Answers from a script; a text that is not in it has no attributions.

    Args:
        script: text -> its spans, as ``Tagger.tag`` gives them.
    """

    name = "scripted-tagger"
    digest = "0" * 64

    def __init__(self, script: Mapping[str, list[TaggedSpan]] | None = None) -> None:
        self._script = dict(script or {})

    def tag(self, texts: Sequence[str], sentences: Sequence[Sequence[tuple[int, int]]]) -> list[list[TaggedSpan]]:
        return [self._script.get(text, []) for text in texts]


def _flat(text: str) -> list[tuple[Token, ...]]:
    words = list(_WORD.finditer(text))
    tokens = tuple(Token(m.start(), m.end(), m.group(), m.group().lower(), "NOUN", "NN", "ROOT" if i == 0 else "dep", 0) for i, m in enumerate(words))
    return [tokens] if tokens else []
