"""Which of several statements of one thing stands best alone."""

from collections.abc import Mapping

from twosource.domain.reading import Dossier
from twosource.domain.sentence import Sentence, Token
from twosource.domain.statement import Statement

# Words that a reader still takes in at one go; a longer statement is no clearer.
_LONGEST = 15
_POINTING = frozenset({"PRP", "PRP$", "DT", "WDT", "WP"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_OPENERS = frozenset({"mark", "advmod", "cc", "case", "prep"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


class Clarity:
    """The words of a story's statements, weighed for a reader who sees nothing else of the article."""

    def __init__(self, dossier: Dossier) -> None:
        self.texts: Mapping[str, str] = {r.article.id: r.article.text for r in dossier.readings}
        self._sentences = {s.id: s for s in dossier.observed(Sentence)}

    def last(self, statement: Statement) -> tuple[object, ...]:
        """A key that puts the clearest first: a whole clause in the body, attributed, with names, without pronouns, full but not endless."""
        sentence = self._sentences.get(statement.sentence)
        inside = [t for t in sentence.tokens if t.start < statement.span.end and statement.span.start < t.end] if sentence else []
        size = sum(t.pos in _CONTENT for t in inside)
        names = len({t.text for t in inside if t.pos == "PROPN"})
        unclear = sum(t.pos == "PRON" and t.tag in _POINTING for t in inside)
        worth = min(size, _LONGEST) + 2 * min(names, 3) + 3 * bool(statement.chain) - 4 * unclear - 30 * _fragment(inside) - 100 * statement.headline
        return (-worth, statement.span, statement.article, statement.id)


def _fragment(inside: list[Token]) -> bool:
    """Whether words hang on what is not there: they open with a conjunction, or no finite verb with a subject is among them."""
    first = next((t for t in inside if t.pos not in ("PUNCT", "SPACE")), None)
    if first is None or (first.dep in ("mark", "cc") and first.lemma != "that") or first.tag in ("WRB", "WDT", "WP"):
        return True
    finite = any(t.tag in _FINITE for t in inside)
    return not finite or not any(t.dep in ("nsubj", "nsubjpass", "expl", "csubj") for t in inside)
