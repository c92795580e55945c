"""Acts of speech that are told whole: who "vowed to stay" or "accused him of theft" did so, and it is the teller who says that.

Directives, commissives and performatives (Searle 1975, "A taxonomy of illocutionary acts") are done by their own words. A statement
that holds such a verb with its subject holds its speaker, and whoever tells it is its origin; "called it a ruin" and "denied the
charge" judge what they speak of, and are as good as "said that it was a ruin".
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from twosource.domain.attribution import Attribution
from twosource.domain.sentence import Sentence
from twosource.grammar.attributions.cues import cue_verbs

_PHRASE = "phrase"
_PREDICATE = "predicate"


def performed(a: Attribution, sentences: Sequence[Sentence], *, phrase: bool) -> bool:
    """Whether an attribution's verb does what it says by the form its content has.

    Args:
        a: an attribution of the article.
        sentences: the article's sentences, in order.
        phrase: whether the content is a phrase quoted in part (``phrases.phrasal``).
    """
    if not a.cue:
        return False
    n = bisect_right(sentences, a.cue[0].start, key=lambda s: s.span.start) - 1
    if n < 0:
        return False
    tokens = sentences[n].tokens
    first = bisect_left(tokens, a.cue[0].start, key=lambda t: t.start)
    last = bisect_left(tokens, a.cue[0].end, key=lambda t: t.start)
    verbs = [cue_verbs()[t.lemma] for t in tokens[first:last] if t.pos in ("VERB", "AUX") and t.lemma in cue_verbs()]
    form = _PHRASE if phrase else a.reason
    if not verbs or form not in verbs[-1].act:
        return False
    # "Accused Odo Lund of theft": what Lund is said to have done may be told without who says so; "accused them of theft" may not.
    return form != _PREDICATE or any(t.start == a.content[0].start and t.pos == "PRON" for t in tokens[last:])
