"""Which of several statements of one thing stands best alone."""

import re
from collections.abc import Sequence

from twosource.comparison.claims.completion import Completion
from twosource.domain.reading import Dossier
from twosource.domain.sentence import Sentence, Token
from twosource.domain.statement import Statement

# Words with a meaning of their own up to which a statement is the clearer the more it has, and from which on the less so.
_FULL, _ENDLESS = 15, 20
_POINTING = frozenset({"PRP", "PRP$", "DT", "WDT", "WP"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Who speaks is told beside a claim, so that "we" has a meaning there; "it" and "they" have none.
_SPEAKING = frozenset({"i", "we", "you"})
# What it costs a statement to be no whole clause, or one whose verb has its subject elsewhere, to stand in a headline, or to be
# said of nobody knows whom, or of what had to be looked for.
_TORN, _PARTED, _HEADLINE, _NOBODY, _ADDED = 40, 20, 20, 8, 6
# Things joined in one statement from which on it is a list.
_LIST = 4
# Letters from which on a word in capitals is loud, and no abbreviation.
_LOUD = 5
# Names of accounts, rights, addresses, credits ("Holt/Meridian"), labels ("Photos: ..."): parts of a page that no sentence has.
_STRAY = re.compile(
    r"[@©|•]|https?:|\b[A-Z]\w+/[A-Z]\w+\b|^\w+: |\((?:left|right|cent(?:re|er)|above|below|[LRC])\)|\b(?:pictured|file photo)\b", re.IGNORECASE
)
# A sentence ends with a mark; a caption often does not, and is half as awkward as what is torn.
_STOPS = tuple(".!?:;…”\"’')")
_CAPTION = 0.5
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))


class Clarity:
    """The words of a story's statements, weighed for a reader who sees nothing else of the article.

    Args:
        dossier: with its statements and their sentences.
        completion: what each statement leaves out, and whether its article tells it.
    """

    def __init__(self, dossier: Dossier, completion: Completion) -> None:
        self._texts = {r.article.id: r.article.text for r in dossier.readings}
        self._sentences = {s.id: s for s in dossier.observed(Sentence)}
        self._completion = completion

    def order(self, statements: Sequence[Statement]) -> list[Statement]:
        """The statements, that which stands best alone first."""
        return sorted(statements, key=self.last)

    def last(self, statement: Statement) -> tuple[object, ...]:
        """A key that puts the clearest first: a whole clause in the body, attributed, with names, without pronouns, full but not endless."""
        sentence = self._sentences.get(statement.sentence)
        inside = [t for t in sentence.tokens if t.start < statement.span.end and statement.span.start < t.end] if sentence else []
        size = sum(t.pos in _CONTENT for t in inside)
        names = len({t.text for t in inside if t.pos == "PROPN"})
        named = sum(p.name is not None for p in self._completion.pronouns(statement))
        unclear = sum(t.pos == "PRON" and t.tag in _POINTING for t in inside) - named
        worth: float = min(size, _FULL) - max(0, size - _ENDLESS) + 2 * min(names, 3) + 3 * bool(statement.chain) - 4 * unclear - 2 * named
        worth -= (
            10 * _ragged(statement.span.of(self._texts[statement.article]), inside, sentence.tokens[-1].text if inside and sentence else "")
            + _HEADLINE * statement.headline
        )
        if not self.alone(statement):
            worth -= _TORN if self._completion.subject(statement) is None else _PARTED
        elif self._completion.subject(statement) is not None:
            worth -= _ADDED
        elif self._of_nobody(statement, inside):
            worth -= _NOBODY
        return (-worth, statement.span, statement.article, statement.id)

    def alone(self, statement: Statement) -> bool:
        """Whether the statement can be read alone: as a clause that lacks nothing, once its ``completed`` words are."""
        return self._completion.whole(statement)

    def _of_nobody(self, statement: Statement, inside: Sequence[Token]) -> bool:
        """Whether the statement's verb is said of "it", "they" or somebody whom its article does not name."""
        named = {p.end for p in self._completion.pronouns(statement) if p.name is not None}
        own = [t for t in inside if t.dep in _SUBJECTS and t.pos == "PRON" and t.text.lower() not in _SPEAKING]
        return bool(own) and not any(t.dep in _SUBJECTS and t.pos != "PRON" for t in inside) and not any(t.end in named for t in own)


def _ragged(words: str, inside: Sequence[Token], ends: str) -> float:
    """How many things make the words awkward to read alone: cut marks or ends, a list, capitals, a question, what a page puts between its text."""
    torn = words.count('"') % 2 == 1 or any(words.count(opens) != words.count(closes) for opens, closes in _PAIRS)
    catalogue = sum(t.dep == "conj" for t in inside) >= _LIST
    loud = sum(t.text.isupper() and len(t.text) >= _LOUD for t in inside) > 1
    asks = bool(inside) and (inside[0].pos == "AUX" or ends == "?")
    cut = bool(inside) and (inside[-1].pos, inside[-1].dep) == ("ADP", "prep")
    caption = bool(ends) and ends[-1] not in _STOPS
    return torn + catalogue + loud + asks + cut + (_STRAY.search(words) is not None) + _CAPTION * caption
